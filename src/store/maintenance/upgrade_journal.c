/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_journal.c - the journal of a file of before the schema began anew */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include "maintenance/upgrade_journal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/json.h"
#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/row_image.h"
#include "atelier/domain/setting.h"
#include "maintenance/changeset_format.h"

#define SQL_OLD_CHANGES "SELECT id, changeset FROM journal ORDER BY id"
#define SQL_OLD_ENTRIES                                                                  \
    "SELECT id, at, staff, act, entity, row, summary, reason, undoes, undone_by"         \
    " FROM journal ORDER BY id"
#define SQL_OLD_COLUMNS "SELECT name FROM pragma_table_info(?1) ORDER BY cid"

#define SQL_ENTRY                                                                        \
    "INSERT INTO journal (id, at, staff, act, entity, row, summary, undoes, undone_by,"  \
    " rows) SELECT ?1, ?2, ?3, ?4, e.number, CASE WHEN e.number IS NULL THEN NULL"       \
    " ELSE ?6 END, ?7, ?9, ?10, :rows"                                                   \
    " FROM (SELECT 1) LEFT JOIN entity e ON e.name = ?5"
#define SQL_REASON                                                                       \
    "INSERT INTO journal_reason (journal, question, text) VALUES (:id, 'reason', :text)"

/* A row that was written in several parts stands there as the first one found it: they
 * come the last first. */
#define SQL_CHANGE                                                                       \
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, before)"            \
    " VALUES (:entity, :row, :journal, :kind, :leaves, :before)"                         \
    " ON CONFLICT DO UPDATE SET kind = excluded.kind, leaves = excluded.leaves,"         \
    " before = excluded.before"

/* The rows that an act changed, as runs, while its own table holds them. */
#define SQL_ROWS                                                                         \
    "INSERT INTO act_row (journal, entity, row) VALUES (:journal, :entity, :row)"        \
    " ON CONFLICT DO NOTHING"
#define SQL_RUNS                                                                         \
    "SELECT entity, min(row), max(row) FROM (SELECT entity, row,"                        \
    " row - row_number() OVER (PARTITION BY entity ORDER BY row) AS run FROM act_row"    \
    " WHERE journal = :journal) GROUP BY entity, run ORDER BY entity, run"

/* How the database began: of rows that no act knows. */
#define SQL_BEGINNING                                                                    \
    "SELECT coalesce((SELECT min(id) FROM journal WHERE act IN ('database.create',"      \
    " 'database.restore', 'sample.fill')), (SELECT coalesce(max(id), 0) + 1 FROM"        \
    " journal))"
#define SQL_UNKNOWN                                                                      \
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, hash)"              \
    " VALUES (:entity, :row, :journal, 0, 0, :hash) ON CONFLICT DO NOTHING"
#define SQL_BEGIN                                                                        \
    "INSERT INTO journal (id, at, staff, act, rows) SELECT :journal,"                    \
    " coalesce((SELECT min(created_at) FROM staff), 0),"                                 \
    " coalesce((SELECT login FROM staff ORDER BY id LIMIT 1), 'atelier'),"               \
    " 'database.create', :rows"
#define SQL_UNWRITTEN                                                                    \
    "SELECT min(journal) FROM act_row WHERE journal NOT IN (SELECT id FROM journal)"

enum { ID_COLUMN = 0, COLUMNS_MOST = 64 };

/* The present row of an old changeset. */
struct old_row {
    struct database *db;
    sqlite3 *old;
    int64_t act;
    sqlite3_changeset_iter *changes;
    const char *table; /* borrowed of the changeset */
    int operation;
    int column_count;
    const struct entity *entity;
    char *names[COLUMNS_MOST]; /* of the columns of the table that was read last */
    char *named;               /* that table */
    struct buffer settings;    /* what the act replaced of the settings so far */
};

static void
forget_names(struct old_row *row)
{
    for (size_t i = 0; i < COLUMNS_MOST; i++) {
        free(row->names[i]);
        row->names[i] = NULL;
    }
    free(row->named);
    row->named = NULL;
}

