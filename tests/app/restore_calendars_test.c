/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore_calendars_test.c - what calendars are told after a backup was restored */
#include "event_lines.h"
#include "export_office.h"

#include <unistd.h>

#include "support/old_database.h"

static struct restore_report report;

static void
tear_down(void)
{
    restore_report_clear(&report);
    end();
}

static void
back_up(void)
{
    struct error err = { 0 };

    (void)unlink(database_file_path("copy.db"));
    ck_assert_msg(upkeep_back_up(at, database_file_path("copy.db"), NULL, NULL, &err),
                  "%s", err.message);
}

/* At noon of a day; the office works on in what came back. */
static void
restore_file(const char *source, instant now)
{
    const struct atelier_options options = { .database = database_file_path("atelier.db"),
                                             .identity = OFFICE_IDENTITY,
                                             .now = now };
    struct error err = { 0 };

    atelier_close(at);
    restore_report_clear(&report);
    ck_assert_msg(upkeep_restore(&options, database_file_path(source), &report, &err),
                  "%s", err.message);
    at = office_return(NULL, OFFICE_NOW);
}

/* 2027-03-02T12:00:00Z, the day after. */
enum { LATER = 1803988800 };

static void
restore(void)
{
    restore_file("copy.db", LATER);
    office_expect_whole(at);
}

static void
expect_value(const char *name, const char *expected)
{
    ck_assert_str_eq(value(name), expected);
}

static void
expect(const char *title, struct row_ref scope, int64_t meetings, const char *expected)
{
    char *text = exported_by(at, scope, meetings);
    struct buffer lines = { 0 };

    event_lines(text, title, &lines);
    ck_assert_str_eq(buffer_text(&lines), expected);
    buffer_clear(&lines);
    free(text);
}

static void
expect_of_person(const char *expected)
{
    expect("SUMMARY", (struct row_ref){ ENTITY_PERSON, person }, 1, expected);
}

static void
act(int64_t of, enum meeting_act act)
{
    struct error err = { 0 };

    ck_assert_msg(plan_act(at, of, act, "why", &err), "%s", err.message);
}

START_TEST(meeting__that_was_told_as_more__counts_on_above_that)
{
    back_up();
    act(meeting, MEETING_POSTPONE);
    office_change(at, &meeting_entity, meeting, "start", "2027-03-30 10:00", "end",
                  "2027-03-30 12:00", NULL);
    act(meeting, MEETING_CONFIRM);
    act(meeting, MEETING_CANCEL);
    undo();
    undo();
    expect_value("SEQUENCE", "SEQUENCE:6");
    restore();
    expect_value("SEQUENCE", "SEQUENCE:7");
    expect_value("DTSTAMP", "DTSTAMP:20270302T120000Z");
    expect_value("DTSTART", "DTSTART;TZID=Europe/Paris:20270316T093000");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 10:00", NULL);
    expect_value("SEQUENCE", "SEQUENCE:8");
}
END_TEST

/* Its title, and what stands beside it: the group. */
START_TEST(meeting__of_which_anything_differs__counts_on)
{
    back_up();
    office_change(at, &working_group_entity, group, "name", "Towns", NULL);
    expect_value("SEQUENCE", "SEQUENCE:0");
    restore();
    expect_value("SEQUENCE", "SEQUENCE:1");
    expect_value("DTSTAMP", "DTSTAMP:20270302T120000Z");
    back_up();
    office_change(at, &meeting_entity, other, "title", "Elsewhere", NULL);
    restore();
    expect_value("SEQUENCE", "SEQUENCE:1");
}
END_TEST

/* There and back: the same, but told twice since. */
START_TEST(meeting__that_came_back_to_what_it_was__stays_where_it_counts)
{
    back_up();
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 09:00", NULL);
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 09:30", NULL);
    expect_value("SEQUENCE", "SEQUENCE:2");
    restore();
    expect_value("SEQUENCE", "SEQUENCE:2");
    expect_value("DTSTAMP", "DTSTAMP:20270301T090000Z");
}
END_TEST

START_TEST(calendar__in_which_nothing_differs__stays_the_same_bytes)
{
    char *before = exported_by(at, ROW_NONE, 2);
    char *own = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);

    back_up();
    restore();
    char *after = exported_by(at, ROW_NONE, 2);
    char *own_after = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);
    ck_assert_str_eq(after, before);
    ck_assert_str_eq(own_after, own);
    ck_assert_int_eq(report.lost_meetings.count, 0);
    ck_assert(!report.is_unread);
    free(own_after);
    free(after);
    free(own);
    free(before);
}
END_TEST

