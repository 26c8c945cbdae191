/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_rows.c - the rows that an act changed: as it left them, as they are, and who
 * has changed them since */
#include <stdlib.h>

#include "atelier/store/journal_table.h"
#include "database/connection.h"
#include "journal/journal_before.h"
#include "journal/journal_entry.h"
#include "journal/journal_past.h"

/* An entry without a list changed at most the one row that it is about. */
#define SQL_NEXT                                                                         \
    "SELECT c.entity, c.row, c.kind, c.before FROM journal j,"                           \
    " json_each(coalesce(j.rows, json_array(json_array(j.entity, j.row, j.row)))) r"     \
    " CROSS JOIN journal_change c ON c.entity = r.value ->> 0"                           \
    " AND c.row BETWEEN r.value ->> 1 AND r.value ->> 2 AND c.journal = j.id"            \
    " WHERE j.id = :id"

/* An undo takes the offers back that are in its way, and a redo does not make them anew:
 * they stand in the one entry alone. */
#define CHANGES_ROW(act)                                                                 \
    "EXISTS (SELECT 1 FROM journal_change o WHERE o.entity = :entity"                    \
    " AND o.row = :row AND o.journal = " act ")"

/* Of an act, what undid it, what redid that and so on, as far as they are later than
 * :act and changed the row: when they are even in number they have left it as it was. */
#define IS_ODD_SINCE                                                                     \
    "(WITH RECURSIVE since (id) AS (SELECT j.id UNION ALL"                               \
    " SELECT " JOURNAL_TAKEN(                                                            \
        "e") " FROM since JOIN journal e USING (id)"                                     \
             " WHERE " JOURNAL_TAKEN("e") " > :act AND " CHANGES_ROW(                    \
                 JOURNAL_TAKEN("e")) ")"                                                 \
                                     " SELECT count(*) % 2 FROM since)"

/* Of an act, the one that it took back, or put back, and so on: its own name otherwise.
 */
#define FIRST_NAME                                                                       \
    "(WITH RECURSIVE since (id) AS (SELECT j.id UNION ALL"                               \
    " SELECT " JOURNAL_TAKEN(                                                            \
        "e") " FROM since JOIN journal e USING (id)"                                     \
             " WHERE " JOURNAL_TAKEN(                                                    \
                 "e") " > 0)"                                                            \
                      " SELECT act FROM journal WHERE id = (SELECT min(id) FROM since))"

/* The field stands in what was replaced of it; all do when the row came or went. */
#define SQL_TOUCHED                                                                      \
    "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j JOIN journal_change c"              \
    " ON c.journal = j.id WHERE c.entity = :entity AND c.row = :row"                     \
    " AND c.journal > :act ORDER BY j.id DESC LIMIT 1"

#define SQL_LASTING                                                                      \
    "SELECT " JOURNAL_ENTRY_COLUMNS                                                      \
    " FROM journal_change c JOIN journal j ON j.id = c.journal"                          \
    " WHERE c.entity = :entity AND c.row = :row AND c.journal > :act"                    \
    " AND (j.undone_by IS NULL OR NOT " CHANGES_ROW(                                     \
        "j.undone_by") ") AND " IS_ODD_SINCE " AND (:field IS NULL OR c.kind <> 1"       \
                       "      OR json_type(c.before, '$.\"' || :field || '\"') IS NOT "  \
                       "NULL)"                                                           \
                       " AND (:name IS NULL OR " FIRST_NAME " = :name)"

#define SQL_MOVED SQL_LASTING " ORDER BY c.journal DESC LIMIT 1"
#define SQL_MOVED_FIRST SQL_LASTING " ORDER BY c.journal LIMIT 1"

