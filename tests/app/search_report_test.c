/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_report_test.c - what was said in reports is found by its words, wherever it
 * stands and whatever becomes of it
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/erase.h"
#include "atelier/app/upkeep.h"
#include "report_office.h"
#include "support/old_database.h"

enum { MOST = 50 };

/* The ids of the entries that are found, in their order: "3 1". */
static void
expect_in(struct atelier *who, const char *typed, int64_t of, const char *expected)
{
    struct search_hit_list hits = { 0 };
    struct buffer ids = { 0 };

    ck_assert_msg(browse_said(who, typed, of, MOST, &hits, &err), "%s", err.message);
    for (size_t i = 0; i < hits.count; i++)
        buffer_addf(&ids, "%s%d", i > 0 ? " " : "", (int)hits.items[i].row);
    ck_assert_msg(strcmp(buffer_text(&ids), expected) == 0, "“%s” finds %s, not %s",
                  typed, buffer_text(&ids), expected);
    ck_assert_uint_eq(hits.found, hits.count);
    buffer_clear(&ids);
    search_hit_list_clear(&hits);
}

static void
expect(const char *typed, const char *expected)
{
    expect_in(at, typed, 0, expected);
}

START_TEST(an_entry__is_found_by_its_words_however_they_are_spelt)
{
    note("? L’été **mobil**ité des Müller, [page](https://example.org/secret)");
    note("Une autre chose");
    expect("mobilite", "1");
    expect("MOBILITÉ mull", "1");
    expect("mueller", "1");
    expect("ete", "1");
    expect("l'été", "1");
    expect("m", "1");
    expect("mo", "1");
    expect("page secret", "");
    expect("mobilite chose", "");
    expect("bilite", "");
    expect("", "");
    expect("?! \" *", "");
}
END_TEST

START_TEST(long_words__are_told_apart_behind_their_first_letters)
{
    note("developpements");
    note("developpeurs");
    expect("developpem", "1");
    expect("developpement", "1");
    expect("developpementsx", "");
    expect("developpe", "1 2");
    note("aaaaaaaaaaaa");
    expect("aaaaaaaaaaab", "");
    expect("aaaaaaaaaaaa", "3");
}
END_TEST

START_TEST(all_words_of_a_long_text__are_found)
{
    struct buffer text = { 0 };

    for (int i = 100; i < 400; i++)
        buffer_addf(&text, "word%d ", i);
    note(buffer_text(&text));
    expect("word100", "1");
    expect("word250 word399", "1");
    expect("word400", "");
    buffer_clear(&text);
}
END_TEST

START_TEST(the_latest_meeting__comes_first_and_moves_with_its_day)
{
    note("One road");
    ck_assert_int_ne(write_by(at, earlier, "Two roads", ENTRY_AT_END), 0);
    note("Three roads");
    expect("road", "1 3 2");
    office_change(at, &meeting_entity, earlier, "start", "2027-05-16 09:30", "end",
                  "2027-05-16 11:30", NULL);
    expect("road", "2 1 3");
    office_expect_whole(at);
}
END_TEST

START_TEST(the_index__follows_changes_undo_and_removal)
{
    note("One road");
    ck_assert(set(at, 1, 0, "text", "One bridge"));
    expect("road", "");
    expect("bridge", "1");
    undo();
    expect("road", "1");
    expect("bridge", "");
    redo();
    expect("bridge", "1");
    note("Two rivers");
    expect("rive", "2");
    ck_assert(edit_remove(at, &report_entry_entity, 2, 1, &err));
    expect("rive", "");
    undo();
    expect("rive", "2");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_group__can_be_asked_for_alone)
{
    const int64_t second = office_add_group(at, "MOB");
    const int64_t there = office_add_meeting(at, second, "2027-04-16 09:30", SEATS);

    note("One road");
    ck_assert_int_ne(write_by(at, there, "Two roads", ENTRY_AT_END), 0);
    expect("road", "2 1");
    expect_in(at, "road", group, "1");
    expect_in(at, "road", second, "2");
    expect_in(at, "bridge", second, "");
}
END_TEST

