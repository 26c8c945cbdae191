/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_test.c - a check finds what is wrong, and nothing where all is well
 */
#include <check.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/meeting_day_table.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "maintenance/maintenance_file.h"
#include "support/database_file.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
insert(const struct entity *entity, void *record)
{
    ck_assert_msg(row_insert(db, entity, record, "anna", 1700000000, &err), "%s",
                  err.message);
}

static void
commit(const char *act, const char *reason, enum entity_kind entity, int64_t row)
{
    struct journal_entry entry = {
        .at = 1700000000,
        .staff = memory_copy("anna"),
        .act = memory_copy(act),
        .entity = (int)entity,
        .row = row,
        .reason = memory_copy(reason),
    };

    ck_assert_msg(journal_table_write(db, &entry, &err), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static void
register_person(int64_t person, const char *act, const char *reason)
{
    struct registration registration;

    ck_assert(transaction_begin(db, &err));
    record_init(&registration_entity, &registration);
    registration.meeting = 1;
    registration.person = person;
    registration.family = memory_copy("Müller");
    registration.sort_key = memory_copy("muller");
    registration.state = REGISTRATION_ACCEPTED;
    insert(&registration_entity, &registration);
    commit(act, reason, ENTITY_MEETING, 1);
    record_clear(&registration_entity, &registration);
}

/* One meeting with one seat, three people, one of them registered, with a post. */
static void
set_up(void)
{
    struct working_group group;
    struct meeting meeting;
    struct organisation organisation;
    struct affiliation affiliation;

    db = database_file_create();
    error_clear(&err);
    ck_assert(transaction_begin(db, &err));
    for (int i = 0; i < 3; i++) {
        struct person person;
        record_init(&person_entity, &person);
        person.family = memory_copy("Müller");
        person.given = memory_copy("Anna");
        insert(&person_entity, &person);
        record_clear(&person_entity, &person);
    }
    record_init(&organisation_entity, &organisation);
    organisation.name = memory_copy("Grand Périgueux");
    insert(&organisation_entity, &organisation);
    record_init(&affiliation_entity, &affiliation);
    affiliation.person = 1;
    affiliation.organisation = 1;
    insert(&affiliation_entity, &affiliation);
    record_init(&working_group_entity, &group);
    group.code = memory_copy("URB");
    group.name = memory_copy("Rénovation urbaine");
    insert(&working_group_entity, &group);
    record_init(&meeting_entity, &meeting);
    meeting.group = 1;
    meeting.number = 1;
    meeting.title = memory_copy("Numérique");
    meeting.start = (struct local_time){ { 2017, 3, 16 }, 9, 30 };
    meeting.end = (struct local_time){ { 2017, 3, 16 }, 16, 30 };
    meeting.zone = memory_copy("Europe/Paris");
    meeting.start_at = 1489653000;
    meeting.end_at = 1489678200;
    meeting.ics_uid = memory_copy("0b1c@example.org");
    meeting.ics_sequence = 0;
    meeting.seats = 1;
    insert(&meeting_entity, &meeting);
    commit("sample.fill", NULL, ENTITY_MEETING, 1);
    register_person(1, "registration.add", NULL);
    record_clear(&working_group_entity, &group);
    record_clear(&meeting_entity, &meeting);
    record_clear(&organisation_entity, &organisation);
    record_clear(&affiliation_entity, &affiliation);
}

static void
tear_down(void)
{
    database_file_remove(db);
}

/* A fault alone leaves its reader helpless. */
static bool
says_what_to_do(const char *problem)
{
    static const char *const advice[] = { "“atelier restore FILE”",
                                          "Free ",
                                          "Withdraw ",
                                          "Change its end, then undo",
                                          "Change the hours",
                                          "Change the setting",
                                          "Move it, or ",
                                          "more problems than these" };
    bool says = false;

    for (size_t i = 0; i < sizeof advice / sizeof advice[0]; i++)
        says = says || strstr(problem, advice[i]) != NULL;
    return says;
}

static size_t
problems(bool thorough, const char *words)
{
    struct check_report report = { 0 };
    bool told = words == NULL;

    ck_assert_msg(maintenance_check(db, thorough, &report, &err), "%s", err.message);
    const size_t count = report.count;
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(says_what_to_do(report.problems[i]), "%s", report.problems[i]);
    for (size_t i = 0; i < count; i++)
        told = told || strstr(report.problems[i], words) != NULL;
    ck_assert_msg(told, "none says “%s”", words);
    check_report_clear(&report);
    return count;
}

static void
breakage(const char *sql)
{
    ck_assert(database_file_run(sql));
}

START_TEST(check__finds_nothing__where_all_is_well)
{
    struct check_report report = { 0 };

    ck_assert(maintenance_check(db, true, &report, &err));
    ck_assert_msg(report.count == 0, "%s", report.problems[0]);
    ck_assert_uint_eq(problems(false, NULL), 0);
}

static const sqlite3_io_methods *whole;

/* The first page alone can be read. */
static int
fail_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 place)
{
    return place < 512 ? whole->xRead(file, bytes, count, place) : SQLITE_IOERR_READ;
}

/* Whoever is told of damage goes back to a backup. */
START_TEST(check__of_a_disk_that_fails__says_so_and_speaks_of_no_damage)
{
    struct check_report report = { 0 };
    sqlite3_file *file = NULL;

    ck_assert(sqlite3_wal_checkpoint_v2(db->sqlite, NULL, SQLITE_CHECKPOINT_TRUNCATE,
                                        NULL, NULL) == SQLITE_OK);
    ck_assert_int_eq(
        sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file),
        SQLITE_OK);
    whole = file->pMethods;
    sqlite3_io_methods failing = *whole;
    failing.xRead = fail_read;
    file->pMethods = &failing;
    sqlite3_db_release_memory(db->sqlite);
    const bool checked = _i < 2 && maintenance_check(db, _i == 1, &report, &err);
    if (_i == 2)
        ck_assert(!maintenance_file_is_sound(db->sqlite, "copy.db", &err));
    file->pMethods = whole;
    ck_assert_msg(!checked, "%s", report.count > 0 ? report.problems[0] : "all is well");
    ck_assert_uint_eq(report.count, 0);
    ck_assert_msg(strstr(err.message, "failed: ") != NULL, "%s", err.message);
}
END_TEST