static bool
load_names(struct old_row *row)
{
    sqlite3_stmt *statement = NULL;

    if (row->named && strcmp(row->named, row->table) == 0)
        return true;
    forget_names(row);
    row->named = memory_copy(row->table);
    if (sqlite3_prepare_v2(row->old, SQL_OLD_COLUMNS, -1, &statement, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_text(statement, 1, row->table, -1, SQLITE_STATIC);
    for (size_t i = 0; i < COLUMNS_MOST && sqlite3_step(statement) == SQLITE_ROW; i++)
        row->names[i] = memory_copy((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return true;
}

/* What stood in a column before, NULL when the changeset does not say. */
static sqlite3_value *
old_value(const struct old_row *row, int column)
{
    sqlite3_value *value = NULL;

    if (row->operation != SQLITE_INSERT)
        sqlite3changeset_old(row->changes, column, &value);
    return value;
}

static int64_t
row_id(const struct old_row *row)
{
    sqlite3_value *value = NULL;

    if (row->operation == SQLITE_INSERT)
        sqlite3changeset_new(row->changes, ID_COLUMN, &value);
    else
        sqlite3changeset_old(row->changes, ID_COLUMN, &value);
    return value ? sqlite3_value_int64(value) : 0;
}

static void
add_text(struct buffer *json, const char *name, const char *text)
{
    buffer_add_char(json, json->length == 0 ? '{' : ',');
    json_add_text(json, name);
    buffer_add_char(json, ':');
    json_add_text(json, text);
}

/* As field_format() writes it; what an empty row has, too, is left out of a whole one. */
static void
add_value(struct buffer *json, const char *name, bool is_instant, bool is_reference,
          sqlite3_value *value)
{
    char at[INSTANT_TEXT_SIZE];

    if (sqlite3_value_type(value) == SQLITE_NULL ||
        (is_reference && sqlite3_value_int64(value) == 0)) {
        add_text(json, name, NULL);
        return;
    }
    if (is_instant && sqlite3_value_type(value) == SQLITE_INTEGER) {
        instant_format(sqlite3_value_int64(value), at);
        add_text(json, name, at);
        return;
    }
    add_text(json, name, (const char *)sqlite3_value_text(value));
}

/* Whether a row of before can hold that column of the head. */
static bool
is_of_creation(const struct old_row *row, const char *name)
{
    return row->operation == SQLITE_DELETE &&
           (strcmp(name, "created_at") == 0 || strcmp(name, "created_by") == 0 ||
            strcmp(name, "rev") == 0);
}

static void
add_column(const struct old_row *row, int column, struct buffer *json, bool *leaves)
{
    const char *name = row->names[column];
    sqlite3_value *value = old_value(row, column);

    if (!name || !value)
        return;
    const struct field *field = entity_field(row->entity, name);
    if (is_of_creation(row, name))
        add_value(json, name, strcmp(name, "created_at") == 0, false, value);
    if (!field || (field->flags & FIELD_COMPUTED) ||
        ((field->flags & FIELD_COUNTED) && row->operation == SQLITE_UPDATE))
        return;
    *leaves = *leaves || (field->flags & FIELD_CONCERNS);
    add_value(json, name, field->kind == FIELD_INSTANT, field->kind == FIELD_REFERENCE,
              value);
}

static bool
write_change(const struct old_row *row, int64_t id, enum journal_change_kind kind,
             bool leaves, const struct buffer *before, struct error *err)
{
    static const char *const sql[] = { SQL_CHANGE, SQL_ROWS };

    for (size_t i = 0; i < 2; i++) {
        sqlite3_stmt *statement = connection_prepare(row->db, sql[i], err);
        if (!statement)
            return false;
        connection_bind_number(statement, ":entity", row->entity->number);
        connection_bind_number(statement, ":row", id);
        connection_bind_number(statement, ":journal", row->act);
        connection_bind_number(statement, ":kind", kind);
        connection_bind_number(statement, ":leaves", leaves);
        if (before->length > 0)
            connection_bind_text(statement, ":before", buffer_text(before));
        if (!connection_run(statement, err))
            return false;
    }
    return true;
}

static bool
copy_row(const struct old_row *row, struct error *err)
{
    struct buffer json = { 0 };
    bool leaves = false;
    const enum journal_change_kind kind = row->operation == SQLITE_INSERT ? JOURNAL_ADDED
                                          : row->operation == SQLITE_DELETE
                                              ? JOURNAL_REMOVED
                                              : JOURNAL_CHANGED;

    for (int i = 1; i < row->column_count && i < COLUMNS_MOST; i++)
        add_column(row, i, &json, &leaves);
    if (json.length > 0)
        buffer_add_char(&json, '}');
    const bool nothing = kind == JOURNAL_CHANGED && json.length == 0;
    const bool ok = nothing || write_change(row, row_id(row), kind, leaves, &json, err);
    buffer_clear(&json);
    return ok;
}

/* A line of the settings, a name and a value, is a field of theirs. */
static void
add_setting(struct old_row *row)
{
    sqlite3_value *name = NULL;

    if (row->operation == SQLITE_INSERT)
        sqlite3changeset_new(row->changes, 0, &name);
    else
        sqlite3changeset_old(row->changes, 0, &name);
    const char *text = name ? (const char *)sqlite3_value_text(name) : NULL;
    sqlite3_value *value = old_value(row, 1);
    if (text && entity_field(&settings_entity, text))
        add_text(&row->settings, text,
                 value ? (const char *)sqlite3_value_text(value) : NULL);
}

static bool
copy_settings(struct old_row *row, struct error *err)
{
    enum { SETTINGS_ROW = 1 };
    bool ok = true;

    if (row->settings.length > 0) {
        row->entity = &settings_entity;
        buffer_add_char(&row->settings, '}');
        ok = write_change(row, SETTINGS_ROW, JOURNAL_CHANGED, false, &row->settings, err);
    }
    buffer_clear(&row->settings);
    return ok;
}

static const struct entity *
entity_of(const char *table)
{
    const struct entity *entity =
        strcmp(table, "setting") == 0 ? &settings_entity : entity_find(table);

    return entity;
}

/* What cannot be read is left out: the act itself stays. */
static bool
copy_act(struct old_row *row, const void *bytes, int size, struct error *err)
{
    union {
        const void *given;
        void *taken;
    } data = { .given = bytes };
    bool ok = true;

    if (size == 0 || !changeset_is_whole(bytes, (size_t)size) ||
        sqlite3changeset_start(&row->changes, size, data.taken) != SQLITE_OK)
        return true;
    while (ok && sqlite3changeset_next(row->changes) == SQLITE_ROW &&
           sqlite3changeset_op(row->changes, &row->table, &row->column_count,
                               &row->operation, NULL) == SQLITE_OK) {
        row->entity = entity_of(row->table);
        if (!row->entity || !load_names(row))
            continue;
        if (row->entity == &settings_entity)
            add_setting(row);
        else
            ok = copy_row(row, err);
    }
    sqlite3changeset_finalize(row->changes);
    return copy_settings(row, err) && ok;
}

static sqlite3_stmt *
prepare_old(const struct database *db, sqlite3 *old, const char *sql, struct error *err)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(old, sql, -1, &statement, NULL) != SQLITE_OK)
        connection_fail_code(sqlite3_extended_errcode(old), sqlite3_system_errno(old),
                             db->path, err);
    return statement;
}

/* The very first files had none. */
static bool
has_journal(sqlite3 *old)
{
    return sqlite3_table_column_metadata(old, "main", "journal", NULL, NULL, NULL, NULL,
                                         NULL, NULL) == SQLITE_OK;
}

bool
upgrade_journal_changes(struct database *db, sqlite3 *old, struct error *err)
{
    struct old_row row = { .db = db, .old = old };
    bool there = false;
    bool ok = connection_execute(db,
                                 "CREATE TEMP TABLE act_row (journal INTEGER, entity"
                                 " INTEGER, row INTEGER, PRIMARY KEY (journal, entity,"
                                 " row)) WITHOUT ROWID",
                                 err);
    if (!ok || !has_journal(old))
        return ok;
    sqlite3_stmt *statement = prepare_old(db, old, SQL_OLD_CHANGES, err);
    ok = statement;
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        row.act = sqlite3_column_int64(statement, 0);
        ok = copy_act(&row, sqlite3_column_blob(statement, 1),
                      sqlite3_column_bytes(statement, 1), err);
    }
    sqlite3_finalize(statement);
    forget_names(&row);
    return ok;
}

/* --- rows that no act knows */

static bool
find_beginning(struct database *db, sqlite3 *old, int64_t *act, struct error *err)
{
    bool there = false;

    *act = 1;
    if (!has_journal(old))
        return true;
    sqlite3_stmt *statement = prepare_old(db, old, SQL_BEGINNING, err);
    const bool ok = statement && connection_step(statement, &there, err);
    if (there)
        *act = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return ok;
}

bool
upgrade_journal_row(struct database *db, sqlite3 *old, const struct entity *entity,
                    const void *record, struct error *err)
{
    static const char *const sql[] = { SQL_UNKNOWN, SQL_ROWS };
    int64_t act = 0;

    if (!find_beginning(db, old, &act, err))
        return false;
    for (size_t i = 0; i < sizeof sql / sizeof sql[0]; i++) {
        sqlite3_stmt *statement = connection_prepare(db, sql[i], err);
        if (!statement)
            return false;
        connection_bind_number(statement, ":entity", entity->number);
        connection_bind_number(statement, ":row", ((const struct record *)record)->id);
        connection_bind_number(statement, ":journal", act);
        connection_bind_number(statement, ":hash",
                               (int64_t)row_image_hash(entity, record));
        if (!connection_run(statement, err))
            return false;
    }
    return true;
}

/* --- entries */

static bool
add_runs(struct database *db, int64_t act, struct buffer *rows, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_RUNS, err);
    bool there = false;
    bool ok = statement;

    if (statement)
        connection_bind_number(statement, ":journal", act);
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        buffer_addf(rows, "%c[%d,%" PRId64 ",%" PRId64 "]", rows->length == 0 ? '[' : ',',
                    sqlite3_column_int(statement, 0),
                    (int64_t)sqlite3_column_int64(statement, 1),
                    (int64_t)sqlite3_column_int64(statement, 2));
    if (rows->length > 0)
        buffer_add_char(rows, ']');
    connection_release(statement);
    return ok;
}

