/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_vendor_test.c - what other programs say of an event in ways of their own */
#include "atelier/app/import_calendar_mend.h"

#include <string.h>

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

/* --- called off by its title */

#define CALLED(title) OTHER_CALENDAR(EVENT_CALLED("jobs@x", title, ON("20270316")))
#define EVENT_CALLED(uid, title, lines)                                                  \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\nSUMMARY:" title          \
    "\r\n" lines "END:VEVENT\r\n"
#define OFF_BY_TITLE                                                                     \
    "doubtful: Its title says that it is cancelled there: give it another, if it takes " \
    "place.\n"

static const struct {
    const char *text, *expected;
} titles[] = {
    { CALLED("Annulé: Emploi"), OFF_BY_TITLE },
    { CALLED("Annulé : Emploi"), OFF_BY_TITLE },
    { CALLED("ANNULÉE - Emploi"), OFF_BY_TITLE },
    { CALLED("[annulé] Emploi"), OFF_BY_TITLE },
    { CALLED("Emploi (ANNULÉ)"), OFF_BY_TITLE },
    { CALLED("Emploi – annulé"), OFF_BY_TITLE },
    { CALLED("CANCELLED Jobs"), OFF_BY_TITLE },
    { CALLED("Canceled: Jobs"), OFF_BY_TITLE },
    { CALLED("Cancelled: Jobs"), OFF_BY_TITLE },
    { CALLED("Canceled event: Jobs"), OFF_BY_TITLE },
    { CALLED("Abgesagt: Arbeit"), OFF_BY_TITLE },
    { CALLED("Anulado: Empleo"), OFF_BY_TITLE },
    { CALLED("Cancelado: Empleo"), OFF_BY_TITLE },
    { CALLED("Annullato: Lavoro"), OFF_BY_TITLE },
    { CALLED("Geannuleerd: Werk"), OFF_BY_TITLE },
    { CALLED("Odwołane: Praca"), OFF_BY_TITLE },
    { CALLED("Cancelled trains: what next?"), "new\n" },
    { CALLED("Canceled debts"), "new\n" },
    { CALLED("Jobs: cancelled posts"), "new\n" },
    { CALLED("Annulé\r\nSTATUS:CANCELLED"),
      "same: Cancelled, and not known here: it is not taken.\n" },
};

START_TEST(title_that_calls_it_off__is_no_confirmed_meeting)
{
    expect(titles[_i].text, titles[_i].expected);
}
END_TEST

START_TEST(known_meeting_that_its_title_calls_off__is_left_to_a_person)
{
    take(JOBS);
    expect(
        CALLED("Canceled: Jobs"),
        "doubtful: Its title says that it is cancelled there: cancel it here, if it is "
        "off.\n");
    take(CALLED("Canceled: Jobs"));
    office_expect("SELECT title, state FROM meeting_view", "Jobs|confirmed\n");
    act(1, MEETING_CANCEL);
    expect(CALLED("Canceled: Jobs"), "same\n");
}
END_TEST

#define FREE "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"

START_TEST(event_that_outlook_calls_free__is_perhaps_no_meeting)
{
    expect(JOBS_AS(FREE), "doubtful: It takes nobody's time there, like a day off or a "
                          "reminder: is it a meeting of the group?\n");
    expect(JOBS_AS("X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"), "new\n");
    expect_as(JOBS_AS(FREE), (struct calendar_import_choice){ .private = true }, "new\n");
    /* Outlook writes it of all whole days. */
    expect_as(OTHER_CALENDAR(EVENT("jobs@x", FREE "DTSTART;VALUE=DATE:20270316\r\n")),
              hours, "new\n");
}
END_TEST

/* --- a start outside its own rule */

#define MONDAY_BY_TUESDAYS                                                               \
    OTHER_CALENDAR(EVENT("jobs@x", ON("20270315") RULE("FREQ=WEEKLY;BYDAY=TU;COUNT=2")))
#define FIRST_OR_NOT                                                                     \
    "doubtful: Its own rule does not give Mon 15/03/2027 09:30, with which it begins, "  \
    "and gives Tue 16/03/2027 09:30 first: does it take place on both?\n"

