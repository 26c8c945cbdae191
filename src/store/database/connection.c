/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.c - statements that are prepared once, and SQLite's answers as sentences */
#include "database/connection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/path.h"
#include "database/file_guard.h"
#include "database/scratch_name.h"

/* One prepared statement; the SQL is the statement's own. */
struct statement_slot {
    sqlite3_stmt *statement;
    uint64_t hash;
};

enum { FIRST_SLOTS = 128 };

/* FNV-1a over eight bytes at a time: statements are long and asked for often. */
static uint64_t
hash_text(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325U;
    size_t used;
    for (size_t left = strlen(text); left > 0; left -= used, text += used) {
        uint64_t part = 0;
        used = left < sizeof(part) ? left : sizeof(part);
        memcpy(&part, text, used);
        hash = (hash ^ part) * 0x100000001b3U;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The slot that holds the SQL, or the free one where it belongs. */
static struct statement_slot *
find_slot(struct statement_slot *slots, size_t capacity, const char *sql, uint64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);
    while (slots[i].statement &&
           (slots[i].hash != hash ||
            (sql && strcmp(sqlite3_sql(slots[i].statement), sql) != 0)))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static void
make_room(struct database *db)
{
    if (db->statement_capacity && db->statement_count * 2 < db->statement_capacity)
        return;

    size_t capacity = db->statement_capacity ? db->statement_capacity * 2 : FIRST_SLOTS;
    struct statement_slot *slots = memory_new(capacity, sizeof(*slots));
    for (size_t i = 0; i < db->statement_capacity; i++) {
        struct statement_slot *old = &db->statements[i];
        if (old->statement)
            *find_slot(slots, capacity, sqlite3_sql(old->statement), old->hash) = *old;
    }
    free(db->statements);
    db->statements = slots;
    db->statement_capacity = capacity;
}

sqlite3_stmt *
connection_prepare(struct database *db, const char *sql, struct error *err)
{
    make_room(db);
    uint64_t hash = hash_text(sql);
    struct statement_slot *slot =
        find_slot(db->statements, db->statement_capacity, sql, hash);
    if (slot->statement)
        return slot->statement;

    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           NULL) != SQLITE_OK) {
        connection_fail(db, err);
        return NULL;
    }
    slot->statement = statement;
    slot->hash = hash;
    db->statement_count++;
    return statement;
}

void
connection_forget(struct database *db)
{
    for (size_t i = 0; i < db->statement_capacity; i++)
        sqlite3_finalize(db->statements[i].statement);
    free(db->statements);
    db->statements = NULL;
    db->statement_count = 0;
    db->statement_capacity = 0;
}

