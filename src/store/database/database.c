/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database.c - the file, opened with care */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/real_path.h"
#include "database/configuration.h"
#include "database/connection.h"
#include "database/file_guard.h"
#include "database/founding.h"
#include "database/left_name.h"
#include "database/migration.h"
#include "database/opening_lock.h"
#include "database/queue.h"
#include "database/schema_version.h"
#include "database/write_ahead_log.h"
#include "maintenance/maintenance_upgrade.h"

enum { PROGRESS_STEPS = 2000 };

/* Only a file that is ours is turned to one with a log, and an old one is left as it is.
 */
static bool
turn_to_log(struct database *db, struct error *err)
{
    if (db->read_only)
        return connection_execute(db, "PRAGMA query_only = ON", err);
    bool latest = false;

    return schema_version_is_latest(db, &latest, err) &&
           (!latest || connection_execute(db, "PRAGMA journal_mode = WAL", err));
}

/* Before anything is read, or SQLite would share its memory. */
static bool
stay_alone(struct database *db, struct error *err)
{
    return !db->is_alone ||
           connection_execute(db, "PRAGMA locking_mode = EXCLUSIVE", err);
}

/* SQLite does not wait by itself for whoever is just closing the file, or turning it to
 * one with a log: we do, as long as for anybody else. */