START_TEST(start_outside_its_own_rule__is_asked_with_both_dates)
{
    expect(MONDAY_BY_TUESDAYS, FIRST_OR_NOT "new\nnew\n");
    take(MONDAY_BY_TUESDAYS);
    office_expect(SQL_STARTS, "03-16\n03-23\n");
    expect(MONDAY_BY_TUESDAYS, FIRST_OR_NOT "same\nsame\n");
}
END_TEST

START_TEST(start_outside_its_own_rule__is_taken_once_mended)
{
    struct calendar_import_choice choice = { .group = group };
    struct calendar_mend_list mends = { 0 };
    struct calendar_import *import = judged(MONDAY_BY_TUESDAYS, choice);
    struct meeting values;

    record_init(&meeting_entity, &values);
    ck_assert(calendar_import_can_mend(import, 0));
    ck_assert(!calendar_import_can_mend(import, 1));
    calendar_import_mendable(import, 0, &values);
    ck_assert_msg(calendar_import_mend(import, 0, &values, &mends, &err), "%s",
                  err.message);
    choice.mends = &mends;
    take_as(MONDAY_BY_TUESDAYS, choice);
    office_expect(SQL_STARTS, "03-15\n03-16\n03-23\n");
    record_clear(&meeting_entity, &values);
    calendar_mend_list_clear(&mends);
    calendar_import_free(import);
    expect(MONDAY_BY_TUESDAYS, "same\nsame\nsame\n");
}
END_TEST

/* --- from afar */

#define SQL_WHERE                                                                        \
    "SELECT v.mode, m.link, m.place FROM meeting m JOIN meeting_view v ON v.id = m.id"
#define LINK "https://example.org/l/1"
#define TEAMS "X-MICROSOFT-SKYPETEAMSMEETINGURL:" LINK "\r\n"
#define JOIN "https://teams.example.org/l/1" /* whose host says so */
#define REMOTE "remote|" LINK "|-\n"

static const struct {
    const char *text, *where;
} remotes[] = {
    { JOBS_AS(TEAMS), REMOTE },
    { JOBS_AS(TEAMS "LOCATION:Réunion Microsoft Teams\r\n"),
      "remote|" LINK "|Réunion Microsoft Teams\n" },
    { JOBS_AS("X-MICROSOFT-ONLINEMEETINGEXTERNALLINK:" LINK "\r\n"), REMOTE },
    { JOBS_AS("X-GOOGLE-CONFERENCE:" LINK "\r\n"), REMOTE },
    { JOBS_AS(TEAMS "CONFERENCE;VALUE=URI:https://example.org/c\r\n"),
      "remote|https://example.org/c|-\n" },
    { JOBS_AS("CONFERENCE;FEATURE=PHONE:tel:+33553000000\r\nCONFERENCE:" LINK "\r\n"),
      REMOTE },
    { JOBS_AS(TEAMS "LOCATION:Town hall\r\n"), "hybrid|" LINK "|Town hall\n" },
    { JOBS_AS(TEAMS "LOCATION:Town hall\\; Microsoft Teams Meeting\r\n"),
      "hybrid|" LINK "|Town hall\n" },
    { JOBS_AS("LOCATION:" LINK "\\; Town hall\r\n"), "hybrid|" LINK "|Town hall\n" },
    { JOBS_AS("LOCATION:Town hall\\; first floor\r\n"),
      "on-site|-|Town hall; first floor\n" },
    { JOBS_AS("LOCATION:Zoom\r\n"), "remote|-|Zoom\n" },
    { JOBS_AS("LOCATION:En ligne\r\n"), "remote|-|En ligne\n" },
    { JOBS_AS("LOCATION:Visioconférence\r\n"), "remote|-|Visioconférence\n" },
    { JOBS_AS("LOCATION:Réunion Microsoft Teams\r\nDESCRIPTION:Ordre du jour : "
              "https://example.org/odj\\n____\\nRejoindre<" JOIN ">\\n\r\n"),
      "remote|" JOIN "|Réunion Microsoft Teams\n" },
    { JOBS_AS("LOCATION:Town hall \\; Microsoft Teams Meeting\r\nDESCRIPTION:<p>Join "
              "<a href=\"" JOIN "\">here</a>.</p>\r\n"),
      "hybrid|" JOIN "|Town hall\n" },
    { JOBS_AS("LOCATION:Town hall\r\nDESCRIPTION:Film: " JOIN ".\r\n"),
      "on-site|-|Town hall\n" },
    { JOBS_AS("LOCATION:Teams\r\nDESCRIPTION:https://example.org/a\r\n"),
      "remote|-|Teams\n" },
    { JOBS_AS("LOCATION:Microsoft Teams-Besprechung\r\n"),
      "remote|-|Microsoft Teams-Besprechung\n" },
    { JOBS_AS("LOCATION:Webex\r\n"), "remote|-|Webex\n" },
    { JOBS_AS("LOCATION:tbc\r\n"), "on-site|-|tbc\n" },
    { JOBS_AS("LOCATION:Zoom Room B\r\nURL:https://example.org/page\r\n"),
      "on-site|-|Zoom Room B\n" },
    { JOBS_AS("LOCATION:Town hall\r\nURL:https://example.org/page\r\n"),
      "on-site|-|Town hall\n" },
    { JOBS_AS("LOCATION:Town hall\r\nURL:https://meet.example.org/1\r\n"),
      "hybrid|https://meet.example.org/1|Town hall\n" },
    { JOBS_AS("LOCATION:Town hall\r\nURL:https://television.example.org/1\r\n"),
      "on-site|-|Town hall\n" },
};

