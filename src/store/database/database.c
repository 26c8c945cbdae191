/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database.c - the file: opened with care, of the right kind, of the right age */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/maintenance.h"
#include "database/connection.h"
#include "database/file_guard.h"
#include "database/migration.h"
#include "database/queue.h"
#include "database/write_ahead_log.h"

enum { PROGRESS_STEPS = 2000 };

/* STORAGE.md, Recommended; of a file that is in use the log is write_ahead_log.c's. */
static const char settings_sql[] = "PRAGMA foreign_keys = ON;"
                                   "PRAGMA synchronous = FULL;"
                                   "PRAGMA ignore_check_constraints = OFF;"
                                   "PRAGMA trusted_schema = OFF;"
                                   "PRAGMA cell_size_check = ON;"
                                   "PRAGMA secure_delete = ON;"
                                   "PRAGMA cache_size = -4000;"
                                   "PRAGMA temp_store = MEMORY;"
                                   "PRAGMA mmap_size = 0;"
                                   "PRAGMA journal_size_limit = 67108864;"
                                   "PRAGMA wal_autocheckpoint = 4000;";

static bool
is_memory(const char *path)
{
    return strcmp(path, ":memory:") == 0;
}

/* A number that a pragma answers. */
static bool
read_pragma(struct database *db, const char *sql, int64_t *number, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool row = false;
    bool ok = sqlite3_prepare_v2(db->sqlite, sql, -1, &statement, NULL) == SQLITE_OK;
    if (!ok)
        connection_fail(db, err);
    ok = ok && connection_step(statement, &row, err);
    *number = row ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return ok;
}

static bool
has_tables(struct database *db, struct error *err, bool *has)
{
    int64_t count = 0;
    bool ok = read_pragma(db, "SELECT count(*) FROM sqlite_schema", &count, err);
    *has = count > 0;
    return ok;
}

/* A copy of what the file was, whole and beside it, before a migration touches it.
 * FILE.before-N, or the first FILE.before-N-M that is free: a copy that is there was made
 * of another state. */
static bool
copy_before(struct database *db, struct error *err)
{
    struct buffer name = { 0 };
    struct stat there;

    buffer_addf(&name, "%s.before-%d", db->path, migration_latest());
    for (int i = 2; lstat(buffer_text(&name), &there) == 0; i++) {
        buffer_reset(&name);
        buffer_addf(&name, "%s.before-%d-%d", db->path, migration_latest(), i);
    }
    bool ok = maintenance_back_up(db, buffer_text(&name), NULL, NULL, err);
    buffer_clear(&name);
    return ok;
}

/* Creates the schema in an empty file, upgrades an old one, refuses all else. */
static bool
settle_schema(struct database *db, bool fresh, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;
    bool has = false;
    if (!read_pragma(db, "PRAGMA application_id", &application, err) ||
        !read_pragma(db, "PRAGMA user_version", &version, err) ||
        !has_tables(db, err, &has))
        return false;

    if (fresh && !has) {
        char sql[64];
        (void)snprintf(sql, sizeof(sql), "PRAGMA application_id = %d",
                       MIGRATION_APPLICATION_ID);
        return connection_execute(db, sql, err) && migration_run(db, 0, err);
    }
    if (application != MIGRATION_APPLICATION_ID)
        return error_set(err, ERROR_DATABASE,
                         _("%s is not a database of atelier.  Name another file with "
                           "--database."),
                         db->path);
    if (version > migration_latest())
        return error_set(
            err, ERROR_DATABASE,
            _("%s was written by a newer atelier (schema %d, this program knows "
              "%d).  Install the newer program."),
            db->path, (int)version, migration_latest());
    if (version == migration_latest())
        return true;
    if (db->read_only)
        return error_set(
            err, ERROR_DATABASE,
            _("%s is of an older atelier and can only be read by you: somebody who "
              "may write must open it once."),
            db->path);
    return copy_before(db, err) && migration_run(db, (int)version, err);
}

/* Two programs may open an old or empty file at the same time: one of them works. */
static bool
settle_in_turn(struct database *db, bool fresh, struct error *err)
{
    if (db->read_only)
        return settle_schema(db, fresh, err);
    /* What is right as it is, and what is refused, is not touched: no queue beside it. */
    int64_t application = 0;
    int64_t version = 0;
    if (!fresh && (!read_pragma(db, "PRAGMA application_id", &application, err) ||
                   !read_pragma(db, "PRAGMA user_version", &version, err)))
        return false;
    if (!fresh &&
        (application != MIGRATION_APPLICATION_ID || version >= migration_latest()))
        return settle_schema(db, fresh, err);
    if (!queue_enter(db, err))
        return false;
    bool ok = settle_schema(db, fresh, err);
    queue_leave(db);
    return ok;
}

static bool
configure(struct database *db, bool fresh, struct error *err)
{
    int on = 0;
    sqlite3_extended_result_codes(db->sqlite, 1);
    sqlite3_busy_handler(db->sqlite, queue_wait_busy, db);
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    if (!connection_execute(db, settings_sql, err))
        return false;
    if (db->read_only)
        return connection_execute(db, "PRAGMA query_only = ON", err);
    /* Only a file that is ours, or empty, is turned to WAL. */
    int64_t application = 0;
    if (!read_pragma(db, "PRAGMA application_id", &application, err))
        return false;
    if (fresh || application == MIGRATION_APPLICATION_ID)
        return connection_execute(db, "PRAGMA journal_mode = WAL", err);
    return true;
}

