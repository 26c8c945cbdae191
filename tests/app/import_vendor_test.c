/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_vendor_test.c - what other programs say of an event in ways of their own */
#include "atelier/app/import_calendar.h"

#include "app/import_jobs.h"
#include "support/paper.h"
#include "support/suite.h"

#define ALL_DAY "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"
#define FROM_TO(start, end)                                                              \
    OTHER_CALENDAR(EVENT("jobs@x", ALL_DAY "DTSTART" start "\r\nDTEND" end "\r\n"))
#define NO_HOURS "doubtful: It has a day and no hours: which are they?\n"

/* --- whole days */

static const struct calendar_import_choice hours = {
    .has_hours = true,
    .first_hour = { .date = { 2000, 1, 1 }, .hour = 9, .minute = 30 },
    .last_hour = { .date = { 2000, 1, 1 }, .hour = 17 },
    .utc_zone = "Europe/Paris",
    .zone = "Europe/Paris",
};

static const struct {
    const char *text, *times;
} days[] = {
    { FROM_TO(";TZID=Europe/Paris:20270316T000000", ";TZID=Europe/Paris:20270317T000000"),
      "2027-03-16 09:30|2027-03-16 17:00\n" },
    { FROM_TO(":20270316T000000", ":20270318T000000"),
      "2027-03-16 09:30|2027-03-17 17:00\n" },
    { FROM_TO(":20270315T230000Z", ":20270316T230000Z"),
      "2027-03-16 09:30|2027-03-16 17:00\n" },
    { FROM_TO(":20270316T000000Z", ":20270317T000000Z"),
      "2027-03-16 09:30|2027-03-16 17:00\n" },
    { OTHER_CALENDAR(EVENT("jobs@x",
                           ALL_DAY "DTSTART;TZID=Europe/Paris:20270316T000000\r\n"
                                   "DTEND;TZID=Europe/Paris:20270317T000000\r\n"
                                   "RRULE:FREQ=DAILY;COUNT=3\r\n"
                                   "EXDATE;TZID=Europe/Paris:20270317T000000\r\n")),
      "2027-03-16 09:30|2027-03-16 17:00\n2027-03-18 09:30|2027-03-18 17:00\n" },
    /* What lasts from nine to ten is no whole day, whatever else is said. */
    { FROM_TO(";TZID=Europe/Paris:20270316T090000", ";TZID=Europe/Paris:20270316T100000"),
      "2027-03-16 09:00|2027-03-16 10:00\n" },
};

START_TEST(day_from_midnight_to_midnight__that_outlook_calls_whole__has_the_hours_given)
{
    take_as(days[_i].text, hours);
    office_expect("SELECT start, \"end\" FROM meeting_view ORDER BY id", days[_i].times);
}
END_TEST

START_TEST(day_from_midnight_to_midnight__asks_for_its_hours)
{
    expect(days[0].text, NO_HOURS);
    expect(FROM_TO(";VALUE=DATE:20270316", ";VALUE=DATE:20270317"), NO_HOURS);
}
END_TEST

static void
add_tests(TCase *tests)
{
    const int day_count = sizeof days / sizeof days[0];

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(
        tests,
        day_from_midnight_to_midnight__that_outlook_calls_whole__has_the_hours_given, 0,
        day_count);
    tcase_add_test(tests, day_from_midnight_to_midnight__asks_for_its_hours);
}

SUITE_MAIN("import_vendor")
