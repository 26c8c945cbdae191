/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_time_test.c - when an event of another program's calendar is: by which clocks,
 * on which day, how long */
#include "atelier/domain/working_group.h"
#include "calendar_office.h"

#define CENTRAL_EUROPE(tzid)                                                             \
    "BEGIN:VTIMEZONE\r\nTZID:" tzid "\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n"  \
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"  \
    "\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\n"                  \
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"   \
    "\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
#define IN(tzid)                                                                         \
    OTHER_CALENDAR(CENTRAL_EUROPE(tzid)                                                  \
                       EVENT("jobs@x", "DTSTART;TZID=\"" tzid "\":20270316T093000\r\n"   \
                                       "DURATION:PT3H\r\nSUMMARY:Jobs\r\n"))

#define SAYS(tzid)                                                                       \
    OTHER_CALENDAR(EVENT("jobs@x", "DTSTART;TZID=\"" tzid "\":20270316T093000\r\n"       \
                                   "DURATION:PT3H\r\nSUMMARY:Jobs\r\n"))

static const struct {
    const char *text;
    const char *group; /* its zone; NULL: that of the office, Europe/Paris */
    const char *asked;
    const char *expected;
} zones[] = {
    { IN("Customized Time Zone"), NULL, NULL, "Europe/Paris\n" },
    { IN("Customized Time Zone"), "Europe/Brussels", NULL, "Europe/Brussels\n" },
    { IN("Customized Time Zone"), "Europe/Brussels", "Europe/Rome", "Europe/Rome\n" },
    { IN("Customized Time Zone"), "Europe/Bucharest", NULL, "Europe/Paris\n" },
    { IN("(GMT+01.00) Bruxelles / Copenhague / Madrid / Paris"), NULL, NULL,
      "Europe/Paris\n" },
    { IN("Europe/Madrid"), NULL, NULL, "Europe/Madrid\n" },
    { SAYS("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"), NULL, NULL,
      "Europe/Paris\n" },
    { SAYS("(UTC+01:00) Amsterdam, Berlin, Rome"), NULL, NULL, "Europe/Amsterdam\n" },
    { SAYS("CET"), NULL, NULL, "Europe/Paris\n" },
    { SAYS("MET"), "Europe/Brussels", NULL, "Europe/Brussels\n" },
    { SAYS("EET"), NULL, NULL, "Europe/Athens\n" },
    { SAYS("EET"), "Europe/Helsinki", NULL, "Europe/Helsinki\n" },
    { SAYS("WET"), NULL, NULL, "Europe/Lisbon\n" },
    { SAYS("EST5EDT"), NULL, NULL, "America/New_York\n" },
    { SAYS("PST8PDT"), NULL, NULL, "America/Los_Angeles\n" },
    { SAYS("HST"), NULL, NULL, "Pacific/Honolulu\n" },
    { SAYS("CET"), NULL, "Europe/Rome", "Europe/Rome\n" },
    { SAYS("Factory"), NULL, "Europe/Rome", "Europe/Rome\n" },
    { SAYS("Factory"), NULL, NULL, "" },
};

START_TEST(hours_without_a_name__are_those_of_a_zone_of_ours)
{
    struct calendar_import_outcome outcome;

    if (zones[_i].group)
        office_change(at, &working_group_entity, group, "zone", zones[_i].group, NULL);
    take_as(zones[_i].text, &(struct calendar_import_choice){ .zone = zones[_i].asked },
            &outcome);
    office_expect("SELECT zone FROM meeting", zones[_i].expected);
}
END_TEST

