/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table.c - entries of the journal: written with each operation, found again */
#include "atelier/store/journal_table.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "journal/journal_capture.h"
#include "journal/journal_changeset.h"
#include "journal/journal_concern.h"
#include "journal/journal_entry.h"

#define SQL_WRITE                                                                        \
    "INSERT INTO journal (at, staff, act, entity, row, summary, reason, undoes, "        \
    "changeset)"                                                                         \
    " VALUES (:at, :staff, :act, :entity, :row, :summary, :reason, :undoes, :changeset)"

/* What an entry changes is said before what it concerns. */
#define SQL_WRITE_ROW                                                                    \
    "INSERT INTO journal_row (entity, row, journal, changed)"                            \
    " VALUES (:entity, :row, :journal, :changed) ON CONFLICT DO NOTHING"

#define SQL_UNDONE "UPDATE journal SET undone_by = :id WHERE id = :undoes"

#define SQL_LOAD "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j WHERE j.id = :id"

#define SQL_CHANGESET "SELECT changeset FROM journal WHERE id = :id"

#define UNDOABLE                                                                         \
    "j.undoes IS NULL AND j.undone_by IS NULL"                                           \
    " AND j.act NOT IN ('database.create', 'database.restore', 'sample.fill')"

#define SQL_LAST_UNDOABLE                                                                \
    "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j"                                    \
    " WHERE j.staff = :staff AND " UNDOABLE " ORDER BY j.id DESC LIMIT 1"

#define SQL_IS_UNDOABLE "SELECT " UNDOABLE " FROM journal j WHERE j.id = :id"

#define SQL_MOVED                                                                        \
    "SELECT " JOURNAL_ENTRY_COLUMNS                                                      \
    " FROM journal_row r JOIN journal j ON j.id = r.journal"                             \
    " WHERE r.entity = :entity AND r.row = :row AND r.journal > :id AND r.changed"       \
    " AND j.undoes IS NULL AND j.undone_by IS NULL"                                      \
    " ORDER BY r.journal DESC LIMIT 1"

void
journal_entry_read(sqlite3_stmt *statement, struct journal_entry *entry)
{
    journal_entry_clear(entry);
    entry->id = sqlite3_column_int64(statement, 0);
    entry->at = sqlite3_column_int64(statement, 1);
    entry->staff = connection_column_copy(statement, 2);
    entry->act = connection_column_copy(statement, 3);
    const char *name = (const char *)sqlite3_column_text(statement, 4);
    const struct entity *entity = name != NULL ? entity_find(name) : NULL;
    entry->entity = entity != NULL ? (int)entity->kind : -1;
    entry->row = sqlite3_column_int64(statement, 5);
    entry->summary = connection_column_copy(statement, 6);
    entry->reason = connection_column_copy(statement, 7);
    entry->undoes = sqlite3_column_int64(statement, 8);
    entry->undone_by = sqlite3_column_int64(statement, 9);
}

static bool
fail_not_found(int64_t id, struct error *err)
{
    return error_set(err, ERROR_NOT_FOUND,
                     _("There is no act %" PRId64 " in the journal."), id);
}

bool
journal_entry_changeset(struct database *db, int64_t id, void **bytes, size_t *size,
                        struct error *err)
{
    *bytes = NULL;
    *size = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_CHANGESET, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found) {
        *size = (size_t)sqlite3_column_bytes(statement, 0);
        *bytes = memory_new(*size, 1);
        if (*size > 0)
            memcpy(*bytes, sqlite3_column_blob(statement, 0), *size);
    }
    connection_release(statement);
    return ok && (found || fail_not_found(id, err));
}

/* Reads the one row that a bound statement yields; *found tells whether it did. */
static bool
read_entry(sqlite3_stmt *statement, struct journal_entry *entry, bool *found,
           struct error *err)
{
    const bool ok = connection_step(statement, found, err);

    if (*found)
        journal_entry_read(statement, entry);
    else
        journal_entry_clear(entry);
    connection_release(statement);
    return ok;
}

bool
journal_table_load(struct database *db, int64_t id, struct journal_entry *entry,
                   struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LOAD, err);
    bool found = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    return read_entry(statement, entry, &found, err) &&
           (found || fail_not_found(id, err));
}

bool
journal_table_last_undoable(struct database *db, const char *login,
                            struct journal_entry *entry, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST_UNDOABLE, err);
    bool found = false;

    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    return read_entry(statement, entry, &found, err) &&
           (found ||
            error_set(err, ERROR_NOT_FOUND, _("There is nothing left to undo.")));
}

bool
journal_table_is_undoable(struct database *db, int64_t id, bool *undoable,
                          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_IS_UNDOABLE, err);
    bool found = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    const bool ok = connection_step(statement, &found, err);
    *undoable = found && sqlite3_column_int(statement, 0) != 0;
    connection_release(statement);
    return ok;
}

/* changeset NULL: of so many zeroes, to be written over. */
static bool
write_entry(struct database *db, struct journal_entry *entry, const void *changeset,
            size_t size, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WRITE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":at", entry->at);
    connection_bind_text(statement, ":staff", entry->staff);
    connection_bind_text(statement, ":act", entry->act);
    if (entry->entity >= 0) {
        const struct entity *entity = entity_get((enum entity_kind)entry->entity);
        connection_bind_text(statement, ":entity", entity->name);
        connection_bind_number(statement, ":row", entry->row);
    }
    connection_bind_text(statement, ":summary", entry->summary);
    connection_bind_text(statement, ":reason", entry->reason);
    if (entry->undoes != 0)
        connection_bind_number(statement, ":undoes", entry->undoes);
    const int column = sqlite3_bind_parameter_index(statement, ":changeset");
    if (changeset)
        sqlite3_bind_blob64(statement, column, changeset, size, SQLITE_STATIC);
    else
        sqlite3_bind_zeroblob64(statement, column, size);
    if (!connection_run(statement, err))
        return false;
    entry->id = sqlite3_last_insert_rowid(db->sqlite);
    return true;
}

