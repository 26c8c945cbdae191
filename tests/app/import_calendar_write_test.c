/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_write_test.c - what an import writes: clocks, people, what was told */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/other_calendar.h"
#include "support/paper.h"
#include "support/rows.h"
#include "support/suite.h"

#define EVENT(uid, lines)                                                                \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\n" lines "END:VEVENT\r\n"
#define JOBS(lines)                                                                      \
    OTHER_CALENDAR(EVENT("jobs@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"       \
                                   "DTEND;TZID=Europe/Paris:20270316T123000\r\n"         \
                                   "SUMMARY:Jobs\r\n" lines))
#define ANSWER(answer, mail) "ATTENDEE;PARTSTAT=" answer ":mailto:" mail "\r\n"

static struct atelier *at;
static struct error err;
static int64_t group;
static struct calendar_import_choice choice;
static struct calendar_import_outcome outcome;
static struct buffer told; /* the reasons, notes and warnings of the rows */

static void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
    choice = (struct calendar_import_choice){ .group = group };
}

static void
end(void)
{
    buffer_clear(&told);
    office_expect_whole(at);
    office_end(at);
}

static struct calendar_import *
judged(struct atelier *who, const char *text)
{
    return other_calendar_judge(who, text, &choice);
}

static void
take(const char *text)
{
    struct calendar_import *import = judged(at, text);

    ck_assert_msg(calendar_import_run(import, NULL, NULL, &outcome, &err), "%s",
                  err.message);
    buffer_reset(&told);
    for (size_t i = 0; i < calendar_import_row_count(import); i++) {
        const struct calendar_import_row *row = calendar_import_row(import, i);
        buffer_addf(&told, "%lld %s: %s%s%s\n", (long long)row->line,
                    import_verdicts[row->verdict].name, row->reason ? row->reason : "",
                    buffer_text(&row->notes), buffer_text(&row->warnings));
    }
    buffer_addf(&told, "%s", calendar_import_notes(import));
    calendar_import_free(import);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static int64_t
add_person(const char *name, const char *mail)
{
    return office_add(at, &person_entity, "family", name, "given", name, "email", mail,
                      NULL);
}

static void
expect_list(const char *expected)
{
    office_expect("SELECT family, state FROM registration_view ORDER BY family",
                  expected);
}

/* --- what was told */

START_TEST(draft__that_an_import_confirmed__stays_told_when_that_is_undone)
{
    take(JOBS("STATUS:TENTATIVE\r\n"));
    take(JOBS("STATUS:CONFIRMED\r\nSEQUENCE:1\r\n"));
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
    undo();
    office_expect("SELECT state FROM meeting_view", "draft\n");
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    ck_assert(edit_load(at, &meeting_entity, 1, &meeting, &err));
    ck_assert(!edit_remove(at, &meeting_entity, 1, meeting.head.rev, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    record_clear(&meeting_entity, &meeting);
    ck_assert(plan_act(at, 1, MEETING_CANCEL, "off", &err));
    office_expect("SELECT cancelled_draft FROM meeting", "0\n");
}
END_TEST

START_TEST(draft__that_nobody_confirmed__was_told_to_nobody)
{
    take(JOBS("STATUS:TENTATIVE\r\n"));
    office_change(at, &meeting_entity, 1, "title", "Skills", NULL);
    ck_assert(plan_act(at, 1, MEETING_CANCEL, "off", &err));
    office_expect("SELECT cancelled_draft FROM meeting", "1\n");
}
END_TEST

/* --- links */

#define LONG_PART "0123456789012345678901234567890123456789012345678901234567890123456789"
#define LONG_LINK                                                                        \
    "https://visio.example.org/" LONG_PART LONG_PART LONG_PART LONG_PART LONG_PART       \
        LONG_PART LONG_PART LONG_PART

START_TEST(link__that_is_too_long__is_never_cut)
{
    take(JOBS("URL:" LONG_LINK "\r\n"));
    office_expect("SELECT count(*) FROM meeting", "0\n");
    choice.cut = true;
    take(JOBS("URL:" LONG_LINK "\r\n"));
    office_expect("SELECT link, mode FROM meeting", "-|0\n");
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "Its link is longer than 500 "
                                                     "characters: it is left out."));
}
END_TEST

static const char *const locations[] = {
    "https://visio.example.org/urb, Council chamber",
    "https://visio.example.org/my room",
    "tel:+33 5 53 00 00 00",
    "+33 5 53 00 00 00",
    "Zoom https://visio.example.org/urb",
};

START_TEST(place__that_is_more_than_a_link__stays_in_words)
{
    struct buffer text = { 0 };
    struct buffer expected = { 0 };

    for (const char *c = locations[_i]; *c; c++)
        buffer_addf(&text, "%s%c", *c == ',' ? "\\" : "", *c);
    char *location = buffer_take(&text);
    buffer_addf(&text, JOBS("LOCATION:%s\r\n"), location);
    take(buffer_text(&text));
    buffer_addf(&expected, "%s|-\n", locations[_i]);
    office_expect("SELECT place, link FROM meeting", buffer_text(&expected));
    buffer_clear(&expected);
    buffer_clear(&text);
    free(location);
}
END_TEST

/* A room with a mailbox is named by its name. */
START_TEST(place__with_an_address_behind_it__is_its_name)
{
    take(JOBS("LOCATION:\"Salle Garonne\" <garonne@example.org>\r\n"));
    office_expect("SELECT place, link FROM meeting", "Salle Garonne|-\n");
}
END_TEST

START_TEST(place__with_something_else_in_brackets__stays_whole)
{
    take(JOBS("LOCATION:Salle <1er étage>\r\n"));
    office_expect("SELECT place, link FROM meeting", "Salle <1er étage>|-\n");
}
END_TEST

START_TEST(place__that_is_a_link_alone__is_the_link)
{
    take(JOBS("LOCATION: tel:+33553000000\r\n"));
    office_expect("SELECT place, link FROM meeting", "-|tel:+33553000000\n");
}
END_TEST

/* --- clocks */

START_TEST(hour_that_comes_twice__is_the_one_that_the_file_means__at_each_end)
{
    choice.utc_zone = "Europe/Paris";
    take(OTHER_CALENDAR(EVENT("a@x",
                              "DTSTART:20271031T001000Z\r\nDTEND:20271031T014000Z\r\n"
                              "SUMMARY:A\r\n")));
    office_expect("SELECT start, \"end\", strftime('%H:%M', start_at, 'unixepoch'),"
                  " strftime('%H:%M', end_at, 'unixepoch') FROM meeting",
                  "2027-10-31 02:10|2027-10-31 02:40|00:10|01:40\n");
}
END_TEST

/* --- what cannot be read */

START_TEST(event_that_cannot_be_read__is_told_by_its_line_and_is_not_outside)
{
    take(OTHER_CALENDAR(EVENT("a@x",
                              "DTSTART;TZID=Nowhere:20270316T093000\r\n"
                              "DTEND;TZID=Nowhere:20270316T123000\r\nSUMMARY:A\r\n")));
    ck_assert_msg(strncmp(buffer_text(&told), "4 refused: ", 11) == 0, "%s",
                  buffer_text(&told));
    ck_assert_ptr_null(strstr(buffer_text(&told), "does not take place"));
}
END_TEST

START_TEST(event_that_cannot_be_read__says_what_it_is_called_and_its_day)
{
    struct calendar_import *import =
        judged(at, OTHER_CALENDAR(EVENT("a@x", "SUMMARY;LANGUAGE=en:Jobs\\, again\r\n"
                                               "DTSTART;VALUE=DATE:20270316\r\n"
                                               "DTEND:20270316T123000\r\n")
                                      EVENT("b@x", "SUMMARY:B\r\n"
                                                   "DTSTART:20270230T093000\r\n")));
    struct buffer when = { 0 };

    ck_assert_uint_eq(calendar_import_row_count(import), 2);
    ck_assert_str_eq(calendar_import_row(import, 0)->meeting.title, "Jobs, again");
    calendar_import_add_when(calendar_import_row(import, 0), &when);
    ck_assert_str_eq(buffer_text(&when), "Tue 16/03/2027");
    buffer_reset(&when);
    ck_assert_str_eq(calendar_import_row(import, 1)->meeting.title, "B");
    calendar_import_add_when(calendar_import_row(import, 1), &when);
    ck_assert_str_eq(buffer_text(&when), "");
    buffer_clear(&when);
    calendar_import_free(import);
}
END_TEST

static const struct {
    const char *lines;
    const char *when;
} unclear[] = {
    { "DTSTART;VALUE=DATE:20270316\r\n", "Tue 16/03/2027" },
    { "DTSTART;VALUE=DATE:20270316\r\nDTEND;VALUE=DATE:20270319\r\n",
      "Tue 16/03/2027–Thu 18/03/2027" },
    { "DTSTART:20270316T083000Z\r\nDTEND:20270316T093000Z\r\n",
      "Tue 16/03/2027 08:30–09:30 UTC" },
};

START_TEST(day_without_hours__and_time_in_utc__are_told_as_such)
{
    struct buffer text = { 0 };
    struct buffer when = { 0 };
    buffer_addf(&text,
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@x\r\n%sEND:VEVENT\r\n"
                "END:VCALENDAR\r\n",
                unclear[_i].lines);
    struct calendar_import *import = judged(at, buffer_text(&text));

    calendar_import_add_when(calendar_import_row(import, 0), &when);
    ck_assert_str_eq(buffer_text(&when), unclear[_i].when);
    calendar_import_free(import);
    buffer_clear(&when);
    buffer_clear(&text);
}
END_TEST

static const char *const own_matters[] = { "CLASS:PRIVATE\r\n", "CLASS:CONFIDENTIAL\r\n",
                                           "TRANSP:TRANSPARENT\r\n" };

/* Or the dentist of a colleague stands in the calendar that the group publishes. */
START_TEST(private_event__is_taken_once_somebody_says_so)
{
    struct buffer text = { 0 };
    buffer_addf(&text,
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@x\r\nSUMMARY:Dentist\r\n%s"
                "DTSTART;TZID=Europe/Paris:20270316T093000\r\nEND:VEVENT\r\n"
                "END:VCALENDAR\r\n",
                own_matters[_i]);
    take(buffer_text(&text));
    ck_assert_int_eq(outcome.added, 0);
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "is it a meeting of the group?"));
    choice.private = true;
    take(buffer_text(&text));
    ck_assert_int_eq(outcome.added, 1);
    buffer_clear(&text);
}
END_TEST

