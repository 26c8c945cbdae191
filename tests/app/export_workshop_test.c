/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_workshop_test.c - what calendars say of workshops: an event of its own for each
 */
#include "export_office.h"

#include <unistd.h>

#include "atelier/app/workshop_seats.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "event_lines.h"

static int64_t morning;
static int64_t late;
static struct restore_report report;

static void
set_up(void)
{
    begin();
    morning = office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                         "Morning maps", "start", "2027-03-16 09:30", "end",
                         "2027-03-16 10:30", NULL);
    late = office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                      "Late maps", "start", "2027-03-16 10:30", "end", "2027-03-16 11:30",
                      NULL);
}

static void
tear_down(void)
{
    restore_report_clear(&report);
    end();
}

/* Each workshop in the scope: a letter for its UID, hours, STATUS, SEQUENCE. */
static void
expect(struct row_ref scope, int64_t meetings, const char *expected)
{
    char *text = exported_by(at, scope, meetings);
    struct buffer lines = { 0 };

    event_lines(text, "RELATED-TO;RELTYPE=PARENT", &lines);
    ck_assert_str_eq(buffer_text(&lines), expected);
    buffer_clear(&lines);
    free(text);
}

static void
expect_all(const char *expected)
{
    expect(ROW_NONE, 2, expected);
}

static void
expect_of_person(const char *expected)
{
    expect((struct row_ref){ ENTITY_PERSON, person }, 1, expected);
}

static void
act(enum meeting_act what)
{
    struct error err = { 0 };

    ck_assert_msg(plan_act(at, meeting, what, "why", &err), "%s", err.message);
}

static int64_t
choose(int64_t workshop, const char *state)
{
    struct workshop_person who = { .person = person };
    struct error err = { 0 };

    ck_assert_msg(workshop_register(at, workshop, &who, 1, &err), "%s", err.message);
    const int64_t choice = database_file_number("SELECT max(id) FROM workshop_choice");
    office_change_row_unseen(&workshop_choice_entity, choice, "state", state);
    return choice;
}

START_TEST(workshop__is_an_event_of_its_own__that_names_its_meeting)
{
    const char *uid = value("UID");
    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKSHOP, morning }, 0);
    char line[160];

    (void)snprintf(line, sizeof line, "\r\nRELATED-TO;RELTYPE=PARENT:%s\r\n",
                   uid + strlen("UID:"));
    ck_assert_ptr_nonnull(strstr(text, line));
    ck_assert_ptr_nonnull(strstr(text, "\r\nSUMMARY:URB: Morning maps\r\n"));
    ck_assert_ptr_null(strstr(text, "Late maps"));
    free(text);
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    expect((struct row_ref){ ENTITY_MEETING, meeting }, 1,
           "A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    expect((struct row_ref){ ENTITY_WORKING_GROUP, group }, 1,
           "A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
}
END_TEST

START_TEST(workshop__that_is_moved__counts_alone)
{
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    office_change(at, &workshop_entity, late, "start", "2027-03-16 10:45", NULL);
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T104500-1130 CONF 1\n");
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:0");
    office_change(at, &workshop_entity, late, "title", "Maps, later", NULL);
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T104500-1130 CONF 1\n");
    undo();
    undo();
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 2\n");
}
END_TEST

START_TEST(workshop__that_moves_with_its_meeting__counts_once)
{
    office_change(at, &meeting_entity, meeting, "start", "2027-03-17 09:30", "end",
                  "2027-03-17 11:30", NULL);
    expect_all("A 0317T093000-1030 CONF 1\nB 0317T103000-1130 CONF 1\n");
    office_change(at, &workshop_entity, late, "start", "2027-03-17 10:45", NULL);
    expect_all("A 0317T093000-1030 CONF 1\nB 0317T104500-1130 CONF 2\n");
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:1");
}
END_TEST

START_TEST(workshop__that_moves_back_with_its_meeting__counts_once_more)
{
    office_change(at, &meeting_entity, meeting, "start", "2027-03-17 09:30", "end",
                  "2027-03-17 11:30", NULL);
    undo();
    expect_all("A 0316T093000-1030 CONF 2\nB 0316T103000-1130 CONF 2\n");
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:2");
    struct journal_entry again = { 0 };
    ck_assert(redo_last(at, NULL, &again, NULL));
    journal_entry_clear(&again);
    expect_all("A 0317T093000-1030 CONF 3\nB 0317T103000-1130 CONF 3\n");
    office_change(at, &meeting_entity, meeting, "title", "Maps and more", NULL);
    office_change(at, &workshop_entity, late, "start", "2027-03-17 10:45", NULL);
    undo();
    expect_all("A 0317T093000-1030 CONF 3\nB 0317T103000-1130 CONF 5\n");
}
END_TEST

