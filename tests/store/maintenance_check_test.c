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
#include "atelier/store/row_table.h"
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

    ck_assert_msg(journal_table_write(db, &entry, NULL, 0, &err), "%s", err.message);
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
    static const char *const advice[] = { "“atelier restore FILE”", "Free ", "Withdraw ",
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

START_TEST(check__finds__counters_that_drifted)
{
    breakage("UPDATE meeting_count SET taken = taken - 1");
    ck_assert_uint_eq(problems(false, "Numérique"), 1);
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

START_TEST(check__finds__a_person_registered_twice)
{
    breakage("DROP INDEX registration_live");
    register_person(1, "registration.overbook", "by mistake");
    ck_assert_uint_eq(problems(false, "twice"), 2); /* and the index is missing */
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

START_TEST(check__finds__a_change_that_its_row_does_not_know)
{
    breakage("DROP TRIGGER journal_row_keeps_every_entry;"
             "DELETE FROM journal_row WHERE entity = 'registration'");
    ck_assert_uint_eq(problems(true, "does not name it"), 2); /* and the trigger */
}

START_TEST(check__finds__an_undo_that_nobody_knows_of)
{
    breakage("UPDATE journal SET undone_by = 2 WHERE id = 1");
    ck_assert_uint_eq(problems(false, "do not name each other"), 1);
}

START_TEST(check__finds__changes_that_cannot_be_read__when_thorough)
{
    breakage("DROP TRIGGER journal_keeps_what_happened;"
             "UPDATE journal SET changeset = x'54ff' WHERE id = 2");
    ck_assert_uint_eq(problems(true, "cannot be read"), 2); /* and the trigger */
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
    { "CREATE TRIGGER evil AFTER INSERT ON person BEGIN UPDATE staff SET role = 'reader';"
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
    tcase_add_test(tests, check__finds__counters_that_drifted);
    tcase_add_test(tests, check__finds__an_overbooking_without_a_reason);
    tcase_add_test(tests, check__accepts__an_overbooking_with_its_reason);
    tcase_add_test(tests, check__accepts__seats_lowered_below_those_taken);
    tcase_add_test(tests, check__finds__a_person_registered_twice);
    tcase_add_test(tests, check__finds__references_that_lead_nowhere);
    tcase_add_test(tests, check__finds__a_row_without_words);
    tcase_add_test(tests, check__finds__words_of_another_row__when_thorough);
    tcase_add_test(tests, check__finds__a_change_that_its_row_does_not_know);
    tcase_add_test(tests, check__finds__an_undo_that_nobody_knows_of);
    tcase_add_test(tests, check__finds__changes_that_cannot_be_read__when_thorough);
    tcase_add_loop_test(tests, check__names__what_another_program_changed, 0,
                        sizeof changes / sizeof changes[0]);
}

SUITE_MAIN("maintenance_check")
