/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_rows.c - a file of before the schema began anew is copied, row by row and field
 * by field */
#include "maintenance/upgrade_rows.h"

#include <string.h>

#include "atelier/domain/row_image.h"
#include "atelier/store/row_table.h"
#include "maintenance/upgrade_journal.h"
#include "search/search_index.h"
#include "table/meeting_day_due.h"
#include "table/row_value.h"

/* The journal learns what the row is now, so that a later change past it is found. */
#define SQL_HASH                                                                         \
    "UPDATE journal_change SET hash = :hash WHERE entity = :entity AND row = :row"       \
    " AND journal = (SELECT max(journal) FROM journal_change"                            \
    " WHERE entity = :entity AND row = :row) AND kind <> 2"

/* A table that is no noun's: what of it is read, and written for each row. */
struct plain {
    const char *read;
    const char *first;
    const char *second; /* or NULL */
};

#define OF_SEAT                                                                          \
    " state = (SELECT number FROM registration_state WHERE name = ?1)"                   \
    " AND role = (SELECT number FROM registration_role WHERE name = ?2)"

static const struct plain plains[] = {
    { "SELECT state, role, takes FROM seat_rule", "DELETE FROM seat_rule WHERE" OF_SEAT,
      "INSERT INTO seat_rule (state, role) SELECT s.number, r.number"
      " FROM registration_state s, registration_role r"
      " WHERE s.name = ?1 AND r.name = ?2 AND ?3" },
    { "SELECT name, value FROM setting",
      "INSERT INTO setting (name, value) VALUES (?1, ?2)", NULL },
    { "SELECT id, staff, screen, entity, row, fields, at FROM draft",
      "INSERT INTO draft (id, staff, screen, entity, row, fields, at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      NULL },
};

/* The journal of a file that has it as it is today. */
static const struct plain journal[] = {
    { "SELECT entity, row, journal, kind, leaves, before, hash FROM journal_change"
      " ORDER BY entity, row, journal",
      "INSERT INTO journal_change (entity, row, journal, kind, leaves, before, hash)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      NULL },
    { "SELECT journal, question, text FROM journal_reason",
      "INSERT INTO journal_reason (journal, question, text) VALUES (?1, ?2, ?3)", NULL },
    { "SELECT id, at, staff, act, entity, row, summary, rows, undoes, redoes, undone_by"
      " FROM journal ORDER BY id",
      "INSERT INTO journal (id, at, staff, act, entity, row, summary, rows, undoes,"
      " redoes, undone_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      NULL },
};

/* An id is never given twice, in the new file neither. */
static const struct plain given_ids = {
    "SELECT name, seq FROM sqlite_sequence",
    "DELETE FROM sqlite_sequence WHERE name = ?1",
    "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)",
};

/* From one file into another. */
struct copying {
    struct database *db;
    sqlite3 *old;
    const struct telling *telling;
    int64_t done; /* rows of nouns */
    int64_t total;
    bool hashed; /* the journal knows the rows by their hashes, and is copied as it is */
};

/* A statement on the old file; the caller finalizes it. */
static sqlite3_stmt *
prepare_old(struct database *db, sqlite3 *old, const char *sql, struct error *err)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(old, sql, -1, &statement, NULL) == SQLITE_OK)
        return statement;
    connection_fail_code(sqlite3_extended_errcode(old), sqlite3_system_errno(old),
                         db->path, err);
    return NULL;
}

static bool
write_values(struct database *db, const char *sql, sqlite3_stmt *values,
             struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    const int count = sqlite3_bind_parameter_count(statement);
    for (int i = 0; i < count; i++)
        sqlite3_bind_value(statement, i + 1, sqlite3_column_value(values, i));
    return connection_run(statement, err);
}

static bool
copy_plain(struct database *db, sqlite3 *old, const struct plain *plain,
           struct error *err)
{
    sqlite3_stmt *statement = prepare_old(db, old, plain->read, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = write_values(db, plain->first, statement, err) &&
             (!plain->second || write_values(db, plain->second, statement, err));
    sqlite3_finalize(statement);
    return ok;
}

static bool
copy_plains(struct database *db, sqlite3 *old, const struct plain *first, size_t count,
            struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < count; i++)
        ok = copy_plain(db, old, &first[i], err);
    return ok;
}

static bool
has_table(sqlite3 *old, const char *name)
{
    return sqlite3_table_column_metadata(old, "main", name, NULL, NULL, NULL, NULL, NULL,
                                         NULL) == SQLITE_OK;
}

/* --- nouns */

static bool
write_hash(struct database *db, sqlite3 *old, const struct entity *entity,
           const void *record, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_HASH, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", ((const struct record *)record)->id);
    connection_bind_number(statement, ":hash", (int64_t)row_image_hash(entity, record));
    return connection_run(statement, err) &&
           (sqlite3_changes(db->sqlite) > 0 ||
            upgrade_journal_row(db, old, entity, record, err));
}

static void
tell(struct copying *copying)
{
    enum { ROWS_AT_ONCE = 500 };
    const struct telling *telling = copying->telling;

    if (telling->progress && copying->done++ % ROWS_AT_ONCE == 0)
        telling->progress(telling->context, copying->done, copying->total);
}

static bool
copy_noun(struct copying *copying, const struct entity *entity, struct error *err)
{
    struct database *db = copying->db;
    sqlite3 *old = copying->old;
    struct buffer sql = { 0 };

    buffer_add(&sql, "SELECT ");
    row_add_columns(&sql, entity, "");
    buffer_addf(&sql, " FROM \"%s\" ORDER BY id", entity->name);
    sqlite3_stmt *statement = prepare_old(db, old, buffer_text(&sql), err);
    buffer_clear(&sql);
    void *record = record_new(entity);
    bool there = false;
    bool ok = statement;
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        record_clear(entity, record);
        row_record_read(statement, entity, record);
        tell(copying);
        ok = row_put(db, entity, record, err) &&
             (copying->hashed || write_hash(db, old, entity, record, err));
    }
    record_free(entity, record);
    sqlite3_finalize(statement);
    return ok;
}