START_TEST(workshop__follows_what_becomes_of_its_meeting)
{
    const struct row_ref of_group = { ENTITY_WORKING_GROUP, group };

    act(MEETING_CANCEL);
    expect_all("A 0316T093000-1030 CANC 1\nB 0316T103000-1130 CANC 1\n");
    ck_assert(says("\r\nSUMMARY:[Cancelled] URB: Morning maps\r\n"));
    undo();
    act(MEETING_POSTPONE);
    ck_assert(says("\r\nSUMMARY:[Postponed] URB: Morning maps\r\n"));
    office_change_unseen(meeting, "state", "draft");
    expect(of_group, 0, "");
    expect_all("A 0316T093000-1030 TENT 3\nB 0316T103000-1130 TENT 3\n");
}
END_TEST

START_TEST(workshop__that_is_off__is_cancelled_in_calendars__its_meeting_is_not)
{
    office_change_row_unseen(&workshop_entity, morning, "state", "cancelled");
    office_change_row_unseen(&workshop_entity, morning, "reason", "Ill");
    expect((struct row_ref){ ENTITY_MEETING, meeting }, 1,
           "A 0316T093000-1030 CANC 0\nB 0316T103000-1130 CONF 0\n");
    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKSHOP, morning }, 0);
    ck_assert_ptr_nonnull(strstr(text, "\r\nDESCRIPTION:Ill\r\n"));
    free(text);
    ck_assert_str_eq(value("STATUS"), "STATUS:CONFIRMED");
}
END_TEST

START_TEST(workshop__has_its_room__else_that_of_the_meeting)
{
    int64_t venue = office_add(at, &venue_entity, "name", "Hall", NULL);
    int64_t red =
        office_add(at, &room_entity, "venue", rows_number(venue), "name", "Red", NULL);
    int64_t blue =
        office_add(at, &room_entity, "venue", rows_number(venue), "name", "Blue", NULL);

    office_change(at, &meeting_entity, meeting, "room", rows_number(blue), NULL);
    office_change(at, &workshop_entity, morning, "room", rows_number(red), NULL);
    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKSHOP, morning }, 0);
    ck_assert_ptr_nonnull(strstr(text, "\r\nLOCATION:Red\\, Hall\r\n"));
    free(text);
    text = exported_by(at, (struct row_ref){ ENTITY_WORKSHOP, late }, 0);
    ck_assert_ptr_nonnull(strstr(text, "\r\nLOCATION:Blue\\, Hall\r\n"));
    free(text);
    expect((struct row_ref){ ENTITY_ROOM, red }, 0, "A 0316T093000-1030 CONF 2\n");
    expect((struct row_ref){ ENTITY_ROOM, blue }, 1, "B 0316T103000-1130 CONF 1\n");
}
END_TEST

START_TEST(description__names_leader_and_speakers__in_the_language_of_calendars)
{
    office_change(at, &workshop_entity, morning, "leader", rows_number(person),
                  "description", "Bring maps", NULL);
    office_add(at, &speaker_entity, "workshop", rows_number(morning), "person",
               rows_number(office_add_person(at, "Roy", "Ana")), "subject", "Ink", NULL);
    ck_assert(says("\r\nDESCRIPTION:Bring maps\\nLeader: Paul Durand\\n"
                   "Speakers: Ana Roy (Ink)\r\n"));
    set_setting("calendar_language", "fr");
    ck_assert(says("\r\nDESCRIPTION:Bring maps\\nAnimation : Paul Durand\\nIn"));
}
END_TEST

