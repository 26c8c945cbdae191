/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_part_test.c - the days and slots of our meetings come back from a calendar */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/calendar_office.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/sample.h"
#include "atelier/app/undo.h"
#include "atelier/domain/slot.h"
#include "support/database_file.h"

#define DAY_STAYS                                                                        \
    "refused: It is a day of a meeting of this office, whose days have the hours of "    \
    "the "                                                                               \
    "meeting: move the meeting or divide it into slots here.\n"
#define SLOT_STAYS                                                                       \
    "refused: It is a slot of a meeting of this office, which has no place for it "      \
    "then: "                                                                             \
    "move the meeting or the slot here.\n"
#define SQL_HOURS "SELECT start, \"end\" FROM meeting"
#define SQL_SLOTS "SELECT label, start, \"end\" FROM slot ORDER BY id"

static int64_t meeting;

static char *
exported_meeting(void)
{
    return other_calendar_exported(at, (struct row_ref){ ENTITY_MEETING, meeting });
}

static void
plan(const char *start, const char *end)
{
    meeting = office_add_meeting(at, group, start, NUMBER_NONE);
    office_change(at, &meeting_entity, meeting, "end", end, NULL);
}

static void
add_slot(const char *label, const char *start, const char *end)
{
    char number[32];

    snprintf(number, sizeof number, "%lld", (long long)meeting);
    office_add(at, &slot_entity, "meeting", number, "label", label, "start", start, "end",
               end, NULL);
}

/* As if it had been changed often there. */
static void
set_newer(char *text)
{
    for (char *found = text; (found = strstr(found, "SEQUENCE:"));)
        *(found += strlen("SEQUENCE:")) = '9';
}

/* The first afternoon, a second day of two slots, the last morning. */
static void
plan_with_slots(void)
{
    plan("2027-05-11 14:00", "2027-05-13 12:00");
    add_slot("Talks", "2027-05-12 09:00", "2027-05-12 12:00");
    add_slot("Visit", "2027-05-12 14:00", "2027-05-12 17:00");
}

/* --- as it was */

static void
expect_all_same(const char *text, struct date from, struct date until, int64_t count)
{
    struct calendar_import *import =
        judged_as(text, &(struct calendar_import_choice){ .from = from, .until = until });
    int64_t counts[IMPORT_VERDICT_COUNT];

    calendar_import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_SAME], count);
    ck_assert_int_eq(count, (int64_t)calendar_import_row_count(import));
    calendar_import_free(import);
}

START_TEST(meetings_of_the_sample__come_back_as_they_are)
{
    office_end(at);
    atelier_close(colleague);
    at = office_found();
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    group = database_file_number("SELECT id FROM working_group WHERE code = 'URB'");
    plan_with_slots();
    plan("2027-06-01 09:30", "2027-06-03 17:00");
    char *all = other_calendar_exported(at, ROW_NONE);
    const int64_t workshops = database_file_number("SELECT count(*) FROM workshop");
    expect_all_same(all, (struct date){ 2017, 1, 1 }, (struct date){ 2024, 12, 31 },
                    workshops + 1);
    expect_all_same(all, (struct date){ 2025, 1, 1 }, (struct date){ 2028, 12, 31 },
                    workshops + 36);
    free(all);
}
END_TEST

START_TEST(row__says_of_which_meeting_it_is_a_part__and_when)
{
    plan_with_slots();
    char *text = exported_meeting();
    struct calendar_import *import = judged(text);
    struct buffer told = { 0 };

    for (size_t i = 0; i < calendar_import_row_count(import); i++) {
        const struct calendar_import_row *row = calendar_import_row(import, i);
        calendar_import_add_when(row, &told);
        buffer_add(&told, "  ");
        calendar_import_add_whole(row, &told);
        buffer_add(&told, "\n");
    }
    ck_assert_str_eq(buffer_text(&told),
                     "Tue 11/05/2027 14:00–18:00  It is a part of meeting 1, Tue "
                     "11/05/2027 14:00–Thu 13/05/2027 12:00.\n"
                     "Wed 12/05/2027 09:00–12:00  It is a part of meeting 1, Tue "
                     "11/05/2027 14:00–Thu 13/05/2027 12:00.\n"
                     "Wed 12/05/2027 14:00–17:00  It is a part of meeting 1, Tue "
                     "11/05/2027 14:00–Thu 13/05/2027 12:00.\n"
                     "Thu 13/05/2027 09:00–12:00  It is a part of meeting 1, Tue "
                     "11/05/2027 14:00–Thu 13/05/2027 12:00.\n");
    buffer_clear(&told);
    calendar_import_free(import);
    free(text);
}
END_TEST

