/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_file_test.c - a calendar as a file: whole, safely named, read by others */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/sample.h"
#include "atelier/app/torn_line.h"
#include "atelier/domain/meeting.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

#define OLDER "BEGIN:VCALENDAR\r\nolder\r\n"

enum { NOBODY = 65534 };

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
}

static void
end(void)
{
    (void)chmod(database_file_path("."), 0700);
    office_end(at);
}

static void
add_meeting(void)
{
    office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30", NUMBER_NONE);
}

/* The path that was written, which the caller frees. */
static char *
written(struct row_ref scope, const char *path, bool replaces)
{
    struct error err = { 0 };
    struct export_outcome outcome;

    ck_assert_msg(export_calendar_file(at, scope, path, &outcome, &err), "%s",
                  err.message);
    ck_assert_uint_eq(paper_count(".part"), 0);
    ck_assert_int_eq(outcome.replaced, replaces);
    return outcome.path;
}

static char *
written_to(struct row_ref scope, const char *path)
{
    return written(scope, path, false);
}

static void
expect_refusal(const char *path)
{
    struct error err = { 0 };
    struct export_outcome outcome;

    ck_assert(!export_calendar_file(at, ROW_NONE, path, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot be written"));
    ck_assert_ptr_null(outcome.path);
    ck_assert_uint_eq(paper_count(".part"), 0);
}

/* ---- texts that some programs tear ---- */

static const struct {
    const char *field, *text;
    bool is_torn;
} tearable[] = {
    { "description", "C:\\dossier\\nouveau", true },
    { "description", "\\\\serveur\\Notes\\a", true },
    { "description", "See\nX:\\a\\b\\note.odt", true },
    { "title", "Dossier \\n", true },
    { "description", "C:\\dossier\\ancien", false },
    { "description", "C:/dossier/nouveau", false },
    { "description", "A\nB; a, b", false },
    { "title", "n", false },
};

START_TEST(text_with_a_backslash_before_n__is_told_with_its_meeting)
{
    const int64_t group = office_add_group(at, "URB");
    const int64_t meeting =
        office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    const char *path = database_file_path("torn.ics");
    struct export_outcome outcome;
    struct buffer said = { 0 };
    struct error err = { 0 };

    office_change(at, &meeting_entity, meeting, tearable[_i].field, tearable[_i].text,
                  NULL);
    ck_assert_int_eq(torn_line_is_in(tearable[_i].text), tearable[_i].is_torn);
    ck_assert(export_calendar_file(at, ROW_NONE, path, &outcome, &err));
    ck_assert_int_eq(torn_line_say(at, &outcome.counts, &said), tearable[_i].is_torn);
    if (tearable[_i].is_torn)
        ck_assert_ptr_nonnull(strstr(buffer_text(&said), "16/03/2027"));
    ck_assert_int_eq(unlink(path), 0);
    export_outcome_clear(&outcome);
    buffer_clear(&said);
}
END_TEST

/* A meeting of several days, whose text stands in each, is one. */
START_TEST(texts_of_several_meetings__are_counted_by_meeting)
{
    const int64_t group = office_add_group(at, "URB");
    const int64_t one = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    const int64_t other = office_add_meeting(at, group, "2027-04-16 09:30", NUMBER_NONE);
    const char *path = database_file_path("torn.ics");
    struct export_outcome outcome;
    struct buffer said = { 0 };
    struct error err = { 0 };

    office_add_meeting(at, group, "2027-05-16 09:30", NUMBER_NONE);
    office_change(at, &meeting_entity, one, "description", "C:\\neu", "end",
                  "2027-03-18 12:00", NULL);
    office_change(at, &meeting_entity, other, "description", "D:\\neu", NULL);
    ck_assert(export_calendar_file(at, ROW_NONE, path, &outcome, &err));
    ck_assert_int_eq(outcome.counts.torn, 2);
    ck_assert_int_eq(outcome.counts.torn_meeting, one);
    ck_assert(torn_line_say(at, &outcome.counts, &said));
    ck_assert_ptr_nonnull(strstr(buffer_text(&said), "of 1 more meeting"));
    ck_assert_int_eq(unlink(path), 0);
    export_outcome_clear(&outcome);
    buffer_clear(&said);
}
END_TEST

/* ---- names ---- */

/* Every scope, and the folder with and without a slash behind it. */
START_TEST(file__in_a_folder__gets_a_name_that_speaks)
{
    static const struct {
        struct row_ref scope;
        const char *name;
    } cases[] = {
        { { ENTITY_MEETING, 1 }, "/urb-2027-03-16.ics" },
        { { ENTITY_WORKING_GROUP, 1 }, "/urb-urb.ics" },
        { { ENTITY_PERSON, 1 }, "/muller-anna.ics" },
        { { 0 }, "/calendar.ics" },
    };
    static const char *const folders[] = { "out", "out/" };

    ck_assert_int_eq(mkdir(database_file_path("out"), 0755), 0);
    add_meeting();
    office_add_person(at, "Müller", "Anna");
    for (size_t i = 0; i < 2; i++) {
        struct buffer expected = { 0 };
        buffer_addf(&expected, "%s%s", database_file_path("out"), cases[_i].name);
        char *path =
            written(cases[_i].scope, database_file_path(folders[i]), i > 0 /* again */);

        ck_assert_str_eq(path, buffer_text(&expected));
        ck_assert_int_eq(access(path, R_OK), 0);
        if (i > 0)
            (void)unlink(path);
        buffer_clear(&expected);
        free(path);
    }
    ck_assert_int_eq(rmdir(database_file_path("out")), 0); /* and nothing else in it */
}
END_TEST

/* Without a path the name alone is made: a file where one stands. */
START_TEST(file__without_a_path__is_made_here)
{
    char *before = getcwd(NULL, 0);

    add_meeting();
    ck_assert_int_eq(chdir(database_file_path(".")), 0);
    char *path = written_to((struct row_ref){ ENTITY_MEETING, 1 }, NULL);
    ck_assert_str_eq(path, "urb-2027-03-16.ics");
    ck_assert_int_eq(access(path, R_OK), 0);
    ck_assert_int_eq(chdir(before), 0);
    free(path);
    free(before);
}
END_TEST

START_TEST(name__from_a_hostile_person__stays_in_its_folder)
{
    static const char *const families[] = {
        "../../etc/passwd",
        "-rf /",
        "..",
        ("a\xe2\x80\xae"
         "b; touch x"),
        "会議",
        "$(reboot)",
    };
    int64_t person = office_add_person(at, families[_i], "/");
    char *written =
        written_to((struct row_ref){ ENTITY_PERSON, person }, database_file_path("."));
    const char *folder = database_file_path(".");
    const char *name = written + strlen(folder) + 1;

    ck_assert(strncmp(written, folder, strlen(folder)) == 0);
    ck_assert_msg(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
                      strlen(name) - strlen(".ics"),
                  "%s", name);
    ck_assert_int_ne(name[0], '-');
    ck_assert_int_eq(access(written, R_OK), 0);
    free(written);
}
END_TEST

/* ---- whole or not there ---- */

START_TEST(file__that_is_there__is_replaced_as_a_whole)
{
    const char *path = paper_write("a.ics", OLDER);
    struct stat before;
    struct stat after;

    add_meeting();
    ck_assert_int_eq(stat(path, &before), 0);
    free(written(ROW_NONE, path, true));
    ck_assert_int_eq(stat(path, &after), 0);
    ck_assert_uint_ne(before.st_ino, after.st_ino); /* who reads the old one reads on */
    char *text = paper_read(path, NULL);
    ck_assert(strncmp(text, "BEGIN:VCALENDAR\r\n", 17) == 0);
    ck_assert_ptr_nonnull(strstr(text, "\r\nEND:VCALENDAR\r\n"));
    free(text);
}
END_TEST

START_TEST(file__made_to_be_filled__is_filled)
{
    const char *path = paper_write("a.ics", "");

    add_meeting();
    free(written_to(ROW_NONE, path));
    char *text = paper_read(path, NULL);
    ck_assert(strncmp(text, "BEGIN:VCALENDAR\r\n", 17) == 0);
    free(text);
}
END_TEST

/* A slip of the finger must not cost a spreadsheet. */
START_TEST(file__that_is_no_calendar__is_left_alone)
{
    static const char *const texts[] = { "name;e-mail\n", "BEGIN:VCARD\r\n", "B" };
    const char *path = paper_write("forty.csv", texts[_i]);
    struct error err = { 0 };
    struct export_outcome outcome;

    add_meeting();
    ck_assert(!export_calendar_file(at, ROW_NONE, path, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "not a calendar"));
    char *text = paper_read(path, NULL);
    ck_assert_str_eq(text, texts[_i]);
    ck_assert_uint_eq(paper_count(".part"), 0);
    free(text);
}
END_TEST

START_TEST(file__that_cannot_be_written__leaves_the_older_one)
{
    struct export_outcome outcome;
    struct error err = { 0 };
    const char *path = paper_write("a.ics", OLDER);

    ck_assert(!export_calendar_file(at, (struct row_ref){ ENTITY_MEETING, 4711 }, path,
                                    &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    char *text = paper_read(path, NULL);
    ck_assert_str_eq(text, OLDER);
    ck_assert_uint_eq(paper_count(".part"), 0);
    free(text);
}
END_TEST

START_TEST(folder__that_is_not_there__gets_a_sentence)
{
    expect_refusal("/nowhere/at/all.ics");
    expect_refusal(database_file_path("none/"));
}
END_TEST

/* root writes everywhere, so the test becomes nobody for a while. */
START_TEST(folder__that_is_read_only__gets_a_sentence)
{
    ck_assert_int_eq(mkdir(database_file_path("shelf"), 0555), 0);
    ck_assert_int_eq(chmod(database_file_path("."), 0777), 0);
    bool root = geteuid() == 0;
    if (root)
        ck_assert_int_eq(seteuid(NOBODY), 0);
    expect_refusal(database_file_path("shelf"));
    if (root)
        ck_assert_int_eq(seteuid(0), 0);
    (void)rmdir(database_file_path("shelf"));
}
END_TEST

/* ---- read back ---- */

/* The sample network: every state, several zones, summer and winter. */
static char *
write_sample(void)
{
    struct error err = { 0 };

    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    return written_to(ROW_NONE, database_file_path("all.ics"));
}

static const char events_sql[] =
    "SELECT uid, start_at, end_at, title FROM (SELECT 0 AS part, m.id AS id,"
    " m.ics_uid AS uid, m.start_at AS start_at, m.end_at AS end_at, CASE WHEN m.state = 3"
    " THEN '[Annulée] ' WHEN m.postponed_from = m.start THEN '[Reportée] ' ELSE '' END"
    " || g.code || ': ' || m.title AS title FROM meeting m"
    " JOIN working_group g ON g.id = m.\"group\""
    " UNION ALL SELECT 1, w.id, w.ics_uid, w.start_at, w.end_at,"
    " CASE WHEN m.state = 3 OR w.state = 1"
    " THEN '[Annulé] ' WHEN m.postponed_from = m.start THEN '[Reporté] ' ELSE '' END"
    " || g.code || ': ' || w.title FROM workshop w JOIN meeting m ON m.id = w.meeting"
    " JOIN working_group g ON g.id = m.\"group\") ORDER BY part, start_at, id";

static long long
libical_time(icalcomponent *calendar, icalproperty *property, struct icaltimetype time)
{
    icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);

    ck_assert(zone != NULL || icaltime_is_utc(time));
    if (zone == NULL)
        return (long long)icaltime_as_timet(time);
    return (long long)icaltime_as_timet_with_zone(
        time, icalcomponent_get_timezone(calendar, icalparameter_get_tzid(zone)));
}

START_TEST(calendar__is_read__by_libical)
{
    char *path = write_sample();
    char *text = paper_read(path, NULL);
    char *expected = database_file_dump(events_sql);
    icalcomponent *calendar = icalparser_parse_string(text);
    struct buffer found = { 0 };

    ck_assert_ptr_nonnull(calendar);
    ck_assert_int_eq(icalcomponent_count_errors(calendar), 0);
    for (icalcomponent *event =
             icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        icalproperty *start =
            icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        icalproperty *finish =
            icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
        buffer_addf(&found, "%s|%lld|%lld|%s\n", icalcomponent_get_uid(event),
                    libical_time(calendar, start, icalproperty_get_dtstart(start)),
                    libical_time(calendar, finish, icalproperty_get_dtend(finish)),
                    icalcomponent_get_summary(event));
        ck_assert_ptr_null(
            icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY));
    }
    ck_assert_str_eq(buffer_text(&found), expected);
    icalcomponent_free(calendar);
    buffer_clear(&found);
    free(expected);
    free(text);
    free(path);
}
END_TEST

/* Lines of the reader, cut behind the summary. */
START_TEST(calendar__is_read__by_others)
{
    static const char *const readers[] = { "icalendar", "vobject" };
    const char *source = getenv("ATELIER_SRCDIR");
    struct buffer command = { 0 };
    struct buffer found = { 0 };
    char part[4096];
    size_t length;

    buffer_addf(&command, "/usr/bin/python3 -c 'import %s' 2>/dev/null", readers[_i]);
    /* NOLINTNEXTLINE(cert-env33-c): our own words */
    bool there = system(buffer_text(&command)) == 0;
    buffer_clear(&command);
    if (!there)
        return;

    char *path = write_sample();
    char *expected = database_file_dump(events_sql);
    ck_assert_ptr_nonnull(source);
    buffer_addf(&command,
                "/usr/bin/python3 '%s/tests/readers/read_with_%s.py' '%s' | cut -f1-4 |"
                " tr '\\t' '|'",
                source, readers[_i], path);
    /* NOLINTNEXTLINE(cert-env33-c): our own words */
    FILE *reader = popen(buffer_text(&command), "r");
    ck_assert_ptr_nonnull(reader);
    while ((length = fread(part, 1, sizeof part, reader)) > 0)
        buffer_add_part(&found, part, length);
    ck_assert_int_eq(pclose(reader), 0);
    ck_assert_str_eq(buffer_text(&found), expected);
    buffer_clear(&found);
    buffer_clear(&command);
    free(expected);
    free(path);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, text_with_a_backslash_before_n__is_told_with_its_meeting,
                        0, sizeof tearable / sizeof tearable[0]);
    tcase_add_test(tests, texts_of_several_meetings__are_counted_by_meeting);
    tcase_add_loop_test(tests, file__in_a_folder__gets_a_name_that_speaks, 0, 4);
    tcase_add_test(tests, file__without_a_path__is_made_here);
    tcase_add_loop_test(tests, name__from_a_hostile_person__stays_in_its_folder, 0, 6);
    tcase_add_test(tests, file__that_is_there__is_replaced_as_a_whole);
    tcase_add_test(tests, file__made_to_be_filled__is_filled);
    tcase_add_loop_test(tests, file__that_is_no_calendar__is_left_alone, 0, 3);
    tcase_add_test(tests, file__that_cannot_be_written__leaves_the_older_one);
    tcase_add_test(tests, folder__that_is_not_there__gets_a_sentence);
    tcase_add_test(tests, folder__that_is_read_only__gets_a_sentence);
    tcase_add_test(tests, calendar__is_read__by_libical);
    tcase_add_loop_test(tests, calendar__is_read__by_others, 0, 2);
}

SUITE_MAIN("export_file")