START_TEST(calendar__of_a_person__has_where_they_sit__lead_or_speak)
{
    expect_of_person("");
    int64_t choice = choose(morning, "wished");
    choose(late, "waiting");
    expect_of_person("");
    office_change_row_unseen(&workshop_choice_entity, choice, "state", "seated");
    expect_of_person("A 0316T093000-1030 CONF 1\n");
    int64_t registration;
    struct error err = { 0 };
    ck_assert(register_find(at, meeting, person, &registration, &err));
    office_change_row_unseen(&registration_entity, registration, "state", "pending");
    expect_of_person("A 0316T093000-1030 TENT 1\n");
    office_change_row_unseen(&registration_entity, registration, "state", "waiting");
    expect((struct row_ref){ ENTITY_PERSON, person }, 0, "");
    office_add(at, &speaker_entity, "workshop", rows_number(late), "person",
               rows_number(person), NULL);
    office_change(at, &workshop_entity, morning, "leader", rows_number(person), NULL);
    expect((struct row_ref){ ENTITY_PERSON, person }, 0,
           "A 0316T093000-1030 CONF 1\nB 0316T103000-1130 CONF 1\n");
}
END_TEST

START_TEST(unchanged_workshops__are_the_same_bytes)
{
    choose(morning, "seated");
    char *before = exported_by(at, ROW_NONE, 2);
    atelier_close(at);
    at = office_return(NULL, "2027-03-05 10:00");
    char *after = exported_by(at, ROW_NONE, 2);
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
}
END_TEST

/* What two programs that are not ours read: the meeting, then its workshops. */
START_TEST(readers__find_workshops_beside_their_meeting)
{
    static const char *const readers[] = { "icalendar", "vobject" };
    static const char *const hours[] = { "09:30", "09:30", "10:30" };
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    FILE *file = fopen("workshops.ics", "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    free(text);
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        char command[400];
        char line[400];
        (void)snprintf(command, sizeof command,
                       "/usr/bin/python3 \"%s/tests/readers/read_with_%s.py\" "
                       "workshops.ics",
                       getenv("ATELIER_SRCDIR"), readers[i]);
        /* NOLINTNEXTLINE(cert-env33-c): our own words */
        FILE *output = popen(command, "r");
        ck_assert_ptr_nonnull(output);
        for (size_t event = 0; event < 3; event++) {
            long long from;
            char start[24];
            ck_assert_ptr_nonnull(fgets(line, sizeof line, output));
            ck_assert_int_eq(sscanf(strchr(line, '\t'), "%lld", &from), 1);
            (void)snprintf(start, sizeof start, "2027-03-16 %s", hours[event]);
            struct local_time local;
            ck_assert(local_time_parse(start, &local));
            ck_assert_int_eq(from, local_time_to_instant(local) - 3600);
        }
        ck_assert_ptr_null(fgets(line, sizeof line, output));
        ck_assert_int_eq(pclose(output), 0);
    }
    (void)unlink("workshops.ics");
}
END_TEST

/* What was told of it since the backup was made. */
START_TEST(restored_workshop__counts_on_above_what_was_told)
{
    const struct atelier_options options = { .database = database_file_path("atelier.db"),
                                             .identity = OFFICE_IDENTITY,
                                             .now = 1803988800 };
    struct error err = { 0 };

    (void)unlink(database_file_path("copy.db"));
    ck_assert(upkeep_back_up(at, database_file_path("copy.db"), NULL, NULL, &err));
    office_change(at, &workshop_entity, late, "start", "2027-03-16 10:45", NULL);
    office_change(at, &workshop_entity, late, "start", "2027-03-16 10:50", NULL);
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T105000-1130 CONF 2\n");
    atelier_close(at);
    ck_assert_msg(upkeep_restore(&options, database_file_path("copy.db"), &report, &err),
                  "%s", err.message);
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 3\n");
}
END_TEST

/* A calendar keeps what was cancelled: the meeting has another UID, and so have they. */
START_TEST(workshops__of_a_meeting_that_is_on_again_long_after__are_known_by_new_uids)
{
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    act(MEETING_CANCEL);
    atelier_close(at);
    at = office_return(NULL, "2027-03-05 10:00");
    undo();
    expect_all("C 0316T093000-1030 CONF 0\nD 0316T103000-1130 CONF 0\n");
    office_expect_whole(at);
}
END_TEST

/* --- what a person's calendar counts */

static void
register_in(int64_t workshop)
{
    struct workshop_person who = { .person = person };
    struct error err = { 0 };

    ck_assert_msg(workshop_register(at, workshop, &who, 1, &err), "%s", err.message);
}

