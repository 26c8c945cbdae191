/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_event_test.c - what a file says of its events, and of itself */
#include "atelier/calendar/calendar_source.h"

#include <string.h>

#include "support/calendar_file.h"
#include "support/suite.h"

static struct calendar_source *
open_text(const char *text, bool people)
{
    struct error err = { 0 };
    struct calendar_source *source = calendar_file_open(text, strlen(text), people, &err);
    ck_assert_msg(source, "%s", err.message);
    return source;
}

static void
read_only(struct calendar_source *source, struct source_series *series)
{
    struct error err = { 0 };
    ck_assert_uint_eq(calendar_source_count(source), 1);
    ck_assert_msg(calendar_source_read(source, 0, series, &err), "%s", err.message);
}

static const char meeting[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:Groupe\\, villes"
    "\r\nX-WR-TIMEZONE:Europe/Paris\r\nBEGIN:VTODO\r\nEND:VTODO\r\nBEGIN:VEVENT\r\n"
    "UID:7f@example.org\r\nSEQUENCE:3\r\nDTSTART;TZID=\"Europe/Paris\":20270316T093000"
    "\r\nDTEND;TZID=Europe/Paris:20270316T123000\r\nSUMMARY:Logement\\, climat\\; "
    "sobri\r\n \xc3\xa9t\xc3\xa9\r\nDESCRIPTION:Un\\nDeux \\\\ trois\r\nLOCATION:Salle "
    "B\r\n"
    "STATUS:TENTATIVE\r\nCLASS:CONFIDENTIAL\r\nTRANSP:TRANSPARENT\r\n"
    "URL:https://example.org/a?b=1\r\n"
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=\"a:b\":https://meet.example.org/x\r\n"
    "CATEGORIES:habitat,eau\\, air\r\nCATEGORIES:sol\r\n"
    "ORGANIZER;CN=\"Secr\xc3\xa9tariat\":MAILTO:bureau@example.org\r\n"
    "ATTENDEE;CN=\"O'N^'eill, ^^\";ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:o@example.org\r\n"
    "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:p@example.org\r\n"
    "ATTENDEE;CUTYPE=ROOM;CN=Salle B:urn:uuid:1\r\n"
    "ATTENDEE;ROLE=NON-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:q@example.org\r\n"
    "ATTENDEE;PARTSTAT=DELEGATED:mailto:r@example.org\r\n"
    "ATTENDEE:mailto:s@example.org\r\n"
    "DESCRIPTION:\r\nX-ALT-DESC:<html>\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";

START_TEST(calendar__says_what_it_is)
{
    struct calendar_source *source = open_text(meeting, false);
    ck_assert_str_eq(calendar_source_zone_hint(source), "Europe/Paris");
    ck_assert_uint_eq(calendar_source_other_count(source), 1);
    calendar_source_close(source);
}
END_TEST

START_TEST(event__is_read__with_its_texts)
{
    struct source_series series = { 0 };
    struct calendar_source *source = open_text(meeting, false);
    read_only(source, &series);
    const struct source_event *event = &series.master;
    ck_assert_int_eq(event->line, 8);
    ck_assert_str_eq(event->uid, "7f@example.org");
    ck_assert_int_eq(event->sequence, 3);
    ck_assert_int_eq(event->start.kind, SOURCE_IN_ZONE);
    ck_assert_str_eq(zone_name(event->start.zone), "Europe/Paris");
    ck_assert_str_eq(event->summary, "Logement, climat; sobriété");
    ck_assert_str_eq(event->description, "Un\nDeux \\ trois");
    ck_assert_str_eq(event->location, "Salle B");
    ck_assert_str_eq(event->url, "https://example.org/a?b=1");
    ck_assert_str_eq(event->conference, "https://meet.example.org/x");
    ck_assert(event->has_status && event->status == CALENDAR_TENTATIVE);
    ck_assert_int_eq(event->access, CALENDAR_PRIVATE);
    ck_assert(event->transparent);
    ck_assert_uint_eq(event->categories.count, 3);
    ck_assert_str_eq(event->categories.items[1], "eau, air");
    ck_assert_str_eq(event->organizer.name, "Secrétariat");
    ck_assert_str_eq(event->organizer.mail, "bureau@example.org");
    ck_assert_uint_eq(event->people_count, 0);
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

START_TEST(people__are_read__when_asked_for)
{
    struct source_series series = { 0 };
    struct calendar_source *source = open_text(meeting, true);
    read_only(source, &series);
    ck_assert_uint_eq(series.master.people_count, 6);
    const struct source_person *people = series.master.people;
    ck_assert_str_eq(people[0].name, "O'N\"eill, ^");
    ck_assert_str_eq(people[0].mail, "o@example.org");
    ck_assert_int_eq(people[0].role, SOURCE_CHAIR);
    ck_assert_int_eq(people[0].answer, SOURCE_ACCEPTED);
    ck_assert_ptr_null(people[1].name);
    ck_assert_int_eq(people[1].role, SOURCE_OPTIONAL);
    ck_assert_int_eq(people[1].answer, SOURCE_DECLINED);
    ck_assert(people[2].is_thing && !people[2].mail);
    ck_assert_int_eq(people[3].role, SOURCE_INFORMED);
    ck_assert_int_eq(people[3].answer, SOURCE_UNSURE);
    ck_assert_int_eq(people[4].role, SOURCE_REQUIRED);
    ck_assert_int_eq(people[4].answer, SOURCE_DELEGATED);
    ck_assert_int_eq(people[5].role, SOURCE_REQUIRED);
    ck_assert_int_eq(people[5].answer, SOURCE_UNANSWERED);
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

static const struct {
    const char *value;
    int64_t read;
} sequences[] = {
    { "7", 7 },
    { "2147483647", INT32_MAX },
    { "99999999999999", INT32_MAX },
    { "-5", 0 },
    { "", 0 },
    { "4x", 0 },
};

START_TEST(sequence__is_the_number_that_is_written)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct source_series series = { 0 };
    buffer_addf(&lines, "DTSTART:20270301T093000Z\r\nSEQUENCE:%s\r\n",
                sequences[_i].value);
    calendar_file_wrap(&text, "", lines.text);
    struct calendar_source *source = open_text(text.text, false);
    read_only(source, &series);
    ck_assert_int_eq(series.master.sequence, sequences[_i].read);
    source_series_clear(&series);
    calendar_source_close(source);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

/* ---- zones ---- */

#define PARIS_RULES                                                                      \
    "BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\n"                \
    "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"     \
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"                \
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
#define HANGS                                                                            \
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"                \
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY;COUNT=3\r\nEND:"                            \
    "STANDARD\r\n"
#define UNKNOWN "unknown"
#define WINTER(lines)                                                                    \
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"                \
    "TZOFFSETTO:+0100\r\n" lines "END:STANDARD\r\n"
#define OFTEN WINTER("RRULE;X-A=\"FREQ=YEARLY\":FREQ=SECONDLY;COUNT=3\r\n")
#define NEVER WINTER("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")
#define NEVER_BY_START                                                                   \
    "BEGIN:STANDARD\r\nRRULE:FREQ=YEARLY;BYMONTH=2\r\nDTSTART:19961030T030000\r\n"       \
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
#define ONE_RULE WINTER("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n")
#define FIVE_RULES ONE_RULE ONE_RULE ONE_RULE ONE_RULE ONE_RULE
#define OUTLOOK_RULES                                                                    \
    "BEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nTZOFFSETFROM:+0200\r\n"                \
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\n"         \
    "END:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010325T020000\r\n"                      \
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"                                         \
    "RRULE:FREQ=YEARLY;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU;BYMONTH=3\r\n"           \
    "END:DAYLIGHT\r\n"
#define ZONE(tzid, rules) "BEGIN:VTIMEZONE\r\nTZID:" tzid "\r\n" rules "END:VTIMEZONE\r\n"

static const struct {
    const char *tzid;
    const char *described;
    const char *zone; /* or how the refusal begins */
    const char *note; /* how it begins, or NULL */
} zones[] = {
    { "Europe/Paris", "", "Europe/Paris", NULL },
    { "Europe/Paris", ZONE("Europe/Paris", PARIS_RULES), "Europe/Paris", NULL },
    { "Europe/Kiev", "", "Europe/Kyiv", NULL },
    { "UTC", "", "Etc/UTC", NULL },
    { "Romance Standard Time", "", "Europe/Paris", NULL },
    { "w. europe standard time", "", "Europe/Berlin", NULL },
    { "FLE Standard Time", "", "Europe/Kyiv", NULL },
    { "/mozilla.org/20050126_1/Europe/Paris", "", "Europe/Paris", NULL },
    { "/freeassociation.sourceforge.net/America/Argentina/Ushuaia", "",
      "America/Argentina/Ushuaia", NULL },
    { "/etc/passwd", "", "Line 5: the time zone “/etc/passwd” is not known", NULL },
    { "../../etc/passwd", "", "Line 5: the time zone “../../etc/passwd”", NULL },
    { "", "", "Line 5: the time zone “”", NULL },
    { "Bureau", "", "Line 5: the time zone “Bureau” is not known", NULL },
    { "Bureau", ZONE("Bureau", HANGS), "Line 14: the time zone “Bureau”", NULL },
    { "(UTC+01:00) Brussels, Paris", ZONE("(UTC+01:00) Brussels\\, Paris", PARIS_RULES),
      "Europe/Brussels", "“(UTC+01:00) Brussels, Paris” is read as Europe/Brussels" },
    { "(UTC+01:00) Brussels, Paris", ZONE("(UTC+01:00) Brussels\\, Paris", OUTLOOK_RULES),
      "Europe/Brussels", "“(UTC+01:00) Brussels, Paris” is read as Europe/Brussels" },
    /* names alone */
    { "tzone://Microsoft/Utc", "", "Etc/UTC", NULL },
    { "(UTC) Coordinated Universal Time", "", "Etc/UTC",
      "“(UTC) Coordinated Universal Time” is read as Etc/UTC by its name alone" },
    { "europe/paris", "", "Europe/Paris", NULL },
    { "AMERICA/NEW_YORK", "", "America/New_York", NULL },
    { "GMT+0100", "", "Etc/GMT-1", NULL },
    { "UTC-02", "", "Etc/GMT+2", NULL },
    { "+09:00", "", "Etc/GMT-9", NULL },
    { "GMT", "", "Etc/GMT", NULL },
    { "GMT+0130", "", "Line 5: the time zone “GMT+0130” is not known", NULL },
    { "GMT+99", "", "Line 5: the time zone “GMT+99” is not known", NULL },
    { "GMT+1x", "", "Line 5: the time zone “GMT+1x” is not known", NULL },
    { "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "", "Europe/Brussels",
      "“(UTC+01:00) Brussels, Copenhagen, Madrid, Paris” is read as Europe/Brussels by" },
    { "(GMT+01.00) Sarajevo / Skopje / Warsaw / Zagreb", "", "Europe/Sarajevo",
      "“(GMT+01.00) Sarajevo / Skopje / Warsaw / Zagreb” is read as Europe/Sarajevo" },
    { "(UTC-05:00) Eastern Time (US & Canada)", "", "America/New_York",
      "“(UTC-05:00) Eastern Time (US & Canada)” is read as America/New_York" },
    { "(UTC-06:00) Easter Island", "", "Pacific/Easter", "“(UTC-06:00) Easter Island”" },
    { "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "", "Asia/Kolkata", "“(UTC" },
    { "(UTC+05:00) Paris", "", "Line 5: the time zone “(UTC+05:00) Paris” is not known",
      NULL },
    { "(UTC+01:00) Parisville", "", "Line 5: the time zone “(UTC+01:00) Parisville”",
      NULL },
    { "(UTC+01:00) ParisAir", "", "Line 5: the time zone “(UTC+01:00) ParisAir”", NULL },
    /* one rule that libical must not see spoils the description */
    { "Bureau", ZONE("Bureau", PARIS_RULES OFTEN), UNKNOWN, NULL },
    { "Bureau", ZONE("Bureau", PARIS_RULES NEVER), UNKNOWN, NULL },
    { "Bureau", ZONE("Bureau", PARIS_RULES NEVER_BY_START), UNKNOWN, NULL },
    { "Bureau", ZONE("Bureau", PARIS_RULES FIVE_RULES FIVE_RULES FIVE_RULES FIVE_RULES),
      UNKNOWN, NULL },
    { "America/New_York", ZONE("America/New_York", PARIS_RULES), "America/New_York",
      "The file describes other hours for “America/New_York”" },
};

/* How a text begins; UNKNOWN: that it refuses the zone. */
static void
expect_beginning(const char *is, const char *beginning)
{
    if (strcmp(beginning, UNKNOWN) == 0)
        ck_assert_msg(strstr(is, "the time zone “Bureau” is not known"), "%s", is);
    else
        ck_assert_msg(strncmp(is, beginning, strlen(beginning)) == 0, "%s", is);
}

START_TEST(zone__is_found__by_whatever_name)
{
    struct buffer lines = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };
    struct source_series series = { 0 };
    buffer_addf(&lines, "DTSTART;TZID=\"%s\":20270301T093000\r\n", zones[_i].tzid);
    calendar_file_wrap(&text, zones[_i].described, lines.text);
    struct calendar_source *source = open_text(text.text, false);
    bool ok = calendar_source_read(source, 0, &series, &err);
    expect_beginning(ok ? zone_name(series.master.start.zone) : err.message,
                     zones[_i].zone);
    ck_assert_uint_eq(calendar_source_note_count(source), zones[_i].note != NULL);
    if (zones[_i].note)
        expect_beginning(calendar_source_note(source, 0), zones[_i].note);
    source_series_clear(&series);
    calendar_source_close(source);
    buffer_clear(&text);
    buffer_clear(&lines);
}
END_TEST

/* Beside a letter that is no ASCII, and without one. */
START_TEST(control_character__goes__wherever_it_stands)
{
    static const char controls[] = { 0x01, 0x1f, 0x7f };
    static const char *const letters[] = { "", "\xc3\xa9" };
    for (size_t l = 0; l < 2; l++)
        for (size_t c = 0; c < sizeof controls; c++) {
            struct buffer text = { 0 };
            struct buffer summary = { 0 };
            struct source_series series = { 0 };
            buffer_addf(&text,
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                        "DTSTART:20270301T093000Z\r\nSUMMARY:%s%.*s%c~y\r\n"
                        "END:VEVENT\r\nEND:VCALENDAR\r\n",
                        letters[l], _i, "abcdefgh", controls[c]);
            buffer_addf(&summary, "%s%.*s~y", letters[l], _i, "abcdefgh");
            struct calendar_source *source = open_text(buffer_text(&text), false);
            read_only(source, &series);
            ck_assert_str_eq(series.master.summary, buffer_text(&summary));
            source_series_clear(&series);
            calendar_source_close(source);
            buffer_clear(&summary);
            buffer_clear(&text);
        }
}
END_TEST

static void
expect_event(struct calendar_source *source, size_t index)
{
    struct source_series series = { 0 };
    struct error err = { 0 };
    struct buffer uid = { 0 };
    buffer_addf(&uid, "%zu@example.org", index);
    ck_assert_msg(calendar_source_read(source, index, &series, &err), "%s", err.message);
    ck_assert_str_eq(series.master.uid, buffer_text(&uid));
    ck_assert_str_eq(series.master.location, "behind it");
    source_series_clear(&series);
    buffer_clear(&uid);
}

/* A long one among them is larger than what is read ahead. */
START_TEST(events__are_read_whole__in_any_order)
{
    enum { EVENTS = 1500, LONG = 700, LENGTH = 70000 };
    struct buffer text = { 0 };
    buffer_add(&text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (size_t i = 0; i < EVENTS; i++) {
        buffer_addf(&text,
                    "BEGIN:VEVENT\r\nUID:%zu@example.org\r\n"
                    "DTSTART:20270301T093000Z\r\nDESCRIPTION:",
                    i);
        for (size_t filler = i == LONG ? LENGTH : 100 + i % 8; filler > 0; filler--)
            buffer_add_char(&text, 'x');
        buffer_add(&text, "\r\nLOCATION:behind it\r\nEND:VEVENT\r\n");
    }
    buffer_add(&text, "END:VCALENDAR\r\n");
    struct calendar_source *source = open_text(buffer_text(&text), false);
    ck_assert_uint_eq(calendar_source_count(source), EVENTS);
    for (size_t i = 0; i < EVENTS; i++)
        expect_event(source, i);
    for (size_t i = EVENTS; i-- > 0;)
        expect_event(source, i);
    for (size_t i = 0; i < EVENTS; i++)
        expect_event(source, i * 611 % EVENTS);
    calendar_source_close(source);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, calendar__says_what_it_is);
    tcase_add_test(tests, event__is_read__with_its_texts);
    tcase_add_test(tests, people__are_read__when_asked_for);
    tcase_add_loop_test(tests, control_character__goes__wherever_it_stands, 0, 9);
    tcase_add_test(tests, events__are_read_whole__in_any_order);
    tcase_add_loop_test(tests, sequence__is_the_number_that_is_written, 0,
                        (int)(sizeof sequences / sizeof *sequences));
    tcase_add_loop_test(tests, zone__is_found__by_whatever_name, 0,
                        (int)(sizeof zones / sizeof *zones));
}

SUITE_MAIN("source_event")