START_TEST(times_without_a_place__are_asked_about)
{
    const char *text = OTHER_CALENDAR(
        EVENT("floating@x", "DTSTART:20270316T093000\r\nDTEND:20270316T103000\r\n"
                            "SUMMARY:A\r\n")
            EVENT("utc@x", "DTSTART:20270316T083000Z\r\nDTEND:20270316T093000Z\r\n"
                           "SUMMARY:B\r\n")
                EVENT("day@x", "DTSTART;VALUE=DATE:20270316\r\nDTEND;VALUE=DATE:20270318"
                               "\r\nSUMMARY:C\r\n"));
    struct calendar_import_outcome outcome;

    expect(
        OTHER_CALENDAR(EVENT("a@x", "DTSTART;TZID=GMT+0100:20270316T093000\r\n")),
        "doubtful: Its time is so many hours from UTC, at no place: by which clocks do "
        "people come?\n");
    expect(text, "doubtful: Its time has no time zone: which is it?\n"
                 "doubtful: Its time is in UTC: by which clocks do people come?\n"
                 "doubtful: It has a day and no hours: which are they?\n");
    take(text);
    office_expect("SELECT count(*) FROM meeting", "0\n");
    take_as(text,
            &(struct calendar_import_choice){ .zone = "Europe/Lisbon",
                                              .utc_zone = "Europe/Paris",
                                              .has_hours = true,
                                              .first_hour = { .hour = 9, .minute = 30 },
                                              .last_hour = { .hour = 17 } },
            &outcome);
    office_expect("SELECT title, start, \"end\", zone FROM meeting ORDER BY title",
                  "A|2027-03-16 09:30|2027-03-16 10:30|Europe/Lisbon\n"
                  "B|2027-03-16 09:30|2027-03-16 10:30|Europe/Paris\n"
                  "C|2027-03-16 09:30|2027-03-17 17:00|Europe/Lisbon\n");
}
END_TEST

START_TEST(second_of_two_hours__stays_the_second)
{
    struct calendar_import_outcome outcome;

    take_as(OTHER_CALENDAR(EVENT("night@x",
                                 "DTSTART:20271031T013000Z\r\nDTEND:20271031T023000Z"
                                 "\r\nSUMMARY:Night\r\n")),
            &(struct calendar_import_choice){ .utc_zone = "Europe/Paris" }, &outcome);
    office_expect("SELECT start, strftime('%H:%M', start_at, 'unixepoch') FROM meeting",
                  "2027-10-31 02:30|01:30\n");
}
END_TEST

/* Clocks show 02:40 and then 02:10; and 02:30 twice. */
START_TEST(meeting_in_which_clocks_are_put_back__ends_after_its_start)
{
    struct calendar_import_outcome outcome;

    take_as(OTHER_CALENDAR(
                EVENT("a@x", "DTSTART:20271031T004000Z\r\nDTEND:20271031T011000Z\r\n"
                             "SUMMARY:A\r\n")
                    EVENT("b@x", "DTSTART:20271031T003000Z\r\nDTEND:20271031T013000Z"
                                 "\r\nSUMMARY:B\r\n")
                        EVENT("c@x", "DTSTART;TZID=Europe/Paris:20271031T024000\r\n"
                                     "DURATION:PT30M\r\nSUMMARY:C\r\n")),
            &(struct calendar_import_choice){ .utc_zone = "Europe/Paris" }, &outcome);
    office_expect("SELECT start, \"end\", (end_at - start_at) / 60 FROM meeting ORDER BY "
                  "title",
                  "2027-10-31 02:40|2027-10-31 02:10|30\n"
                  "2027-10-31 02:30|2027-10-31 02:30|60\n"
                  "2027-10-31 02:40|2027-10-31 02:10|30\n");
}
END_TEST

#define USUAL                                                                            \
    "It has no end, or ends as it starts: it lasts 3 h, as meetings of the group "       \
    "usually "                                                                           \
    "do.\n"

START_TEST(event_without_an_end__says_how_long_it_lasts)
{
    expect_note(
        OTHER_CALENDAR(EVENT("a@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                                    "SUMMARY:A\r\n")),
        USUAL);
    expect_note(OTHER_CALENDAR(EVENT(
                    "a@x", AT("20270316T093000", "20270316T093000") "SUMMARY:A\r\n")),
                USUAL);
    expect_note(
        OTHER_CALENDAR(EVENT("a@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                                    "DURATION:PT0S\r\nSUMMARY:A\r\n")),
        USUAL);
    expect_note(OTHER_CALENDAR(JOBS), "");
    take(OTHER_CALENDAR(EVENT("a@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                                     "SUMMARY:A\r\n")));
    office_expect("SELECT \"end\" FROM meeting", "2027-03-16 12:30\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, hours_without_a_name__are_those_of_a_zone_of_ours, 0,
                        (int)(sizeof zones / sizeof zones[0]));
    tcase_add_test(tests, times_without_a_place__are_asked_about);
    tcase_add_test(tests, second_of_two_hours__stays_the_second);
    tcase_add_test(tests, meeting_in_which_clocks_are_put_back__ends_after_its_start);
    tcase_add_test(tests, event_without_an_end__says_how_long_it_lasts);
}

SUITE_MAIN("import_time")