static void
withdraw_from(int64_t workshop)
{
    struct workshop_person who = { .person = person };
    struct error err = { 0 };

    ck_assert_msg(workshop_withdraw(at, workshop, &who, 1, &err), "%s", err.message);
}

static void
move_to(int64_t workshop, int64_t to)
{
    struct workshop_person who = { .person = person };
    struct error err = { 0 };

    ck_assert_msg(workshop_move(at, workshop, to, &who, &err), "%s", err.message);
}

START_TEST(seat__that_comes_back__is_told_by_a_higher_sequence)
{
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 0\n");
    withdraw_from(morning);
    expect_of_person("");
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 1\n");
    move_to(morning, late);
    expect_of_person("B 0316T103000-1130 CONF 0\n");
    move_to(late, morning);
    expect_of_person("A 0316T093000-1030 CONF 2\n");
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    office_expect_whole(at);
}
END_TEST

/* An undo takes the row away, or puts the seat back: calendars saw both. */
START_TEST(seat__that_an_undo_ends_or_brings_back__counts_on)
{
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 0\n");
    undo();
    office_expect("SELECT count(*) FROM workshop_choice", "0\n");
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 1\n");
    withdraw_from(morning);
    undo();
    expect_of_person("A 0316T093000-1030 CONF 2\n");
    undo();
    expect_of_person("");
    struct journal_entry entry = { 0 };
    struct error err = { 0 };
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect_of_person("A 0316T093000-1030 CONF 3\n");
}
END_TEST

/* The list of the meeting counts too, above what the workshop was told with. */
START_TEST(seat__of_another_registration__is_told_above_the_first)
{
    struct register_outcome outcome;
    struct error err = { 0 };
    int64_t registration;

    register_in(morning);
    withdraw_from(morning);
    register_in(morning);
    withdraw_from(morning);
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 2\n");
    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                           &err));
    office_register(at, meeting, person);
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 5\n");
}
END_TEST

static void
back_up(void)
{
    struct error err = { 0 };

    (void)unlink(database_file_path("copy.db"));
    ck_assert(upkeep_back_up(at, database_file_path("copy.db"), NULL, NULL, &err));
}

static void
restore(instant now)
{
    const struct atelier_options options = { .database = database_file_path("atelier.db"),
                                             .identity = OFFICE_IDENTITY,
                                             .now = now };
    struct error err = { 0 };

    atelier_close(at);
    ck_assert_msg(upkeep_restore(&options, database_file_path("copy.db"), &report, &err),
                  "%s", err.message);
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
}

START_TEST(restored_seat__counts_on_above_what_the_person_was_told)
{
    register_in(morning);
    back_up();
    expect_of_person("A 0316T093000-1030 CONF 0\n");
    withdraw_from(morning);
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 1\n");
    withdraw_from(morning);
    register_in(late);
    expect_of_person("B 0316T103000-1130 CONF 0\n");
    restore(1803988800);
    expect_of_person("A 0316T093000-1030 CONF 2\n");
    register_in(late); /* a seat that the restore ended */
    expect_of_person("A 0316T093000-1030 CONF 2\nB 0316T103000-1130 CONF 1\n");
}
END_TEST

START_TEST(restored_workshop__keeps_the_uid_that_it_had_since)
{
    expect_all("A 0316T093000-1030 CONF 0\nB 0316T103000-1130 CONF 0\n");
    register_in(morning);
    withdraw_from(morning);
    register_in(morning);
    back_up();
    act(MEETING_CANCEL);
    atelier_close(at);
    at = office_return(NULL, "2027-03-03 10:00");
    undo();
    expect_all("C 0316T093000-1030 CONF 0\nD 0316T103000-1130 CONF 0\n");
    office_change(at, &workshop_entity, late, "start", "2027-03-16 10:45", NULL);
    expect_all("C 0316T093000-1030 CONF 0\nD 0316T104500-1130 CONF 1\n");
    restore(1804161600);
    expect_all("C 0316T093000-1030 CONF 2\nD 0316T103000-1130 CONF 3\n");
    expect_of_person("C 0316T093000-1030 CONF 3\n");
    ck_assert_int_eq(report.lost_workshops.count, 0);
}
END_TEST

static void
add_evening(int64_t of)
{
    office_add(at, &workshop_entity, "meeting", rows_number(of), "title", "Evening maps",
               "start", "2027-03-16 11:00", "end", "2027-03-16 11:30", NULL);
}