/* How many there will be to tell of. */
static void
count_rows(struct copying *copying)
{
    for (int i = 0; copying->telling->progress && i < ENTITY_COUNT; i++) {
        const struct entity *entity = entity_get((enum entity_kind)i);
        struct buffer sql = { 0 };
        buffer_addf(&sql, "SELECT count(*) FROM \"%s\"", entity->name);
        sqlite3_stmt *statement =
            has_table(copying->old, entity->name)
                ? prepare_old(copying->db, copying->old, buffer_text(&sql), NULL)
                : NULL;
        buffer_clear(&sql);
        if (statement && sqlite3_step(statement) == SQLITE_ROW)
            copying->total += sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
    }
}

/* Those that later steps added have no table in the old file. */
static bool
copy_nouns(struct copying *copying, struct error *err)
{
    bool ok = true;

    for (int i = 0; ok && i < ENTITY_COUNT; i++) {
        const struct entity *entity = entity_get((enum entity_kind)i);
        if (has_table(copying->old, entity->name))
            ok = copy_noun(copying, entity, err);
    }
    return ok;
}

/* A file whose rows the journal knows by their hashes has its journal copied as it is. */
static bool
copy(struct database *db, sqlite3 *old, const struct telling *telling, struct error *err)
{
    struct copying copying = { .db = db, .old = old, .telling = telling };
    const bool hashed = has_table(old, "journal_change");

    copying.hashed = hashed;
    count_rows(&copying);
    return (hashed || upgrade_journal_changes(db, old, err)) &&
           copy_plains(db, old, plains, sizeof plains / sizeof plains[0], err) &&
           copy_nouns(&copying, err) && copy_plain(db, old, &given_ids, err) &&
           (hashed
                ? copy_plains(db, old, journal, sizeof journal / sizeof journal[0], err)
                : upgrade_journal_entries(db, old, err)) &&
           meeting_day_due_add_all(db, err) && meeting_day_due_settle(db, err) &&
           search_index_settle(db, err);
}

bool
upgrade_rows(struct database *db, sqlite3 *old, const struct telling *telling,
             struct error *err)
{
    if (connection_execute(db, "PRAGMA foreign_keys = OFF", err) &&
        connection_execute(db, "BEGIN IMMEDIATE", err) && copy(db, old, telling, err) &&
        connection_execute(db, "COMMIT", err))
        return connection_execute(db, "PRAGMA foreign_keys = ON", err);
    sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
    return false;
}