START_TEST(check__finds__counters_that_drifted)
{
    breakage("UPDATE head_count SET people = people + 1");
    ck_assert_uint_eq(problems(false, "Numérique"), 1);
}

START_TEST(check__finds__people_counted_as_of_another_kind)
{
    breakage("UPDATE head_count SET category = 77");
    ck_assert_uint_eq(problems(false, "the counters say other roles or categories"), 1);
}

START_TEST(check__finds__people_counted_as_marked_whom_nobody_marked)
{
    breakage("INSERT INTO presence_count VALUES (1, 0, 0, 4, 0, 2)");
    ck_assert_uint_eq(
        problems(false, "the counters say that others came than the marks."), 1);
}
END_TEST

START_TEST(check__finds__people_counted_in_a_slot__in_which_nobody_marked_them)
{
    breakage(
        "INSERT INTO slot (rev, created_at, created_by, changed_at, changed_by,"
        " meeting, label, start, \"end\") SELECT 1, 0, 'x', 0, 'x', id, 'x', start,"
        " \"end\" FROM meeting WHERE id = 1;"
        " INSERT INTO presence_slot_count SELECT max(id), 7, 0, 7, 0, 0, 0 FROM slot");
    ck_assert_uint_eq(
        problems(false, "the counters say that others came than the marks."), 1);
}
END_TEST

START_TEST(check__finds__a_slot_outside_its_meeting)
{
    breakage("INSERT INTO slot (rev, created_at, created_by, changed_at, changed_by,"
             " meeting, label, start, \"end\") SELECT 1, 0, 'x', 0, 'x', id, 'Talks',"
             " substr(start, 1, 11) || '06:00', \"end\" FROM meeting WHERE id = 1");
    ck_assert_uint_eq(problems(true, "The slot “Talks” ("), 2); /* no act wrote it */
}
END_TEST