void
connection_release(sqlite3_stmt *statement)
{
    if (!statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

/* Whether it is the disk that fails, and not what was asked of it. */
static bool
is_of_the_disk(int code)
{
    return (code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR ||
           (code & 0xff) == SQLITE_CANTOPEN;
}

/* Of a commit that failed, SQLite keeps no reason: then the system's own counts.  What
 * is made elsewhere before it has its name fails there. */
static bool
fail_with(sqlite3 *sqlite, int system_errno, const char *path, struct error *err)
{
    const int kept = sqlite3_system_errno(sqlite);
    const int code = sqlite3_extended_errcode(sqlite);
    const char *file = is_of_the_disk(code) ? sqlite3_db_filename(sqlite, "main") : NULL;
    char *place = scratch_name_place(file);

    const bool ok = connection_fail_code(code, kept != 0 ? kept : system_errno,
                                         place ? file : path, err);
    free(place);
    return ok;
}

bool
connection_step(sqlite3_stmt *statement, bool *row, struct error *err)
{
    errno = 0;
    int result = sqlite3_step(statement);
    const int why = errno;
    *row = result == SQLITE_ROW;
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return true;
    sqlite3 *sqlite = sqlite3_db_handle(statement);
    return fail_with(sqlite, why, sqlite3_db_filename(sqlite, "main"), err);
}

bool
connection_read_number(sqlite3_stmt *statement, int64_t *number, struct error *err)
{
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there)
        *number = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

bool
connection_each_number(sqlite3_stmt *statement,
                       bool (*visit)(void *context, int64_t number, struct error *err),
                       void *context, struct error *err)
{
    bool there = false;
    bool ok = true;
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = visit(context, sqlite3_column_int64(statement, 0), err);
    connection_release(statement);
    return ok;
}

bool
connection_run(sqlite3_stmt *statement, struct error *err)
{
    bool row;
    bool ok = connection_step(statement, &row, err);
    connection_release(statement);
    return ok;
}

bool
connection_execute(struct database *db, const char *sql, struct error *err)
{
    errno = 0;
    if (sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    const int why = errno;
    db->failure = sqlite3_errcode(db->sqlite) & 0xff;
    return fail_with(db->sqlite, why, db->path, err);
}

bool
connection_is_in_memory(const char *path)
{
    return strcmp(path, ":memory:") == 0;
}

bool
connection_fail(struct database *db, struct error *err)
{
    db->failure = sqlite3_errcode(db->sqlite) & 0xff;
    return fail_with(db->sqlite, 0, db->path, err);
}

bool
connection_has_moved(sqlite3 *sqlite)
{
    int moved = 0;
    return sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
}

bool
connection_fail_read_only(const char *path, struct error *err)
{
    struct stat status;
    char *barrier = file_guard_find_barrier(path, &status);
    if (!barrier)
        return error_set(err, ERROR_DATABASE,
                         _("%s can only be read by you: the file, its folder or its disk "
                           "is read-only.  Work on a copy, or ask who looks after the "
                           "machine."),
                         path);
    error_set(
        err, ERROR_DATABASE,
        _("%s can only be read by you: you may not write to %s (owner %u, group %u, "
          "mode %o).  Its owner can let you in: chgrp GROUP and chmod 660 a file, "
          "chgrp GROUP and chmod 2770 a folder."),
        path, barrier, (unsigned)status.st_uid, (unsigned)status.st_gid,
        (unsigned)status.st_mode & 07777U);
    free(barrier);
    return false;
}

/* Its folder keeps us from even seeing it. */
static bool
fail_folder(const char *path, const char *why, struct error *err)
{
    char *folder = path_folder(path);
    struct stat status;
    if (stat(folder, &status) == 0)
        error_set(
            err, ERROR_DATABASE,
            _("%s cannot be opened: %s.  The owner of the folder %s (owner %u, group "
              "%u, mode %o) can let you in: chgrp GROUP and chmod 2770 the folder, "
              "chmod 660 the file."),
            path, why, folder, (unsigned)status.st_uid, (unsigned)status.st_gid,
            (unsigned)status.st_mode & 07777U);
    else
        error_set(err, ERROR_DATABASE,
                  _("%s cannot be opened: %s.  The owner of its folder can let you in: "
                    "chgrp GROUP and chmod 2770 the folder, chmod 660 the file."),
                  path, why);
    free(folder);
    return false;
}

/* Even to be read, the file needs others beside it that cannot be made. */
static bool
fail_beside(const char *path, struct error *err)
{
    struct stat status;
    char *barrier = file_guard_find_barrier(path, &status);
    bool refused = barrier;
    free(barrier);
    if (refused)
        return connection_fail_read_only(path, err);
    return error_set(err, ERROR_DATABASE,
                     _("%s cannot be read where nothing may be written beside it: its "
                       "folder or its disk is read-only.  Work on a copy."),
                     path);
}

/* The file, or one of those beside it. */
static bool
fail_file(const char *path, const struct stat *file, int system_errno, struct error *err)
{
    struct stat status;
    char *beside = file_guard_find_unreadable(path, &status);
    if (!beside)
        status = *file;
    error_set(err, ERROR_DATABASE,
              _("%s (owner %u, group %u, mode %o) cannot be opened: %s.  The owner "
                "can let you in: chgrp GROUP and chmod 660 the file, chmod 2770 its "
                "folder."),
              beside ? beside : path, (unsigned)status.st_uid, (unsigned)status.st_gid,
              (unsigned)status.st_mode & 07777U, error_system_text(system_errno));
    free(beside);
    return false;
}

/* Why the file cannot be opened, as the system sees it, and who can change that. */
static bool
fail_access(const char *path, int system_errno, struct error *err)
{
    struct stat status;
    bool seen = stat(path, &status) == 0;
    if (system_errno == 0)
        system_errno = seen ? EACCES : errno;
    const char *why = error_system_text(system_errno);
    if (system_errno == EMFILE || system_errno == ENFILE || system_errno == ENOMEM)
        return error_set(err, ERROR_DATABASE,
                         _("%s cannot be opened: %s.  Close other programs and try "
                           "again, or ask for a higher limit (ulimit -n)."),
                         path, why);
    if (seen && system_errno == ENOENT) /* it is what belongs beside it that is not */
        return fail_beside(path, err);
    if (seen)
        return fail_file(path, &status, system_errno, err);
    if (system_errno == EACCES)
        return fail_folder(path, why, err);
    return error_set(err, ERROR_DATABASE,
                     _("%s cannot be opened: %s.  Name another file with --database."),
                     path, why);
}

/* SQLite may have forgotten why a page could not be written. */
static bool
is_limited(int code, int system_errno)
{
    struct rlimit limit;

    return system_errno == EFBIG ||
           (code == SQLITE_IOERR_WRITE && system_errno == 0 &&
            getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY);
}

bool
connection_has_no_room(int code, int system_errno)
{
    const int kind = code & 0xff;

    return kind == SQLITE_FULL || ((kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) &&
                                   (system_errno == ENOSPC || system_errno == EDQUOT));
}

/* What may not grow there has no name by which a person could find it. */
static bool
fail_in_place(int code, int system_errno, const char *place, struct error *err)
{
    if (connection_has_no_room(code, system_errno) && system_errno == EDQUOT)
        return error_set(err, ERROR_DATABASE,
                         _("A copy in %s may not grow any more: your disk quota is used "
                           "up.  Nothing was written; make room, or ask for a larger "
                           "quota."),
                         place);
    if ((code & 0xff) == SQLITE_IOERR && is_limited(code, system_errno))
        return error_set(err, ERROR_DATABASE,
                         _("A copy in %s may not grow any more: the system limits the "
                           "size of your files.  Nothing was written; ask for a higher "
                           "limit (ulimit -f)."),
                         place);
    return connection_fail_code(code, system_errno, place, err);
}

bool
connection_fail_code(int code, int system_errno, const char *path, struct error *err)
{
    char *place = scratch_name_place(path);
    if (place) {
        fail_in_place(code, system_errno, place, err);
        free(place);
        return false;
    }
    const char *name = path && *path ? path : _("the database in memory");
    if (connection_has_no_room(code, system_errno))
        code = SQLITE_FULL;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(
            err, ERROR_DATABASE,
            _("%s is busy: another program holds it.  Try again in a moment."), name);
    case SQLITE_FULL:
        if (system_errno == EDQUOT)
            return error_set(err, ERROR_DATABASE,
                             _("%s may not grow any more: the disk quota of its owner is "
                               "used up.  Nothing was written; make room, or ask for a "
                               "larger quota."),
                             name);
        return error_set(
            err, ERROR_DATABASE,
            _("The disk of %s is full.  Nothing was written; make room and try "
              "again."),
            name);
    case SQLITE_READONLY:
        return connection_fail_read_only(name, err);
    case SQLITE_CORRUPT:
        return error_set(
            err, ERROR_DATABASE,
            _("%s is damaged.  Keep it, and go back to a backup with “atelier "
              "restore”."),
            name);
    case SQLITE_NOTADB:
        return error_set(err, ERROR_DATABASE,
                         _("%s is not a database of atelier.  Name another file with "
                           "--database."),
                         name);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return fail_access(name, system_errno, err);
    case SQLITE_IOERR:
        if (is_limited(code, system_errno))
            return error_set(err, ERROR_DATABASE,
                             _("%s may not grow any more: the system limits the size of "
                               "your files.  Nothing was written; ask for a higher limit "
                               "(ulimit -f)."),
                             name);
        return error_set(err, ERROR_DATABASE,
                         _("The disk of %s failed: %s.  Nothing was written."), name,
                         error_system_text(system_errno ? system_errno : EIO));
    case SQLITE_INTERRUPT:
        return error_set(err, ERROR_CANCELLED, _("Stopped."));
    case SQLITE_NOMEM:
        return error_set(err, ERROR_DATABASE,
                         _("There is too little memory.  Close other programs and try "
                           "again, or ask for a higher limit (ulimit -v)."));
    case SQLITE_TOOBIG:
        return error_set(err, ERROR_INPUT, _("That is too long to be stored."));
    default:
        break;
    }
    return error_set(err, ERROR_DATABASE, _("%s does not answer as it should: %s."), name,
                     sqlite3_errstr(code));
}

void
connection_bind_number(sqlite3_stmt *statement, const char *name, int64_t number)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    if (index > 0)
        sqlite3_bind_int64(statement, index, number);
}

void
connection_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    if (index == 0)
        return;
    if (text)
        sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(statement, index);
}

const char *
connection_column_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text ? text : "";
}

char *
connection_column_copy(sqlite3_stmt *statement, int column)
{
    return memory_copy((const char *)sqlite3_column_text(statement, column));
}

bool
connection_refuse_replaced(const struct database *db, struct error *err)
{
    return error_set(err, ERROR_DATABASE,
                     _("%s is another file by now: somebody restored a backup or put one "
                       "in its place.  Nothing was changed; leave atelier and come "
                       "again."),
                     db->path);
}

void
connection_close(struct database *db)
{
    connection_forget(db);
    sqlite3_close(db->sqlite);
    db->sqlite = NULL;
    if (db->queue >= 0)
        close(db->queue);
    db->queue = -1;
    db->session = 0;
}

void
connection_free(struct database *db)
{
    connection_close(db);
    for (size_t e = 0; e < ENTITY_COUNT; e++)
        for (size_t s = 0; s < ROW_SQL_COUNT; s++)
            free(db->row_sql[e][s]);
    memo_clear(&db->memo);
    free(db->queue_path);
    free(db->path);
    free(db);
}
