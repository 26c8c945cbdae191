/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_known_test.c - an event that was imported before: which meeting it is, what it
 * may change, and what is said where nobody can know */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

#define CALENDAR(events)                                                                 \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" events "END:"             \
    "VCALENDAR\r\n"
#define EVENT(uid, lines)                                                                \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\nSUMMARY:Jobs\r\n" lines  \
    "END:VEVENT\r\n"
/* From half past nine to half past twelve. */
#define ON(day)                                                                          \
    "DTSTART;TZID=Europe/Paris:" day "T093000\r\nDTEND;TZID=Europe/Paris:" day           \
    "T123000\r\n"
#define RULE(rule) "RRULE:" rule "\r\n"
#define STATUS(status) "STATUS:" status "\r\n"
#define OCCURRENCE(day) "RECURRENCE-ID;TZID=Europe/Paris:" day "T093000\r\n"

#define JOBS CALENDAR(EVENT("jobs@x", ON("20270316")))
#define JOBS_AS(lines) CALENDAR(EVENT("jobs@x", ON("20270316") lines))
#define JOBS_ON(day, lines) CALENDAR(EVENT("jobs@x", ON(day) lines))

#define ABSENT "doubtful: The calendar has it no more: cancel it here, if it is off.\n"
#define PERHAPS                                                                          \
    "doubtful: It may be one of those that the calendar has no more: cancel these here " \
    "first, if they are off.\n"
#define AWAY                                                                             \
    "doubtful: The calendar has moved it out of the days that are imported: import "     \
    "more "                                                                              \
    "of them, or move it here.\n"
#define PERHAPS_OFF                                                                      \
    "doubtful: It may be one of that week that is cancelled here: plan it here, if it "  \
    "takes place.\n"
#define PERHAPS_UNREAD                                                                   \
    "doubtful: It may be another meeting of that week, which was not looked at: import " \
    "that week as a whole, from the whole calendar.\n"
#define OFF                                                                              \
    "refused: It takes place there, and is cancelled here: undo that or plan another "   \
    "meeting.\n"
#define CALLED_OFF "changed [state confirmed > cancelled]\n"
#define TO(day)                                                                          \
    "changed [start 2027-03-16 09:30 > " day " 09:30] [end 2027-03-16 12:30 > " day      \
    " 12:30]"

/* The same an hour later. */
#define AT_HALF_PAST_TEN(day)                                                            \
    "DTSTART;TZID=Europe/Paris:" day "T103000\r\nDTEND;TZID=Europe/Paris:" day           \
    "T133000\r\n"
#define ALSO_ON(day) "RDATE;TZID=Europe/Paris:" day "T093000\r\n"
#define NOT_ON(day) "EXDATE;TZID=Europe/Paris:" day "T093000\r\n"
#define MESSAGE(method, event)                                                           \
    CALENDAR("METHOD:" method "\r\n" EVENT("jobs@x", "SEQUENCE:3\r\n" event))

#define SQL_STARTS "SELECT substr(start, 6, 5) FROM meeting ORDER BY id"

static struct atelier *at;
static struct error err;
static int64_t group;
static const struct calendar_import_choice as_it_is;