/* Whoever comes since the backup, and who came then and was taken off since. */
START_TEST(person__is_told_above_what_their_calendar_has)
{
    struct register_outcome outcome = { 0 };
    struct error err = { 0 };
    int64_t registration;

    back_up();
    expect_of_person("A 0316T093000-1130 CONF 0\n");
    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                           &err));
    restore();
    expect_of_person("A 0316T093000-1130 CONF 2\n");
    ck_assert(register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                           &err));
    back_up();
    registration = office_register(at, meeting, person);
    expect_of_person("A 0316T093000-1130 CONF 4\n");
    restore();
    office_register(at, meeting, person);
    expect_of_person("A 0316T093000-1130 CONF 6\n");
}
END_TEST

/* The backup does not know the registration at all. */
START_TEST(person__who_comes_anew__is_told_above_what_their_calendar_has)
{
    struct register_outcome outcome = { 0 };
    struct error err = { 0 };

    back_up();
    const int64_t late = office_register(at, other, person);
    ck_assert(register_act(at, late, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err));
    office_register(at, other, person);
    expect("SUMMARY", (struct row_ref){ ENTITY_PERSON, person }, 2,
           "A 0316T093000-1130 CONF 0\nB 0420T140000-1600 CONF 2\n");
    restore();
    office_register(at, other, person);
    expect("SUMMARY", (struct row_ref){ ENTITY_PERSON, person }, 2,
           "A 0316T093000-1130 CONF 0\nB 0420T140000-1600 CONF 3\n");
}
END_TEST

/* Nor does the database there: an undo took it away. */
START_TEST(person__who_was_taken_off_by_an_undo__is_told_above_that_too)
{
    back_up();
    office_register(at, other, person);
    undo();
    office_register(at, other, person);
    expect("SUMMARY", (struct row_ref){ ENTITY_PERSON, person }, 2,
           "A 0316T093000-1130 CONF 0\nB 0420T140000-1600 CONF 1\n");
    undo();
    restore();
    office_register(at, other, person);
    expect("SUMMARY", (struct row_ref){ ENTITY_PERSON, person }, 2,
           "A 0316T093000-1130 CONF 0\nB 0420T140000-1600 CONF 2\n");
}
END_TEST

static int64_t
add_congress(void)
{
    return office_add(at, &meeting_entity, "group", rows_number(group), "title",
                      "Congress", "start", "2027-03-26 09:30", "end", "2027-03-28 17:00",
                      NULL);
}

START_TEST(days__count_on__and_those_added_since_are_called_off)
{
    const struct row_ref congress = { ENTITY_MEETING, add_congress() };
    struct error err = { 0 };

    ck_assert(plan_act(at, congress.id, MEETING_CONFIRM, NULL, &err));
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 1\nB 0327T093000-1700 CONF 1\n"
           "C 0328T093000-1700 CONF 1\n");
    back_up();
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-29 17:00", NULL);
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 2\nB 0327T093000-1700 CONF 2\n"
           "C 0328T093000-1700 CONF 2\nD 0329T093000-1700 CONF 2\n");
    restore();
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 3\nB 0327T093000-1700 CONF 3\n"
           "C 0328T093000-1700 CONF 3\nD 0329T093000-1700 CANC 3\n");
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-27 17:00", NULL);
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 4\nB 0327T093000-1700 CONF 4\n"
           "C 0328T093000-1700 CANC 4\nD 0329T093000-1700 CANC 3\n");
    restore();
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 5\nB 0327T093000-1700 CONF 5\n"
           "C 0328T093000-1700 CONF 6\nD 0329T093000-1700 CANC 3\n");
}
END_TEST

START_TEST(meeting__that_was_given_days_since__goes_on_as_the_first)
{
    const struct row_ref first = { ENTITY_MEETING, meeting };

    back_up();
    office_change(at, &meeting_entity, meeting, "end", "2027-03-17 11:30", NULL);
    expect("SUMMARY", first, 1, "A 0316T093000-1130 CONF 1\nB 0317T093000-1130 CONF 1\n");
    restore();
    expect("SUMMARY", first, 1, "A 0316T093000-1130 CONF 2\nB 0317T093000-1130 CANC 2\n");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 10:00", NULL);
    expect("SUMMARY", first, 1, "A 0316T100000-1130 CONF 3\nB 0317T093000-1130 CANC 2\n");
}
END_TEST

START_TEST(meetings__that_the_backup_does_not_have__are_named)
{
    back_up();
    add_congress();
    restore();
    ck_assert_int_eq(report.lost_meetings.count, 1);
    ck_assert_str_eq(report.lost_meetings.names[0], "URB: Congress (26/03/2027)");
    for (int i = 0; i < RESTORE_LOST_NAMED + 2; i++)
        add_congress();
    restore();
    ck_assert_int_eq(report.lost_meetings.count, RESTORE_LOST_NAMED + 2);
    ck_assert_ptr_nonnull(report.lost_meetings.names[RESTORE_LOST_NAMED - 1]);
}
END_TEST

