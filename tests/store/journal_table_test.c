/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table_test.c - every write of a row leaves its change in the journal, and the
 * journal tells what each act found and left */
#include "atelier/store/journal_table.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "database/connection.h"
#include "support/database_file.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static instant now;

static void
set_up(void)
{
    db = database_file_create();
    now = 1700000000;
    error_clear(&err);
}

static void
tear_down(void)
{
    database_file_remove(db);
}

/* --- acts, write by write */

static void
begin(void)
{
    now += 60;
    ck_assert_msg(transaction_begin(db, &err), "%s", err.message);
}

/* Ends the transaction with an entry about a row; its id, 0 when nothing was changed. */
static int64_t
commit(const char *login, const char *act, enum entity_kind entity, int64_t row)
{
    struct journal_entry entry = {
        .at = now,
        .staff = memory_copy(login),
        .act = memory_copy(act),
        .entity = entity == ENTITY_COUNT ? -1 : (int)entity,
        .row = row,
    };

    ck_assert_msg(journal_table_write(db, &entry, &err), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    const int64_t id = entry.id;
    journal_entry_clear(&entry);
    return id;
}

static int64_t
end(void)
{
    return commit("anna", "person.change", ENTITY_COUNT, 0);
}

static int64_t
put(const struct entity *entity, ...)
{
    struct record *record = record_new(entity);
    va_list values;

    va_start(values, entity);
    rows_fill(entity, record, values);
    va_end(values);
    ck_assert_msg(row_insert(db, entity, record, "anna", now, &err), "%s", err.message);
    const int64_t id = record->id;
    record_free(entity, &record[0]);
    return id;
}

static void
set(const struct entity *entity, int64_t id, ...)
{
    void *record = record_new(entity);
    va_list values;

    ck_assert_msg(row_load(db, entity, id, record, &err), "%s", err.message);
    va_start(values, id);
    rows_fill(entity, record, values);
    va_end(values);
    ck_assert_msg(row_update(db, entity, record, "anna", now, &err), "%s", err.message);
    record_free(entity, record);
}

static void
drop(const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);

    ck_assert_msg(row_load(db, entity, id, record, &err), "%s", err.message);
    ck_assert_msg(row_delete(db, entity, id, record->rev, &err), "%s", err.message);
    record_free(entity, &record[0]);
}

/* The same row again, under its id. */
static void
put_back(int64_t id, const char *family, const char *phone)
{
    struct person *person = record_new(&person_entity);

    person->head = (struct record){ .id = id,
                                    .rev = 7,
                                    .created_at = now,
                                    .created_by = memory_copy("anna"),
                                    .changed_at = now,
                                    .changed_by = memory_copy("anna") };
    memory_replace(&person->family, family);
    memory_replace(&person->phone, phone);
    ck_assert_msg(row_put(db, &person_entity, person, &err), "%s", err.message);
    record_free(&person_entity, person);
}

static int64_t
add_person(const char *family)
{
    begin();
    const int64_t id = put(&person_entity, "family", family, NULL);
    commit("anna", "person.add", ENTITY_PERSON, id);
    return id;
}

static int64_t
change_person(int64_t id, const char *field, const char *value)
{
    begin();
    set(&person_entity, id, field, value, NULL);
    return commit("anna", "person.change", ENTITY_PERSON, id);
}

static void
expect(const char *sql, const char *expected)
{
    char *found = database_file_dump(sql);

    ck_assert_msg(strcmp(found, expected) == 0, "%s\nis\n%sand not\n%s", sql, found,
                  expected);
    free(found);
}

/* Changes and rows agree, and each act names its changes once. */
static void
expect_whole(void)
{
    struct check_report report = { 0 };

    ck_assert_msg(maintenance_check(db, true, &report, &err), "%s", err.message);
    ck_assert_msg(report.count == 0, "%s", report.count > 0 ? report.problems[0] : "");
    check_report_clear(&report);
}

