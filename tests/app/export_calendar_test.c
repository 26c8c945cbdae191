/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_calendar_test.c - what a calendar says of meetings, and when its bytes change */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/setting.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define PENCILLED                                                                        \
    "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n"                         \
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n"

static struct atelier *at;
static int64_t group;
static int64_t meeting;
static int64_t other;  /* of another group */
static int64_t person; /* on the list of the first */

static void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    other = office_add_meeting(at, office_add_group(at, "NUM"), "2027-04-20 14:00", 20);
    person = office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
                        "paul@example.org", NULL);
    office_register(at, meeting, person);
}

static void
end(void)
{
    office_end(at);
}

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* The caller frees. */
static char *
exported_by(struct atelier *who, struct row_ref scope, int64_t expected)
{
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert_msg(export_calendar(who, scope, keep, &text, &events, &err), "%s",
                  err.message);
    ck_assert_int_eq(events, expected);
    return buffer_take(&text);
}

/* Whether a line stands in the calendar of everything. */
static bool
says(const char *line)
{
    char *text = exported_by(at, ROW_NONE, 2);
    bool found = strstr(text, line) != NULL;

    free(text);
    return found;
}

/* The value of a property of the first meeting's event, in one of a few static buffers.
 */
static const char *
value(const char *name)
{
    static char values[4][200];
    static unsigned next;
    char *found = values[next++ % 4];
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    const char *line = strstr(strstr(text, "BEGIN:VEVENT"), name);

    found[0] = '\0';
    if (line != NULL)
        (void)snprintf(found, sizeof values[0], "%.*s", (int)strcspn(line, "\r"), line);
    free(text);
    return found;
}

static void
set_organiser(void)
{
    struct settings settings;
    struct error err = { 0 };

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(&settings.organiser_email, "groups@example.org");
    ck_assert_msg(upkeep_change_settings(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

/* ---- scopes ---- */

START_TEST(scope__of_a_meeting_a_group_a_person_or_all__holds_its_meetings)
{
    free(exported_by(at, (struct row_ref){ ENTITY_MEETING, other }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1));
    free(exported_by(at, ROW_NONE, 2));

    office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 2));
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1));
    free(exported_by(at, ROW_NONE, 3));
}
END_TEST

/* The state is written into the file alone: how one comes to it is tested elsewhere. */
START_TEST(scope__of_a_person__holds_what_they_may_rely_on)
{
    static const struct {
        const char *state;
        const char *stands; /* NULL: left out */
        bool when_held;
    } cases[] = {
        { "accepted",
          "STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nCLASS:PUBLIC\r\n"
          "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n",
          true },
        { "invited", PENCILLED, false },
        { "pending", PENCILLED, false },
        { "offered", PENCILLED, false },
        { "waiting", NULL, false },
    };
    const struct row_ref scope = { ENTITY_PERSON, person };
    int64_t registration;
    struct error err = { 0 };

    ck_assert(register_find(at, meeting, person, &registration, &err));
    office_change_row_unseen(&registration_entity, registration, "state",
                             cases[_i].state);
    char *text = exported_by(at, scope, cases[_i].stands != NULL);
    ck_assert(!cases[_i].stands || strstr(text, cases[_i].stands));
    ck_assert_int_eq(strstr(text, "BEGIN:VEVENT") != NULL, cases[_i].stands != NULL);
    free(text);
    ck_assert(says("\r\nSTATUS:CONFIRMED\r\n")); /* for everybody else */
    office_change_unseen(meeting, "state", "held");
    free(exported_by(at, scope, cases[_i].when_held));
}
END_TEST

START_TEST(event__of_a_person__is_newer_when_their_registration_is)
{
    struct atelier *later = office_return(NULL, "2027-03-05 10:00");
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(later, meeting, person, &registration, &err));
    office_change(later, &registration_entity, registration, "note", "by train", NULL);
    char *text = exported_by(later, (struct row_ref){ ENTITY_PERSON, person }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nDTSTAMP:20270305T100000Z\r\n"));
    ck_assert_ptr_null(strstr(text, "train"));
    free(text);
    atelier_close(later);
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270301T090000Z");
}
END_TEST