/* Cancelled, and on again two days later: calendars have it by another UID. */
static void
revive_late(int64_t of)
{
    act(of, MEETING_CANCEL);
    atelier_close(at);
    at = office_return(NULL, "2027-03-03 09:00");
    undo();
}

/* 2027-03-04T12:00:00Z, after that. */
enum { MUCH_LATER = 1804161600 };

static void
expect_past(int64_t of, int64_t count)
{
    char sql[120];

    (void)snprintf(sql, sizeof sql, "SELECT count(*) FROM past_uid WHERE meeting = %lld",
                   (long long)of);
    ck_assert_int_eq(database_file_number(sql), count);
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM past_uid WHERE uid IN (SELECT ics_uid"
                             " FROM meeting UNION SELECT ics_uid FROM meeting_day)"),
        0);
}

/* A "UID:" with its value. */
static bool
is_past(const char *line)
{
    char sql[200];

    (void)snprintf(sql, sizeof sql, "SELECT count(*) FROM past_uid WHERE uid = '%s'",
                   line + strlen("UID:"));
    return database_file_number(sql) == 1;
}

START_TEST(meeting__that_was_revived_under_another_uid__keeps_that_one)
{
    char *first = memory_copy(value("UID"));

    act(meeting, MEETING_POSTPONE);
    act(meeting, MEETING_CONFIRM);
    back_up();
    revive_late(meeting);
    expect_value("SEQUENCE", "SEQUENCE:0");
    char *second = memory_copy(value("UID"));
    ck_assert_str_ne(first, second);
    restore_file("copy.db", MUCH_LATER);
    office_expect_whole(at);
    expect_value("UID", second);
    expect_value("SEQUENCE", "SEQUENCE:3");
    expect_value("DTSTAMP", "DTSTAMP:20270304T120000Z");
    ck_assert_int_eq(report.lost_meetings.count, 0);
    expect_past(meeting, 1);
    ck_assert(is_past(first));
    free(second);
    free(first);
}
END_TEST

START_TEST(days__of_a_meeting_that_was_revived__are_those_of_its_other_uid)
{
    const struct row_ref congress = { ENTITY_MEETING, add_congress() };

    act(congress.id, MEETING_CONFIRM);
    expect("Congress", congress, 1,
           "A 0326T093000-1700 CONF 1\nB 0327T093000-1700 CONF 1\n"
           "C 0328T093000-1700 CONF 1\n");
    back_up();
    revive_late(congress.id);
    expect("Congress", congress, 1,
           "D 0326T093000-1700 CONF 0\nE 0327T093000-1700 CONF 0\n"
           "F 0328T093000-1700 CONF 0\n");
    office_change(at, &meeting_entity, congress.id, "start", "2027-03-25 09:30", "end",
                  "2027-03-27 17:00", NULL);
    restore_file("copy.db", MUCH_LATER);
    office_expect_whole(at);
    expect("Congress", congress, 1,
           "D 0325T093000-1700 CANC 2\nE 0326T093000-1700 CONF 2\n"
           "F 0327T093000-1700 CONF 2\nG 0328T093000-1700 CONF 2\n");
    ck_assert_int_eq(report.lost_meetings.count, 0);
    expect_past(congress.id, 3);
}
END_TEST

/* What was past there is past here, though the backup never knew it. */
START_TEST(uids__that_were_past__are_past_in_the_backup)
{
    const struct row_ref congress = { ENTITY_MEETING, add_congress() };

    act(congress.id, MEETING_CONFIRM);
    revive_late(congress.id);
    expect_past(congress.id, 3);
    back_up();
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-27 17:00", NULL);
    atelier_close(at);
    at = office_return(NULL, "2027-05-20 09:00");
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-27 16:00", NULL);
    expect_past(congress.id, 4);
    restore_file("copy.db", MUCH_LATER);
    office_expect_whole(at);
    expect_past(congress.id, 3);
    restore_file("copy.db", MUCH_LATER);
    expect_past(congress.id, 3);
}
END_TEST

START_TEST(uids__that_the_backup_never_had__are_past_in_it)
{
    const struct row_ref congress = { ENTITY_MEETING, add_congress() };

    act(congress.id, MEETING_CONFIRM);
    back_up();
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-29 17:00", NULL);
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-28 17:00", NULL);
    atelier_close(at);
    at = office_return(NULL, "2027-05-20 09:00");
    office_change(at, &meeting_entity, congress.id, "end", "2027-03-28 16:00", NULL);
    expect_past(congress.id, 1);
    restore_file("copy.db", MUCH_LATER);
    office_expect_whole(at);
    expect_past(congress.id, 1);
}
END_TEST

