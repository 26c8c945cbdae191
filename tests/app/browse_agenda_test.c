/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_agenda_test.c - what of a calendar clashes with something, and that a yes ends
 * it
 */
#include "atelier/app/browse_agenda.h"

#include <check.h>

#include "atelier/app/browse.h"
#include "atelier/app/clashes.h"
#include "atelier/app/register.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/workshop.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define DAY "2027-03-16 "

static struct atelier *at;
static struct error err;
static int64_t forum, budget;

static void
set_up(void)
{
    at = office_found();
    const int64_t group = office_add_group(at, "URB");
    office_add(at, &venue_entity, "name", "House", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Hall", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Studio", NULL);
    forum = office_add_meeting(at, group, DAY "09:00", 40);
    budget = office_add_meeting(at, group, DAY "10:00", 40);
    office_change(at, &meeting_entity, forum, "title", "Forum", "room", "1", NULL);
    office_change(at, &meeting_entity, budget, "title", "Budget", NULL);
    office_add(at, &workshop_entity, "meeting", rows_number(forum), "title", "Maps",
               "start", DAY "10:00", "end", DAY "11:00", "room", "2", NULL);
    office_add(at, &workshop_entity, "meeting", rows_number(forum), "title", "Trees",
               "start", DAY "09:00", "end", DAY "09:30", NULL);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

/* "Forum Maps " of those that clash with something. */
static void
expect(bool with_workshops, const char *expected)
{
    const struct date day = { .year = 2027, .month = 3, .day = 16 };
    const struct agenda_wish wish = { .first = day,
                                      .last = day,
                                      .with_workshops = with_workshops };
    struct agenda agenda = { 0 };
    struct buffer told = { 0 };

    ck_assert_msg(browse_agenda(at, &wish, &agenda, &err), "%s", err.message);
    ck_assert_msg(browse_agenda_clashes(at, &wish, &agenda, &err), "%s", err.message);
    for (size_t i = 0; i < agenda.count; i++)
        if (agenda.items[i].has_clash)
            buffer_addf(&told, "%s ", agenda.items[i].title);
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    agenda_clear(&agenda);
}

START_TEST(agenda__marks_what_clashes__a_workshop_and_both_meetings)
{
    expect(true, "");
    office_change(at, &meeting_entity, budget, "room", "2", NULL);
    expect(true, "Forum Budget Maps ");
    expect(false, "Forum Budget ");
    ck_assert_msg(clash_accept(at, "room:1w1:2", "they share it", &err), "%s",
                  err.message);
    expect(true, "");
    office_change(at, &meeting_entity, budget, "room", "1", NULL);
    expect(true, "Forum Budget "); /* another clash: its workshops have no part in it */
}
END_TEST

/* How many meetings the list by day and the grids have for these words. */
static void
expect_found(const char *words, size_t listed, size_t shown)
{
    const struct date day = { .year = 2027, .month = 3, .day = 16 };
    const struct agenda_wish wish = { .first = day, .last = day };
    const struct listing_query query = { .kind = LISTING_AGENDA, .search = words };
    struct listing_page page = { 0 };
    struct agenda agenda = { 0 };
    int64_t count = 0;

    ck_assert_msg(listing_fetch(at, &query, LISTING_FIRST, NULL, 9, &page, &err), "%s",
                  err.message);
    ck_assert(listing_count(at, &query, 9, &count, &err));
    ck_assert_msg(browse_agenda_found(at, &wish, words, &agenda, &err), "%s",
                  err.message);
    ck_assert_uint_eq(page.count, listed);
    ck_assert_int_eq(count, (int64_t)listed);
    ck_assert_uint_eq(agenda.count, shown);
    listing_page_clear(&page);
    agenda_clear(&agenda);
}

START_TEST(agenda__finds_by_people__in_the_list_as_in_the_grids)
{
    const int64_t ana = office_add_person(at, "Lukasik", "Ana");
    const int64_t leo = office_add_person(at, "Colas", "Leo");

    office_register(at, forum, ana);
    expect_found("lukasik", 1, 1);
    expect_found("ana luk", 1, 1);
    expect_found("lukasik leo", 0, 0);
    expect_found("lu", 0, 0); /* half the people would be meant */
    expect_found("colas", 0, 0);
    struct register_outcome outcome;
    const int64_t his = office_register(at, budget, leo);
    expect_found("colas", 1, 1);
    expect_found("urb", 2, 2);
    ck_assert(register_act(at, his, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err));
    expect_found("colas", 0, 0);
}
END_TEST

START_TEST(agenda__marks_nothing__that_is_called_off)
{
    office_change(at, &meeting_entity, budget, "room", "2", NULL);
    office_change_row_unseen(&workshop_entity, 1, "state", "cancelled");
    expect(true, "");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, agenda__marks_what_clashes__a_workshop_and_both_meetings);
    tcase_add_test(tests, agenda__finds_by_people__in_the_list_as_in_the_grids);
    tcase_add_test(tests, agenda__marks_nothing__that_is_called_off);
}

SUITE_MAIN("browse_agenda")