static bool
read_first(struct database *db, bool *old, struct error *err)
{
    for (int tries = 0;; tries++) {
        if (stay_alone(db, err) && configuration_begin(db, err) && turn_to_log(db, err) &&
            schema_version_check(db, old, err))
            return true;
        if ((sqlite3_errcode(db->sqlite) & 0xff) != SQLITE_BUSY ||
            !queue_wait_busy(db, tries))
            return false;
        if (err)
            error_clear(err);
    }
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
           read_big_endian(page + VERSION_PLACE) >= 1 &&
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
come_in(struct database *db, struct error *err)
{
    const bool makes_queue =
        looks_like_ours(db) && file_guard_check_one_name(db->path, NULL);
    if (!opening_lock_share(db, makes_queue, err))
        return COMING_FAILED;
    if (connection_has_moved(db->sqlite))
        return COMING_TO_ANOTHER;
    if (db->queue >= 0)
        left_name_remove(db->path);
    if (!file_guard_check_one_name(db->path, err))
        return COMING_FAILED;
    bool old = false;
    const bool ok = read_first(db, &old, err);
    if (connection_has_moved(db->sqlite))
        return COMING_TO_ANOTHER;
    opening_lock_release(db);
    if (!ok)
        return COMING_FAILED;
    return old ? COMING_TO_AN_OLD : COMING_IN;
}

static enum coming
open_connection(struct database *db, struct error *err)
{
    const bool writes = !db->read_only || db->is_alone; /* alone: its locks are */
    configuration_prepare();
    const int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                      (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    const int result = sqlite3_open_v2(db->path, &db->sqlite, flags, NULL);

    if (result != SQLITE_OK) {
        connection_fail_code(result, db->sqlite ? sqlite3_system_errno(db->sqlite) : 0,
                             db->path, err);
        return COMING_FAILED;
    }
    shared_memory_guard(&db->shared_memory, db->sqlite);
    return come_in(db, err);
}

static bool
has_no_room(struct database *db)
{
    return db->sqlite && connection_has_no_room(sqlite3_errcode(db->sqlite),
                                                sqlite3_system_errno(db->sqlite));
}

/*
 * The memory that connections share has its room on the disk.  Where there is none,
 * SQLite reads without it, but then nobody else may be in: fine for one command, not for
 * somebody who stays.
 */
static enum coming
come_without_room(struct database *db, struct error *err)
{
    enum coming coming = COMING_FAILED;

    if (db->is_brief && !db->read_only) {
        db->no_room = sqlite3_system_errno(db->sqlite);
        connection_close(db);
        if (err)
            error_clear(err);
        db->is_alone = true;
        db->read_only = true;
        coming = open_connection(db, err);
    }
    const bool is_kept_out =
        db->is_alone && (sqlite3_errcode(db->sqlite) & 0xff) == SQLITE_BUSY;
    if (coming == COMING_FAILED && (is_kept_out || has_no_room(db)))
        error_set(err, ERROR_DATABASE,
                  _("The disk of %s is full: there is not even the little room that "
                    "reading takes.  Make room and try again."),
                  db->path);
    return coming;
}

/* A file that is replaced again and again is not waited for without end. */
static bool
open_present(struct database *db, const struct telling *telling, struct error *err)
{
    enum { TRIES = 10 };

    for (int i = 0; i < TRIES; i++) {
        enum coming coming = open_connection(db, err);
        if (coming == COMING_FAILED && has_no_room(db))
            coming = come_without_room(db, err);
        if (coming == COMING_FAILED)
            return false;
        if (coming == COMING_IN)
            return write_ahead_log_begin(db, err);
        if (coming == COMING_TO_ANOTHER) /* and what is beside it is the other's */
            sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        connection_close(db);
        if (err)
            error_clear(err);
        if (coming == COMING_TO_AN_OLD && !maintenance_upgrade(db->path, telling, err))
            return false;
    }
    return connection_refuse_replaced(db, err);
}

/* Its real name, which is taken once: SQLite and we have one set of files beside it. */
static bool
settle_path(struct database *db, struct error *err)
{
    char *real;
    if (!real_path_find_to_open(db->path, &real, err))
        return false;
    free(db->path);
    db->path = real;
    struct buffer queue = { 0 };
    buffer_addf(&queue, "%s.queue", db->path);
    free(db->queue_path);
    db->queue_path = buffer_take(&queue);
    return true;
}

static bool
open_file(struct database *db, enum database_open how, const struct telling *telling,
          struct error *err)
{
    if (!file_guard_check_place(db->path, err))
        return false;
    if (access(db->path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return error_set_field(err, ERROR_NOT_FOUND, "database",
                               _("There is no database %s.  “atelier init” creates it."),
                               db->path);
    if (!settle_path(db, err) || !file_guard_check_place(db->path, err) ||
        !file_guard_check_kind(db->path, err) || !file_guard_check_beside(db->path, err))
        return false;
    db->is_brief = how == DATABASE_BRIEFLY;
    db->read_only = how == DATABASE_READ || !file_guard_is_writable(db->path);
    return open_present(db, telling, err);
}

static struct database *
begin(const char *path)
{
    struct database *db = memory_new(1, sizeof(*db));

    db->path = memory_copy(path);
    db->queue = -1;
    db->jitter = (uint64_t)getpid() * 0x9e3779b97f4a7c15U + 1;
    return db;
}

static struct database *
end(struct database *db, bool ok)
{
    if (ok) {
        database_changed(db);
        return db;
    }
    database_close(db);
    return NULL;
}

struct database *
database_found(const char *path, bool shared, int64_t room, struct error *err)
{
    struct database *db = begin(path);

    return end(db, file_guard_check_place(path, err) &&
                       founding_begin(db, shared, room, err));
}

bool
database_place(struct database *db, struct error *err)
{
    return !db->founding || (founding_end(db, err) &&
                             open_file(db, DATABASE_OPEN, &(struct telling){ 0 }, err));
}

struct database *
database_open(const char *path, enum database_open how, bool shared, struct error *err)
{
    struct database *db =
        how == DATABASE_CREATE ? database_found(path, shared, 0, err) : begin(path);

    if (!db)
        return NULL;
    return end(db, how == DATABASE_CREATE
                       ? database_place(db, err)
                       : open_file(db, how, &(struct telling){ 0 }, err));
}

struct database *
database_open_telling(const char *path, enum database_open how, work_progress *progress,
                      void *context, struct error *err)
{
    const struct telling telling = { progress, context };
    struct database *db = begin(path);

    return end(db, open_file(db, how, &telling, err));
}

/* What was done in a file that lost its name is kept in it, and what lies beside the
 * file that has the name now is left alone. */
static void
save_replaced(struct database *db)
{
    if (!db->sqlite || !database_is_replaced(db))
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
    founding_free(db->founding);
    connection_free(db);
}

void
database_discard(struct database *db)
{
    char *placed = db->founding ? NULL : memory_copy(db->path);

    database_close(db);
    if (placed)
        file_guard_remove(placed);
    free(placed);
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
    if (connection_is_in_memory(db->path))
        return false;
    if (db->founding)
        return (db->founding->mode & (S_IRWXG | S_IRWXO)) != 0;
    struct stat status;
    return stat(db->path, &status) != 0 || status.st_uid != geteuid() ||
           (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

bool
database_refuse_write(const struct database *db, struct error *err)
{
    return db->is_alone ? connection_fail_code(SQLITE_FULL, db->no_room, db->path, err)
                        : connection_fail_read_only(db->path, err);
}

bool
database_is_replaced(const struct database *db)
{
    return !db->founding && connection_has_moved(db->sqlite);
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
    if (connection_is_in_memory(db->path) || statvfs(db->path, &status) != 0)
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
    if (!connection_execute(db, configuration_sql, err) ||
        !connection_execute(db, "PRAGMA wal_checkpoint(TRUNCATE)", err) ||
        !write_ahead_log_begin(db, err))
        return false;
    sqlite3_db_release_memory(db->sqlite);
    return true;
}

void
database_set_sparing(struct database *db, bool sparing)
{
    struct error ignored = { 0 };

    (void)connection_execute(
        db, sparing ? CONFIGURATION_CACHE_SPARING : CONFIGURATION_CACHE, &ignored);
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