START_TEST(organiser__who_differs__makes_events_newer)
{
    set_setting("organiser_name", "Network");
    back_up();
    set_setting("organiser_name", "Towns");
    restore();
    expect_value("DTSTAMP", "DTSTAMP:20270302T120000Z");
    expect_value("SEQUENCE", "SEQUENCE:0");
}
END_TEST

/* It comes back, whatever became of what was there. */
START_TEST(database__that_cannot_be_read__is_told)
{
    back_up();
    atelier_close(at);
    at = NULL;
    FILE *file = fopen(database_file_path("atelier.db"), "r+");
    ck_assert_ptr_nonnull(file);
    for (int i = 0; i < 5000; i++)
        (void)putc('x', file);
    (void)fclose(file);
    restore();
    ck_assert(report.is_unread);
    expect_value("SEQUENCE", "SEQUENCE:0");
}
END_TEST

/* ---- a backup of an older program ---- */

enum { SCHEMA = 8 };

#define NEW "1, 1800000000, 'ada', 1800000000, 'ada'"

static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW
    ", 'URB', 'Urban');"
    "INSERT INTO meeting (" OLD_HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence)"
    " VALUES (" NEW ", 1, 1, 'Congress', '2027-03-16 09:30', '2027-03-18 11:30',"
    " 'Europe/Paris', 0, 1, 0, 0, 1805185800, 1805365800, 'u@example.org', 4);"
    "INSERT INTO person (" OLD_HEAD ", family, consent, sort_key)"
    " VALUES (" NEW ", 'Durand', 0, 'durand');"
    "INSERT INTO registration (" OLD_HEAD ", meeting, person, family, role, state,"
    " previous_state, source, sort_key, live)"
    " VALUES (" NEW ", 1, 1, 'Durand', 0, 4, 0, 0, 'durand', 1);";

static void
begin_old(void)
{
    old_database_make(SCHEMA, content);
    at = office_return(NULL, OFFICE_NOW);
    meeting = 1;
    person = 1;
}

static char *
name_of_older(void)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "atelier.db.before-%s",
                rows_number(database_file_number("PRAGMA user_version")));
    return buffer_take(&name);
}

START_TEST(older_backup__keeps_the_uids_of_days__and_what_people_were_told)
{
    const struct row_ref congress = { ENTITY_MEETING, meeting };
    struct register_outcome outcome = { 0 };
    struct error err = { 0 };
    int64_t registration;

    end();
    begin_old();
    char *older = name_of_older();
    expect("Congress", congress, 1,
           "A 0316T093000-1130 CONF 5\nB 0317T093000-1130 CONF 4\n"
           "C 0318T093000-1130 CONF 4\n");
    restore_file(older, LATER);
    expect("Congress", congress, 1,
           "A 0316T093000-1130 CONF 5\nB 0317T093000-1130 CONF 4\n"
           "C 0318T093000-1130 CONF 4\n");
    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                           &err));
    office_change(at, &meeting_entity, meeting, "end", "2027-03-19 11:30", NULL);
    restore_file(older, LATER);
    expect("Congress", (struct row_ref){ ENTITY_PERSON, person }, 1,
           "A 0316T093000-1130 CONF 9\nB 0317T093000-1130 CONF 8\n"
           "C 0318T093000-1130 CONF 8\nD 0319T093000-1130 CANC 8\n");
    free(older);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, tear_down);
    tcase_add_test(tests, meeting__that_was_told_as_more__counts_on_above_that);
    tcase_add_test(tests, meeting__of_which_anything_differs__counts_on);
    tcase_add_test(tests, meeting__that_came_back_to_what_it_was__stays_where_it_counts);
    tcase_add_test(tests, calendar__in_which_nothing_differs__stays_the_same_bytes);
    tcase_add_test(tests, person__is_told_above_what_their_calendar_has);
    tcase_add_test(tests, person__who_comes_anew__is_told_above_what_their_calendar_has);
    tcase_add_test(tests, person__who_was_taken_off_by_an_undo__is_told_above_that_too);
    tcase_add_test(tests, days__count_on__and_those_added_since_are_called_off);
    tcase_add_test(tests, meeting__that_was_given_days_since__goes_on_as_the_first);
    tcase_add_test(tests, meetings__that_the_backup_does_not_have__are_named);
    tcase_add_test(tests, meeting__that_was_revived_under_another_uid__keeps_that_one);
    tcase_add_test(tests,
                   days__of_a_meeting_that_was_revived__are_those_of_its_other_uid);
    tcase_add_test(tests, uids__that_were_past__are_past_in_the_backup);
    tcase_add_test(tests, uids__that_the_backup_never_had__are_past_in_it);
    tcase_add_test(tests, organiser__who_differs__makes_events_newer);
    tcase_add_test(tests, database__that_cannot_be_read__is_told);
    tcase_add_test(tests,
                   older_backup__keeps_the_uids_of_days__and_what_people_were_told);
}

SUITE_MAIN("restore_calendars")
