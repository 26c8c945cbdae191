/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history_words_test.c - what was done is found by the words that are typed: by the day,
 * by who it was about, who did it and what it was, however long ago
 */
#include <check.h>
#include <stdio.h>

#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

/* More acts than those whose summaries are looked through. */
#define MANY_ACTS                                                                        \
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20100)"   \
    " INSERT INTO journal (at, staff, act) SELECT 1803891600, 'desk', 'presence.add'"    \
    " FROM n"

static struct atelier *at;

static void
set_up(void)
{
    at = office_found();
}

static void
tear_down(void)
{
    office_end(at);
}

/* The acts found, the newest first: "person.change person.add". */
static void
expect_found(const char *words, const char *expected)
{
    const struct listing_query query = { .kind = LISTING_JOURNAL, .search = words };
    struct listing_page page = { 0 };
    struct error err = { 0 };
    struct buffer found = { 0 };

    ck_assert_msg(listing_fetch(at, &query, LISTING_FIRST, NULL, 40, &page, &err), "%s",
                  err.message);
    for (size_t i = 0; i < page.count; i++)
        buffer_addf(&found, "%s%s", i > 0 ? " " : "", page.rows[i].cells[2]);
    ck_assert_str_eq(buffer_text(&found), expected);
    buffer_clear(&found);
    listing_page_clear(&page);
}

static void
come_back(const char *now)
{
    atelier_close(at);
    at = office_return(NULL, now);
}

START_TEST(a_day__finds_its_acts__and_no_others)
{
    come_back("2026-12-23 22:30");
    office_add_group(at,
                     "URB"); /* half past eleven in the evening by the office's clock */
    come_back("2026-12-23 23:30");
    office_add_person(at, "Aubert", "Léa");
    come_back("2027-03-01 09:00");
    expect_found("24/12/2026", "person.add");
    expect_found("24/12", "person.add");
    expect_found("23/12 24/12", "person.add working_group.add");
    expect_found("24/12/2026 aubert", "person.add");
    expect_found("24/12/2026 urb", "");
    expect_found("25/12/2026", "");
    expect_found("yesterday", "");
    come_back("2026-12-25 09:00");
    expect_found("yesterday", "person.add");
    expect_found("jeudi", "person.add");
    expect_found("mercredi", "working_group.add");
}
END_TEST

START_TEST(a_year_and_a_month__find_their_acts)
{
    come_back("2025-11-30 12:00");
    office_add_group(at, "URB");
    come_back("2025-12-31 22:59");
    office_add_person(at, "Aubert", "Léa");
    come_back("2025-12-31 23:01"); /* past midnight by the office's clock */
    office_add_person(at, "Bernard", "Léa");
    come_back("2026-03-02 09:00");
    expect_found("2025", "person.add working_group.add");
    expect_found("2026", "person.add");
    expect_found("2025 person", "person.add");
    expect_found("person 2024", "");
    expect_found("2025 2026", "");
    expect_found("11/2025", "working_group.add");
    expect_found("12/2025 aubert", "person.add");
    expect_found("nov 2025", "working_group.add");
    expect_found("depuis le 1/1/2026", "person.add");
    expect_found("last year", "person.add working_group.add");
    expect_found("2025-2026", "");
}
END_TEST

START_TEST(a_year_in_a_name__is_found_as_a_word__too)
{
    come_back("2025-11-30 12:00");
    const int64_t group = office_add_group(at, "URB");
    office_change(at, &working_group_entity, group, "name", "Assises 2024", NULL);
    come_back("2026-03-02 09:00");
    office_change(at, &working_group_entity, group, "name", "Assises", NULL);
    expect_found("assises 2025", "working_group.change working_group.add");
    expect_found("assises 2024", "working_group.change");
}
END_TEST

START_TEST(people_in_an_act_for_many__find_it)
{
    const int64_t group = office_add_group(at, "URB");
    office_add_member(at, group, "Aubert", "member", "", "");
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 20);
    struct convene_outcome outcome = { 0 };
    struct error err = { 0 };

    ck_assert_msg(convene_members(at, meeting, false, &outcome, &err), "%s", err.message);
    expect_found("convened aubert", "meeting.convene");
    expect_found("convened bernard", "");
}
END_TEST

START_TEST(a_removed_person__is_found_by_the_last_name__in_all_acts)
{
    const int64_t person = office_add_person(at, "Aubert", "Léa");
    struct error err = { 0 };

    office_change(at, &person_entity, person, "family", "Bernard", NULL);
    ck_assert_msg(edit_remove(at, &person_entity, person, 2, &err), "%s", err.message);
    expect_found("bernard", "person.remove person.change person.add");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_long_ago__is_found_by_name_and_who_and_kind)
{
    office_add_person(at, "Aubert", "Léa");
    atelier_close(at);
    at = office_return(NULL, OFFICE_NOW);
    office_add_group(at, "URB");
    ck_assert(database_file_run(MANY_ACTS));
    expect_found("aubert", "person.add");
    expect_found("ada person", "person.add");
    expect_found("added group", "working_group.add");
    expect_found("24/12/2026", "");
}
END_TEST

START_TEST(a_year_long_ago__finds_its_acts)
{
    come_back("2025-11-30 12:00");
    office_add_person(at, "Aubert", "Léa");
    office_add_group(at, "URB");
    come_back(OFFICE_NOW);
    ck_assert(database_file_run(MANY_ACTS));
    expect_found("2025", "working_group.add person.add");
    expect_found("2025 aubert", "person.add");
    expect_found("11/2025 aubert", "person.add");
    expect_found("2026", "");
}
END_TEST

/* What was found is kept only while nothing changes (store: memo.h). */
START_TEST(what_is_done_between_two_searches__is_found_by_the_second)
{
    struct atelier *colleague = office_hire(at, "ben", ROLE_DESK);

    expect_found("aubert", "");
    office_add_person(at, "Aubert", "Léa");
    expect_found("aubert", "person.add");
    office_add_person(colleague, "Aubert", "Paul");
    expect_found("aubert", "person.add person.add");
    expect_found("aubert person", "person.add person.add");
    atelier_close(colleague);
}
END_TEST

START_TEST(more_names_than_are_looked_up__are_told)
{
    const struct listing_query query = { .kind = LISTING_JOURNAL, .search = "aub" };
    bool partial = true;
    struct error err = { 0 };

    for (int i = 0; i <= 100; i++) {
        char name[16];

        ck_assert(listing_is_partial(at, &query, &partial, &err));
        ck_assert(!partial);
        (void)snprintf(name, sizeof(name), "Aubert%d", i);
        office_add_person(at, name, "Léa");
    }
    ck_assert(listing_is_partial(at, &query, &partial, &err));
    ck_assert(partial);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_day__finds_its_acts__and_no_others);
    tcase_add_test(tests, a_year_and_a_month__find_their_acts);
    tcase_add_test(tests, a_year_in_a_name__is_found_as_a_word__too);
    tcase_add_test(tests, people_in_an_act_for_many__find_it);
    tcase_add_test(tests, a_removed_person__is_found_by_the_last_name__in_all_acts);
    tcase_add_test(tests, what_is_long_ago__is_found_by_name_and_who_and_kind);
    tcase_add_test(tests, a_year_long_ago__finds_its_acts);
    tcase_add_test(tests, what_is_done_between_two_searches__is_found_by_the_second);
    tcase_add_test(tests, more_names_than_are_looked_up__are_told);
}

SUITE_MAIN("history_words")