START_TEST(scope__of_a_person_who_withdrew__holds_the_meeting_no_more)
{
    struct register_outcome outcome;
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert_msg(
        register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err),
        "%s", err.message);
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 0));
}
END_TEST

START_TEST(scope__of_what_is_not_there__is_not_found)
{
    const struct row_ref scopes[] = { { ENTITY_MEETING, 4711 },
                                      { ENTITY_WORKING_GROUP, 4711 },
                                      { ENTITY_PERSON, 4711 } };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert(!export_calendar(at, scopes[_i], keep, &text, &events, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_uint_eq(text.length, 0);
    ck_assert_int_eq(events, 0);
}
END_TEST

START_TEST(reader__may_export)
{
    struct atelier *reader = office_hire(at, "rosa", ROLE_READER);

    free(exported_by(reader, ROW_NONE, 2));
    atelier_close(reader);
}
END_TEST

/* ---- what is in it ---- */

/* What a secretariat attaches to a mail is no calendar to follow. */
START_TEST(file__of_one_meeting__says_nothing_of_a_calendar)
{
    static const char *const names[] = { "\r\nNAME:", "X-WR-CAL", "REFRESH",
                                         "X-PUBLISHED" };
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_msg(!strstr(text, names[i]), "%s", names[i]);
        ck_assert(says(names[i]));
    }
    free(text);
}
END_TEST

START_TEST(calendar__is_published__once_it_has_an_organiser)
{
    ck_assert(!says("METHOD"));
    ck_assert(!says("ORGANIZER"));
    ck_assert(!export_names_organiser(at));
    set_organiser();
    ck_assert(export_names_organiser(at));
    ck_assert(says("\r\nMETHOD:PUBLISH\r\n"));
    ck_assert(says("\r\nORGANIZER:mailto:groups@example.org\r\n"));
}
END_TEST

/* Who follows a calendar reads an event again when its stamp is newer. */
START_TEST(event__is_newer__when_the_settings_that_it_prints_are)
{
    struct atelier *first = at;

    at = office_return(NULL, "2027-03-04 10:00");
    set_organiser();
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270304T100000Z");
    ck_assert_str_eq(value("LAST-MODIFIED"), "LAST-MODIFIED:20270304T100000Z");
    atelier_close(at);
    at = first;
}
END_TEST

START_TEST(calendar__names_nobody)
{
    ck_assert(says("\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=Europe/Paris:20270316T093000\r\n"));
    ck_assert(!says("ATTENDEE"));
    ck_assert(!says("Durand"));
    ck_assert(!says("paul@example.org"));
}
END_TEST

START_TEST(event__of_a_zone_that_the_system_lost__is_written_in_utc)
{
    ck_assert(database_file_run(
        "UPDATE meeting SET zone = 'Europe/Atlantis' WHERE \"group\" = 1"));
    ck_assert(says("\r\nDTSTART:20270316T083000Z\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=Europe/Paris:20270420T140000\r\n"));
    ck_assert(!says("Atlantis"));
}
END_TEST

/* Changes a meeting through the plan. */
static void
move_meeting(int64_t id, const char *zone, const char *start, const char *end)
{
    office_change(at, &meeting_entity, id, "zone", zone, "start", start, "end", end,
                  NULL);
}

START_TEST(event__of_a_clock_that_shows_utc__is_written_so)
{
    static const char *const zones[] = { "UTC", "Etc/UTC", "Zulu" };

    move_meeting(meeting, zones[_i], "2027-03-16 09:30", "2027-03-16 11:30");
    ck_assert(says("\r\nDTSTART:20270316T093000Z\r\nDTEND:20270316T113000Z\r\n"));
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    ck_assert_ptr_null(strstr(text, "VTIMEZONE"));
    free(text);
}
END_TEST

/* A list of changes without rules is refused by some programs, and taken for UTC by
 * others: one old meeting would spoil the whole file. */
START_TEST(event__before_the_present_rules__leaves_the_zone_its_two_rules)
{
    move_meeting(other, "America/New_York", "2027-05-03 09:00", "2027-05-03 11:00");
    move_meeting(meeting, "America/New_York", "2006-05-01 09:00", "2006-05-01 11:00");
    ck_assert(says("\r\nDTSTART:20060501T130000Z\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=America/New_York:20270503T090000\r\n"));
    char *text = exported_by(at, ROW_NONE, 2);
    size_t parts = 0;
    for (const char *part = text; (part = strstr(part, "TZOFFSETTO")); part++)
        parts++;
    ck_assert_uint_eq(parts, 2);
    free(text);

    /* a zone that no rule tells */
    move_meeting(meeting, "Africa/Casablanca", "2027-05-03 09:00", "2027-05-03 11:00");
    ck_assert(says("\r\nDTSTART:20270503T080000Z\r\n"));
    ck_assert(!says("Casablanca"));
}
END_TEST

START_TEST(zone__that_no_event_names__is_not_defined)
{
    struct questions sheet = { 0 };
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    unsigned warnings;

    question_reply(&sheet, QUESTION_CLOCK, CLOCK_EARLIER, NULL);
    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    ck_assert(local_time_parse("2027-10-31 02:15", &record->start));
    ck_assert(local_time_parse("2027-10-31 02:45", &record->end));
    ck_assert_msg(plan_change(at, record, &sheet, &warnings, &err), "%s", err.message);
    record_free(&meeting_entity, record);
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nDTSTART:20271031T001500Z"));
    questions_clear(&sheet);
    ck_assert_ptr_null(strstr(text, "VTIMEZONE"));
    free(text);
    ck_assert(says("BEGIN:VTIMEZONE")); /* the other meeting names it */
}
END_TEST

/* One that stood in the file before keeps nobody from the other fields. */
START_TEST(link__is_completed_or_refused__when_it_is_typed)
{
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    unsigned warnings;

    office_change(at, &meeting_entity, meeting, "link", "visio.example.org/urb", NULL);
    ck_assert(says("CONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO:https://visio.example.org"));
    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    memory_replace(&record->link, "javascript:alert(1)");
    ck_assert(!plan_change(at, record, NULL, &warnings, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "link");
    record_free(&meeting_entity, record);
    office_change_unseen(meeting, "link", "ask Ada");
    office_change(at, &meeting_entity, meeting, "title", "Another", NULL);
}
END_TEST

START_TEST(feed__of_a_network_without_a_name__is_called_the_same_in_every_language)
{
    ck_assert(says("\r\nX-WR-CALNAME:atelier\r\n"));
}
END_TEST

/* ---- rule 8: UID, SEQUENCE, bytes ---- */

START_TEST(calendar__of_unchanged_data__has_the_same_bytes)
{
    char *first = exported_by(at, ROW_NONE, 2);
    struct atelier *later = office_return(NULL, "2027-09-30 17:45");
    char *second = exported_by(later, ROW_NONE, 2);
    const char *program = getenv("ATELIER_BIN");
    struct buffer command = { 0 };
    char part[4096];
    struct buffer third = { 0 };
    size_t length;

    ck_assert_str_eq(first, second);
    atelier_close(later);

    ck_assert_ptr_nonnull(program);
    buffer_addf(&command,
                "LANGUAGE=fr '%s' --language fr --database '%s' calendar export --all",
                program, database_file_path("atelier.db"));
    /* NOLINTNEXTLINE(cert-env33-c): our own words */
    FILE *process = popen(buffer_text(&command), "r");
    ck_assert_ptr_nonnull(process);
    while ((length = fread(part, 1, sizeof part, process)) > 0)
        buffer_add_part(&third, part, length);
    ck_assert_int_eq(pclose(process), 0);
    ck_assert_str_eq(first, buffer_text(&third));
    buffer_clear(&third);
    buffer_clear(&command);
    free(first);
    free(second);
}
END_TEST

/* Changes a field of the first meeting through the plan; then UID and SEQUENCE. */
static void
expect_sequence(const char *field, const char *text, const char *sequence)
{
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    const char *uid = value("UID");
    unsigned warnings;

    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    ck_assert(field_parse(entity_field(&meeting_entity, field), record, text, &err));
    ck_assert_msg(plan_change(at, record, NULL, &warnings, &err), "%s", err.message);
    record_free(&meeting_entity, record);
    ck_assert_str_eq(value("SEQUENCE"), sequence);
    ck_assert_str_eq(value("UID"), uid);
}

START_TEST(sequence__rises_when_the_meeting_moves_and_not_when_it_is_renamed)
{
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:0");
    expect_sequence("title", "Emplois et numérique", "SEQUENCE:0");
    ck_assert(says("\r\nSUMMARY:URB: Emplois et numérique\r\n"));
    expect_sequence("description", "Ordre du jour", "SEQUENCE:0");
    expect_sequence("seats", "12", "SEQUENCE:0");
    expect_sequence("start", "2027-03-16 09:00", "SEQUENCE:1");
    expect_sequence("end", "2027-03-16 12:00", "SEQUENCE:2");
    expect_sequence("place", "Hôtel de ville", "SEQUENCE:3");
    expect_sequence("link", "https://example.org/m/1", "SEQUENCE:4");
    expect_sequence("zone", "Europe/London", "SEQUENCE:5");
    expect_sequence("zone", "Europe/London", "SEQUENCE:5");
}
END_TEST

START_TEST(sequence__rises_when_the_meeting_is_cancelled)
{
    struct error err = { 0 };
    const char *uid = value("UID");

    ck_assert_str_eq(value("STATUS"), "STATUS:CONFIRMED");
    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "no room", &err), "%s",
                  err.message);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:1");
    ck_assert_str_eq(value("STATUS"), "STATUS:CANCELLED");
    ck_assert_str_eq(value("UID"), uid);
}
END_TEST

