/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_past_test.c - a file comes back from before calendars were told that a meeting,
 * or a day of it, is off
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/calendar_office.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"

#define TAKEN_BACK                                                                       \
    "same: Calendars took this entry of meeting 1 back since: there is nothing to do.\n"
#define SQL_MEETINGS "SELECT id, start, state FROM meeting ORDER BY id"

static int64_t meeting;

static char *
exported(void)
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
plan_draft(const char *start, const char *end)
{
    char number[32];

    (void)snprintf(number, sizeof number, "%lld", (long long)group);
    meeting = office_add(at, &meeting_entity, "group", number, "title", "Congress",
                         "start", start, "end", end, NULL);
}

static void
act(enum meeting_act what)
{
    ck_assert_msg(plan_act(at, meeting, what, "why", &err), "%s", err.message);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static void
come_back(const char *now)
{
    atelier_close(at);
    at = office_return(NULL, now);
}

/* Cancelled, and on again two days later: calendars have it by another UID. */
static void
revive_late(void)
{
    act(MEETING_CANCEL);
    come_back("2027-03-03 09:00");
    undo();
}

START_TEST(file_from_before_a_late_revival__is_no_new_meeting)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *before = exported();
    revive_late();
    char *after = exported();

    expect(before, TAKEN_BACK);
    expect(after, "same\n");
    take(before);
    office_expect(SQL_MEETINGS, "1|2027-05-11 09:30|1\n");
    free(after);
    free(before);
}
END_TEST

/* What it says is of an entry that is off: neither its hours nor its end count. */
START_TEST(older_entry__moves_and_cancels_nothing__whatever_it_says)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = exported();
    revive_late();
    other_calendar_set(text, "SEQUENCE:1", "SEQUENCE:9");
    other_calendar_set(text, "T093000", "T103000");
    expect(text, TAKEN_BACK);
    other_calendar_set(text, "STATUS:CONFIRMED", "STATUS:CANCELLED");
    expect(text, TAKEN_BACK);
    office_change_unseen(meeting, "state", "closed");
    expect(text, TAKEN_BACK);
    free(text);
}
END_TEST

START_TEST(days_from_before_a_late_revival__are_no_new_meetings)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *before = exported();
    revive_late();
    char *after = exported();
    expect(before, TAKEN_BACK TAKEN_BACK TAKEN_BACK);
    expect(after, "same\nsame\nsame\n");
    revive_late();
    expect(before, TAKEN_BACK TAKEN_BACK TAKEN_BACK);
    free(after);
    free(before);
}
END_TEST

/* Once more: what is told by now is past then, and what was past stays so. */
START_TEST(meeting_that_is_revived_twice__is_known_by_either_entry)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *first = exported();
    revive_late();
    char *second = exported();
    act(MEETING_CANCEL);
    come_back("2027-03-06 09:00");
    undo();
    expect(first, TAKEN_BACK);
    expect(second, TAKEN_BACK);
    free(second);
    free(first);
}
END_TEST

START_TEST(day_that_went_long_ago__is_no_new_meeting)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported();
    office_change(at, &meeting_entity, meeting, "end", "2027-05-12 16:00", NULL);
    come_back("2027-05-01 09:01");
    office_change(at, &meeting_entity, meeting, "start", "2027-05-11 10:00", "end",
                  "2027-05-12 16:30", NULL);
    office_expect("SELECT count(*) FROM meeting_day", "2\n");
    expect(text, "same\nsame\n" TAKEN_BACK);
    free(text);
}
END_TEST