#define SQL_ROWS "SELECT rows FROM journal ORDER BY id DESC LIMIT 1"
#define SQL_CHANGES                                                                      \
    "SELECT entity, row, kind, before FROM journal_change"                               \
    " WHERE journal = (SELECT max(id) FROM journal) ORDER BY entity, row"

/* --- entries */

START_TEST(an_entry__holds__who_did_what_when_and_why)
{
    struct journal_entry entry = { .at = 1700000123,
                                   .staff = memory_copy("anna"),
                                   .act = memory_copy("person.add"),
                                   .entity = ENTITY_PERSON,
                                   .summary = memory_copy("Müller, “Jörg”"),
                                   .reason = memory_copy("no \"reason\"") };

    begin();
    entry.row = put(&person_entity, "family", "Müller", NULL);
    ck_assert_msg(journal_table_write(db, &entry, &err), "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    const int64_t id = entry.id;
    const int64_t row = entry.row;
    ck_assert_int_gt(id, 0);
    ck_assert(journal_table_load(db, id, &entry, &err));
    ck_assert_int_eq(entry.id, id);
    ck_assert_int_eq(entry.at, 1700000123);
    ck_assert_str_eq(entry.staff, "anna");
    ck_assert_str_eq(entry.act, "person.add");
    ck_assert_int_eq(entry.entity, ENTITY_PERSON);
    ck_assert_int_eq(entry.row, row);
    ck_assert_str_eq(entry.summary, "Müller, “Jörg”");
    ck_assert_str_eq(entry.reason, "no \"reason\"");
    ck_assert_int_eq(entry.undoes, 0);
    ck_assert_int_eq(entry.redoes, 0);
    ck_assert_int_eq(entry.undone_by, 0);
    ck_assert(!journal_table_load(db, id + 1, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_ptr_null(entry.staff);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(an_act__answers_several_questions)
{
    struct journal_entry entry = { 0 };
    char sql[160];

    const int64_t person = add_person("Müller");
    const int64_t id = change_person(person, "phone", "1");
    (void)snprintf(sql, sizeof sql,
                   "INSERT INTO journal_reason VALUES (%lld, 'overbook', 'the mayor'),"
                   " (%lld, 'overtake', 'her deputy')",
                   (long long)id, (long long)id);
    ck_assert(database_file_run(sql));
    ck_assert(journal_table_load(db, id, &entry, &err));
    ck_assert_str_eq(entry.reason, "overtake: her deputy; overbook: the mayor");
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(the_journal__stays_empty__when_nothing_changed)
{
    begin();
    ck_assert_int_eq(commit("anna", "person.change", ENTITY_PERSON, 1), 0);
    expect("SELECT count(*) FROM journal", "0\n");
}
END_TEST

START_TEST(the_journal__notes_an_act_that_changed_no_row)
{
    struct journal_entry entry = { .at = now,
                                   .staff = memory_copy("anna"),
                                   .act = memory_copy("database.restore"),
                                   .entity = -1 };

    begin();
    ck_assert(journal_table_note(db, &entry, &err));
    ck_assert(transaction_commit(db, &err));
    expect("SELECT act, entity, row, rows FROM journal", "database.restore|-|-|-\n");
    journal_entry_clear(&entry);
    expect_whole();
}
END_TEST

START_TEST(the_journal__forgets__what_was_rolled_back)
{
    begin();
    put(&person_entity, "family", "Noël", NULL);
    transaction_roll_back(db);
    begin();
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change", "0\n");
    const int64_t id = add_person("Ader");
    ck_assert_int_gt(id, 0);
    expect("SELECT journal, kind FROM journal_change", "1|0\n");
    expect_whole();
}
END_TEST

START_TEST(the_journal__refuses__to_be_rewritten)
{
    static const char *const tries[] = {
        "DELETE FROM journal",
        "UPDATE journal SET staff = 'paul'",
        "UPDATE journal SET at = 0",
        "UPDATE journal SET rows = NULL",
        "UPDATE journal SET summary = 'nothing'",
        "DELETE FROM journal_change",
        "UPDATE journal_change SET row = 7",
        "UPDATE journal_change SET before = NULL",
        "UPDATE journal_change SET hash = 0",
        "DELETE FROM journal_reason",
        "UPDATE journal_reason SET text = 'because'",
    };
    const int64_t id = add_person("Müller");
    const int64_t act = change_person(id, "phone", "1");

    ck_assert(database_file_run("INSERT INTO journal_reason VALUES (1, 'seat', 'x')"));
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++)
        ck_assert_msg(!database_file_run(tries[i]), "%s", tries[i]);
    ck_assert_int_eq(act, 2);
    ck_assert(!database_file_run("UPDATE journal SET undone_by = 1 WHERE id = 2"));
    ck_assert(database_file_run("UPDATE journal SET undone_by = 2 WHERE id = 1"));
    ck_assert(!database_file_run("UPDATE journal SET undone_by = NULL WHERE id = 1"));
    expect("SELECT staff, act FROM journal", "anna|person.add\nanna|person.change\n");
}
END_TEST

/* --- the rows of an act */

START_TEST(an_act__names_its_rows__in_runs)
{
    const int64_t first = add_person("Müller");
    expect(SQL_ROWS, "-\n"); /* the one that it was about */

    begin();
    for (int i = 0; i < 5; i++)
        put(&person_entity, "family", "Noël", NULL);
    put(&organisation_entity, "name", "Łódź", NULL);
    set(&person_entity, first, "phone", "1", NULL);
    commit("anna", "person.import", ENTITY_PERSON, first);
    expect(SQL_ROWS, "[[3,2,6],[2,1,1],[3,1,1]]\n");

    begin();
    set(&person_entity, 2, "phone", "1", NULL);
    commit("anna", "person.change", ENTITY_PERSON, first); /* about another */
    expect(SQL_ROWS, "[[3,2,2]]\n");
    begin();
    set(&person_entity, 2, "phone", "2", NULL);
    commit("anna", "person.change", ENTITY_COUNT, 0); /* about none */
    expect(SQL_ROWS, "[[3,2,2]]\n");
    expect_whole();
}
END_TEST

static bool
count_row(void *context, const struct journal_row *row, struct error *error)
{
    (void)error;
    buffer_addf(context, "%s %lld %d\n", row->entity->name, (long long)row->row,
                (int)row->kind);
    return true;
}

static void
expect_rows(int64_t act, const char *expected)
{
    struct buffer rows = { 0 };

    ck_assert(journal_table_each_row(db, act, count_row, &rows, &err));
    ck_assert_str_eq(buffer_text(&rows), expected);
    buffer_clear(&rows);
}

START_TEST(the_rows_of_an_act__are_told__each_once)
{
    const int64_t id = add_person("Müller");

    expect_rows(1, "person 1 0\n");
    begin();
    const int64_t venue = put(&venue_entity, "name", "Old Mill", NULL);
    put(&room_entity, "venue", rows_number(venue), "name", "1", NULL);
    put(&room_entity, "venue", rows_number(venue), "name", "2", NULL);
    drop(&person_entity, id);
    const int64_t act = end();
    expect_rows(act, "venue 1 0\nroom 1 0\nroom 2 0\nperson 1 2\n");
    expect_rows(act + 1, "");
    expect_whole();
}
END_TEST

/* --- several writes of one row in one act */

START_TEST(several_changes__are_one__and_the_first_value_wins)
{
    const int64_t id = add_person("Müller");

    change_person(id, "phone", "1");
    begin();
    set(&person_entity, id, "phone", "2", NULL);
    set(&person_entity, id, "phone", "3", "given", "Jörg", NULL);
    set(&person_entity, id, "email", "j@example.org", NULL);
    end();
    expect(SQL_CHANGES, "3|1|1|{\"given\":null,\"email\":null,\"phone\":\"1\"}\n");
    expect(SQL_ROWS, "[[3,1,1]]\n");
    expect_whole();
}
END_TEST

START_TEST(what_is_set_back__was_not_changed)
{
    const int64_t id = add_person("Müller");

    begin();
    set(&person_entity, id, "phone", "1", "given", "Jörg", NULL);
    set(&person_entity, id, "phone", "", NULL);
    end();
    expect(SQL_CHANGES, "3|1|1|{\"given\":null}\n");
    begin();
    set(&person_entity, id, "phone", "1", NULL);
    set(&person_entity, id, "phone", "", NULL);
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change WHERE journal = 3", "0\n");
    expect_whole();
}
END_TEST

START_TEST(what_is_set_back_and_changed_again__is_one_change)
{
    const int64_t id = add_person("Müller");

    begin();
    set(&person_entity, id, "phone", "1", NULL);
    set(&person_entity, id, "phone", "", NULL);
    set(&person_entity, id, "phone", "2", NULL);
    expect_rows(end(), "person 1 1\n");
    expect(SQL_CHANGES, "3|1|1|{\"phone\":null}\n");
    expect_whole();
}
END_TEST

START_TEST(a_row_added_and_changed__was_added)
{
    begin();
    const int64_t id = put(&person_entity, "family", "Müller", NULL);
    set(&person_entity, id, "phone", "1", NULL);
    end();
    expect(SQL_CHANGES, "3|1|0|-\n");
    expect_whole(); /* the hash is of what it is in the end */
}
END_TEST

START_TEST(a_row_added_and_removed__was_never_there)
{
    begin();
    int64_t id = put(&person_entity, "family", "Müller", NULL);
    set(&person_entity, id, "phone", "1", NULL);
    drop(&person_entity, id);
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change", "0\n");

    begin();
    id = put(&person_entity, "family", "Müller", NULL);
    put(&organisation_entity, "name", "Łódź", NULL);
    drop(&person_entity, id);
    expect_rows(end(), "organisation 1 0\n");
    expect_whole();
}
END_TEST

START_TEST(a_row_changed_and_removed__keeps_what_the_act_found)
{
    const int64_t id = add_person("Müller");
    struct person *person = record_new(&person_entity);
    bool there = true;

    change_person(id, "phone", "1");
    begin();
    set(&person_entity, id, "phone", "2", "family", "Noël", NULL);
    set(&person_entity, id, "given", "Zoé", NULL);
    drop(&person_entity, id);
    const int64_t act = end();
    expect("SELECT kind, before ->> 'family', before ->> 'phone', before ->> 'given'"
           " FROM journal_change WHERE journal = 3",
           "2|Müller|1|-\n");
    ck_assert(journal_table_past(db, &person_entity, id, act - 1, person, &there, &err));
    ck_assert(there);
    ck_assert_str_eq(person->family, "Müller");
    ck_assert_str_eq(person->phone, "1");
    ck_assert_ptr_null(person->given);
    ck_assert_str_eq(person->head.created_by, "anna");
    ck_assert_int_eq(person->head.created_at, 1700000060);
    ck_assert(journal_table_past(db, &person_entity, id, act, person, &there, &err));
    ck_assert(!there);
    record_free(&person_entity, person);
    expect_whole();
}
END_TEST

START_TEST(a_row_removed_and_added_again__was_changed)
{
    const int64_t id = add_person("Müller");

    change_person(id, "phone", "1");
    begin();
    drop(&person_entity, id);
    put_back(id, "Müller", "2");
    const int64_t act = end();
    expect(SQL_CHANGES, "3|1|1|{\"phone\":\"1\"}\n");
    expect_rows(act, "person 1 1\n");
    begin();
    drop(&person_entity, id);
    put_back(id, "Müller", "2"); /* as it was */
    ck_assert_int_eq(end(), 0);
    expect_whole();
}
END_TEST

START_TEST(a_row_added_removed_and_added_again__was_added)
{
    begin();
    const int64_t id = put(&person_entity, "family", "Müller", NULL);
    drop(&person_entity, id);
    put_back(id, "Noël", NULL);
    const int64_t act = end();
    expect(SQL_CHANGES, "3|1|0|-\n");
    expect_rows(act, "person 1 0\n");
    expect_whole();
}
END_TEST

/* --- the past */

static void
expect_changes(int64_t act, int64_t row, const char *expected)
{
    struct journal_change_list list = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(journal_table_changes(db, act, ENTITY_PERSON, row, &list, &err), "%s",
                  err.message);
    for (size_t i = 0; i < list.count; i++) {
        const struct journal_change *change = &list.items[i];
        buffer_addf(&text, "%d %s %s: %s > %s\n", (int)change->kind,
                    change->title ? change->title : "-", change->field->name,
                    change->before ? change->before : "-",
                    change->after ? change->after : "-");
    }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    journal_change_list_clear(&list);
}

START_TEST(an_act__tells_its_changes__whatever_came_later)
{
    const int64_t id = add_person("Müller");
    const int64_t first = change_person(id, "phone", "1");
    const int64_t second = change_person(id, "phone", "2");
    change_person(id, "given", "Jörg");
    change_person(id, "phone", "");
    begin();
    drop(&person_entity, id);
    const int64_t gone = end();

    expect_changes(1, 0,
                   "0 Müller family: - > Müller\n"
                   "0 Müller consent: - > 0\n");
    expect_changes(first, 0, "1 - phone: - > 1\n");
    expect_changes(second, 0, "1 - phone: 1 > 2\n");
    expect_changes(second, id, "1 - phone: 1 > 2\n");
    expect_changes(second, id + 1, "");
    expect_changes(second + 2, 0, "1 - phone: 2 > -\n");
    expect_changes(gone, 0,
                   "2 Müller, Jörg family: Müller > -\n"
                   "2 Müller, Jörg given: Jörg > -\n"
                   "2 Müller, Jörg consent: 0 > -\n");
    begin();
    put_back(id, "Noël", "9");
    end();
    expect_changes(second, 0, "1 Noël phone: 1 > 2\n"); /* as it is called now */
    expect_changes(gone, 0,
                   "2 Noël family: Müller > -\n"
                   "2 Noël given: Jörg > -\n"
                   "2 Noël consent: 0 > -\n");
    expect_changes(1, 0,
                   "0 Noël family: - > Müller\n"
                   "0 Noël consent: - > 0\n");
}
END_TEST

START_TEST(a_field__was_moved_since__by_the_newest_act_that_stands)
{
    const int64_t id = add_person("Müller");
    const struct field *phone = entity_field(&person_entity, "phone");
    const struct field *given = entity_field(&person_entity, "given");
    struct journal_entry since = { 0 };
    const int64_t first = change_person(id, "phone", "1");

    const int64_t note = change_person(id, "note", "calls back");
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, 0);
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, NULL, &since, &err));
    ck_assert_int_eq(since.id, note);
    const int64_t second = change_person(id, "phone", "2");
    change_person(id, "given", "Jörg");
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, second);
    ck_assert(
        journal_table_moved_since(db, second, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, 0);

    begin();
    drop(&person_entity, id);
    const int64_t gone = end();
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, given, &since, &err));
    ck_assert_int_eq(since.id, gone);
    char sql[80];
    (void)snprintf(sql, sizeof sql, "UPDATE journal SET undone_by = 99 WHERE id = %lld",
                   (long long)gone);
    ck_assert(database_file_run(sql));
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, second);
    journal_entry_clear(&since);
}
END_TEST