/* Nobody can shorten it. */
START_TEST(uid_that_is_too_long__is_known_again__and_told_from_its_like)
{
    struct buffer text = { 0 };

    for (int event = 0; event < 2; event++) {
        buffer_add(&text, "BEGIN:VEVENT\r\nUID:");
        for (int i = 0; i < 600; i++)
            buffer_add(&text, "u");
        buffer_addf(&text,
                    "%d\r\nDTSTART;TZID=Europe/Paris:2027031%dT093000\r\n"
                    "SUMMARY:A\r\nEND:VEVENT\r\n",
                    event, event);
    }
    struct buffer file = { 0 };
    buffer_addf(&file, "BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n", buffer_text(&text));
    take(buffer_text(&file));
    ck_assert_int_eq(outcome.added, 2);
    take(buffer_text(&file));
    ck_assert_int_eq(outcome.added + outcome.changed, 0);
    buffer_clear(&file);
    buffer_clear(&text);
}
END_TEST

/* --- people */

START_TEST(person_who_answers_otherwise_later__stays_and_is_told_of)
{
    choice.attendees = true;
    add_person("Anna", "anna@x.org");
    add_person("Bruno", "bruno@x.org");
    take(JOBS(ANSWER("ACCEPTED", "anna@x.org") ANSWER("DECLINED", "bruno@x.org")));
    ck_assert_int_eq(outcome.other, 0);
    take(JOBS(ANSWER("DECLINED", "anna@x.org") ANSWER("ACCEPTED", "bruno@x.org")));
    expect_list("Anna|accepted\nBruno|declined\n");
    ck_assert_int_eq(outcome.other, 2);
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), " has declined in the"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), " has accepted in the"));
}
END_TEST