/* Nobody was told of it but whoever was given the draft by hand. */
START_TEST(day_that_a_draft_lost__is_no_new_meeting)
{
    plan_draft("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported();
    office_change(at, &meeting_entity, meeting, "end", "2027-05-12 16:00", NULL);
    office_expect("SELECT count(*) FROM meeting_day", "2\n");
    expect(text, "same\nsame\n" TAKEN_BACK);
    free(text);
}
END_TEST

/* The first day of a draft leaves the meeting's own entry to the second, whose own goes.
 */
START_TEST(entry_that_goes_to_another_day__is_not_taken_back)
{
    plan_draft("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported();
    office_change(at, &meeting_entity, meeting, "start", "2027-05-12 09:30", NULL);
    char *after = exported();
    expect(after, "same\nsame\n");
    office_expect("SELECT count(*) FROM past_uid WHERE uid IN"
                  " (SELECT ics_uid FROM meeting_day UNION SELECT ics_uid FROM meeting)",
                  "0\n");
    office_expect("SELECT count(*) FROM past_uid", "1\n");
    free(after);
    free(text);
}
END_TEST

START_TEST(meeting_that_was_removed__is_not_known_by_it__until_that_is_undone)
{
    plan_draft("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = exported();
    office_change(at, &meeting_entity, meeting, "end", "2027-05-12 16:00", NULL);
    struct meeting is;
    record_init(&meeting_entity, &is);
    ck_assert(edit_load(at, &meeting_entity, meeting, &is, &err));
    ck_assert_msg(edit_remove(at, &meeting_entity, meeting, is.head.rev, &err), "%s",
                  err.message);
    record_clear(&meeting_entity, &is);
    struct calendar_import *import = judged(text);
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_SAME], 0);
    calendar_import_free(import);
    undo();
    expect(text, "same\nsame\n" TAKEN_BACK);
    free(text);
}
END_TEST

/* It came in before its older entry was remembered, and stays what it is. */
START_TEST(meeting_that_came_from_an_older_entry__is_still_that_meeting)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = exported();
    revive_late();
    (void)database_file_run("UPDATE past_uid SET uid = 'elsewhere'");
    take(text);
    office_expect("SELECT count(*) FROM meeting", "2\n");
    (void)database_file_run("UPDATE past_uid SET uid = (SELECT source_uid FROM meeting"
                            " WHERE source_uid IS NOT NULL)");
    expect(text, "same\n");
    free(text);
}
END_TEST

/* Who would have come then may not know of the meeting that is now. */
START_TEST(older_entry__brings_nobody_and_no_room)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = exported();
    revive_late();
    office_change(at, &meeting_entity, meeting, "place", "Lyon", NULL);
    office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
               "paul@example.org", NULL);
    struct buffer with = { 0 };
    char *end = strstr(text, "END:VEVENT");
    buffer_add_part(&with, text, (size_t)(end - text));
    buffer_add(&with, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:paul@example.org\r\n"
                      "LOCATION:Lyon\r\n");
    buffer_add(&with, end);
    struct calendar_import_outcome outcome;
    take_as(buffer_text(&with),
            &(struct calendar_import_choice){ .attendees = true, .create_rooms = true },
            &outcome);
    ck_assert_int_eq(outcome.registered + outcome.unknown + outcome.changed, 0);
    office_expect("SELECT count(*) FROM registration", "0\n");
    buffer_clear(&with);
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, file_from_before_a_late_revival__is_no_new_meeting);
    tcase_add_test(tests, older_entry__moves_and_cancels_nothing__whatever_it_says);
    tcase_add_test(tests, days_from_before_a_late_revival__are_no_new_meetings);
    tcase_add_test(tests, meeting_that_is_revived_twice__is_known_by_either_entry);
    tcase_add_test(tests, day_that_went_long_ago__is_no_new_meeting);
    tcase_add_test(tests, day_that_a_draft_lost__is_no_new_meeting);
    tcase_add_test(tests, entry_that_goes_to_another_day__is_not_taken_back);
    tcase_add_test(tests,
                   meeting_that_was_removed__is_not_known_by_it__until_that_is_undone);
    tcase_add_test(tests, meeting_that_came_from_an_older_entry__is_still_that_meeting);
    tcase_add_test(tests, older_entry__brings_nobody_and_no_room);
}

SUITE_MAIN("import_past")