START_TEST(settings__are_a_row__of_the_journal)
{
    struct settings *settings = record_new(&settings_entity);
    bool there = false;

    begin();
    ck_assert(setting_table_load(db, settings, &err));
    memory_replace(&settings->zone, "Europe/Paris");
    settings->keep_years = 3;
    ck_assert_msg(setting_table_save(db, settings, "anna", now, &err), "%s", err.message);
    end();
    begin();
    ck_assert(setting_table_load(db, settings, &err));
    memory_replace(&settings->zone, "Europe/Berlin");
    settings->speaker_takes_seat = true;
    ck_assert_msg(setting_table_save(db, settings, "anna", now, &err), "%s", err.message);
    const int64_t act = end();
    expect_rows(act, "settings 1 1\n");
    expect(SQL_CHANGES,
           "14|1|1|{\"zone\":\"Europe/Paris\",\"speaker_takes_seat\":\"0\"}\n");
    ck_assert(
        journal_table_past(db, &settings_entity, 1, act - 1, settings, &there, &err));
    ck_assert_str_eq(settings->zone, "Europe/Paris");
    ck_assert(!settings->speaker_takes_seat);
    ck_assert_int_eq(settings->keep_years, 3);
    ck_assert(journal_table_now(db, &settings_entity, 1, settings, &there, &err));
    ck_assert_str_eq(settings->zone, "Europe/Berlin");
    record_free(&settings_entity, settings);
    expect_whole();
}
END_TEST

