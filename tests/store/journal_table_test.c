/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table_test.c - every act can be read back field by field, and taken back */
#include "atelier/store/journal_table.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "support/database_file.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static instant clock_now;

static void
set_up(void)
{
    db = database_file_create();
    clock_now = 1700000000;
    error_clear(&err);
}

static void
tear_down(void)
{
    database_file_remove(db);
}

static void
begin(void)
{
    clock_now += 60;
    ck_assert_msg(transaction_begin(db, &err), "%s", err.message);
}

/* Ends the transaction with an entry about a row, and answers the entry's id. */
static int64_t
commit(const char *login, const char *act, enum entity_kind entity, int64_t row)
{
    struct journal_entry entry = {
        .at = clock_now,
        .staff = memory_copy(login),
        .act = memory_copy(act),
        .entity = (int)entity,
        .row = row,
    };

    ck_assert_msg(journal_table_write(db, &entry, NULL, 0, &err), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    const int64_t id = entry.id;
    journal_entry_clear(&entry);
    return id;
}

static void
insert(const struct entity *entity, void *record, const char *login)
{
    ck_assert_msg(row_insert(db, entity, record, login, clock_now, &err), "%s",
                  err.message);
}

static int64_t
add_person(const char *login, const char *family, const char *given)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    begin();
    insert(&person_entity, &person, login);
    commit(login, "person.add", ENTITY_PERSON, person.head.id);
    const int64_t id = person.head.id;
    record_clear(&person_entity, &person);
    return id;
}

static void
load_person(int64_t id, struct person *person)
{
    record_init(&person_entity, person);
    ck_assert_msg(row_load(db, &person_entity, id, person, &err), "%s", err.message);
}

static int64_t
change_phone(const char *login, int64_t id, const char *phone)
{
    struct person person;

    load_person(id, &person);
    memory_replace(&person.phone, phone);
    begin();
    ck_assert_msg(row_update(db, &person_entity, &person, login, clock_now, &err), "%s",
                  err.message);
    record_clear(&person_entity, &person);
    return commit(login, "person.change", ENTITY_PERSON, id);
}

static bool
undo(const char *login, int64_t id)
{
    struct journal_entry entry = {
        .staff = memory_copy(login),
        .act = memory_copy("undo"),
        .entity = -1,
        .undoes = id,
    };

    begin();
    entry.at = clock_now;
    const bool ok = journal_table_revert(db, id, login, clock_now, &err) &&
                    journal_table_write(db, &entry, NULL, 0, &err) &&
                    transaction_commit(db, &err);
    if (!ok)
        transaction_roll_back(db);
    journal_entry_clear(&entry);
    return ok;
}

static void
undo_last(const char *login)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(journal_table_last_undoable(db, login, &entry, &err), "%s",
                  err.message);
    ck_assert_msg(undo(login, entry.id), "%s", err.message);
    journal_entry_clear(&entry);
}

static void
assert_phone(int64_t id, const char *phone)
{
    struct person person;

    load_person(id, &person);
    ck_assert_pstr_eq(person.phone, phone);
    record_clear(&person_entity, &person);
}

START_TEST(journal__holds__who_did_what)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    struct journal_entry entry = { 0 };

    ck_assert(journal_table_last_undoable(db, "anna", &entry, &err));
    ck_assert_str_eq(entry.staff, "anna");
    ck_assert_str_eq(entry.act, "person.add");
    ck_assert_int_eq(entry.entity, ENTITY_PERSON);
    ck_assert_int_eq(entry.row, id);
    ck_assert_int_eq(entry.at, clock_now);
    journal_entry_clear(&entry);
    ck_assert(!journal_table_last_undoable(db, "paul", &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}

START_TEST(journal__stays_empty__when_nothing_changed)
{
    begin();
    ck_assert_int_eq(commit("anna", "person.change", ENTITY_PERSON, 1), 0);
}

START_TEST(journal__forgets__what_was_rolled_back)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy("Noël");
    begin();
    insert(&person_entity, &person, "anna");
    transaction_roll_back(db);
    begin();
    ck_assert_int_eq(commit("anna", "person.add", ENTITY_PERSON, 1), 0);
    record_clear(&person_entity, &person);
}