static void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static struct calendar_import *
judged(const char *text, struct calendar_import_choice choice)
{
    if (!choice.group)
        choice.group = group;
    struct calendar_import *import =
        calendar_import_open(at, paper_write("other.ics", text), &choice, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_msg(calendar_import_judge(import, NULL, NULL, &err), "%s", err.message);
    return import;
}

static void
take_as(const char *text, struct calendar_import_choice choice)
{
    struct calendar_import_outcome outcome;
    struct calendar_import *import = judged(text, choice);
    ck_assert_msg(calendar_import_run(import, NULL, NULL, &outcome, &err), "%s",
                  err.message);
    calendar_import_free(import);
}

static void
take(const char *text)
{
    take_as(text, as_it_is);
}

/* "changed: sentence [field old > new]": a line a row. */
static void
expect_as(const char *text, struct calendar_import_choice choice, const char *expected)
{
    struct calendar_import *import = judged(text, choice);
    struct buffer told = { 0 };
    for (size_t i = 0; i < calendar_import_row_count(import); i++) {
        const struct calendar_import_row *row = calendar_import_row(import, i);
        buffer_add(&told, import_verdicts[row->verdict].name);
        if (row->reason)
            buffer_addf(&told, ": %s", row->reason);
        for (size_t c = 0; c < row->change_count; c++) {
            const struct calendar_import_change *change = &row->changes[c];
            buffer_addf(&told, " [%s %s > %s]", change->field->name,
                        change->before ? change->before : "-",
                        change->after ? change->after : "-");
        }
        buffer_add(&told, "\n");
    }
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    calendar_import_free(import);
}

static void
expect(const char *text, const char *expected)
{
    expect_as(text, as_it_is, expected);
}

static void
act(int64_t meeting, enum meeting_act act)
{
    ck_assert_msg(plan_act(at, meeting, act, "Reason.", &err), "%s", err.message);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

/* --- which version was taken */

START_TEST(event_on_again_after_its_cancellation__is_not_passed_over)
{
    take(JOBS);
    take(JOBS_AS(STATUS("CANCELLED")));
    expect(JOBS_AS(STATUS("CANCELLED")), "same\n");
    expect(JOBS, "refused: It takes place there, and is cancelled here: undo that or "
                 "plan another meeting.\n");
    take(JOBS);
    office_expect("SELECT state FROM meeting_view", "cancelled\n");
}
END_TEST

START_TEST(cancellation_that_both_made__is_noted_as_taken)
{
    take(JOBS);
    act(1, MEETING_CANCEL);
    take(JOBS_AS(STATUS("CANCELLED")));
    office_expect("SELECT state, reason FROM meeting_view", "cancelled|Reason.\n");
    expect(JOBS_AS(STATUS("CANCELLED")), "same\n");
}
END_TEST

/* Like every import that was taken back: the row says it before it is done. */
START_TEST(cancellation_that_was_taken_back__is_offered_again)
{
    take(JOBS);
    take(JOBS_AS(STATUS("CANCELLED")));
    undo();
    expect(JOBS, "same\n");
    expect(JOBS_AS(STATUS("CANCELLED")), "changed [state confirmed > cancelled]\n");
}
END_TEST

START_TEST(meeting_that_the_office_cancelled__stays_so_without_a_word)
{
    take(JOBS);
    act(1, MEETING_CANCEL);
    expect(JOBS, "same\n");
}
END_TEST

START_TEST(change_of_no_field__is_noted_so_that_the_office_may_edit_afterwards)
{
    const char *renamed = JOBS_AS("DESCRIPTION:Bring a pen\r\n");
    take(JOBS);
    office_change(at, &meeting_entity, 1, "description", "Bring a pen", NULL);
    office_expect("SELECT ics_sequence FROM meeting", "0\n");
    expect(renamed, "same\n");
    take(renamed);
    office_expect("SELECT ics_sequence FROM meeting", "0\n");
    office_change(at, &meeting_entity, 1, "description", "Bring two pens", NULL);
    expect(renamed, "same\n");
    take(renamed);
    office_expect("SELECT description FROM meeting", "Bring two pens\n");
}
END_TEST

START_TEST(same_file__leaves_no_new_revision)
{
    take(JOBS);
    take(JOBS);
    office_expect("SELECT rev FROM meeting", "1\n");
}
END_TEST

/* --- which meeting it is */

START_TEST(uids_that_tidy_to_the_same__are_one_event)
{
    const char *text = CALENDAR(EVENT("jobs@x", ON("20270317")) EVENT(
        "other@x", ON("20270318")) EVENT(" jobs@x", ON("20270319")));
    take(JOBS);
    expect(text, TO("2027-03-17") "\nnew\nrefused: The file has it twice: line 4 is "
                                  "taken.\n");
    take(text);
    office_expect(SQL_STARTS, "03-17\n03-18\n");
}
END_TEST

START_TEST(single_event_of_several_meetings__moves_none_of_them)
{
    const char *single = JOBS_ON("20270406", "");
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(single, PERHAPS ABSENT ABSENT ABSENT);
    act(1, MEETING_CANCEL);
    expect(single, PERHAPS ABSENT ABSENT);
    act(2, MEETING_CANCEL);
    act(3, MEETING_CANCEL);
    expect(single, "new\n");
}
END_TEST

START_TEST(single_event_that_moved_far__is_known_by_its_uid)
{
    take(JOBS);
    expect(JOBS_ON("20270602", ""), TO("2027-06-02") "\n");
}
END_TEST

START_TEST(days_that_shift_within_a_week__move_no_meeting_past_its_siblings)
{
    const char *later = JOBS_ON("20270317", RULE("FREQ=DAILY;COUNT=5"));
    take(JOBS_AS(RULE("FREQ=DAILY;COUNT=5")));
    expect(later, "same\nsame\nsame\nsame\n" PERHAPS ABSENT);
    take(later);
    office_expect(SQL_STARTS, "03-16\n03-17\n03-18\n03-19\n03-20\n");
}
END_TEST

START_TEST(two_in_a_week_that_moved__are_left_to_a_person)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2")),
           PERHAPS PERHAPS ABSENT ABSENT);
}
END_TEST