static bool
write_row(struct database *db, int64_t id, const struct entity *entity, int64_t row,
          bool changed, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WRITE_ROW, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", entity->name);
    connection_bind_number(statement, ":row", row);
    connection_bind_number(statement, ":journal", id);
    connection_bind_number(statement, ":changed", changed);
    return connection_run(statement, err);
}

static bool
write_concerns(struct database *db, int64_t id, const struct journal_concern *concerns,
               size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!write_row(db, id, entity_get(concerns[i].entity), concerns[i].row, false,
                       err))
            return false;
    return true;
}

/* An undo concerns what the act concerned, and nobody names that again. */
static bool
write_changed_rows(struct database *db, const struct journal_entry *entry,
                   const void *changeset, size_t size, struct error *err)
{
    struct changeset changes;
    struct journal_concern_list concerns = { 0 };
    bool more = false;
    bool ok = changeset_open(&changes, db, changeset, size, err);

    changes.rows_only = entry->undoes == 0;
    while (ok && (ok = changeset_next(&changes, &more, err)) && more)
        ok = write_row(db, entry->id, changes.entity, changes.row, true, err) &&
             (entry->undoes == 0 || journal_concern_list_add(&concerns, &changes, err));
    changeset_close(&changes);
    ok = ok && write_concerns(db, entry->id, concerns.items, concerns.count, err);
    journal_concern_list_clear(&concerns);
    return ok;
}

static bool
write_undone(struct database *db, const struct journal_entry *entry, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_UNDONE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", entry->id);
    connection_bind_number(statement, ":undoes", entry->undoes);
    return connection_run(statement, err) &&
           (sqlite3_changes(db->sqlite) == 1 || fail_not_found(entry->undoes, err));
}

static bool
write_short(struct database *db, struct journal_entry *entry, struct error *err)
{
    void *changeset = NULL;
    size_t size = 0;

    if (!journal_capture_take(db, &changeset, &size, err))
        return false;
    const bool ok = !changeset || (write_entry(db, entry, changeset, size, err) &&
                                   write_changed_rows(db, entry, changeset, size, err));
    sqlite3_free(changeset);
    return ok;
}

/* The last part first, each into its place of the blob. */
static bool
write_parts(struct database *db, const struct journal_entry *entry, sqlite3_blob *blob,
            struct error *err)
{
    bool ok = true;
    int offset = 0;

    for (size_t i = db->parts.count; ok && i-- > 0;) {
        void *bytes = NULL;
        size_t size = 0;
        ok = journal_parts_load(&db->parts, i, &bytes, &size, err) &&
             (sqlite3_blob_write(blob, bytes, (int)size, offset) == SQLITE_OK ||
              connection_fail(db, err)) &&
             write_changed_rows(db, entry, bytes, size, err);
        offset += (int)size;
        free(bytes);
    }
    return ok;
}

static bool
write_long(struct database *db, struct journal_entry *entry, struct error *err)
{
    sqlite3_blob *blob = NULL;

    if (!journal_capture_put_by(db, true, err))
        return false;
    const size_t size = (size_t)journal_parts_size(&db->parts);
    if (!write_entry(db, entry, NULL, size, err))
        return false;
    if (sqlite3_blob_open(db->sqlite, "main", "journal", "changeset", entry->id, 1,
                          &blob) != SQLITE_OK)
        return connection_fail(db, err);
    const bool ok = write_parts(db, entry, blob, err);
    return (sqlite3_blob_close(blob) == SQLITE_OK || connection_fail(db, err)) && ok;
}

bool
journal_table_write(struct database *db, struct journal_entry *entry,
                    const struct journal_concern *concerns, size_t concern_count,
                    struct error *err)
{
    entry->id = 0;
    bool ok =
        db->parts.count > 0 ? write_long(db, entry, err) : write_short(db, entry, err);
    if (entry->id == 0) /* nothing was changed */
        return ok;
    if (ok && entry->entity >= 0)
        ok = write_row(db, entry->id, entity_get((enum entity_kind)entry->entity),
                       entry->row, false, err);
    ok = ok && write_concerns(db, entry->id, concerns, concern_count, err);
    if (ok && entry->undoes != 0)
        ok = write_undone(db, entry, err);
    return ok;
}

bool
journal_table_note(struct database *db, struct journal_entry *entry, struct error *err)
{
    return write_entry(db, entry, "", 0, err);
}

/* The newest such entry for one row; the entry is kept when it has none. */
static bool
find_moved(struct database *db, int64_t id, const struct changeset *changes,
           struct journal_entry *entry, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MOVED, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", changes->entity->name);
    connection_bind_number(statement, ":row", changes->row);
    connection_bind_number(statement, ":id", id);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found && sqlite3_column_int64(statement, 0) > entry->id)
        journal_entry_read(statement, entry);
    connection_release(statement);
    return ok;
}

bool
journal_table_moved_since(struct database *db, int64_t id, struct journal_entry *entry,
                          struct error *err)
{
    void *bytes = NULL;
    size_t size = 0;
    struct changeset changes = { 0 };
    bool more = false;

    journal_entry_clear(entry);
    if (!journal_entry_changeset(db, id, &bytes, &size, err))
        return false;
    bool ok = changeset_open(&changes, db, bytes, size, err);
    changes.rows_only = true;
    while (ok && (ok = changeset_next(&changes, &more, err)) && more)
        ok = find_moved(db, id, &changes, entry, err);
    changeset_close(&changes);
    free(bytes);
    return ok;
}
