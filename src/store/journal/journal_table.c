/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table.c - entries of the journal: written with each act, found again */
#include "atelier/store/journal_table.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "database/connection.h"
#include "journal/journal_entry.h"

#define SQL_WRITE                                                                        \
    "INSERT INTO journal (id, at, staff, act, entity, row, summary, rows, undoes,"       \
    " redoes)"                                                                           \
    " VALUES (:id, :at, :staff, :act, :entity, :row, :summary, :rows, :undoes, :redoes)"

#define SQL_WRITE_REASON                                                                 \
    "INSERT INTO journal_reason (journal, question, text)"                               \
    " VALUES (:journal, :question, :text)"

#define SQL_SHARE_REASONS                                                                \
    "INSERT INTO journal_reason (journal, question, text)"                               \
    " SELECT :journal, question, text FROM journal_reason WHERE journal = :other"        \
    " AND " JOURNAL_IS_REASON " ON CONFLICT DO NOTHING"

#define SQL_UNDONE "UPDATE journal SET undone_by = :id WHERE id = :undone"

#define SQL_NEWEST "SELECT at FROM journal ORDER BY id DESC LIMIT 1"
#define SQL_NEWEST_OF "SELECT max(id) FROM journal WHERE staff = :staff"
#define SQL_LOAD "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j WHERE j.id = :id"

/* What followed from another act by a rule, or left the program on paper, is nobody's to
 * undo. */
#define FOLLOWED(entry)                                                                  \
    entry ".act IN ('registration.promote', 'workshop.promote', 'meeting.recompute',"    \
          " 'presence.open', 'sheet.add', 'person.erase')"

/* A change keeps what stood there before, unless somebody was erased. */
#define SQL_WAS_ERASED                                                                   \
    "SELECT 1 FROM journal_change c WHERE c.entity = :entity AND c.row = :row"           \
    " AND c.journal >= :act AND c.kind <> 0 AND c.before IS NULL LIMIT 1"

#define UNDOABLE                                                                         \
    "j.undoes IS NULL AND j.undone_by IS NULL AND NOT (" FOLLOWED(                       \
        "j") " OR j.act IN ('database.create', 'database.restore', 'sample.fill'))"

#define SQL_LAST_UNDOABLE                                                                \
    "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j"                                    \
    " WHERE j.staff = :staff AND j.id < :before AND " UNDOABLE                           \
    " ORDER BY j.id DESC LIMIT 1"

#define SQL_IS_UNDOABLE "SELECT " UNDOABLE " FROM journal j WHERE j.id = :id"

#define SQL_HAD_VALUE                                                                    \
    "SELECT 1 FROM journal_change WHERE entity = :entity AND row = :row"                 \
    " AND before ->> :field = :text LIMIT 1"

/* The next act that is neither undo nor redo ends what can be redone. */
#define SQL_LAST_REDOABLE                                                                \
    "SELECT " JOURNAL_ENTRY_COLUMNS " FROM journal j"                                    \
    " WHERE j.staff = :staff AND j.undoes IS NOT NULL AND j.undone_by IS NULL"           \
    " AND NOT EXISTS (SELECT 1 FROM journal later WHERE later.staff = :staff"            \
    " AND later.id > j.id AND later.undoes IS NULL AND later.redoes IS NULL"             \
    " AND NOT " FOLLOWED("later") ") ORDER BY j.id DESC LIMIT 1"

void
journal_entry_read(sqlite3_stmt *statement, struct journal_entry *entry)
{
    journal_entry_clear(entry);
    entry->id = sqlite3_column_int64(statement, 0);
    entry->at = sqlite3_column_int64(statement, 1);
    entry->staff = connection_column_copy(statement, 2);
    entry->act = connection_column_copy(statement, 3);
    const struct entity *entity = entity_by_number(sqlite3_column_int(statement, 4));
    entry->entity = entity ? (int)entity->kind : -1;
    entry->row = sqlite3_column_int64(statement, 5);
    entry->summary = connection_column_copy(statement, 6);
    entry->reason = connection_column_copy(statement, 7);
    entry->undoes = sqlite3_column_int64(statement, 8);
    entry->undone_by = sqlite3_column_int64(statement, 9);
    entry->redoes = sqlite3_column_int64(statement, 10);
    entry->by_gateway = sqlite3_column_int(statement, 11) != 0;
}

static bool
fail_not_found(int64_t id, struct error *err)
{
    return error_set(err, ERROR_NOT_FOUND,
                     _("There is no act %" PRId64 " in the journal."), id);
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
journal_table_newest(struct database *db, instant *at, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST, err);

    *at = INSTANT_NONE;
    return statement && connection_read_number(statement, at, err);
}

bool
journal_table_newest_of(struct database *db, const char *login, int64_t *id,
                        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST_OF, err);

    *id = 0;
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    return connection_read_number(statement, id, err);
}

/* The newest of a login, as the SQL chooses; `none` is said when there is none. */
static bool
load_last(struct database *db, const char *sql, const char *login, int64_t before,
          const char *none, struct journal_entry *entry, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool found = false;

    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    connection_bind_number(statement, ":before", before != 0 ? before : INT64_MAX);
    return read_entry(statement, entry, &found, err) &&
           (found || error_set(err, ERROR_NOT_FOUND, "%s", none));
}

