/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_acts.h - acts for the tests of the journal, write by write, and what they left
 */
#ifndef ATELIER_TESTS_JOURNAL_ACTS_H
#define ATELIER_TESTS_JOURNAL_ACTS_H

#include <check.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/row_table.h"
#include "support/database_file.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static instant now;

static inline void
set_up(void)
{
    db = database_file_create();
    now = 1700000000;
    error_clear(&err);
}

static inline void
tear_down(void)
{
    database_file_remove(db);
}

static inline void
begin(void)
{
    now += 60;
    ck_assert_msg(transaction_begin(db, &err), "%s", err.message);
}

/* Ends the transaction with an entry about a row; its id, 0 when nothing was changed. */
static inline int64_t
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

static inline int64_t
end(void)
{
    return commit("anna", "person.change", ENTITY_COUNT, 0);
}

static inline int64_t
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

static inline void
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

static inline void
drop(const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);

    ck_assert_msg(row_load(db, entity, id, record, &err), "%s", err.message);
    ck_assert_msg(row_delete(db, entity, id, record->rev, &err), "%s", err.message);
    record_free(entity, &record[0]);
}

/* The same row again, under its id. */
static inline void
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

static inline int64_t
add_person(const char *family)
{
    begin();
    const int64_t id = put(&person_entity, "family", family, NULL);
    commit("anna", "person.add", ENTITY_PERSON, id);
    return id;
}

static inline int64_t
change_person(int64_t id, const char *field, const char *value)
{
    begin();
    set(&person_entity, id, field, value, NULL);
    return commit("anna", "person.change", ENTITY_PERSON, id);
}

static inline void
expect(const char *sql, const char *expected)
{
    char *found = database_file_dump(sql);

    ck_assert_msg(strcmp(found, expected) == 0, "%s\nis\n%sand not\n%s", sql, found,
                  expected);
    free(found);
}

/* Changes and rows agree, and each act names its changes once. */
static inline void
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

static inline bool
count_row(void *context, const struct journal_row *row, struct error *error)
{
    (void)error;
    buffer_addf(context, "%s %lld %d\n", row->entity->name, (long long)row->row,
                (int)row->kind);
    return true;
}

static inline void
expect_rows(int64_t act, const char *expected)
{
    struct buffer rows = { 0 };

    ck_assert(journal_table_each_row(db, act, count_row, &rows, &err));
    ck_assert_str_eq(buffer_text(&rows), expected);
    buffer_clear(&rows);
}

#endif
