/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots_ruled_test.c - the slots of a meeting are there before any is written, and become
 * rows when one is used
 */
#include <check.h>
#include <inttypes.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/browse_programme.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/slots.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define DAY "2027-03-16 "

static struct atelier *at;
static struct error err;
static int64_t meeting;

static void
set_lunch(const char *lunch)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(&settings.lunch, lunch);
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

static void
set_up(void)
{
    err = (struct error){ 0 };
    at = office_found();
    office_add_group(at, "URB");
    set_lunch("12:30-14:00");
    meeting = office_add(at, &meeting_entity, "group", "1", "title", "Forum", "start",
                         DAY "09:00", "end", DAY "17:00", NULL);
}

static void
tear_down(void)
{
    office_end(at);
}

/* "-1 Morning;" for each row of the list, which counts them too. */
static void
expect(const char *expected)
{
    const struct listing_query query = { .kind = LISTING_SLOT, .scope = meeting };
    struct listing_page page = { 0 };
    struct buffer told = { 0 };
    int64_t count = 0;

    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 50, &page, &err));
    for (size_t i = 0; i < page.count; i++)
        buffer_addf(&told, "%" PRId64 " %s;", page.rows[i].id, page.rows[i].cells[1]);
    ck_assert_str_eq(buffer_text(&told), expected);
    ck_assert(listing_count(at, &query, 50, &count, &err));
    ck_assert_int_eq(count, (int64_t)page.count);
    buffer_clear(&told);
    listing_page_clear(&page);
}

START_TEST(slots__are_there_by_the_lunch_break__and_nobody_wrote_them)
{
    expect("-1 Morning;-2 Afternoon;");
    office_expect("SELECT count(*) FROM slot", "0\n");
    office_change(at, &meeting_entity, meeting, "start", DAY "10:00", NULL);
    expect("-1 Morning;-2 Afternoon;");
    office_change(at, &meeting_entity, meeting, "start", DAY "14:00", NULL);
    expect(""); /* one whole */
    office_change(at, &meeting_entity, meeting, "start", DAY "09:00", NULL);
    set_lunch(NULL);
    expect("");
}
END_TEST

START_TEST(slots__become_rows__when_a_workshop_lies_in_one)
{
    struct workshop workshop;

    record_init(&workshop_entity, &workshop);
    workshop.meeting = meeting;
    memory_replace(&workshop.title, "Maps");
    workshop.slot = -2;
    ck_assert_msg(edit_add(at, &workshop_entity, &workshop.head, NULL, &err), "%s",
                  err.message);
    record_clear(&workshop_entity, &workshop);
    expect("1 Morning;2 Afternoon;");
    office_expect("SELECT slot FROM workshop", "2\n");
    office_expect_whole(at);
}
END_TEST

static void
mark_afternoon(void)
{
    const int64_t person = office_add_person(at, "Colas", "Léo");
    struct attend_request request = {
        .meeting = meeting, .person = person, .slot = -2, .kind = PRESENCE_PRESENT
    };
    struct attend_outcome outcome;

    office_register(at, meeting, person);
    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    attend_outcome_clear(&outcome);
}

START_TEST(slots__become_rows__when_somebody_is_marked_in_one)
{
    mark_afternoon();
    expect("1 Morning;2 Afternoon;");
    office_expect("SELECT slot FROM presence", "2\n");
}
END_TEST

#define SQL_HOURS "SELECT substr(start, 12), substr(\"end\", 12) FROM slot ORDER BY id"

START_TEST(slots__that_were_made_since__follow_their_meeting_back)
{
    struct journal_entry entry = { 0 };

    office_change(at, &meeting_entity, meeting, "start", DAY "10:00", "end", DAY "18:00",
                  NULL);
    const int64_t moved = database_file_number("SELECT max(id) FROM journal");
    mark_afternoon();
    office_expect(SQL_HOURS, "10:00|12:30\n14:00|18:00\n");
    ck_assert_msg(undo_act(at, moved, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_HOURS, "09:00|12:30\n14:00|17:00\n");
    office_expect_whole(at);
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_HOURS, "10:00|12:30\n14:00|18:00\n");
    office_expect_whole(at);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(slots__that_were_made_since__forbid_an_undo_that_has_no_place_for_them)
{
    struct journal_entry entry = { 0 };

    office_change(at, &meeting_entity, meeting, "end", DAY "12:00", NULL);
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    const int64_t moved = database_file_number("SELECT max(id) FROM journal");
    mark_afternoon();
    ck_assert(!undo_act(at, moved, NULL, &entry, &err));
    ck_assert_str_eq(err.message,
                     "It cannot be undone: “Morning” (Tue 16/03/2027 09:00–12:30) would "
                     "lie outside the meeting (Tue 16/03/2027 09:00–12:00).  Change the "
                     "hours of the slot first, or remove it.");
    error_clear(&err);
    office_expect_whole(at);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(slots__that_the_rule_made__follow_the_end_of_their_meeting__marked_or_not)
{
    mark_afternoon();
    office_change(at, &meeting_entity, meeting, "end", DAY "16:00", NULL);
    office_expect(SQL_HOURS, "09:00|12:30\n14:00|16:00\n");
    office_expect_whole(at);
    office_change(at, &meeting_entity, meeting, "start", "2027-03-17 10:00", "end",
                  "2027-03-17 17:00", NULL);
    office_expect(SQL_HOURS, "10:00|12:30\n14:00|17:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(slots__that_somebody_adds__divide_it_otherwise)
{
    office_add(at, &slot_entity, "meeting", "1", "label", "Late", "start", DAY "16:00",
               "end", DAY "17:00", NULL);
    expect("1 Late;");
}
END_TEST

START_TEST(programme__has_them_as_rows)
{
    struct programme programme = { 0 };
    struct programme_grid grid = { 0 };
    struct meeting record;

    record_init(&meeting_entity, &record);
    ck_assert(edit_load(at, &meeting_entity, meeting, &record, &err));
    ck_assert(browse_programme(at, &record, &programme, &err));
    programme_grid_fill(&grid, &programme);
    ck_assert_uint_eq(grid.row_count, 2);
    ck_assert_str_eq(programme_slot(&programme, grid.rows[1].slot)->label, "Afternoon");
    programme_grid_clear(&grid);
    programme_clear(&programme);
    record_clear(&meeting_entity, &record);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, slots__are_there_by_the_lunch_break__and_nobody_wrote_them);
    tcase_add_test(tests, slots__become_rows__when_a_workshop_lies_in_one);
    tcase_add_test(tests, slots__become_rows__when_somebody_is_marked_in_one);
    tcase_add_test(tests, slots__that_were_made_since__follow_their_meeting_back);
    tcase_add_test(
        tests, slots__that_were_made_since__forbid_an_undo_that_has_no_place_for_them);
    tcase_add_test(
        tests, slots__that_the_rule_made__follow_the_end_of_their_meeting__marked_or_not);
    tcase_add_test(tests, slots__that_somebody_adds__divide_it_otherwise);
    tcase_add_test(tests, programme__has_them_as_rows);
}

SUITE_MAIN("slots_ruled")