START_TEST(one_search_over_everything__tells_what_was_said_last)
{
    struct search_hit_list hits = { 0 };

    note("Anna asks who pays");
    ck_assert(browse_search(at, "anna", MOST, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_int_eq(hits.items[0].entity, ENTITY_PERSON);
    ck_assert_int_eq(hits.items[1].entity, ENTITY_REPORT_ENTRY);
    ck_assert_str_eq(hits.items[1].said, "Anna asks who pays");
    ck_assert_int_eq(hits.items[1].meeting, meeting);
    ck_assert_str_eq(hits.items[1].detail, "URB");
    search_hit_list_clear(&hits);
}
END_TEST

START_TEST(no_more_are_read_than_are_shown__and_the_rest_is_counted)
{
    struct search_hit_list hits = { 0 };

    note("One road");
    note("Two roads");
    note("Three roads");
    ck_assert(browse_said(at, "road", 0, 2, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.found, 3);
    search_hit_list_clear(&hits);
    ck_assert(browse_search(at, "road", 2, &hits, &err));
    ck_assert_uint_eq(hits.found, 3);
    ck_assert(!hits.has_uncounted);
    search_hit_list_clear(&hits);
}
END_TEST

START_TEST(for_somebody_who_types_on__the_rest_is_not_counted)
{
    struct search_hit_list hits = { 0 };

    note("One road");
    note("Two roads");
    note("Three roads");
    ck_assert(browse_search_first(at, "road", 2, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.found, 2);
    ck_assert(hits.has_uncounted);
    ck_assert(browse_search_first(at, "three road", 2, &hits, &err));
    ck_assert_uint_eq(hits.count, 1);
    ck_assert(!hits.has_uncounted);
    search_hit_list_clear(&hits);
}
END_TEST

START_TEST(of_several_words__the_order_does_not_matter)
{
    static const char *const typed[] = { "road bridge 8", "8 bridge road",
                                         "bridge 8 road" };
    struct search_hit_list hits = { 0 };

    for (int i = 0; i < 150; i++) {
        char text[40];
        (void)snprintf(text, sizeof(text), "Road %d%s", i, i % 2 ? " and a bridge" : "");
        note(text);
    }
    for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
        ck_assert(browse_said(at, typed[i], 0, 4, &hits, &err));
        ck_assert_uint_eq(hits.count, 4);
        ck_assert_uint_eq(hits.found, 5); /* 81, 83, 85, 87, 89 */
        search_hit_list_clear(&hits);
        ck_assert(browse_said(at, typed[i], group, 9, &hits, &err));
        ck_assert_uint_eq(hits.count, 5);
        search_hit_list_clear(&hits);
    }
}
END_TEST

START_TEST(readers__find_it_and_the_door_does_not)
{
    struct atelier *rea = office_hire(at, "rea", ROLE_READER);
    struct atelier *lea = office_hire(at, "lea", ROLE_DOOR);
    struct search_hit_list hits = { 0 };

    note("One road");
    expect_in(rea, "road", 0, "1");
    ck_assert(!browse_said(lea, "road", 0, MOST, &hits, &err));
    ck_assert_uint_eq(hits.count, 0);
    ck_assert(!browse_search(lea, "road", MOST, &hits, &err));
    ck_assert(!browse_search_first(lea, "road", MOST, &hits, &err));
    ck_assert_uint_eq(hits.count, 0);
    atelier_close(lea);
    atelier_close(rea);
}
END_TEST

START_TEST(check__says_what_is_not_found_by_its_words)
{
    struct check_report report = { 0 };

    note("One road");
    note("Two roads");
    atelier_close(at);
    ck_assert(database_file_run("UPDATE report_entry SET text = 'A bridge' WHERE id = 1; "
                                "DELETE FROM search_text WHERE row = 2"));
    at = office_return(NULL, OFFICE_NOW);
    ck_assert(upkeep_check(at, true, &report, &err));
    ck_assert_uint_ne(report.count, 0);
    ck_assert_msg(strstr(report.problems[0],
                         "Entries of reports: 2 rows are not found by their words."),
                  "%s", report.problems[0]);
    check_report_clear(&report);
    ck_assert(
        database_file_run("UPDATE report_entry SET text = 'One road' WHERE id = 1"));
}
END_TEST

START_TEST(what_was_said_before__is_found_after_the_upgrade)
{
    tear_down();
    old_database_make(30, "INSERT INTO staff (" OLD_HEAD ", login, role)"
                          " VALUES (1, 1, 'a', 1, 'a', 'ada', 4);"
                          "INSERT INTO working_group (" OLD_HEAD ", code, name)"
                          " VALUES (1, 1, 'a', 1, 'a', 'URB', 'Towns');"
                          "INSERT INTO meeting (" OLD_HEAD
                          ", \"group\", number, title, start, \"end\", zone, mode, state,"
                          " approval, waiting_list, start_at, end_at, ics_uid,"
                          " ics_sequence) VALUES (1, 1, 'a', 1, 'a', 1, 1, 'Jobs',"
                          " '2027-03-16 09:30', '2027-03-16 11:30', 'Europe/Paris', 0, 1,"
                          " 0, 0, 1805185800, 1805193000, 'u@example.org', 0);"
                          "INSERT INTO report_entry (" OLD_HEAD
                          ", meeting, place, indent, kind, text, state)"
                          " VALUES (1, 1, 'a', 1, 'a', 1, 1, 0, 0, 'One *road*', 0)");
    at = office_return(NULL, OFFICE_NOW);
    expect("roa", "1");
    expect_in(at, "roa", 1, "1");
    office_expect("SELECT count(*) FROM sqlite_schema WHERE name = 'search_due'", "0\n");
}
END_TEST

START_TEST(whoever_was_erased__is_found_in_no_report__nor_as_an_owner)
{
    const struct erase_request request = { .person = anna, .reason = "asked" };
    struct listing_query query = { .kind = LISTING_OPEN_ENTRY };
    struct listing_page page = { 0 };
    struct erase_outcome outcome = { 0 };

    note("+ Ask, as Anna Müller said");
    ck_assert(set(at, 1, 0, "owner_person", rows_number(anna)));
    note("+ Write");
    expect("muller", "1");
    ck_assert_msg(erase_person(at, &request, &outcome, &err), "%s", err.message);
    erase_outcome_clear(&outcome);
    expect("muller", "");
    expect("ask said", "1");
    query.search = "muller";
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, MOST, &page, &err));
    ck_assert_uint_eq(page.count, 0);
    query.search = NULL;
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, MOST, &page, &err));
    ck_assert_uint_eq(page.count, 2);
    ck_assert_str_eq(page.rows[0].cells[5], "erased person");
    listing_page_clear(&page);
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_report, end_report);
    tcase_add_test(tests, an_entry__is_found_by_its_words_however_they_are_spelt);
    tcase_add_test(tests, long_words__are_told_apart_behind_their_first_letters);
    tcase_add_test(tests, all_words_of_a_long_text__are_found);
    tcase_add_test(tests, the_latest_meeting__comes_first_and_moves_with_its_day);
    tcase_add_test(tests, the_index__follows_changes_undo_and_removal);
    tcase_add_test(tests, a_group__can_be_asked_for_alone);
    tcase_add_test(tests, one_search_over_everything__tells_what_was_said_last);
    tcase_add_test(tests, no_more_are_read_than_are_shown__and_the_rest_is_counted);
    tcase_add_test(tests, for_somebody_who_types_on__the_rest_is_not_counted);
    tcase_add_test(tests, of_several_words__the_order_does_not_matter);
    tcase_add_test(tests, readers__find_it_and_the_door_does_not);
    tcase_add_test(tests, check__says_what_is_not_found_by_its_words);
    tcase_add_test(tests, what_was_said_before__is_found_after_the_upgrade);
    tcase_add_test(tests, whoever_was_erased__is_found_in_no_report__nor_as_an_owner);
}

SUITE_MAIN("search_report")