/* --- the history of a row, and of what it concerns */

/* The acts of that history, the oldest first. */
static void
expect_history(const struct entity *entity, int64_t row, const char *expected)
{
    struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                   .entity = (int)entity->kind,
                                   .scope = row,
                                   .today = { 2027, 3, 1 } };
    struct listing_page page = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(listing_table_fetch(db, &query, LISTING_FIRST, NULL, 99, &page, &err),
                  "%s", err.message);
    for (size_t i = page.count; i > 0; i--)
        buffer_addf(&text, "%lld ", (long long)page.rows[i - 1].id);
    ck_assert_msg(strcmp(buffer_text(&text), expected) == 0, "%s %lld: %s not %s",
                  entity->name, (long long)row, buffer_text(&text), expected);
    buffer_clear(&text);
    listing_page_clear(&page);
}

START_TEST(a_history__tells_what_belongs_to_the_row)
{
    begin();
    const int64_t group =
        put(&working_group_entity, "code", "URB", "name", "Urban", NULL);
    end();                                       /* 1 */
    const int64_t anna = add_person("Müller");   /* 2 */
    const int64_t bruno = add_person("Bianchi"); /* 3 */
    begin();
    struct meeting *meeting = record_new(&meeting_entity);
    meeting->group = group;
    memory_replace(&meeting->title, "Streets");
    meeting->start = (struct local_time){ { 2027, 3, 16 }, 9, 30 };
    meeting->end = (struct local_time){ { 2027, 3, 16 }, 11, 30 };
    meeting->start_at = 1805189400;
    meeting->end_at = 1805196600;
    meeting->ics_sequence = 0;
    memory_replace(&meeting->zone, "UTC");
    memory_replace(&meeting->ics_uid, "0b1c@example.org");
    ck_assert_msg(row_insert(db, &meeting_entity, meeting, "anna", now, &err), "%s",
                  err.message);
    const int64_t streets = meeting->head.id;
    record_free(&meeting_entity, meeting);
    end(); /* 4 */
    begin();
    const int64_t slot =
        put(&slot_entity, "meeting", rows_number(streets), "label", "Morning", "start",
            "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    end(); /* 5 */
    begin();
    const int64_t registration =
        put(&registration_entity, "meeting", rows_number(streets), "person",
            rows_number(anna), "family", "Müller", "state", "accepted", "sort_key", "m",
            NULL);
    end(); /* 6 */
    begin();
    const int64_t mark = put(&presence_entity, "registration", rows_number(registration),
                             "slot", rows_number(slot), "kind", "present", "at",
                             "2027-03-16T09:31:00Z", "by", "anna", NULL);
    end(); /* 7 */
    begin();
    const int64_t membership = put(&membership_entity, "group", rows_number(group),
                                   "person", rows_number(bruno), NULL);
    end(); /* 8 */
    begin();
    set(&membership_entity, membership, "person", rows_number(anna), NULL);
    end(); /* 9: it leaves Bruno */
    begin();
    drop(&membership_entity, membership);
    end();                              /* 10 */
    change_person(bruno, "phone", "1"); /* 11 */
    begin();
    set(&registration_entity, registration, "note", "late", NULL);
    end(); /* 12 */

    expect_history(&presence_entity, mark, "7 ");
    expect_history(&registration_entity, registration, "6 7 12 ");
    expect_history(&slot_entity, slot, "5 ");
    expect_history(&meeting_entity, streets, "4 5 6 7 12 ");
    /* A row that moved tells its acts up to then. */
    expect_history(&person_entity, anna, "2 6 7 8 9 10 12 ");
    expect_history(&person_entity, bruno, "3 8 9 11 ");
    expect_history(&working_group_entity, group, "1 4 5 6 7 8 9 10 12 ");
    begin();
    drop(&presence_entity, mark);
    drop(&registration_entity, registration);
    end(); /* 13: both are gone, and still told */
    expect_history(&meeting_entity, streets, "4 5 6 7 12 13 ");
    expect_history(&registration_entity, registration, "6 7 12 13 ");
    expect_history(&person_entity, anna, "2 6 7 8 9 10 12 13 ");
    expect_history(&presence_entity, mark, "7 13 ");
    expect_whole();
}
END_TEST

/* --- nothing is written past the journal */

/* Notes each row that SQLite writes, whoever wrote it. */
static void
watch_tables(void)
{
    static const char *const writes[][2] = { { "INSERT", "NEW" },
                                             { "UPDATE", "NEW" },
                                             { "DELETE", "OLD" } };
    struct buffer sql = { 0 };

    buffer_add(&sql, "CREATE TABLE written (entity TEXT, row INTEGER);");
    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        for (size_t i = 0; i < 3; i++) {
            const char *name = entity_get((enum entity_kind)kind)->name;
            buffer_addf(&sql,
                        "CREATE TRIGGER watch_%s_%s AFTER %s ON \"%s\" BEGIN"
                        " INSERT INTO written VALUES ('%s', %s.id); END;",
                        name, writes[i][0], writes[i][0], name, name, writes[i][1]);
        }
    ck_assert(database_file_run(buffer_text(&sql)));
    buffer_clear(&sql);
}

START_TEST(every_row_that_is_written__has_its_change)
{
    watch_tables();
    const int64_t id = add_person("Müller");
    begin();
    const int64_t venue = put(&venue_entity, "name", "Old Mill", NULL);
    for (int i = 0; i < 10; i++)
        put(&room_entity, "venue", rows_number(venue), "name", rows_number(i), NULL);
    put(&affiliation_entity, "person", rows_number(id), "organisation",
        rows_number(put(&organisation_entity, "name", "Łódź", NULL)), NULL);
    end();
    begin();
    for (int64_t room = 2; room <= 8; room += 2)
        set(&room_entity, room, "seats", "9", NULL);
    drop(&room_entity, 3);
    drop(&affiliation_entity, 1);
    put_back(50, "Noël", NULL);
    end();
    ck_assert_int_gt(database_file_number("SELECT count(*) FROM written"), 15);
    expect("SELECT * FROM (SELECT DISTINCT entity, row FROM written EXCEPT"
           " SELECT e.name, c.row FROM journal_change c JOIN entity e"
           " ON e.number = c.entity)",
           "");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM written"),
                     database_file_number("SELECT count(*) FROM journal_change"));
}
END_TEST

