/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_missing_test.c - meetings that a calendar has no more, or of which it speaks in
 * part */
#include "atelier/app/import_calendar.h"

#include "app/import_jobs.h"
#include "support/suite.h"

/* --- what the calendar has no more */

START_TEST(doubtful_row_of_a_known_event__leaves_its_meeting_present)
{
    const char *text = OTHER_CALENDAR(
        EVENT("utc@x", "DTSTART:20270316T083000Z\r\nDTEND:20270316T093000Z\r\n"));

    take_as(text, (struct calendar_import_choice){ .utc_zone = "Europe/Paris" });
    expect(text, "doubtful: Its time is in UTC: by which clocks do people come?\n");
}
END_TEST

START_TEST(row_of_a_known_event_that_is_left_out__leaves_its_meeting_present)
{
    struct buffer text = { 0 };
    take(OTHER_CALENDAR(EVENT("long@x", ON("20270316"))));
    buffer_add(&text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                      "BEGIN:VEVENT\r\nUID:long@x\r\nDTSTAMP:20270101T000000Z\r\n");
    buffer_add(&text, ON("20270316") "SUMMARY:");
    for (int i = 0; i < 501; i++)
        buffer_add(&text, "x");
    buffer_add(&text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    expect(buffer_text(&text), "doubtful: A text of it is too long to be kept whole: is "
                               "it cut?\n");
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
        OTHER_CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3"))
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
    expect_as(OTHER_CALENDAR(
                  EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3"))
                      EVENT("jobs@x", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID="
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
    take(OTHER_CALENDAR(
        EVENT("jobs@x", EVENING("20270316", "20") RULE("FREQ=DAILY;COUNT=3"))));
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
    expect(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3") "SEQUENCE:4\r\n"), OFF OFF OFF);
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

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, doubtful_row_of_a_known_event__leaves_its_meeting_present);
    tcase_add_test(tests,
                   row_of_a_known_event_that_is_left_out__leaves_its_meeting_present);
    tcase_add_test(tests, meeting_that_the_office_moved_into_the_days__is_not_missing);
    tcase_add_test(tests, occurrence_that_moved_behind_the_last_day__is_not_missing);
    tcase_add_test(tests,
                   rest_of_a_series_that_moved_behind_the_last_day__is_not_missing);
    tcase_add_test(tests, event_that_moved_behind_the_last_day__is_told);
    tcase_add_test(tests, series_that_ended_before_the_days__misses_its_meetings);
    tcase_add_test(tests, occurrence_without_its_event__says_nothing_of_the_others);
    tcase_add_test(tests, unknown_occurrence_without_its_event__moves_no_other);
    tcase_add_test(
        tests, occurrence_without_its_event_that_is_named_in_utc__is_known_by_its_clocks);
    tcase_add_test(tests, message_that_calls_the_event_off__calls_off_all_of_it);
    tcase_add_test(tests, cancelled_event_of_a_calendar__calls_off_what_it_names);
    tcase_add_test(tests, event_of_a_message_with_its_rule__misses_what_is_gone);
}

SUITE_MAIN("import_missing")