START_TEST(check__finds__a_workshop_outside_its_meeting)
{
    breakage("INSERT INTO workshop (rev, created_at, created_by, changed_at, changed_by,"
             " meeting, title, start, \"end\", state, start_at, end_at, ics_uid, "
             "ics_sequence) SELECT 1, 0, 'x', 0, 'x',"
             " id, 'Tools', start, date(\"end\", '+1 day') || ' 12:00', 0, start_at, "
             "end_at, 'a', 0 FROM"
             " meeting WHERE id = 1");
    ck_assert_uint_ge(problems(true, "The workshop “Tools” ("), 2);
    breakage("UPDATE workshop SET state = 1");
    ck_assert_uint_eq(problems(true, NULL), 1);
}
END_TEST

START_TEST(check__finds__an_item_outside_its_meeting)
{
    breakage("INSERT INTO item (rev, created_at, created_by, changed_at, changed_by,"
             " meeting, kind, title, start, \"end\") SELECT 1, 0, 'x', 0, 'x', id, 0,"
             " 'Opening', substr(start, 1, 11) || '06:00', \"end\" FROM meeting"
             " WHERE id = 1");
    ck_assert_uint_eq(problems(true, "“Opening” ("), 2);
}
END_TEST

/* Who takes no seat is not told of as seats. */
START_TEST(check__finds__people_without_a_seat_that_are_not_there)
{
    breakage("INSERT INTO head_count VALUES (1, 0, 2, 0, 0, 1)");
    ck_assert_uint_eq(
        problems(false, "“waiting”: the counters say 1, the registrations 0."), 1);
}

START_TEST(check__finds__a_kind_that_is_not_counted)
{
    breakage("DELETE FROM head_count");
    ck_assert_uint_eq(problems(false, "the counters say 0"), 1);
}

START_TEST(check__finds__what_is_called_overbooked_and_is_not)
{
    breakage("INSERT INTO overbooked (meeting, workshop, excess) VALUES (1, 0, 3)");
    ck_assert_uint_eq(problems(false,
                               "say 3 seats too many, but by the registrations and "
                               "who takes a seat it is 0."),
                      1);
    breakage("DELETE FROM overbooked; UPDATE meeting SET seats = 0 WHERE id = 1");
    ck_assert_uint_ge(problems(false, "say 0 seats too many"), 1);
}
END_TEST

START_TEST(check__finds__a_mark_that_is_missing_or_too_much)
{
    breakage("UPDATE meeting SET undecided = 1 - coalesce(undecided, 0) WHERE NOT"
             " coalesce(undecided, 0); UPDATE meeting SET needs_room = NULL");
    ck_assert_uint_eq(problems(false, "Meeting 1 is not marked"), 1);
    breakage("UPDATE registration SET live = NULL");
    ck_assert_uint_eq(problems(false, "Registration 1 is not marked"), 2);
}

START_TEST(check__finds__an_overbooking_without_a_reason)
{
    register_person(2, "registration.add", NULL);
    ck_assert_uint_eq(problems(false, "no reason"), 1);
}

START_TEST(check__accepts__an_overbooking_with_its_reason)
{
    register_person(2, "registration.overbook", "the speaker's colleague");
    ck_assert_uint_eq(problems(true, NULL), 0);
}

START_TEST(check__accepts__seats_lowered_below_those_taken)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    ck_assert(row_load(db, &meeting_entity, 1, &meeting, &err));
    meeting.seats = 0;
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &meeting_entity, &meeting, "anna", 1700000060, &err));
    commit("meeting.change", NULL, ENTITY_MEETING, 1);
    ck_assert_uint_eq(problems(true, NULL), 0);
    record_clear(&meeting_entity, &meeting);
}

/* Three days of a meeting, and what another program does to them. */
static const char *const days[] = {
    "UPDATE meeting_day SET gone = 1",
    "UPDATE meeting_day SET start = '2020-03-16 09:30', \"end\" = '2020-03-16 10:30'",
    "DELETE FROM meeting_day",
    "DELETE FROM meeting_day WHERE id = 2",
    "UPDATE meeting_day SET slot = 5 WHERE id = 2",
    "UPDATE meeting_day SET ics_uid = 'x' WHERE id = 1",
};