START_TEST(slot_by_other_clocks__is_compared_by_its_instant)
{
    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "DTSTART;TZID=Europe/Paris:20270512T140000",
                       "DTSTART;TZID=Africa/Cairo:20270512T150000");
    expect(text, "same\nsame\nsame\nsame\n");
    other_calendar_set(text, ":20270512T150000", ":20270512T153000");
    expect(text, "same\nsame\n"
                 "changed [start 2027-05-12 14:00 > 2027-05-12 14:30]\nsame\n");
    free(text);
}
END_TEST

START_TEST(day_that_ends_in_the_hour_that_comes_twice__is_the_same)
{
    plan("2027-10-29 20:00", "2027-11-01 02:30");
    char *text = exported_meeting();
    ck_assert_ptr_nonnull(strstr(text, "DTEND:20271031T013000Z"));
    expect(text, "same\nsame\nsame\n");
    free(text);
}
END_TEST

/* What was one event when it was exported last. */
START_TEST(meeting_that_has_one_day_again__is_no_part_of_itself)
{
    plan("2027-05-11 09:30", "2027-05-12 16:00");
    office_change(at, &meeting_entity, meeting, "end", "2027-05-11 16:00", NULL);
    char *text = exported_meeting();
    expect(text, "same\nsame\n");
    other_calendar_set(text, "20270511T093000", "20270511T100000");
    struct calendar_import *import = judged(text);
    other_calendar_expect(import,
                          "changed [start 2027-05-11 09:30 > 2027-05-11 10:00]\nsame\n");
    ck_assert(!calendar_import_row(import, 0)->is_part);
    ck_assert(calendar_import_row(import, 1)->is_part);
    calendar_import_free(import);
    free(text);
}
END_TEST

/* --- with other hours */

START_TEST(slot_that_moved__moves_here__and_comes_back_by_an_undo)
{
    plan_with_slots();
    char *text = exported_meeting();
    struct journal_entry undone = { 0 };

    other_calendar_set(text, "20270512T140000", "20270512T143000");
    expect(text, "same\nsame\nchanged [start 2027-05-12 14:00 > 2027-05-12 "
                 "14:30]\nsame\n");
    take(text);
    office_expect(SQL_SLOTS, "Talks|2027-05-12 09:00|2027-05-12 12:00\n"
                             "Visit|2027-05-12 14:30|2027-05-12 17:00\n");
    office_expect(SQL_HOURS, "2027-05-11 14:00|2027-05-13 12:00\n");
    expect(text, "same\nsame\nsame\nsame\n");
    ck_assert_msg(undo_last(at, NULL, &undone, &err), "%s", err.message);
    journal_entry_clear(&undone);
    office_expect(SQL_SLOTS, "Talks|2027-05-12 09:00|2027-05-12 12:00\n"
                             "Visit|2027-05-12 14:00|2027-05-12 17:00\n");
    free(text);
}
END_TEST

/* All are one change of the meeting; its slots stay, though its start moves. */
START_TEST(first_day_and_last__that_begin_and_end_otherwise__move_the_meeting)
{
    struct calendar_import_outcome outcome;

    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270511T140000", "20270511T153000");
    other_calendar_set(text, "20270512T170000", "20270512T173000");
    other_calendar_set(text, "20270513T120000", "20270513T110000");
    take_as(text, &(struct calendar_import_choice){ 0 }, &outcome);
    ck_assert_int_eq(outcome.changed, 1);
    office_expect(SQL_HOURS, "2027-05-11 15:30|2027-05-13 11:00\n");
    office_expect(SQL_SLOTS, "Talks|2027-05-12 09:00|2027-05-12 12:00\n"
                             "Visit|2027-05-12 14:00|2027-05-12 17:30\n");
    expect(text, "same\nsame\nsame\nsame\n");
    free(text);
}
END_TEST

START_TEST(days_that_all_moved_alike__move_the_meeting)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported_meeting();
    other_calendar_set(text, ":20270513T", ":20270603T");
    other_calendar_set(text, ":20270512T", ":20270602T");
    other_calendar_set(text, ":20270511T", ":20270601T");
    take(text);
    office_expect(SQL_HOURS, "2027-06-01 09:30|2027-06-03 16:00\n");
    expect(text, "same\nsame\nsame\n");
    free(text);
}
END_TEST