bool
journal_table_each_row(struct database *db, int64_t id,
                       bool (*visit)(void *context, const struct journal_row *row,
                                     struct error *err),
                       void *context, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool there = false;
    bool ok = true;

    /* A statement of its own: visit() may come here again. */
    if (sqlite3_prepare_v2(db->sqlite, SQL_NEXT, -1, &statement, NULL) != SQLITE_OK)
        return connection_fail(db, err);
    connection_bind_number(statement, ":id", id);
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const struct journal_row row = {
            .entity = entity_by_number(sqlite3_column_int(statement, 0)),
            .row = sqlite3_column_int64(statement, 1),
            .kind = (enum journal_change_kind)sqlite3_column_int(statement, 2),
            .before = (const char *)sqlite3_column_text(statement, 3),
        };
        ok = !row.entity || visit(context, &row, err);
    }
    sqlite3_finalize(statement);
    return ok;
}

bool
journal_table_did_change(struct database *db, int64_t id, const struct entity *entity,
                         int64_t row, bool *did, struct error *err)
{
    sqlite3_stmt *statement =
        connection_prepare(db, "SELECT 1 WHERE " CHANGES_ROW(":act"), err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":act", id);
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    const bool ok = connection_step(statement, did, err);
    connection_release(statement);
    return ok;
}

bool
journal_table_restore(struct database *db, const struct journal_row *row, void *record,
                      struct error *err)
{
    return journal_before_restore(db, row->entity, record, row->before, err);
}

bool
journal_table_past(struct database *db, const struct entity *entity, int64_t row,
                   int64_t act, void *record, bool *there, struct error *err)
{
    return journal_past_load_now(db, entity, row, record, there, err) &&
           journal_past_take_back(db, entity, row, act, record, there, err);
}

bool
journal_table_gone(struct database *db, const struct entity *entity, int64_t row,
                   void *record, bool *there, struct error *err)
{
    return journal_past_load_gone(db, entity, row, record, there, err);
}

bool
journal_table_take_back(struct database *db, const struct entity *entity, int64_t row,
                        int64_t act, void *record, bool *there, struct error *err)
{
    return journal_past_take_back(db, entity, row, act, record, there, err);
}

bool
journal_table_now(struct database *db, const struct entity *entity, int64_t row,
                  void *record, bool *there, struct error *err)
{
    return journal_past_load_now(db, entity, row, record, there, err);
}

/* The entry of its row, if there is one; releases it. */
static bool
read_first(sqlite3_stmt *statement, struct journal_entry *entry, struct error *err)
{
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there)
        journal_entry_read(statement, entry);
    connection_release(statement);
    return ok;
}

static bool
find_moved(struct database *db, const char *sql, int64_t act, const char *name,
           const struct entity *entity, int64_t row, const struct field *field,
           struct journal_entry *entry, struct error *err)
{
    journal_entry_clear(entry);
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_number(statement, ":act", act);
    if (field)
        connection_bind_text(statement, ":field", field->name);
    if (name)
        connection_bind_text(statement, ":name", name);
    return read_first(statement, entry, err);
}

bool
journal_table_moved_since(struct database *db, int64_t act, const struct entity *entity,
                          int64_t row, const struct field *field,
                          struct journal_entry *entry, struct error *err)
{
    return find_moved(db, SQL_MOVED, act, NULL, entity, row, field, entry, err);
}

bool
journal_table_moved_next(struct database *db, int64_t act, const struct entity *entity,
                         int64_t row, const struct field *field,
                         struct journal_entry *entry, struct error *err)
{
    return find_moved(db, SQL_MOVED_FIRST, act, NULL, entity, row, field, entry, err);
}

bool
journal_table_touched_since(struct database *db, int64_t act, const struct entity *entity,
                            int64_t row, struct journal_entry *entry, struct error *err)
{
    journal_entry_clear(entry);
    sqlite3_stmt *statement = connection_prepare(db, SQL_TOUCHED, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_number(statement, ":act", act);
    return read_first(statement, entry, err);
}

bool
journal_table_moved_by(struct database *db, const char *name, const struct entity *entity,
                       int64_t row, const struct field *field,
                       struct journal_entry *entry, struct error *err)
{
    return find_moved(db, SQL_MOVED, 0, name, entity, row, field, entry, err);
}