/* Of rows that are there, and of one that went. */
static const char *const numbers[] = {
    "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'person'",
    "DELETE FROM sqlite_sequence WHERE name = 'person'",
    "INSERT INTO journal_change (journal, entity, row, kind, leaves) VALUES (1,3,9,2,0)",
};
START_TEST(check__finds__numbers_that_could_be_given_twice)
{
    breakage(numbers[_i]);
    problems(true, "numbers could be given twice");
}

START_TEST(check__finds__seats_that_are_not_counted_as_the_settings_say)
{
    breakage("DELETE FROM seat_rule");
    problems(true, "Seats are not counted as the settings say");
}

START_TEST(check__finds__days_that_calendars_should_not_know__when_thorough)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    ck_assert(row_load(db, &meeting_entity, 1, &meeting, &err));
    meeting.end.date = date_add_days(meeting.start.date, 2);
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &meeting_entity, &meeting, "anna", 1700000060, &err));
    ck_assert(meeting_day_table_settle(db, 1700000060, &err));
    commit("meeting.change", NULL, ENTITY_MEETING, 1);
    record_clear(&meeting_entity, &meeting);
    ck_assert_uint_eq(problems(true, NULL), 0);
    breakage(days[_i]);
    ck_assert_uint_eq(problems(false, NULL), 0);
    ck_assert_uint_eq(problems(true, "Meeting 1: calendars are told other days"), 1);
}

START_TEST(check__finds__a_person_registered_twice)
{
    register_person(2, "registration.overbook", "she brings a chair");
    breakage("UPDATE registration SET live = NULL WHERE person = 2");
    register_person(2, "registration.overbook", "by mistake");
    /* and one is not marked */
    ck_assert_uint_eq(problems(false, "person 2 is registered twice"), 2);
}

START_TEST(check__finds__references_that_lead_nowhere)
{
    breakage("PRAGMA foreign_keys = OFF; UPDATE affiliation SET organisation = 77");
    ck_assert_uint_ge(problems(false, "not there"), 1);
}

START_TEST(check__finds__a_row_without_words)
{
    breakage("DELETE FROM search_rank WHERE entity = 'person' AND row = 2");
    ck_assert_uint_ge(problems(false, "not found by its words"), 1);
}

START_TEST(check__finds__words_of_another_row__when_thorough)
{
    breakage("UPDATE search SET words = '  schmidt' WHERE rowid = (SELECT rank FROM"
             " search_rank WHERE entity = 'person' AND row = 2)");
    ck_assert_uint_eq(problems(false, NULL), 0);
    ck_assert_uint_eq(problems(true, "not found by its words"), 1);
}

/* --- the journal beside the rows */

/* What is done past the journal, how its row is named, and how the fault is told. */
static const struct {
    const char *sql;
    const char *row;
    const char *words;
} past[] = {
    { "UPDATE person SET phone = '1' WHERE id = 2", "Person 2",
      "changed, but not by an act" },
    { "UPDATE meeting SET seats = 12", "Meeting 1", "changed, but not by an act" },
    { "UPDATE registration SET note = 'late'", "Registration 1",
      "changed, but not by an act" },
    { "UPDATE person SET consent = 1 WHERE id = 3", "Person 3",
      "changed, but not by an act" },
    { "DELETE FROM registration; DELETE FROM head_count", "Registration 1",
      "the journal has it, but it is not there" },
    { "INSERT INTO category (rev, created_at, created_by, changed_at, changed_by, name)"
      " VALUES (1, 0, 'x', 0, 'x', 'expert')",
      "Category 1", "it is there, but the journal does not have it" },
    { "INSERT INTO slot (rev, created_at, created_by, changed_at, changed_by, meeting,"
      " label, start, \"end\") VALUES (1, 0, 'x', 0, 'x', 1, 'a', '2017-03-16 09:30',"
      " '2017-03-16 10:30')",
      "Slot 1", "it is there, but the journal does not have it" },
};