START_TEST(one_in_a_week_that_moved_beside_another__keeps_its_order)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,FR;COUNT=2")),
           "same\nchanged [start 2027-03-18 09:30 > 2027-03-19 09:30] [end 2027-03-18 "
           "12:30 > 2027-03-19 12:30]\n");
}
END_TEST

/* --- what the calendar has no more */

START_TEST(doubtful_row_of_a_known_event__leaves_its_meeting_present)
{
    const char *text = CALENDAR(
        EVENT("utc@x", "DTSTART:20270316T083000Z\r\nDTEND:20270316T093000Z\r\n"));

    take_as(text, (struct calendar_import_choice){ .utc_zone = "Europe/Paris" });
    expect(text, "doubtful: Its time is in UTC: by which clocks do people come?\n");
}
END_TEST

START_TEST(refused_row_of_a_known_event__leaves_its_meeting_present)
{
    struct buffer text = { 0 };
    take(CALENDAR(EVENT("long@x", ON("20270316"))));
    buffer_add(&text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                      "BEGIN:VEVENT\r\nUID:long@x\r\nDTSTAMP:20270101T000000Z\r\n");
    buffer_add(&text, ON("20270316") "SUMMARY:");
    for (int i = 0; i < 501; i++)
        buffer_add(&text, "x");
    buffer_add(&text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    expect(buffer_text(&text), "refused: The field “Title” holds at most 500 characters; "
                               "shorten the text.\n");
    buffer_clear(&text);
}
END_TEST

/* Its original start is outside, where nobody looked. */
START_TEST(meeting_that_the_office_moved_into_the_days__is_not_missing)
{
    const char *weekly = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3"));
    const char *longer = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=4"));
    struct calendar_import_choice later = { .from = { 2027, 3, 18 } };

    take(weekly);
    office_change(at, &meeting_entity, 1, "start", "2027-03-19 09:30", "end",
                  "2027-03-19 12:30", NULL);
    expect_as(longer, later, "same\nsame\nnew\n");
}
END_TEST

START_TEST(occurrence_that_moved_behind_the_last_day__is_not_missing)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    const char *moved =
        CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3"))
                     EVENT("jobs@x", OCCURRENCE("20270323") ON("20270601")));

    take_as(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")), short_time);
    expect_as(moved, short_time, "same\nsame\n" AWAY);
    take(moved);
    office_expect(SQL_STARTS, "03-16\n06-01\n03-30\n");
    expect_as(moved, short_time, "same\nsame\n");
}
END_TEST

START_TEST(rest_of_a_series_that_moved_behind_the_last_day__is_not_missing)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take_as(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")), short_time);
    expect_as(CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3")) EVENT(
                  "jobs@x", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID="
                            "Europe/Paris:20270323T093000\r\n" ON("20270601"))),
              short_time, "same\n" AWAY AWAY);
}
END_TEST

START_TEST(event_that_moved_behind_the_last_day__is_told)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take_as(JOBS, short_time);
    expect_as(JOBS_ON("20270601", ""), short_time, AWAY);
    take(JOBS_ON("20270601", ""));
    expect_as(JOBS_ON("20270601", ""), short_time, "");
}
END_TEST