/* Those of a meeting that is not there either go with it. */
START_TEST(workshops__that_the_backup_does_not_have__are_named)
{
    back_up();
    add_evening(meeting);
    add_evening(office_add(at, &meeting_entity, "group", rows_number(group), "title",
                           "Other", "start", "2027-03-16 09:30", "end",
                           "2027-03-16 11:30", NULL));
    restore(1803988800);
    ck_assert_int_eq(report.lost_meetings.count, 1);
    ck_assert_int_eq(report.lost_workshops.count, 1);
    ck_assert_ptr_nonnull(
        strstr(report.lost_workshops.names[0], " (16/03/2027) · Evening maps"));
    ck_assert_ptr_null(report.lost_workshops.names[1]);
    restore_report_clear(&report);
    for (int i = 0; i < RESTORE_LOST_NAMED + 2; i++)
        add_evening(meeting);
    restore(1803988800);
    ck_assert_int_eq(report.lost_workshops.count, RESTORE_LOST_NAMED + 2);
    ck_assert_ptr_nonnull(report.lost_workshops.names[RESTORE_LOST_NAMED - 1]);
}
END_TEST

/* As a program left it that did not count seats. */
START_TEST(seat__in_a_file_of_before__is_told_as_it_was__and_counts_on)
{
    register_in(morning);
    char *before = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);
    atelier_close(at);
    ck_assert(database_file_run(
        "DROP TABLE workshop_left; DROP TABLE \"grant\";"
        " DROP TABLE sheet; DROP TABLE presence_count;"
        " DROP TABLE presence_slot_count;"
        " DROP TABLE search_text; DROP TABLE report_edition;"
        " DROP TABLE report_entry;"
        " DROP TABLE report; DROP TABLE report_state;"
        " DROP TABLE report_entry_kind; DROP TABLE report_entry_state;"
        " DROP TABLE answer; DROP TABLE question;"
        " DROP TABLE question_kind;"
        " DROP INDEX registration_elsewhere; DROP INDEX workshop_choice_waiting;"
        " DROP INDEX meeting_postponed;"
        " DELETE FROM entity WHERE number > 25;"
        " PRAGMA user_version = 23"));
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
    char *after = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
    withdraw_from(morning);
    register_in(morning);
    expect_of_person("A 0316T093000-1030 CONF 1\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, workshop__is_an_event_of_its_own__that_names_its_meeting);
    tcase_add_test(tests, workshop__that_is_moved__counts_alone);
    tcase_add_test(tests, workshop__that_moves_with_its_meeting__counts_once);
    tcase_add_test(tests, workshop__that_moves_back_with_its_meeting__counts_once_more);
    tcase_add_test(tests, workshop__follows_what_becomes_of_its_meeting);
    tcase_add_test(tests,
                   workshop__that_is_off__is_cancelled_in_calendars__its_meeting_is_not);
    tcase_add_test(tests, workshop__has_its_room__else_that_of_the_meeting);
    tcase_add_test(tests,
                   description__names_leader_and_speakers__in_the_language_of_calendars);
    tcase_add_test(tests, calendar__of_a_person__has_where_they_sit__lead_or_speak);
    tcase_add_test(tests, unchanged_workshops__are_the_same_bytes);
    tcase_add_test(tests, readers__find_workshops_beside_their_meeting);
    tcase_add_test(tests, restored_workshop__counts_on_above_what_was_told);
    tcase_add_test(tests, seat__that_comes_back__is_told_by_a_higher_sequence);
    tcase_add_test(tests, seat__that_an_undo_ends_or_brings_back__counts_on);
    tcase_add_test(tests, seat__of_another_registration__is_told_above_the_first);
    tcase_add_test(tests, seat__in_a_file_of_before__is_told_as_it_was__and_counts_on);
    tcase_add_test(tests, restored_seat__counts_on_above_what_the_person_was_told);
    tcase_add_test(tests, restored_workshop__keeps_the_uid_that_it_had_since);
    tcase_add_test(tests, workshops__that_the_backup_does_not_have__are_named);
    tcase_add_test(
        tests,
        workshops__of_a_meeting_that_is_on_again_long_after__are_known_by_new_uids);
}

SUITE_MAIN("export_workshop")
