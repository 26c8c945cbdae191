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
#include "database/connection.h"
#include "database/door.h"
#include "database/file_guard.h"
#include "database/migration.h"
#include "database/queue.h"
#include "database/write_ahead_log.h"
#include "maintenance/maintenance_upgrade.h"

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

/* Creates the schema in an empty file, and refuses what is not ours or newer; an old one
 * is upgraded by whoever opens it. */
static bool
settle_schema(struct database *db, bool fresh, bool *old, struct error *err)
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
    *old = version < migration_latest();
    return !*old || !db->read_only ||
           error_set(
               err, ERROR_DATABASE,
               _("%s is of an older atelier and can only be read by you: somebody who "
                 "may write must open it once."),
               db->path);
}

/* Only a file that is ours, or empty, is turned to WAL, and an old one is left as it is.
 */
static bool
turn_to_log(struct database *db, bool fresh, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;

    if (db->read_only)
        return connection_execute(db, "PRAGMA query_only = ON", err);
    if (!read_pragma(db, "PRAGMA application_id", &application, err) ||
        !read_pragma(db, "PRAGMA user_version", &version, err))
        return false;
    if (fresh ||
        (application == MIGRATION_APPLICATION_ID && version == migration_latest()))
        return connection_execute(db, "PRAGMA journal_mode = WAL", err);
    return true;
}

static bool
configure(struct database *db, bool fresh, struct error *err)
{
    int on = 0;
    sqlite3_extended_result_codes(db->sqlite, 1);
    sqlite3_busy_handler(db->sqlite, queue_wait_busy, db);
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    return connection_execute(db, settings_sql, err) && turn_to_log(db, fresh, err);
}

/* Two programs may open an empty file at the same time: one of them works. */
static bool
settle_in_turn(struct database *db, bool fresh, bool *old, struct error *err)
{
    if (!fresh) /* is not touched: no turn is needed */
        return settle_schema(db, fresh, old, err);
    if (!queue_enter(db, err))
        return false;
    bool ok = settle_schema(db, fresh, old, err);
    queue_leave(db);
    return ok;
}

static uint32_t
read_big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
           bytes[3];
}

/* Whether it will be opened, as its first page says, which is read past all locks: beside
 * what is refused nothing is made. */