bool
journal_table_last_undoable(struct database *db, const char *login, int64_t before,
                            struct journal_entry *entry, struct error *err)
{
    return load_last(db, SQL_LAST_UNDOABLE, login, before,
                     _("There is nothing left to undo."), entry, err);
}

bool
journal_table_last_redoable(struct database *db, const char *login,
                            struct journal_entry *entry, struct error *err)
{
    return load_last(db, SQL_LAST_REDOABLE, login, 0, _("There is nothing to redo."),
                     entry, err);
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

bool
journal_table_was_erased(struct database *db, int64_t act, const struct entity *entity,
                         int64_t row, bool *erased, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WAS_ERASED, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":act", act);
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    const bool ok = connection_step(statement, erased, err);
    connection_release(statement);
    return ok;
}

bool
journal_table_had_value(struct database *db, const struct entity *entity, int64_t row,
                        const char *field, const char *text, bool *had, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_HAD_VALUE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_text(statement, ":field", field);
    connection_bind_text(statement, ":text", text);
    const bool ok = connection_step(statement, had, err);
    connection_release(statement);
    return ok;
}

/* --- writing */

/* The one row that it is about needs no list. */
static void
add_runs(struct buffer *rows, const struct journal_capture *capture,
         const struct journal_entry *entry)
{
    const struct journal_run *first = capture->runs;

    if (capture->run_count == 1 && first->first == first->last &&
        (int)first->entity->kind == entry->entity && first->first == entry->row)
        return;
    for (size_t i = 0; i < capture->run_count; i++) {
        const struct journal_run *run = &capture->runs[i];
        buffer_addf(rows, "%c[%d,%" PRId64 ",%" PRId64 "]", i == 0 ? '[' : ',',
                    run->entity->number, run->first, run->last);
    }
    if (capture->run_count > 0)
        buffer_add_char(rows, ']');
}

static bool
write_entry(struct database *db, struct journal_entry *entry, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WRITE, err);
    struct buffer rows = { 0 };

    if (!statement)
        return false;
    if (db->capture.id != 0)
        connection_bind_number(statement, ":id", db->capture.id);
    connection_bind_number(statement, ":at", entry->at);
    connection_bind_text(statement, ":staff", entry->staff);
    connection_bind_text(statement, ":act", entry->act);
    if (entry->entity >= 0) {
        const struct entity *entity = entity_get((enum entity_kind)entry->entity);
        connection_bind_number(statement, ":entity", entity->number);
        connection_bind_number(statement, ":row", entry->row);
    }
    connection_bind_text(statement, ":summary", entry->summary);
    add_runs(&rows, &db->capture, entry);
    if (rows.length > 0)
        connection_bind_text(statement, ":rows", buffer_text(&rows));
    buffer_clear(&rows);
    if (entry->undoes != 0)
        connection_bind_number(statement, ":undoes", entry->undoes);
    if (entry->redoes != 0)
        connection_bind_number(statement, ":redoes", entry->redoes);
    if (!connection_run(statement, err))
        return false;
    entry->id = sqlite3_last_insert_rowid(db->sqlite);
    db->capture.is_told = true;
    return true;
}

bool
journal_table_give_reason(struct database *db, int64_t id, const char *question,
                          const char *text, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WRITE_REASON, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":journal", id);
    connection_bind_text(statement, ":question", question);
    connection_bind_text(statement, ":text", text);
    return connection_run(statement, err);
}

bool
journal_table_share_reasons(struct database *db, int64_t id, int64_t other,
                            struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SHARE_REASONS, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":journal", id);
    connection_bind_number(statement, ":other", other);
    return connection_run(statement, err);
}

/* What the act itself asked, and by which way it came. */
static bool
write_reason(struct database *db, const struct journal_entry *entry, struct error *err)
{
    return (!entry->reason ||
            journal_table_give_reason(db, entry->id, "reason", entry->reason, err)) &&
           (!entry->by_gateway ||
            journal_table_give_reason(db, entry->id, JOURNAL_GATEWAY, "", err));
}

/* Of the act, or of the undo, that this one takes back. */
static bool
write_undone(struct database *db, const struct journal_entry *entry, struct error *err)
{
    const int64_t undone = journal_entry_taken(entry);

    if (undone == 0)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_UNDONE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", entry->id);
    connection_bind_number(statement, ":undone", undone);
    return connection_run(statement, err) &&
           (sqlite3_changes(db->sqlite) == 1 || fail_not_found(undone, err));
}

bool
journal_table_write(struct database *db, struct journal_entry *entry, struct error *err)
{
    entry->id = 0;
    return (db->capture.changes == 0 && journal_entry_taken(entry) == 0) ||
           (write_entry(db, entry, err) && write_reason(db, entry, err) &&
            write_undone(db, entry, err));
}

bool
journal_table_note(struct database *db, struct journal_entry *entry, struct error *err)
{
    return write_entry(db, entry, err) && write_reason(db, entry, err);
}