START_TEST(series_that_ended_before_the_days__misses_its_meetings)
{
    struct calendar_import_choice later = { .from = { 2027, 3, 20 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect_as(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=1")), later, ABSENT ABSENT);
}
END_TEST

/* --- meetings of which the import says nothing */

/* Tuesdays 16, 23 and 30; a Thursday is added in the week of the 23rd. */
START_TEST(meeting_outside_the_days__is_not_moved_onto_a_new_date)
{
    const char *longer = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3") ALSO_ON("20270325"));
    const char *earlier = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3") ALSO_ON("20270322"));
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(longer, "same\nsame\nnew\nsame\n");
    expect_as(longer, (struct calendar_import_choice){ .from = { 2027, 3, 24 } },
              "new\nsame\n");
    expect_as(earlier, (struct calendar_import_choice){ .until = { 2027, 3, 22 } },
              "same\nnew\n");
}
END_TEST

START_TEST(occurrence_that_moved_out_of_the_days__is_not_moved_onto_a_new_date)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect_as(CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3")
                                           ALSO_ON("20270325"))
                           EVENT("jobs@x", OCCURRENCE("20270323") ON("20270601"))),
              short_time, "same\nnew\nsame\n" AWAY);
}
END_TEST

START_TEST(series_that_shifted_and_moved_out_of_the_days__is_not_missing)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take(JOBS);
    expect_as(
        CALENDAR(EVENT("jobs@x", AT_HALF_PAST_TEN("20270316") RULE("FREQ=WEEKLY;COUNT=1"))
                     EVENT("jobs@x", "RECURRENCE-ID;TZID=Europe/Paris:"
                                     "20270316T103000\r\n" ON("20270601"))),
        short_time, AWAY);
}
END_TEST

/* What the file has on the other days of that week is read, though not taken. */
START_TEST(week_that_the_days_cut__is_judged_as_a_whole)
{
    struct calendar_import_choice later = { .from = { 2027, 3, 17 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect_as(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,FR;COUNT=2")), later,
              "changed [start 2027-03-18 09:30 > 2027-03-19 09:30] [end 2027-03-18 "
              "12:30 > 2027-03-19 12:30]\n");
    expect_as(JOBS_ON("20270315", RULE("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=2")), later,
              PERHAPS ABSENT);
}
END_TEST

START_TEST(date_in_place_of_one_outside_the_days__is_left_to_a_person)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect_as(JOBS_ON("20270318", RULE("FREQ=WEEKLY;COUNT=1")),
              (struct calendar_import_choice){ .from = { 2027, 3, 17 },
                                               .until = { 2027, 3, 21 } },
              PERHAPS_UNREAD);
}
END_TEST

START_TEST(series_imported_in_parts_of_a_week__is_whole)
{
    const char *twice = JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"));
    take_as(twice, (struct calendar_import_choice){ .until = { 2027, 3, 24 } });
    take_as(twice, (struct calendar_import_choice){ .from = { 2027, 3, 24 } });
    office_expect(SQL_STARTS, "03-16\n03-18\n03-23\n03-25\n");
}
END_TEST

/* --- what is off here */

START_TEST(cancelled_meeting_of_a_series_that_moves__stays_so)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=2")));
    act(2, MEETING_CANCEL);
    expect(CALENDAR(
               EVENT("jobs@x", AT_HALF_PAST_TEN("20270316") RULE("FREQ=WEEKLY;COUNT=2"))),
           "changed [start 2027-03-16 09:30 > 2027-03-16 10:30] [end 2027-03-16 12:30 > "
           "2027-03-16 13:30]\n" OFF);
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;COUNT=2")), TO("2027-03-17") "\n" OFF);
}
END_TEST

START_TEST(meeting_that_the_calendar_cancelled__stays_so_when_its_series_moves)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=2")));
    take(CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=2")) EVENT(
        "jobs@x", OCCURRENCE("20270323") ON("20270323") STATUS("CANCELLED"))));
    office_expect("SELECT state FROM meeting_view ORDER BY id", "confirmed\ncancelled\n");
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;COUNT=2")), TO("2027-03-17") "\n" OFF);
}
END_TEST