START_TEST(link_or_words_of_a_video_meeting__tell_who_comes_from_afar)
{
    take(remotes[_i].text);
    office_expect(SQL_WHERE, remotes[_i].where);
}
END_TEST

START_TEST(web_page_beside_a_place__is_told_and_not_taken)
{
    struct calendar_import *import = judged(
        JOBS_AS("LOCATION:Town hall\r\nURL:https://example.org/page\r\n"), as_it_is);
    ck_assert_str_eq(buffer_text(&calendar_import_row(import, 0)->notes),
                     "Its web page (URL) is not taken: it is no link by which people "
                     "take part.\n");
    calendar_import_free(import);
}
END_TEST

/* --- a zone that nobody knows */

#define IN_ZONE(zone)                                                                    \
    OTHER_CALENDAR(EVENT("jobs@x", "DTSTART;TZID=" zone ":20270316T093000\r\n"))

static const char *const unknown_zones[] = {
    IN_ZONE("EST"),
    IN_ZONE("Customized Time Zone"),
};

START_TEST(zone_that_nobody_knows__is_the_one_that_was_chosen)
{
    struct calendar_import *import = judged(unknown_zones[_i], as_it_is);
    ck_assert_int_eq(calendar_import_row(import, 0)->verdict, IMPORT_REFUSED);
    calendar_import_free(import);
    import = judged(unknown_zones[_i],
                    (struct calendar_import_choice){ .zone = "Europe/Rome" });
    ck_assert_ptr_nonnull(strstr(calendar_import_notes(import),
                                 "it is read as Europe/Rome, as was asked."));
    calendar_import_free(import);
    take_as(unknown_zones[_i], (struct calendar_import_choice){ .zone = "Europe/Rome" });
    office_expect("SELECT start, zone FROM meeting_view",
                  "2027-03-16 09:30|Europe/Rome\n");
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
    tcase_add_loop_test(tests, title_that_calls_it_off__is_no_confirmed_meeting, 0,
                        (int)(sizeof titles / sizeof titles[0]));
    tcase_add_test(tests, known_meeting_that_its_title_calls_off__is_left_to_a_person);
    tcase_add_test(tests, event_that_outlook_calls_free__is_perhaps_no_meeting);
    tcase_add_test(tests, start_outside_its_own_rule__is_asked_with_both_dates);
    tcase_add_test(tests, start_outside_its_own_rule__is_taken_once_mended);
    tcase_add_loop_test(tests, link_or_words_of_a_video_meeting__tell_who_comes_from_afar,
                        0, (int)(sizeof remotes / sizeof remotes[0]));
    tcase_add_test(tests, web_page_beside_a_place__is_told_and_not_taken);
    tcase_add_loop_test(tests, zone_that_nobody_knows__is_the_one_that_was_chosen, 0,
                        (int)(sizeof unknown_zones / sizeof unknown_zones[0]));
}

SUITE_MAIN("import_vendor")