START_TEST(person_without_a_seat__and_shared_address__are_counted)
{
    choice.attendees = true;
    take(JOBS(""));
    office_change(at, &meeting_entity, 1, "seats", "1", NULL);
    add_person("Anna", "anna@x.org");
    add_person("Bruno", "bruno@x.org");
    add_person("Carla", "both@x.org");
    add_person("Dora", "both@x.org");
    take(JOBS(ANSWER("ACCEPTED", "anna@x.org") ANSWER("ACCEPTED", "bruno@x.org")
                  ANSWER("ACCEPTED", "both@x.org")));
    expect_list("Anna|accepted\n");
    ck_assert_int_eq(outcome.registered, 1);
    office_expect("SELECT act, summary FROM journal ORDER BY id DESC LIMIT 1",
                  "registration.add_many|other.ics (1)\n");
    ck_assert_int_eq(outcome.full, 1);
    ck_assert_int_eq(outcome.unknown, 1);
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "Several people have the address"));
    ck_assert_ptr_nonnull(
        strstr(buffer_text(&told), "Bruno, Bruno: The meeting is full"));
}
END_TEST

START_TEST(attendee_without_an_address__and_a_group__are_named)
{
    choice.attendees = true;
    add_person("Anna", "anna@x.org");
    add_person("Dora", "dora@x.org");
    add_person("Team", "team@x.org");
    take(JOBS("ATTENDEE;PARTSTAT=ACCEPTED:anna@x.org\r\n"
              "ATTENDEE;EMAIL=dora@x.org;PARTSTAT=ACCEPTED:urn:uuid:2\r\n"
              "ATTENDEE;CN=Bruno;PARTSTAT=ACCEPTED:invalid:nomail\r\n"
              "ATTENDEE:/principals/users/carla\r\n"
              "ATTENDEE;CN=The team;CUTYPE=GROUP;PARTSTAT=ACCEPTED:mailto:team@x.org\r\n"
              "ATTENDEE;CN=Oval room;CUTYPE=RESOURCE:urn:uuid:1\r\n"));
    expect_list("Anna|accepted\nDora|accepted\n");
    ck_assert_int_eq(outcome.unknown, 3);
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "“Bruno” has no e-mail address"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "“/principals/users/carla” has no"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "“The team” stands for several"));
    ck_assert_ptr_null(strstr(buffer_text(&told), "Oval room"));
}
END_TEST