START_TEST(cancelled_meeting__gives_way_to_one_that_goes_on)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(2, MEETING_CANCEL);
    expect(JOBS_ON("20270317", ""), TO("2027-03-17") "\n");
}
END_TEST

/* Nor does the meeting of another day become it. */
START_TEST(cancelled_meeting_of_the_same_day__is_meant_before_another_of_the_week)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(1, MEETING_CANCEL);
    expect(CALENDAR(
               EVENT("jobs@x", AT_HALF_PAST_TEN("20270316") RULE("FREQ=WEEKLY;COUNT=1"))),
           OFF ABSENT);
}
END_TEST

START_TEST(dates_of_a_week_where_all_is_off__are_left_to_a_person)
{
    const char *moved = JOBS_ON("20270317", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2"));
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(1, MEETING_CANCEL);
    act(2, MEETING_CANCEL);
    expect(moved, PERHAPS_OFF PERHAPS_OFF);
    expect_as(moved, (struct calendar_import_choice){ .from = { 2027, 3, 19 } },
              PERHAPS_OFF);
    expect(JOBS_ON("20270324", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2")), "new\nnew\n");
}
END_TEST

/* --- messages about a part of an event, and about all of it */

START_TEST(occurrence_without_its_event__says_nothing_of_the_others)
{
    static const char *const methods[] = { "REQUEST", "PUBLISH" };
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        struct buffer text = { 0 };
        buffer_addf(&text, MESSAGE("%s", OCCURRENCE("20270323") ON("20270324")),
                    methods[i]);
        expect(buffer_text(&text),
               "changed [start 2027-03-23 09:30 > 2027-03-24 09:30] [end 2027-03-23 "
               "12:30 > 2027-03-24 12:30]\n");
        buffer_clear(&text);
    }
    expect(MESSAGE("CANCEL", OCCURRENCE("20270323") ON("20270323") STATUS("CANCELLED")),
           CALLED_OFF);
}
END_TEST

START_TEST(unknown_occurrence_without_its_event__moves_no_other)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(MESSAGE("REQUEST", OCCURRENCE("20270325") ON("20270325")), "new\n");
    take(MESSAGE("REQUEST", OCCURRENCE("20270325") ON("20270325")));
    office_expect(SQL_STARTS, "03-16\n03-23\n03-30\n03-25\n");
    expect(MESSAGE("CANCEL", OCCURRENCE("20270326") ON("20270326") STATUS("CANCELLED")),
           "same: Cancelled, and not known here: it is not taken.\n");
}
END_TEST

/* In New York it is still the evening of the day before. */
START_TEST(occurrence_without_its_event_that_is_named_in_utc__is_known_by_its_clocks)
{
#define EVENING(day, hour)                                                               \
    "DTSTART;TZID=America/New_York:" day "T" hour "0000\r\nDURATION:PT1H\r\n"
    take(CALENDAR(EVENT("jobs@x", EVENING("20270316", "20") RULE("FREQ=DAILY;COUNT=3"))));
    expect(MESSAGE("REQUEST",
                   "RECURRENCE-ID:20270318T000000Z\r\n" EVENING("20270317", "21")),
           "changed [start 2027-03-17 20:00 > 2027-03-17 21:00] [end 2027-03-17 21:00 > "
           "2027-03-17 22:00]\n");
}
END_TEST

START_TEST(message_that_calls_the_event_off__calls_off_all_of_it)
{
    const char *off = MESSAGE("CANCEL", ON("20270316") STATUS("CANCELLED"));
    const struct calendar_import_choice later = { .from = { 2027, 3, 20 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(off, CALLED_OFF CALLED_OFF CALLED_OFF);
    expect_as(off, later, CALLED_OFF CALLED_OFF);
    take_as(off, later);
    office_expect("SELECT state FROM meeting_view ORDER BY id",
                  "confirmed\ncancelled\ncancelled\n");
    take(off);
    expect(off, "same\n");
    expect(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")), OFF OFF OFF);
}
END_TEST

/* It is a message alone that needs no rule to mean all. */
START_TEST(cancelled_event_of_a_calendar__calls_off_what_it_names)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=2")));
    expect(JOBS_AS(STATUS("CANCELLED")), CALLED_OFF ABSENT);
}
END_TEST

START_TEST(event_of_a_message_with_its_rule__misses_what_is_gone)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(
        MESSAGE("REQUEST", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3") NOT_ON("20270323")),
        "same\nsame\n" ABSENT);
}
END_TEST

/* --- what it brings */

START_TEST(link_or_place_that_comes_later__changes_the_mode)
{
    take(JOBS_AS("LOCATION:Town hall\r\n"));
    expect(JOBS_AS("LOCATION:Town hall\r\nURL:https://meet.example/1\r\n"),
           "changed [link - > https://meet.example/1] [mode on-site > hybrid]\n");
    take(JOBS_AS("LOCATION:https://meet.example/1\r\n"));
    office_expect("SELECT mode FROM meeting_view", "hybrid\n");
}
END_TEST

START_TEST(place_of_a_remote_meeting__keeps_the_link_and_says_so)
{
    take(JOBS_AS("LOCATION:https://meet.example/1\r\n"));
    office_expect("SELECT mode FROM meeting_view", "remote\n");
    expect(JOBS_AS("LOCATION:Town hall\r\n"),
           "changed: Its link stays, for the calendar gives none: remove it, if nobody "
           "takes part from afar. [place - > Town hall] [mode remote > hybrid]\n");
}
END_TEST

START_TEST(mode_that_the_office_chose__stays_while_nothing_moves)
{
    take(JOBS_AS("URL:https://meet.example/1\r\n"));
    office_change(at, &meeting_entity, 1, "mode", "hybrid", NULL);
    expect(CALENDAR("BEGIN:VEVENT\r\nUID:jobs@x\r\nDTSTAMP:20270101T000000Z\r\n" ON(
               "20270316") "SUMMARY:Skills\r\nURL:https://meet.example/1\r\n"
                           "END:VEVENT\r\n"),
           "changed [title Jobs > Skills]\n");
}
END_TEST

START_TEST(draft__is_confirmed_by_an_event_without_status)
{
    take(JOBS_AS(STATUS("TENTATIVE")));
    expect(JOBS, "changed [state draft > confirmed]\n");
    take(JOBS);
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
    expect(JOBS_AS(STATUS("TENTATIVE")),
           "same: It is tentative there, and stays confirmed here.\n");
}
END_TEST

START_TEST(postponed_meeting__is_confirmed_by_its_new_date)
{
    take(JOBS);
    act(1, MEETING_POSTPONE);
    expect(JOBS, "same\n");
    expect(JOBS_AS(STATUS("CONFIRMED")),
           "same: The meeting stays postponed: confirm it, if it takes place.\n");
    expect(JOBS_ON("20270317", STATUS("CONFIRMED")),
           TO("2027-03-17") " [state postponed > confirmed]\n");
    take(JOBS_ON("20270317", ""));
    office_expect("SELECT state, postponed_from FROM meeting", "1|-\n");
}
END_TEST

START_TEST(postponed_meeting__stays_so_while_its_new_date_is_tentative)
{
    take(JOBS);
    act(1, MEETING_POSTPONE);
    expect(JOBS_ON("20270317", STATUS("TENTATIVE")),
           "changed: The meeting stays postponed: confirm it, if it takes place. [start "
           "2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 "
           "12:30]\n");
}
END_TEST

START_TEST(meeting_of_another_group__is_named_on_its_row)
{
    struct calendar_import_choice other = { .group = office_add_group(at, "ECO") };

    take(JOBS);
    expect_as(JOBS_ON("20270317", ""), other,
              "changed: It is a meeting of URB URB. [start 2027-03-16 09:30 > "
              "2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 12:30]\n");
    expect_as(JOBS, other, "same: It is a meeting of URB URB.\n");
}
END_TEST

START_TEST(import__needs_the_right_to_plan)
{
    struct atelier *desk = office_hire(at, "dora", ROLE_DESK);
    const struct calendar_import_choice choice = { .group = group };

    ck_assert_ptr_null(
        calendar_import_open(desk, paper_write("other.ics", JOBS), &choice, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(desk);
}
END_TEST

/* --- our own */

static bool
write_text(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* Our calendar, as somebody has changed it elsewhere. */
static char *
exported(const char *from, const char *to)
{
    struct buffer text = { 0 };
    int64_t events;
    ck_assert(export_calendar(at, ROW_NONE, write_text, &text, &events, &err));
    char *all = buffer_take(&text);
    for (char *rest = all; from;) {
        char *there = strstr(rest, from);
        buffer_add_part(&text, rest, there ? (size_t)(there - rest) : strlen(rest));
        if (!there)
            break;
        buffer_add(&text, to);
        rest = there + strlen(from);
    }
    if (!from)
        return all;
    ck_assert_str_ne(all, buffer_text(&text));
    free(all);
    return buffer_take(&text);
}

static void
expect_exported(const char *from, const char *to, const char *expected)
{
    char *text = exported(from, to);
    expect(text, expected);
    free(text);
}

START_TEST(our_meeting_that_was_moved_there__moves)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    expect_exported(":20270316T", ":20270317T",
                    "changed [start 2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 "
                    "11:30 > 2027-03-17 11:30]\n");
    char *moved = exported(":20270316T", ":20270317T");
    take(moved);
    expect(moved, "same\n");
    office_expect(SQL_STARTS, "03-17\n");
    free(moved);
}
END_TEST

START_TEST(our_postponed_meeting_that_was_moved_there__stays_postponed_and_says_so)
{
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *moved = exported(":20270316T", ":20270317T");
    char *as_it_was = exported(NULL, NULL);
    act(meeting, MEETING_POSTPONE);
    char *sequence = strstr(moved, "SEQUENCE:");
    ck_assert_ptr_nonnull(sequence);
    sequence[strlen("SEQUENCE:")] = '9';
    expect(moved, "changed: The meeting stays postponed: confirm it, if it takes place. "
                  "[start 2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 11:30 > "
                  "2027-03-17 11:30]\n");
    expect(as_it_was, "same\n");
    take(moved);
    office_expect("SELECT state FROM meeting_view", "postponed\n");
    free(as_it_was);
    free(moved);
}
END_TEST

START_TEST(our_meeting_that_was_cancelled_there__is_left_to_a_person)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    expect_exported("STATUS:CONFIRMED", "STATUS:CANCELLED",
                    "doubtful: It is a meeting of this office, and cancelled there: "
                    "cancel it here, if it is off.\n");
}
END_TEST

START_TEST(older_copy_of_our_meeting__moves_nothing)
{
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *older = exported(NULL, NULL);
    office_change(at, &meeting_entity, meeting, "start", "2027-03-18 09:30", "end",
                  "2027-03-18 12:30", NULL);
    expect(older, "same\n");
    free(older);
}
END_TEST

START_TEST(one_day_of_our_meeting_that_was_moved_there__is_left_to_a_person)
{
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    office_change(at, &meeting_entity, meeting, "end", "2027-03-17 12:30", NULL);
    expect_exported(":20270317T", ":20270318T",
                    "same\ndoubtful: It is one day of a meeting of this office, and "
                    "moved there: move it here.\n");
}
END_TEST

START_TEST(our_meeting_by_other_clocks__is_compared_by_its_instant)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *there = exported("DTSTART;TZID=Europe/Paris:20270316T0930",
                           "DTSTART;TZID=Europe/Bucharest:20270316T1030");
    expect(there, "same\n");
    free(there);
    expect_exported("TZID=Europe/Paris:20270316T", "TZID=Europe/Bucharest:20270316T",
                    "changed [zone Europe/Paris > Europe/Bucharest]\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, event_on_again_after_its_cancellation__is_not_passed_over);
    tcase_add_test(tests, cancellation_that_both_made__is_noted_as_taken);
    tcase_add_test(tests, cancellation_that_was_taken_back__is_offered_again);
    tcase_add_test(tests, meeting_that_the_office_cancelled__stays_so_without_a_word);
    tcase_add_test(tests,
                   change_of_no_field__is_noted_so_that_the_office_may_edit_afterwards);
    tcase_add_test(tests, same_file__leaves_no_new_revision);
    tcase_add_test(tests, uids_that_tidy_to_the_same__are_one_event);
    tcase_add_test(tests, single_event_of_several_meetings__moves_none_of_them);
    tcase_add_test(tests, single_event_that_moved_far__is_known_by_its_uid);
    tcase_add_test(tests,
                   days_that_shift_within_a_week__move_no_meeting_past_its_siblings);
    tcase_add_test(tests, two_in_a_week_that_moved__are_left_to_a_person);
    tcase_add_test(tests, one_in_a_week_that_moved_beside_another__keeps_its_order);
    tcase_add_test(tests, doubtful_row_of_a_known_event__leaves_its_meeting_present);
    tcase_add_test(tests, refused_row_of_a_known_event__leaves_its_meeting_present);
    tcase_add_test(tests, meeting_that_the_office_moved_into_the_days__is_not_missing);
    tcase_add_test(tests, occurrence_that_moved_behind_the_last_day__is_not_missing);
    tcase_add_test(tests,
                   rest_of_a_series_that_moved_behind_the_last_day__is_not_missing);
    tcase_add_test(tests, event_that_moved_behind_the_last_day__is_told);
    tcase_add_test(tests, series_that_ended_before_the_days__misses_its_meetings);
    tcase_add_test(tests, meeting_outside_the_days__is_not_moved_onto_a_new_date);
    tcase_add_test(tests,
                   occurrence_that_moved_out_of_the_days__is_not_moved_onto_a_new_date);
    tcase_add_test(tests, series_that_shifted_and_moved_out_of_the_days__is_not_missing);
    tcase_add_test(tests, week_that_the_days_cut__is_judged_as_a_whole);
    tcase_add_test(tests, date_in_place_of_one_outside_the_days__is_left_to_a_person);
    tcase_add_test(tests, series_imported_in_parts_of_a_week__is_whole);
    tcase_add_test(tests, cancelled_meeting_of_a_series_that_moves__stays_so);
    tcase_add_test(tests,
                   meeting_that_the_calendar_cancelled__stays_so_when_its_series_moves);
    tcase_add_test(tests, cancelled_meeting__gives_way_to_one_that_goes_on);
    tcase_add_test(
        tests, cancelled_meeting_of_the_same_day__is_meant_before_another_of_the_week);
    tcase_add_test(tests, dates_of_a_week_where_all_is_off__are_left_to_a_person);
    tcase_add_test(tests, occurrence_without_its_event__says_nothing_of_the_others);
    tcase_add_test(tests, unknown_occurrence_without_its_event__moves_no_other);
    tcase_add_test(
        tests, occurrence_without_its_event_that_is_named_in_utc__is_known_by_its_clocks);
    tcase_add_test(tests, message_that_calls_the_event_off__calls_off_all_of_it);
    tcase_add_test(tests, cancelled_event_of_a_calendar__calls_off_what_it_names);
    tcase_add_test(tests, event_of_a_message_with_its_rule__misses_what_is_gone);
    tcase_add_test(tests, link_or_place_that_comes_later__changes_the_mode);
    tcase_add_test(tests, place_of_a_remote_meeting__keeps_the_link_and_says_so);
    tcase_add_test(tests, mode_that_the_office_chose__stays_while_nothing_moves);
    tcase_add_test(tests, draft__is_confirmed_by_an_event_without_status);
    tcase_add_test(tests, postponed_meeting__is_confirmed_by_its_new_date);
    tcase_add_test(tests, postponed_meeting__stays_so_while_its_new_date_is_tentative);
    tcase_add_test(tests, meeting_of_another_group__is_named_on_its_row);
    tcase_add_test(tests, import__needs_the_right_to_plan);
    tcase_add_test(tests, our_meeting_that_was_moved_there__moves);
    tcase_add_test(
        tests, our_postponed_meeting_that_was_moved_there__stays_postponed_and_says_so);
    tcase_add_test(tests, our_meeting_that_was_cancelled_there__is_left_to_a_person);
    tcase_add_test(tests, older_copy_of_our_meeting__moves_nothing);
    tcase_add_test(tests,
                   one_day_of_our_meeting_that_was_moved_there__is_left_to_a_person);
    tcase_add_test(tests, our_meeting_by_other_clocks__is_compared_by_its_instant);
}

SUITE_MAIN("import_known")