static bool
write_entry(struct database *db, sqlite3_stmt *from, struct error *err)
{
    struct buffer rows = { 0 };
    bool ok = add_runs(db, sqlite3_column_int64(from, 0), &rows, err);
    sqlite3_stmt *statement = ok ? connection_prepare(db, SQL_ENTRY, err) : NULL;

    if (statement) {
        for (int i = 0; i < sqlite3_column_count(from); i++)
            sqlite3_bind_value(statement, i + 1, sqlite3_column_value(from, i));
        if (rows.length > 0)
            connection_bind_text(statement, ":rows", buffer_text(&rows));
    }
    ok = statement && connection_run(statement, err);
    buffer_clear(&rows);
    return ok;
}

static bool
write_reason(struct database *db, sqlite3_stmt *from, struct error *err)
{
    enum { ID, REASON = 7 };

    if (sqlite3_column_type(from, REASON) == SQLITE_NULL)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_REASON, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", sqlite3_column_int64(from, ID));
    connection_bind_text(statement, ":text", connection_column_text(from, REASON));
    return connection_run(statement, err);
}

static bool
write_beginning(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_UNWRITTEN, err);
    struct buffer rows = { 0 };
    int64_t act = 0;

    if (!statement || !connection_read_number(statement, &act, err))
        return false;
    if (act == 0)
        return true;
    bool ok = add_runs(db, act, &rows, err);
    statement = ok ? connection_prepare(db, SQL_BEGIN, err) : NULL;
    if (statement) {
        connection_bind_number(statement, ":journal", act);
        connection_bind_text(statement, ":rows", buffer_text(&rows));
    }
    ok = statement && connection_run(statement, err);
    buffer_clear(&rows);
    return ok;
}

static bool
copy_entries(struct database *db, sqlite3 *old, struct error *err)
{
    sqlite3_stmt *statement = prepare_old(db, old, SQL_OLD_ENTRIES, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = write_entry(db, statement, err) && write_reason(db, statement, err);
    sqlite3_finalize(statement);
    return ok;
}

bool
upgrade_journal_entries(struct database *db, sqlite3 *old, struct error *err)
{
    return (!has_journal(old) || copy_entries(db, old, err)) &&
           write_beginning(db, err) && connection_execute(db, "DROP TABLE act_row", err);
}
