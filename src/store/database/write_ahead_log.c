/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_ahead_log.c - the log of commits is synced by whoever has committed, and taken
 * up by one for all */
#include "database/write_ahead_log.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "atelier/base/language.h"
#include "database/queue.h"

enum { LONG_LOG_PAGES = 4000 };

/* Called at each commit, with the length of the log. */
static int
note_commit(void *database, sqlite3 *sqlite, const char *name, int pages)
{
    struct database *db = database;

    (void)sqlite;
    (void)name;
    assert(db->writing); /* or nobody would sync it */
    db->log_pages = pages;
    return SQLITE_OK;
}

static bool
has_log(struct database *db)
{
    sqlite3_stmt *statement = NULL;
    const bool has = sqlite3_prepare_v2(db->sqlite, "PRAGMA journal_mode", -1, &statement,
                                        NULL) == SQLITE_OK &&
                     sqlite3_step(statement) == SQLITE_ROW &&
                     strcmp((const char *)sqlite3_column_text(statement, 0), "wal") == 0;

    sqlite3_finalize(statement);
    return has;
}

bool
write_ahead_log_begin(struct database *db, struct error *err)
{
    db->log_is_ours = !db->read_only && has_log(db);
    if (!db->log_is_ours)
        return true;
    sqlite3_wal_hook(db->sqlite, note_commit, db);
    return connection_execute(db, "PRAGMA synchronous = NORMAL", err);
}

static int
sync_file(struct database *db, int which)
{
    sqlite3_file *file = NULL;
    const int result = sqlite3_file_control(db->sqlite, "main", which, &file);

    if (result != SQLITE_OK)
        return result;
    assert(file && file->pMethods);
    errno = 0;
    return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

/* What the disk has refused once the system believes to be written, and the log would
 * have a hole before all that follows.  In the file itself there is another place. */
static bool
is_saved_in_file(struct database *db)
{
    int pages = 0;
    int done = 0;

    return sqlite3_wal_checkpoint_v2(db->sqlite, "main", SQLITE_CHECKPOINT_FULL, &pages,
                                     &done) == SQLITE_OK &&
           done == pages;
}

bool
write_ahead_log_sync(struct database *db, struct error *err)
{
    if (!db->log_is_ours || sync_file(db, SQLITE_FCNTL_JOURNAL_POINTER) == SQLITE_OK)
        return true;
    const int why = errno != 0 ? errno : EIO;
    if (is_saved_in_file(db))
        return true;
    return error_set(err, ERROR_DATABASE,
                     _("The disk of %s failed: %s.  What you did is written, but a power "
                       "cut may undo it.  Make a backup on another disk."),
                     db->path, error_system_text(why));
}

/* False when somebody still reads what the file held before: it cannot be taken up. */
static bool
take_up(struct database *db)
{
    int pages = 0;
    int done = 0;

    return sqlite3_wal_checkpoint_v2(db->sqlite, "main", SQLITE_CHECKPOINT_PASSIVE,
                                     &pages, &done) == SQLITE_OK &&
           done == pages && sync_file(db, SQLITE_FCNTL_FILE_POINTER) == SQLITE_OK;
}

/*
 * While the others write on: then little is left to be done in the turn, without which
 * the log would never be taken up whole.  One that somebody reads is tried again when it
 * has grown as much again.
 */
void
write_ahead_log_take_up(struct database *db)
{
    if (db->log_pages < LONG_LOG_PAGES)
        db->log_due = LONG_LOG_PAGES;
    if (!db->log_is_ours || db->log_pages < db->log_due || !queue_take_duty(db))
        return;
    bool ok = take_up(db);
    db->log_due = ok ? LONG_LOG_PAGES : db->log_pages + LONG_LOG_PAGES;
    ok = ok && take_up(db); /* what has come meanwhile */
    if (ok && queue_enter(db, NULL)) {
        (void)take_up(db);
        queue_leave(db);
    }
    queue_leave_duty(db);
}