START_TEST(check__finds__what_was_done_past_the_journal__when_thorough)
{
    breakage(past[_i].sql);
    ck_assert_uint_eq(problems(false, NULL), 0);
    ck_assert_uint_eq(problems(true, past[_i].words), 1);
    ck_assert_uint_eq(problems(true, past[_i].row), 1);
}

/* Counted, computed and the head are not of the journal. */
START_TEST(check__accepts__what_the_journal_does_not_hold)
{
    breakage("UPDATE meeting SET ics_sequence = 5, rev = 9");
    breakage("UPDATE registration SET sort_key = 'mullera', changed_by = 'x'");
    ck_assert_uint_eq(problems(true, NULL), 0);
}

START_TEST(check__accepts__rows_whose_hash_nobody_knows)
{
    breakage("DROP TRIGGER journal_change_keeps_what_happened;"
             "UPDATE journal_change SET hash = NULL WHERE row = 2;"
             "UPDATE person SET phone = '1' WHERE id = 2");
    ck_assert_uint_eq(problems(true, NULL), 1); /* the trigger alone */
}

static void
change_person(int64_t id, const char *phone)
{
    struct person *person = record_new(&person_entity);

    ck_assert(row_load(db, &person_entity, id, person, &err));
    memory_replace(&person->phone, phone);
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &person_entity, person, "anna", 1700000060, &err));
    commit("person.change", NULL, ENTITY_PERSON, id);
    record_free(&person_entity, person);
}

/* Its newest change tells how it is, not the first. */
START_TEST(check__weighs__the_newest_change_of_a_row)
{
    change_person(2, "1");
    change_person(2, "2");
    ck_assert_uint_eq(problems(true, NULL), 0);
    breakage("UPDATE person SET phone = '1' WHERE id = 2"); /* as it was before */
    ck_assert_uint_eq(problems(true, "Person 2"), 1);
}

START_TEST(check__finds__every_row_that_moved__not_the_first_alone)
{
    breakage("UPDATE person SET note = 'x'; DELETE FROM registration;"
             "DELETE FROM head_count");
    ck_assert_uint_eq(problems(true, "Person 3"), 4);
}

START_TEST(check__finds__a_change_of_no_act)
{
    breakage("INSERT INTO journal_change (entity, row, journal, kind, leaves, before)"
             " VALUES (3, 2, 77, 1, 0, '{\"phone\":null}')");
    ck_assert_uint_eq(problems(false, "rows name it, but it is not there"), 1);
    ck_assert_uint_ge(problems(true, "act 77"), 1);
}

START_TEST(check__finds__a_change_that_its_act_does_not_name)
{
    breakage("DROP TRIGGER journal_keeps_what_happened;"
             "UPDATE journal SET rows = '[[3,1,2]]' WHERE id = 1");
    ck_assert_uint_eq(problems(false, NULL), 1); /* the trigger */
    ck_assert_uint_eq(problems(true, "its acts name"), 2);
}

START_TEST(check__finds__an_undo_that_nobody_knows_of)
{
    breakage("UPDATE journal SET undone_by = 2 WHERE id = 1");
    ck_assert_uint_eq(problems(false, "do not name each other"), 1);
}

START_TEST(check__finds__changes_that_cannot_be_read__when_thorough)
{
    breakage("DROP TRIGGER journal_keeps_what_happened;"
             "UPDATE journal SET rows = '[[' WHERE id = 2");
    ck_assert_uint_eq(problems(true, "cannot be read"), 2); /* and the trigger */
}

START_TEST(check__finds__a_row_before_that_cannot_be_read__when_thorough)
{
    change_person(2, "1");
    breakage("DROP TRIGGER journal_change_keeps_what_happened;"
             "UPDATE journal_change SET before = '{phone' WHERE journal = 3");
    ck_assert_uint_eq(problems(true, "act 3: its changes cannot be read"), 2);
}