/* What is told of the rows, and what of the meetings. */
START_TEST(days_that_all_move__are_one_meeting_that_changes)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported_meeting();
    int64_t counts[IMPORT_VERDICT_COUNT];
    int64_t deeds[CALENDAR_IMPORT_DEED_COUNT];
    struct calendar_import_outcome outcome;

    other_calendar_set(text, "T093000", "T100000");
    struct calendar_import *import = judged(text);
    calendar_import_counts(import, counts);
    calendar_import_deeds(import, deeds);
    ck_assert_int_eq(counts[IMPORT_CHANGED], 3);
    ck_assert_int_eq(deeds[CALENDAR_IMPORT_CHANGE], 1);
    run(import, &outcome);
    ck_assert_int_eq(outcome.changed, 1);
    calendar_import_free(import);
    free(text);
}
END_TEST

START_TEST(day_that_is_refused__changes_no_meeting)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported_meeting();
    int64_t deeds[CALENDAR_IMPORT_DEED_COUNT];

    other_calendar_set(text, "20270511T093000", "20270511T100000");
    struct calendar_import *import = judged(text);
    calendar_import_deeds(import, deeds);
    ck_assert_int_eq(deeds[CALENDAR_IMPORT_CHANGE], 0);
    calendar_import_free(import);
    free(text);
}
END_TEST

/* Of a meeting that has no day without a slot. */
START_TEST(slots_that_all_moved_alike__move_the_meeting)
{
    plan("2027-05-11 09:30", "2027-05-12 16:00");
    add_slot("Talks", "2027-05-11 09:30", "2027-05-11 12:00");
    add_slot("Visit", "2027-05-12 14:00", "2027-05-12 16:00");
    char *text = exported_meeting();
    other_calendar_set(text, ":20270512T", ":20270519T");
    other_calendar_set(text, ":20270511T", ":20270518T");
    take(text);
    office_expect(SQL_HOURS, "2027-05-18 09:30|2027-05-19 16:00\n");
    office_expect(SQL_SLOTS, "Talks|2027-05-18 09:30|2027-05-18 12:00\n"
                             "Visit|2027-05-19 14:00|2027-05-19 16:00\n");
    expect(text, "same\nsame\n");
    free(text);
}
END_TEST

static const struct {
    const char *from;
    const char *to;
    const char *expected;
} refused[] = {
    { "20270511T093000", "20270511T100000", DAY_STAYS "same\nsame\n" },
    { ":20270512T", ":20270514T", "same\n" DAY_STAYS "same\n" },
    { "20270513T160000", "20270513T150000", "same\nsame\n" DAY_STAYS },
};

START_TEST(day_alone__that_the_meeting_cannot_follow__is_refused)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported_meeting();
    other_calendar_set(text, refused[_i].from, refused[_i].to);
    expect(text, refused[_i].expected);
    take(text);
    office_expect(SQL_HOURS, "2027-05-11 09:30|2027-05-13 16:00\n");
    free(text);
}
END_TEST

/* In front of the meeting, and behind its end. */
static const char *const outside[][2] = { { "20270511T100000", "20270511T130000" },
                                          { "20270513T130000", "20270513T150000" } };

START_TEST(slot__that_the_meeting_has_no_place_for__is_refused)
{
    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270512T140000", outside[_i][0]);
    other_calendar_set(text, "20270512T170000", outside[_i][1]);
    expect(text, "same\nsame\n" SLOT_STAYS "same\n");
    free(text);
}
END_TEST

/* In the file neither overlaps, whichever is written first. */
START_TEST(slots__that_move_into_each_others_hours__move_together)
{
    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270512T120000", "20270512T143000");
    other_calendar_set(text, "20270512T140000", "20270512T150000");
    take(text);
    office_expect(SQL_SLOTS, "Talks|2027-05-12 09:00|2027-05-12 14:30\n"
                             "Visit|2027-05-12 15:00|2027-05-12 17:00\n");
    free(text);
}
END_TEST

START_TEST(slot__that_would_lie_over_another__is_refused)
{
    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270512T140000", "20270512T113000");
    expect(text, "same\nsame\n" SLOT_STAYS "same\n");
    free(text);
}
END_TEST

/* The slot moves although the day, which it does not follow, does not. */
START_TEST(slot__beside_a_day_that_is_refused__moves)
{
    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270512T140000", "20270512T143000");
    other_calendar_set(text, "20270513T090000", "20270513T100000");
    expect(text,
           "same\nsame\nchanged [start 2027-05-12 14:00 > 2027-05-12 14:30]\n" DAY_STAYS);
    take(text);
    office_expect(SQL_SLOTS, "Talks|2027-05-12 09:00|2027-05-12 12:00\n"
                             "Visit|2027-05-12 14:30|2027-05-12 17:00\n");
    free(text);
}
END_TEST