/* --- long acts */

enum { MANY = 6000, BYTES_MOST = 64 * 1024 };

/* What SQLite holds, but for pages of the file, which have their own limit. */
static int64_t
memory_held(void)
{
    int pages = 0;
    int highest = 0;

    ck_assert_int_eq(
        sqlite3_db_status(db->sqlite, SQLITE_DBSTATUS_CACHE_USED, &pages, &highest, 0),
        SQLITE_OK);
    return sqlite3_memory_used() - pages;
}

static void
write_many(void)
{
    for (int i = 0; i < MANY; i++)
        put(&person_entity, "family", "Many", "note", "a note of some length for each",
            NULL);
}

START_TEST(an_act_of_thousands_of_rows__takes_no_memory)
{
    add_person("Müller");
    begin();
    put(&person_entity, "family", "One", NULL);
    const int64_t before = memory_held();
    write_many();
    set(&person_entity, 2, "given", "Late", NULL);
    ck_assert_int_lt(memory_held() - before, BYTES_MOST);
    ck_assert_uint_le(db->capture.run_count, 2);
    const int64_t act = end();
    ck_assert_int_lt(memory_held() - before, BYTES_MOST);

    struct journal_change_list list = { 0 };
    ck_assert(journal_table_changes(db, act, ENTITY_PERSON, MANY, &list, &err));
    ck_assert_uint_eq(list.count, 3); /* family, note, consent */
    journal_change_list_clear(&list);
    expect("SELECT count(*), count(DISTINCT row) FROM journal_change WHERE journal = 2",
           "6001|6001\n");
    expect(SQL_ROWS, "[[3,2,6002]]\n");
    expect_whole();
}
END_TEST