static bool
looks_like_ours(struct database *db)
{
    enum { PAGE_SIZE_PLACE = 16, PAGES_PLACE = 28, VERSION_PLACE = 60, ID_PLACE = 68 };
    unsigned char page[ID_PLACE + 4] = { 0 };
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;

    if (sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
            SQLITE_OK ||
        !file || !file->pMethods ||
        file->pMethods->xRead(file, page, sizeof(page), 0) != SQLITE_OK ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return false;
    const sqlite3_int64 page_size =
        page[PAGE_SIZE_PLACE] << 8 | page[PAGE_SIZE_PLACE + 1];
    return read_big_endian(page + ID_PLACE) == MIGRATION_APPLICATION_ID &&
           read_big_endian(page + VERSION_PLACE) <= (uint32_t)migration_latest() &&
           size >= page_size * read_big_endian(page + PAGES_PLACE);
}

enum coming {
    COMING_FAILED,
    COMING_IN,
    COMING_TO_ANOTHER, /* another file has the name by now */
    COMING_TO_AN_OLD   /* one of an older program */
};

/* Reads the file for the first time, while nobody can put another in its place. */
static enum coming
come_in(struct database *db, bool fresh, struct error *err)
{
    bool old = false;

    if (!door_enter(db, fresh || looks_like_ours(db), err))
        return COMING_FAILED;
    if (connection_has_moved(db->sqlite))
        return COMING_TO_ANOTHER;
    const bool ok = configure(db, fresh, err) && settle_in_turn(db, fresh, &old, err);
    if (connection_has_moved(db->sqlite))
        return COMING_TO_ANOTHER;
    door_leave(db);
    if (!ok)
        return COMING_FAILED;
    return old ? COMING_TO_AN_OLD : COMING_IN;
}

static enum coming
open_connection(struct database *db, bool fresh, struct error *err)
{
    const int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
                      (db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    const int result = sqlite3_open_v2(db->path, &db->sqlite, flags, NULL);

    if (result != SQLITE_OK) {
        connection_fail_code(result, db->sqlite ? sqlite3_system_errno(db->sqlite) : 0,
                             db->path, err);
        return COMING_FAILED;
    }
    shared_memory_guard(&db->shared_memory, db->sqlite);
    return come_in(db, fresh, err);
}

/* A file that is replaced again and again is not waited for without end. */
static bool
open_present(struct database *db, bool fresh, struct error *err)
{
    enum { TRIES = 10 };

    for (int i = 0; i < TRIES; i++) {
        const enum coming coming = open_connection(db, fresh, err);
        if (coming == COMING_FAILED)
            return false;
        if (coming == COMING_IN)
            return write_ahead_log_begin(db, err);
        if (coming == COMING_TO_ANOTHER) /* and what is beside it is the other's */
            sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        connection_close(db);
        if (err)
            error_clear(err);
        if (coming == COMING_TO_AN_OLD && !maintenance_upgrade(db->path, err))
            return false;
    }
    return connection_refuse_replaced(db, err);
}

/* Its real name, which is taken once: SQLite and we have one set of files beside it. */
static void
settle_path(struct database *db)
{
    char *real = realpath(db->path, NULL);
    struct buffer queue = { 0 };

    if (real)
        memory_replace(&db->path, real);
    free(real);
    buffer_addf(&queue, "%s.queue", db->path);
    free(db->queue_path);
    db->queue_path = buffer_take(&queue);
}

static bool
open_file(struct database *db, enum database_open how, bool shared, struct error *err)
{
    bool fresh = how == DATABASE_CREATE;

    if (is_memory(db->path))
        return open_present(db, fresh, err);
    if (!file_guard_check_place(db->path, err) ||
        (fresh && !file_guard_create(db->path, shared, err)))
        return false;
    db->made = fresh;
    if (!fresh && access(db->path, F_OK) != 0 && errno == ENOENT)
        return error_set_field(err, ERROR_NOT_FOUND, "database",
                               _("There is no database %s.  “atelier init” creates it."),
                               db->path);
    settle_path(db);
    if (!file_guard_check_place(db->path, err) ||
        (!fresh && !file_guard_check_kind(db->path, err)))
        return false;
    db->read_only = how == DATABASE_READ || !file_guard_is_writable(db->path);
    return open_present(db, fresh, err);
}

struct database *
database_open(const char *path, enum database_open how, bool shared, struct error *err)
{
    struct database *db = memory_new(1, sizeof(*db));
    db->path = memory_copy(path);
    db->queue = -1;
    db->jitter = (uint64_t)getpid() * 0x9e3779b97f4a7c15U + 1;
    if (!open_file(db, how, shared, err)) {
        char *made = db->made ? memory_copy(db->path) : NULL;
        database_close(db);
        if (made) /* nothing half made is left behind */
            unlink(made);
        free(made);
        return NULL;
    }
    database_changed(db);
    return db;
}

/* What was done in a file that lost its name is kept in it, and what lies beside the
 * file that has the name now is left alone. */
static void
save_replaced(struct database *db)
{
    if (!db->sqlite || !connection_has_moved(db->sqlite))
        return;
    if (!db->read_only)
        sqlite3_wal_checkpoint_v2(db->sqlite, "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
                                  NULL);
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

void
database_close(struct database *db)
{
    if (!db)
        return;
    transaction_roll_back(db);
    save_replaced(db);
    connection_free(db);
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

/* A file that cannot be looked at is treated with care. */
bool
database_is_shared(const struct database *db)
{
    struct stat status;
    if (is_memory(db->path))
        return false;
    return stat(db->path, &status) != 0 || status.st_uid != geteuid() ||
           (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

bool
database_refuse_write(const struct database *db, struct error *err)
{
    return connection_fail_read_only(db->path, err);
}

bool
database_is_replaced(const struct database *db)
{
    return connection_has_moved(db->sqlite);
}

bool
database_refuse_replaced(const struct database *db, struct error *err)
{
    return connection_refuse_replaced(db, err);
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