START_TEST(slot_that_a_colleague_moves_meanwhile__is_looked_at_again)
{
    struct calendar_import_outcome outcome;

    plan_with_slots();
    char *text = exported_meeting();
    other_calendar_set(text, "20270512T140000", "20270512T143000");
    set_newer(text);
    struct calendar_import *import = judged(text);
    office_change(colleague, &slot_entity, 2, "start", "2027-05-12 15:00", NULL);
    ck_assert(!calendar_import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    calendar_import_free(import);
    free(text);
}
END_TEST

START_TEST(older_copy_of_a_slot__moves_nothing)
{
    plan_with_slots();
    char *text = exported_meeting();
    office_change(at, &slot_entity, 2, "start", "2027-05-12 15:00", NULL);
    office_change(at, &slot_entity, 2, "start", "2027-05-12 16:00", NULL);
    expect(text, "same\nsame\nsame\nsame\n");
    free(text);
}
END_TEST

/* --- off, here or there */

START_TEST(part_that_was_cancelled_there__is_left_to_a_person)
{
    plan_with_slots();
    char *text = exported_meeting();
    char *visit = strstr(text, "20270512T140000");
    other_calendar_set(visit, "STATUS:CONFIRMED", "STATUS:CANCELLED");
    expect(text, "same\nsame\ndoubtful: It is a part of a meeting of this office, and "
                 "cancelled there: take that day or slot out of the meeting here, if it "
                 "is off.\ndoubtful: It is a part of a meeting of this office, and "
                 "cancelled there: take that day or slot out of the meeting here, if it "
                 "is off.\n");
    free(text);
}
END_TEST

START_TEST(day_that_is_gone_here__is_no_new_meeting)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported_meeting();
    office_change(at, &meeting_entity, meeting, "end", "2027-05-12 16:00", NULL);
    expect(text, "same\nsame\nsame\n");
    set_newer(text);
    other_calendar_set(text, "20270513T093000", "20270513T103000");
    expect(text, "same\nsame\ndoubtful: It was a part of a meeting of this office, and "
                 "takes place there: add that day or slot to the meeting here, if it "
                 "does.\n");
    free(text);
}
END_TEST

START_TEST(part_of_a_meeting_that_is_closed__does_not_move)
{
    plan_with_slots();
    char *text = exported_meeting();
    office_change_unseen(meeting, "state", "closed");
    other_calendar_set(text, "20270512T140000", "20270512T143000");
    expect(text, "same\nsame\nrefused: The meeting is closed: it does not change any "
                 "more.\nsame\n");
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, meetings_of_the_sample__come_back_as_they_are);
    tcase_add_test(tests, row__says_of_which_meeting_it_is_a_part__and_when);
    tcase_add_test(tests, slot_by_other_clocks__is_compared_by_its_instant);
    tcase_add_test(tests, day_that_ends_in_the_hour_that_comes_twice__is_the_same);
    tcase_add_test(tests, meeting_that_has_one_day_again__is_no_part_of_itself);
    tcase_add_test(tests, slot_that_moved__moves_here__and_comes_back_by_an_undo);
    tcase_add_test(tests,
                   first_day_and_last__that_begin_and_end_otherwise__move_the_meeting);
    tcase_add_test(tests, days_that_all_moved_alike__move_the_meeting);
    tcase_add_test(tests, days_that_all_move__are_one_meeting_that_changes);
    tcase_add_test(tests, day_that_is_refused__changes_no_meeting);
    tcase_add_test(tests, slots_that_all_moved_alike__move_the_meeting);
    tcase_add_loop_test(tests, day_alone__that_the_meeting_cannot_follow__is_refused, 0,
                        (int)(sizeof refused / sizeof refused[0]));
    tcase_add_loop_test(tests, slot__that_the_meeting_has_no_place_for__is_refused, 0,
                        (int)(sizeof outside / sizeof outside[0]));
    tcase_add_test(tests, slot__beside_a_day_that_is_refused__moves);
    tcase_add_test(tests, slots__that_move_into_each_others_hours__move_together);
    tcase_add_test(tests, slot__that_would_lie_over_another__is_refused);
    tcase_add_test(tests, slot_that_a_colleague_moves_meanwhile__is_looked_at_again);
    tcase_add_test(tests, older_copy_of_a_slot__moves_nothing);
    tcase_add_test(tests, part_that_was_cancelled_there__is_left_to_a_person);
    tcase_add_test(tests, day_that_is_gone_here__is_no_new_meeting);
    tcase_add_test(tests, part_of_a_meeting_that_is_closed__does_not_move);
}

SUITE_MAIN("import_part")