static bool
open_file(struct database *db, enum database_open how, bool shared, struct error *err)
{
    bool fresh = how == DATABASE_CREATE;
    bool memory = is_memory(db->path);
    int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;

    if (!memory) {
        if (!file_guard_check_place(db->path, err) ||
            (fresh && !file_guard_create(db->path, shared, err)))
            return false;
        if (!fresh && access(db->path, F_OK) != 0 && errno == ENOENT)
            return error_set_field(
                err, ERROR_NOT_FOUND, "database",
                _("There is no database %s.  “atelier init” creates it."), db->path);
        if (!fresh && !file_guard_check_kind(db->path, err))
            return false;
        db->read_only = how == DATABASE_READ || !file_guard_is_writable(db->path);
    }
    flags |= db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    char *real = memory ? NULL : realpath(db->path, NULL);
    int result = sqlite3_open_v2(real ? real : db->path, &db->sqlite, flags, NULL);
    free(real);
    if (result != SQLITE_OK)
        return connection_fail_code(
            result, db->sqlite ? sqlite3_system_errno(db->sqlite) : 0, db->path, err);
    shared_memory_guard(&db->shared_memory, db->sqlite);
    return configure(db, fresh, err) && settle_in_turn(db, fresh, err) &&
           write_ahead_log_begin(db, err);
}

struct database *
database_open(const char *path, enum database_open how, bool shared, struct error *err)
{
    struct database *db = memory_new(1, sizeof(*db));
    db->path = memory_copy(path);
    db->queue = -1;
    db->jitter = (uint64_t)getpid() * 0x9e3779b97f4a7c15U + 1;
    if (!is_memory(path)) {
        struct buffer queue = { 0 };
        buffer_addf(&queue, "%s.queue", path);
        db->queue_path = buffer_take(&queue);
    }
    if (!open_file(db, how, shared, err)) {
        bool made = how == DATABASE_CREATE && db->sqlite;
        database_close(db);
        if (made && !is_memory(path)) /* nothing half made is left behind */
            unlink(path);
        return NULL;
    }
    database_changed(db);
    return db;
}

void
database_close(struct database *db)
{
    if (!db)
        return;
    transaction_roll_back(db);
    connection_forget(db);
    sqlite3_close(db->sqlite);
    if (db->queue >= 0)
        close(db->queue);
    for (size_t e = 0; e < ENTITY_COUNT; e++)
        for (size_t s = 0; s < ROW_SQL_COUNT; s++)
            free(db->row_sql[e][s]);
    free(db->queue_path);
    free(db->path);
    free(db);
}

const char *
database_path(const struct database *db)
{
    return db->path;
}

bool
database_is_read_only(const struct database *db)
{
    return db->read_only;
}

bool
database_refuse_write(const struct database *db, struct error *err)
{
    return connection_fail_read_only(db->path, err);
}

bool
database_changed(struct database *db)
{
    sqlite3_stmt *statement = connection_prepare(db, "PRAGMA data_version", NULL);
    if (!statement)
        return false;
    int64_t version = db->seen_version;
    if (sqlite3_step(statement) == SQLITE_ROW)
        version = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    bool changed = version != db->seen_version;
    db->seen_version = version;
    return changed;
}

int64_t
database_free_space(const struct database *db)
{
    struct statvfs status;
    if (is_memory(db->path) || statvfs(db->path, &status) != 0)
        return -1;
    return (int64_t)status.f_bavail * (int64_t)status.f_frsize;
}

/* Much memory, nothing that a crash would need, and no look at each row: foreign keys
 * and checks hold because the rows come from the program itself. */
static const char filling_sql[] = "PRAGMA synchronous = OFF;"
                                  "PRAGMA secure_delete = OFF;"
                                  "PRAGMA foreign_keys = OFF;"
                                  "PRAGMA ignore_check_constraints = ON;"
                                  "PRAGMA cache_size = -400000;"
                                  "PRAGMA wal_autocheckpoint = 40000;";

bool
database_set_filling(struct database *db, bool filling, struct error *err)
{
    if (filling)
        return connection_execute(db, filling_sql, err);
    if (!connection_execute(db, settings_sql, err) ||
        !connection_execute(db, "PRAGMA wal_checkpoint(TRUNCATE)", err) ||
        !write_ahead_log_begin(db, err))
        return false;
    sqlite3_db_release_memory(db->sqlite);
    return true;
}

static int
ask_stop(void *database)
{
    struct database *db = database;
    return !db->writing && db->stop && db->stop(db->stop_context);
}

void
database_set_waiting(struct database *db, bool (*give_up)(void *context, int64_t waited),
                     void *context)
{
    db->give_up = give_up;
    db->give_up_context = context;
}

void
database_set_progress(struct database *db, bool (*stop)(void *context), void *context)
{
    db->stop = stop;
    db->stop_context = context;
    sqlite3_progress_handler(db->sqlite, stop ? PROGRESS_STEPS : 0,
                             stop ? ask_stop : NULL, db);
}