START_TEST(changes__are_told__field_by_field)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    const int64_t entry = change_phone("anna", id, "+33 5 53 00 00 01");
    struct journal_change_list list = { 0 };

    ck_assert(journal_table_changes(db, entry, ENTITY_PERSON, 0, &list, &err));
    ck_assert_uint_eq(list.count, 1);
    ck_assert_str_eq(list.items[0].field->name, "phone");
    ck_assert_int_eq(list.items[0].kind, JOURNAL_CHANGED);
    ck_assert_ptr_null(list.items[0].before);
    ck_assert_str_eq(list.items[0].after, "+33 5 53 00 00 01");
    ck_assert_ptr_nonnull(strstr(list.items[0].title, "Müller"));
    ck_assert(journal_table_changes(db, entry, ENTITY_PERSON, id + 1, &list, &err));
    ck_assert_uint_eq(list.count, 0);
    journal_change_list_clear(&list);
}

START_TEST(changes__tell__what_a_row_that_is_gone_was)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    struct journal_change_list list = { 0 };

    begin();
    ck_assert_msg(row_delete(db, &person_entity, id, 1, &err), "%s", err.message);
    const int64_t entry = commit("anna", "person.remove", ENTITY_PERSON, id);
    ck_assert(journal_table_changes(db, entry, ENTITY_PERSON, id, &list, &err));
    ck_assert_uint_ge(list.count, 2);
    for (size_t i = 0; i < list.count; i++) {
        ck_assert_int_eq(list.items[i].kind, JOURNAL_REMOVED);
        ck_assert_ptr_nonnull(list.items[i].before);
        ck_assert_ptr_null(list.items[i].after);
        ck_assert_ptr_nonnull(strstr(list.items[i].title, "Müller"));
    }
    journal_change_list_clear(&list);
}

START_TEST(undo__goes_back__act_by_act)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    struct person person;

    change_phone("anna", id, "1");
    change_phone("anna", id, "2");
    change_phone("anna", id, "3");
    undo_last("anna");
    assert_phone(id, "2");
    undo_last("anna");
    assert_phone(id, "1");
    undo_last("anna");
    assert_phone(id, NULL);
    load_person(id, &person);
    ck_assert_int_eq(person.head.rev, 7);
    ck_assert_int_eq(person.head.changed_at, clock_now);
    record_clear(&person_entity, &person);
    undo_last("anna");
    record_init(&person_entity, &person);
    ck_assert(!row_load(db, &person_entity, id, &person, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    struct journal_entry entry = { 0 };
    ck_assert(!journal_table_last_undoable(db, "anna", &entry, &err));
}

START_TEST(undo__names__the_entry_that_it_undid)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    const int64_t act = change_phone("anna", id, "1");
    struct journal_entry entry = { 0 };

    ck_assert(undo("anna", act));
    ck_assert(journal_table_load(db, act, &entry, &err));
    const int64_t undone_by = entry.undone_by;
    ck_assert_int_gt(undone_by, act);
    ck_assert(journal_table_load(db, undone_by, &entry, &err));
    ck_assert_int_eq(entry.undoes, act);
    journal_entry_clear(&entry);
    ck_assert(!undo("anna", act));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo("anna", undone_by));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}

START_TEST(undo__is_refused__when_a_colleague_moved_the_row)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    const int64_t hers = change_phone("anna", id, "1");
    const int64_t his = change_phone("paul", id, "2");
    struct journal_entry entry = { 0 };

    ck_assert(journal_table_moved_since(db, hers, &entry, &err));
    ck_assert_int_eq(entry.id, his);
    ck_assert_str_eq(entry.staff, "paul");
    ck_assert(!undo("anna", hers));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "paul"));
    assert_phone(id, "2");
    ck_assert(undo("paul", his));
    ck_assert(journal_table_moved_since(db, hers, &entry, &err));
    ck_assert_int_eq(entry.id, 0);
    ck_assert_msg(undo("anna", hers), "%s", err.message);
    assert_phone(id, NULL);
    journal_entry_clear(&entry);
}