START_TEST(who_may_not_plan__imports_nothing)
{
    struct atelier *reader = office_hire(at, "rita", ROLE_READER);

    ck_assert_ptr_null(
        calendar_import_open(reader, paper_write("other.ics", JOBS("")), &choice, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(reader);
}
END_TEST

START_TEST(places__are_counted_once__the_most_frequent_first)
{
    struct calendar_import *import = judged(
        at, OTHER_CALENDAR(
                EVENT("a@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                             "SUMMARY:A\r\nLOCATION:Barn\r\n")
                    EVENT("b@x", "DTSTART;TZID=Europe/Paris:20270317T093000\r\n"
                                 "SUMMARY:B\r\nLOCATION:Town hall\r\n")
                        EVENT("c@x", "DTSTART;TZID=Europe/Paris:20270318T093000\r\n"
                                     "SUMMARY:C\r\nLOCATION:Town hall\r\n")));
    size_t count;
    const struct calendar_import_place *places = calendar_import_places(import, &count);

    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(places[0].name, "Town hall");
    ck_assert_int_eq(places[0].rows, 2);
    ck_assert_str_eq(places[1].name, "Barn");
    calendar_import_free(import);
}
END_TEST

/* --- what clashes */

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
#define LONG_EVENT                                                                       \
    EVENT("long@x", "DTSTART;TZID=Europe/Paris:20270301T090000\r\n"                      \
                    "DTEND;TZID=Europe/Paris:20270303T120000\r\nSUMMARY:Long\r\n")

static void
add_hours(struct buffer *text, int count)
{
    for (int i = 0; i < count; i++)
        buffer_addf(text,
                    EVENT("%d@x", "DTSTART;TZID=Europe/Paris:202704%02dT%02d0000\r\n"
                                  "DURATION:PT1H\r\nSUMMARY:Hour\r\n"),
                    i, i / 8 + 1, i % 8 + 9);
}

/* One of many that goes on for days, from the file or planned before: of few, and of
 * many, what begins on its last day is told of. */
START_TEST(event_among_many__clashes_with_what_began_days_before)
{
    const int64_t chair = add_person("Ann", "ann@example.org");
    const bool is_known = _i & 1;
    struct buffer text = { 0 };

    office_change(at, &working_group_entity, group, "chair", rows_number(chair), NULL);
    if (is_known)
        take(BEGIN LONG_EVENT "END:VCALENDAR\r\n");
    buffer_addf(&text, BEGIN "%s", is_known ? "" : LONG_EVENT);
    add_hours(&text, _i & 2 ? 150 : 3);
    buffer_add(&text, EVENT("late@x", "DTSTART;TZID=Europe/Paris:20270303T100000\r\n"
                                      "DURATION:PT1H\r\nSUMMARY:Late\r\n"));
    buffer_add(&text, "END:VCALENDAR\r\n");
    take(buffer_text(&text));
    ck_assert_msg(strstr(buffer_text(&told), "“Long”") != NULL, "%s", buffer_text(&told));
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, event_among_many__clashes_with_what_began_days_before, 0,
                        4);
    tcase_add_test(tests, link__that_is_too_long__is_never_cut);
    tcase_add_loop_test(tests, place__that_is_more_than_a_link__stays_in_words, 0,
                        (int)(sizeof locations / sizeof locations[0]));
    tcase_add_test(tests, place__with_an_address_behind_it__is_its_name);
    tcase_add_test(tests, place__with_something_else_in_brackets__stays_whole);
    tcase_add_test(tests, place__that_is_a_link_alone__is_the_link);
    tcase_add_test(tests,
                   draft__that_an_import_confirmed__stays_told_when_that_is_undone);
    tcase_add_test(tests, draft__that_nobody_confirmed__was_told_to_nobody);
    tcase_add_test(tests,
                   hour_that_comes_twice__is_the_one_that_the_file_means__at_each_end);
    tcase_add_test(tests,
                   event_that_cannot_be_read__is_told_by_its_line_and_is_not_outside);
    tcase_add_test(tests, event_that_cannot_be_read__says_what_it_is_called_and_its_day);
    tcase_add_loop_test(tests, day_without_hours__and_time_in_utc__are_told_as_such, 0,
                        (int)(sizeof unclear / sizeof unclear[0]));
    tcase_add_loop_test(tests, private_event__is_taken_once_somebody_says_so, 0,
                        (int)(sizeof own_matters / sizeof own_matters[0]));
    tcase_add_test(tests, uid_that_is_too_long__is_known_again__and_told_from_its_like);
    tcase_add_test(tests, person_who_answers_otherwise_later__stays_and_is_told_of);
    tcase_add_test(tests, person_without_a_seat__and_shared_address__are_counted);
    tcase_add_test(tests, attendee_without_an_address__and_a_group__are_named);
    tcase_add_test(tests, who_may_not_plan__imports_nothing);
    tcase_add_test(tests, places__are_counted_once__the_most_frequent_first);
}

SUITE_MAIN("import_calendar_write")