/* What another program does to the tables, and how it is named. */
static const struct {
    const char *sql;
    const char *words;
} changes[] = {
    { "DROP INDEX person_email", "index person_email is missing" },
    { "DROP TRIGGER journal_keeps_what_happened", "keeps_what_happened is missing" },
    { "CREATE INDEX fast ON person (email)", "index fast is not of atelier" },
    { "CREATE VIEW names AS SELECT family FROM person", "view names is not of atelier" },
    { "CREATE TABLE zoo (animal)", "table zoo is not of atelier" },
    { "CREATE TRIGGER evil AFTER INSERT ON person BEGIN UPDATE staff SET role = 0;"
      " END",
      "trigger evil is not of atelier" },
    { "ALTER TABLE person RENAME COLUMN email TO mail", "table person is not as" },
};

START_TEST(check__names__what_another_program_changed)
{
    breakage(changes[_i].sql);
    ck_assert_uint_ge(problems(false, changes[_i].words), 1);
}

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, check__finds_nothing__where_all_is_well);
    tcase_add_loop_test(
        tests, check__of_a_disk_that_fails__says_so_and_speaks_of_no_damage, 0, 3);
    tcase_add_test(tests, check__finds__counters_that_drifted);
    tcase_add_test(tests, check__finds__people_counted_as_of_another_kind);
    tcase_add_test(tests, check__finds__people_counted_as_marked_whom_nobody_marked);
    tcase_add_test(tests,
                   check__finds__people_counted_in_a_slot__in_which_nobody_marked_them);
    tcase_add_test(tests, check__finds__a_slot_outside_its_meeting);
    tcase_add_test(tests, check__finds__a_workshop_outside_its_meeting);
    tcase_add_test(tests, check__finds__an_item_outside_its_meeting);
    tcase_add_test(tests, check__finds__people_without_a_seat_that_are_not_there);
    tcase_add_test(tests, check__finds__a_kind_that_is_not_counted);
    tcase_add_test(tests, check__finds__what_is_called_overbooked_and_is_not);
    tcase_add_test(tests, check__finds__a_mark_that_is_missing_or_too_much);
    tcase_add_test(tests, check__finds__an_overbooking_without_a_reason);
    tcase_add_test(tests, check__accepts__an_overbooking_with_its_reason);
    tcase_add_test(tests, check__accepts__seats_lowered_below_those_taken);
    tcase_add_test(tests, check__finds__seats_that_are_not_counted_as_the_settings_say);
    tcase_add_loop_test(tests, check__finds__numbers_that_could_be_given_twice, 0, 3);
    tcase_add_loop_test(tests,
                        check__finds__days_that_calendars_should_not_know__when_thorough,
                        0, (int)(sizeof days / sizeof days[0]));
    tcase_add_test(tests, check__finds__a_person_registered_twice);
    tcase_add_test(tests, check__finds__references_that_lead_nowhere);
    tcase_add_test(tests, check__finds__a_row_without_words);
    tcase_add_test(tests, check__finds__words_of_another_row__when_thorough);
    tcase_add_loop_test(tests,
                        check__finds__what_was_done_past_the_journal__when_thorough, 0,
                        (int)(sizeof past / sizeof past[0]));
    tcase_add_test(tests, check__accepts__what_the_journal_does_not_hold);
    tcase_add_test(tests, check__accepts__rows_whose_hash_nobody_knows);
    tcase_add_test(tests, check__weighs__the_newest_change_of_a_row);
    tcase_add_test(tests, check__finds__every_row_that_moved__not_the_first_alone);
    tcase_add_test(tests, check__finds__a_change_of_no_act);
    tcase_add_test(tests, check__finds__a_change_that_its_act_does_not_name);
    tcase_add_test(tests, check__finds__an_undo_that_nobody_knows_of);
    tcase_add_test(tests, check__finds__changes_that_cannot_be_read__when_thorough);
    tcase_add_test(tests, check__finds__a_row_before_that_cannot_be_read__when_thorough);
    tcase_add_loop_test(tests, check__names__what_another_program_changed, 0,
                        sizeof changes / sizeof changes[0]);
}

SUITE_MAIN("maintenance_check")