START_TEST(uid__is_random_and_under_the_offices_domain)
{
    char *text = exported_by(at, ROW_NONE, 2);
    const char *first = strstr(text, "\r\nUID:");
    const char *second = strstr(first + 1, "\r\nUID:");

    ck_assert_ptr_nonnull(second);
    ck_assert_uint_eq(strcspn(first + 6, "@"), 36);
    ck_assert(strncmp(first + 6 + 36, "@example.org\r\n", 14) == 0);
    ck_assert(strncmp(first + 6, second + 6, 36) != 0);
    free(text);
}
END_TEST

static bool
refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

START_TEST(sink__that_refuses__ends_the_export_and_not_the_database)
{
    struct error err = { 0 };
    int64_t events;

    ck_assert(!export_calendar(at, ROW_NONE, refuse, NULL, &events, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    free(exported_by(at, ROW_NONE, 2));
    office_add_group(at, "MOB");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   scope__of_a_meeting_a_group_a_person_or_all__holds_its_meetings);
    tcase_add_loop_test(tests, scope__of_a_person__holds_what_they_may_rely_on, 0, 5);
    tcase_add_test(tests, event__of_a_person__is_newer_when_their_registration_is);
    tcase_add_test(tests, scope__of_a_person_who_withdrew__holds_the_meeting_no_more);
    tcase_add_loop_test(tests, scope__of_what_is_not_there__is_not_found, 0, 3);
    tcase_add_test(tests, reader__may_export);
    tcase_add_test(tests, file__of_one_meeting__says_nothing_of_a_calendar);
    tcase_add_test(tests, calendar__is_published__once_it_has_an_organiser);
    tcase_add_test(tests, event__is_newer__when_the_settings_that_it_prints_are);
    tcase_add_test(tests, calendar__names_nobody);
    tcase_add_test(tests, event__of_a_zone_that_the_system_lost__is_written_in_utc);
    tcase_add_loop_test(tests, event__of_a_clock_that_shows_utc__is_written_so, 0, 3);
    tcase_add_test(tests, event__before_the_present_rules__leaves_the_zone_its_two_rules);
    tcase_add_test(tests, link__is_completed_or_refused__when_it_is_typed);
    tcase_add_test(tests, zone__that_no_event_names__is_not_defined);
    tcase_add_test(
        tests, feed__of_a_network_without_a_name__is_called_the_same_in_every_language);
    tcase_add_test(tests, calendar__of_unchanged_data__has_the_same_bytes);
    tcase_add_test(tests,
                   sequence__rises_when_the_meeting_moves_and_not_when_it_is_renamed);
    tcase_add_test(tests, sequence__rises_when_the_meeting_is_cancelled);
    tcase_add_test(tests, uid__is_random_and_under_the_offices_domain);
    tcase_add_test(tests, sink__that_refuses__ends_the_export_and_not_the_database);
}

SUITE_MAIN("export_calendar")