START_TEST(an_act_of_thousands_of_rows__that_is_given_up__leaves_nothing)
{
    begin();
    write_many();
    transaction_roll_back(db);
    add_person("Ader");
    expect("SELECT count(*) FROM person", "1\n");
    expect("SELECT count(*) FROM journal_change", "1\n");
    expect(SQL_ROWS, "-\n");
    expect_whole();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_entry__holds__who_did_what_when_and_why);
    tcase_add_test(tests, an_act__answers_several_questions);
    tcase_add_test(tests, the_journal__stays_empty__when_nothing_changed);
    tcase_add_test(tests, the_journal__notes_an_act_that_changed_no_row);
    tcase_add_test(tests, the_journal__forgets__what_was_rolled_back);
    tcase_add_test(tests, the_journal__refuses__to_be_rewritten);
    tcase_add_test(tests, an_act__names_its_rows__in_runs);
    tcase_add_test(tests, the_rows_of_an_act__are_told__each_once);
    tcase_add_test(tests, several_changes__are_one__and_the_first_value_wins);
    tcase_add_test(tests, what_is_set_back__was_not_changed);
    tcase_add_test(tests, what_is_set_back_and_changed_again__is_one_change);
    tcase_add_test(tests, a_row_added_and_changed__was_added);
    tcase_add_test(tests, a_row_added_and_removed__was_never_there);
    tcase_add_test(tests, a_row_changed_and_removed__keeps_what_the_act_found);
    tcase_add_test(tests, a_row_removed_and_added_again__was_changed);
    tcase_add_test(tests, a_row_added_removed_and_added_again__was_added);
    tcase_add_test(tests, an_act__tells_its_changes__whatever_came_later);
    tcase_add_test(tests, a_field__was_moved_since__by_the_newest_act_that_stands);
    tcase_add_test(tests, settings__are_a_row__of_the_journal);
    tcase_add_test(tests, a_history__tells_what_belongs_to_the_row);
    tcase_add_test(tests, every_row_that_is_written__has_its_change);
    tcase_add_test(tests, an_act_of_thousands_of_rows__takes_no_memory);
    tcase_add_test(tests, an_act_of_thousands_of_rows__that_is_given_up__leaves_nothing);
}

SUITE_MAIN("journal_table")
