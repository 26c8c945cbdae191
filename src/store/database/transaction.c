/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transaction.c - one operation of one person, whole or not at all */
#include "database/connection.h"
#include "database/queue.h"
#include "database/write_ahead_log.h"
#include "journal/journal_capture.h"
#include "search/search_index.h"

#include <assert.h>

#include "atelier/base/language.h"

/* The turn goes to the next; signals are held back until the disk has it, too. */
static void
hand_on(struct database *db)
{
    journal_capture_end(db);
    search_due_clear(&db->due);
    meeting_day_due_clear(&db->days);
    merged_person_clear(&db->merged);
    db->writing = false;
    queue_leave(db);
}

static void
end_write(struct database *db)
{
    hand_on(db);
    queue_let_signals(db);
}

static bool
begin(struct database *db, struct error *err)
{
    return connection_run(connection_prepare(db, "BEGIN IMMEDIATE", err), err);
}

bool
transaction_begin(struct database *db, struct error *err)
{
    assert(!db->writing);
    if (db->is_alone)
        return connection_fail_code(SQLITE_FULL, db->no_room, db->path, err);
    if (db->read_only)
        return error_set(err, ERROR_DATABASE,
                         _("%s is open for reading only: nothing can be changed."),
                         db->path);
    if (!connection_prepare(db, "BEGIN IMMEDIATE", err))
        return false;

    queue_hold_signals(db);
    if (!queue_enter(db, err)) {
        queue_let_signals(db);
        return false;
    }
    db->writing = true;
    if (!begin(db, err)) {
        end_write(db);
        return false;
    }
    return true;
}

/* A commit that failed (a full disk, say) leaves nothing of the operation behind. */
bool
transaction_commit(struct database *db, struct error *err)
{
    assert(db->writing);
    assert(db->capture.changes == 0 || db->capture.is_told); /* rule 9 */
    sqlite3_stmt *commit = connection_prepare(db, "COMMIT", err);
    if (!commit || !search_index_settle(db, err) || !connection_run(commit, err)) {
        transaction_roll_back(db);
        return false;
    }
    hand_on(db);
    const bool safe = write_ahead_log_sync(db, err);
    write_ahead_log_take_up(db);
    queue_let_signals(db);
    return safe;
}

void
transaction_roll_back(struct database *db)
{
    if (!db->writing)
        return;
    if (!sqlite3_get_autocommit(db->sqlite)) {
        sqlite3_stmt *statement = connection_prepare(db, "ROLLBACK", NULL);
        if (statement)
            connection_run(statement, NULL);
        else
            sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
    }
    end_write(db);
}

bool
transaction_read_begin(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, "BEGIN", err);
    return statement && connection_run(statement, err);
}

void
transaction_read_end(struct database *db)
{
    sqlite3_stmt *statement = connection_prepare(db, "COMMIT", NULL);
    if (statement && !db->writing)
        connection_run(statement, NULL);
}