START_TEST(undo__is_refused__when_a_new_row_is_needed_since)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    struct organisation organisation;
    struct affiliation affiliation;
    struct journal_entry entry = { 0 };

    ck_assert(journal_table_last_undoable(db, "anna", &entry, &err));
    record_init(&organisation_entity, &organisation);
    organisation.name = memory_copy("Ville de Périgueux");
    record_init(&affiliation_entity, &affiliation);
    affiliation.person = id;
    begin();
    insert(&organisation_entity, &organisation, "paul");
    affiliation.organisation = organisation.head.id;
    insert(&affiliation_entity, &affiliation, "paul");
    commit("paul", "affiliation.add", ENTITY_AFFILIATION, affiliation.head.id);
    ck_assert(!undo("anna", entry.id));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "Müller"));
    undo_last("paul");
    ck_assert_msg(undo("anna", entry.id), "%s", err.message);
    journal_entry_clear(&entry);
    record_clear(&organisation_entity, &organisation);
    record_clear(&affiliation_entity, &affiliation);
}

START_TEST(undo__that_is_refused__takes_the_whole_operation_back)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    const int64_t hers = change_phone("anna", id, "1");
    struct person person = { 0 };

    begin();
    ck_assert(row_delete(db, &person_entity, id, 2, &err));
    ck_assert(!journal_table_revert(db, hers, "anna", clock_now, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    begin();
    load_person(id, &person);
    ck_assert_str_eq(person.phone, "1");
    record_clear(&person_entity, &person);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    assert_phone(id, "1");
}

START_TEST(undo__brings_a_row_back__though_a_colleague_added_one_since)
{
    const int64_t id = add_person("anna", "Müller", "Jörg");
    struct person person;

    begin();
    ck_assert(row_delete(db, &person_entity, id, 1, &err));
    commit("anna", "person.remove", ENTITY_PERSON, id);
    ck_assert_int_ne(add_person("paul", "Noël", "Zoé"), id);
    undo_last("anna");
    load_person(id, &person);
    ck_assert_str_eq(person.family, "Müller");
    record_clear(&person_entity, &person);
}

START_TEST(undo__leaves__how_the_database_began)
{
    static const char *const acts[] = { "database.create", "sample.fill" };
    struct journal_entry entry = { 0 };

    for (size_t i = 0; i < 2; i++) {
        struct organisation organisation;
        record_init(&organisation_entity, &organisation);
        organisation.name = memory_copy("Ville de Périgueux");
        begin();
        insert(&organisation_entity, &organisation, "anna");
        commit("anna", acts[i], ENTITY_ORGANISATION, organisation.head.id);
        record_clear(&organisation_entity, &organisation);
    }
    ck_assert(!journal_table_last_undoable(db, "anna", &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}

START_TEST(undo__takes_back__forty_imported_people_as_one)
{
    int64_t last = 0;

    begin();
    for (int i = 0; i < 40; i++) {
        struct person person;
        struct organisation organisation;
        struct affiliation affiliation;
        record_init(&person_entity, &person);
        record_init(&organisation_entity, &organisation);
        record_init(&affiliation_entity, &affiliation);
        struct buffer name = { 0 };
        buffer_addf(&name, "Personne %d", i);
        person.family = buffer_take(&name);
        buffer_addf(&name, "Ville %d", i);
        organisation.name = buffer_take(&name);
        insert(&person_entity, &person, "anna");
        insert(&organisation_entity, &organisation, "anna");
        affiliation.person = person.head.id;
        affiliation.organisation = organisation.head.id;
        insert(&affiliation_entity, &affiliation, "anna");
        last = person.head.id;
        record_clear(&person_entity, &person);
        record_clear(&organisation_entity, &organisation);
        record_clear(&affiliation_entity, &affiliation);
    }
    commit("anna", "person.import", ENTITY_PERSON, last);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 40);
    undo_last("anna");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 0);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM organisation"), 0);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM affiliation"), 0);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search"), 0);
}

START_TEST(journal__refuses__to_be_rewritten)
{
    add_person("anna", "Müller", "Jörg");
    ck_assert(!database_file_run("DELETE FROM journal"));
    ck_assert(!database_file_run("UPDATE journal SET staff = 'paul'"));
    ck_assert(!database_file_run("DELETE FROM journal_row"));
    ck_assert(!database_file_run("UPDATE journal_row SET row = 7"));
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM journal WHERE staff = 'anna'"), 1);
}

static void
write_many(int64_t *first, int64_t *last)
{
    enum { MANY = 6000 };
    struct person person;

    begin();
    for (int i = 0; i < MANY; i++) {
        record_init(&person_entity, &person);
        person.family = memory_copy("Many");
        insert(&person_entity, &person, "ann");
        *last = person.head.id;
        *first = i == 0 ? *last : *first;
        record_clear(&person_entity, &person);
        ck_assert_msg(transaction_lighten(db, &err), "%s", err.message);
    }
    load_person(*first, &person);
    memory_replace(&person.given, "Late");
    ck_assert(row_update(db, &person_entity, &person, "ann", clock_now, &err));
    record_clear(&person_entity, &person);
}

/* An import of fifty thousand rows is captured in parts that are put by; a row that two
 * of them changed is taken back from the last to the first. */
START_TEST(long_act__is_put_by_in_parts__and_taken_back_whole)
{
    static const char tables[] =
        "SELECT (length(hex(changeset)) - length(replace(hex(changeset),"
        " hex('person') || '00', ''))) / 14 FROM journal ORDER BY id DESC LIMIT 1";
    const char *const found =
        "SELECT count(*) FROM search_rank r JOIN search s ON s.rowid = r.rank";
    int64_t first = 0, last = 0;
    struct journal_change_list changes = { 0 };

    write_many(&first, &last);
    const int64_t id = commit("ann", "person.import", ENTITY_PERSON, first);
    ck_assert_int_gt(database_file_number(tables), 1);
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM journal_row WHERE changed"), 6000);
    ck_assert_msg(journal_table_changes(db, id, ENTITY_PERSON, last, &changes, &err),
                  "%s", err.message);
    ck_assert_uint_eq(changes.count, 2); /* family, consent */
    journal_change_list_clear(&changes);

    /* Given up half way, the people and their words are as they were. */
    begin();
    ck_assert_msg(journal_table_revert(db, id, "ann", clock_now, &err), "%s",
                  err.message);
    transaction_roll_back(db);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 6000);
    ck_assert_int_eq(database_file_number(found), 6000);

    begin();
    ck_assert_msg(journal_table_revert(db, id, "ann", clock_now, &err), "%s",
                  err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 0);
    ck_assert_int_eq(database_file_number(found), 0);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search_rank"), 0);
}
END_TEST

START_TEST(long_act__that_is_given_up__leaves_nothing_for_the_next)
{
    int64_t first = 0, last = 0;

    write_many(&first, &last);
    transaction_roll_back(db);
    add_person("ann", "Ader", "Luc");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 1);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal_row"), 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, journal__holds__who_did_what);
    tcase_add_test(tests, journal__stays_empty__when_nothing_changed);
    tcase_add_test(tests, journal__forgets__what_was_rolled_back);
    tcase_add_test(tests, changes__are_told__field_by_field);
    tcase_add_test(tests, changes__tell__what_a_row_that_is_gone_was);
    tcase_add_test(tests, undo__goes_back__act_by_act);
    tcase_add_test(tests, undo__names__the_entry_that_it_undid);
    tcase_add_test(tests, undo__is_refused__when_a_colleague_moved_the_row);
    tcase_add_test(tests, undo__is_refused__when_a_new_row_is_needed_since);
    tcase_add_test(tests, undo__that_is_refused__takes_the_whole_operation_back);
    tcase_add_test(tests, undo__brings_a_row_back__though_a_colleague_added_one_since);
    tcase_add_test(tests, undo__leaves__how_the_database_began);
    tcase_add_test(tests, undo__takes_back__forty_imported_people_as_one);
    tcase_add_test(tests, long_act__is_put_by_in_parts__and_taken_back_whole);
    tcase_add_test(tests, long_act__that_is_given_up__leaves_nothing_for_the_next);
    tcase_add_test(tests, journal__refuses__to_be_rewritten);
}

SUITE_MAIN("journal_table")
