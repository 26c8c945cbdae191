/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replacement.c - another file takes the place of the database while nobody is in it */
#include "maintenance/replacement.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "database/file_guard.h"
#include "database/left_name.h"
#include "database/opening_lock.h"
#include "maintenance/file_bytes.h"
#include "maintenance/file_users.h"

enum { LOCK_MILLISECONDS = 2000, LOOK_MILLISECONDS = 10 };

static char *
beside(const char *path, const char *suffix)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s", path, suffix);
    return buffer_take(&name);
}

static bool
refuse_in_use(const char *path, struct error *err)
{
    struct buffer users = { 0 };

    file_users_find(path, &users);
    if (users.length > 0)
        error_set(err, ERROR_DATABASE,
                  _("“%s” is in use by %s; ask everybody to leave atelier, then try "
                    "again."),
                  path, buffer_text(&users));
    else
        error_set(err, ERROR_DATABASE,
                  _("“%s” is in use; ask everybody to leave atelier, then try again."),
                  path);
    buffer_clear(&users);
    return false;
}

/*
 * Leaving WAL needs every other connection closed and leaves one whole file; the lock
 * then stays until the handle is closed.  In this order no memory is shared, for which
 * there may be no room.
 */
static const char lock_sql[] = "PRAGMA locking_mode = EXCLUSIVE;"
                               "PRAGMA journal_mode = DELETE;"
                               "BEGIN EXCLUSIVE; COMMIT;"
                               "PRAGMA journal_mode = MEMORY";

static int
open_old(struct replacement *replacement)
{
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;

    return sqlite3_open_v2(replacement->path, &replacement->old, flags, NULL);
}

/* The lock alone, of a file that SQLite cannot read. */
static int
lock_damaged(struct replacement *replacement)
{
    sqlite3_close(replacement->old);
    replacement->old = NULL;
    replacement->damaged = true;
    sqlite3_file *file = NULL;
    int result;
    if ((result = open_old(replacement)) != SQLITE_OK ||
        (result = sqlite3_file_control(replacement->old, "main",
                                       SQLITE_FCNTL_FILE_POINTER, &file)) != SQLITE_OK ||
        (result = file->pMethods->xLock(file, SQLITE_LOCK_SHARED)) != SQLITE_OK)
        return result;
    for (int i = 0; i < LOCK_MILLISECONDS / LOOK_MILLISECONDS; i++) {
        const struct timespec pause = { .tv_nsec = LOOK_MILLISECONDS * 1000000L };
        result = file->pMethods->xLock(file, SQLITE_LOCK_EXCLUSIVE);
        if ((result & 0xff) != SQLITE_BUSY)
            break;
        nanosleep(&pause, NULL);
    }
    return result;
}

static bool
lock_old(struct replacement *replacement, struct error *err)
{
    int result = open_old(replacement);

    if (result == SQLITE_OK) {
        sqlite3_busy_timeout(replacement->old, LOCK_MILLISECONDS);
        result = sqlite3_exec(replacement->old, lock_sql, NULL, NULL, NULL);
    }
    if ((result & 0xff) == SQLITE_NOTADB || (result & 0xff) == SQLITE_CORRUPT)
        result = lock_damaged(replacement);
    if ((result & 0xff) == SQLITE_BUSY || (result & 0xff) == SQLITE_LOCKED)
        return refuse_in_use(replacement->path, err);
    if (result != SQLITE_OK)
        return connection_fail_code(
            result, replacement->old ? sqlite3_system_errno(replacement->old) : 0,
            replacement->path, err);
    return !connection_has_moved(replacement->old) ||
           refuse_in_use(replacement->path, err);
}

bool
replacement_begin(struct replacement *replacement, const char *path, struct error *err)
{
    *replacement = (struct replacement){ .path = path, .queue = -1 };
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT || file_bytes_fail_read(path, errno, err);
    if (!file_guard_check_kind(path, err) || !file_guard_check_beside(path, err))
        return false; /* and beside a device or a folder nothing is made */
    replacement->queue = opening_lock_alone(path);
    if (replacement->queue < 0)
        return errno == EWOULDBLOCK
                   ? refuse_in_use(path, err)
                   : connection_fail_code(SQLITE_CANTOPEN, errno, path, err);
    left_name_remove(path);
    return lock_old(replacement, err);
}

/* FILE.SUFFIX, or the first FILE.SUFFIX-N that is free, with what may lie beside it. */
static char *
choose_name(const char *path, const char *suffix, struct error *err)
{
    for (int i = 1; i < 1000; i++) {
        struct buffer name = { 0 };
        if (i == 1)
            buffer_addf(&name, "%s.%s", path, suffix);
        else
            buffer_addf(&name, "%s.%s-%d", path, suffix, i);
        char *wal = beside(buffer_text(&name), "-wal");
        char *journal = beside(buffer_text(&name), "-journal");
        struct stat there;
        const bool free_name = lstat(buffer_text(&name), &there) != 0 &&
                               lstat(wal, &there) != 0 && lstat(journal, &there) != 0;
        free(journal);
        free(wal);
        if (free_name)
            return buffer_take(&name);
        buffer_clear(&name);
    }
    error_set(err, ERROR_SYSTEM,
              _("Too many replaced files lie beside “%s”; remove some."), path);
    return NULL;
}

static void
remove_beside(const char *path, const char *ending)
{
    char *name = beside(path, ending);

    (void)unlink(name);
    free(name);
}

/* What a damaged or lost file has beside it belongs to no other. */
static bool
move_beside(const char *path, const char *kept, struct error *err)
{
    static const char *const endings[] = { "-wal", "-journal" };
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof(endings) / sizeof(endings[0]); i++) {
        char *from = beside(path, endings[i]);
        char *to = beside(kept, endings[i]);
        ok = rename(from, to) == 0 || errno == ENOENT ||
             file_bytes_fail_write(to, errno, err);
        free(to);
        free(from);
    }
    return ok;
}

/* The file that is locked, under its name. */
static bool
look_at_old(const struct replacement *replacement, struct stat *old, struct error *err)
{
    return (lstat(replacement->path, old) == 0 && S_ISREG(old->st_mode) &&
            !connection_has_moved(replacement->old)) ||
           new_file_refuse_exchanged(replacement->path, err);
}

/* A second name, which is on the disk before the first goes.  Who is killed in between
 * leaves a file with two names: left_name.c. */
static bool
name_old(const struct new_file *file, const char *path, const char *name,
         const struct stat *old, struct error *err)
{
    struct stat named;

    if (link(path, name) != 0)
        return file_bytes_fail_write(name, errno, err);
    return lstat(name, &named) == 0 && new_file_is_same(&named, old)
               ? new_file_sync_folder(file, name, err)
               : new_file_refuse_exchanged(path, err);
}

/* At no moment the old file is without a name, nor the path without a file. */
static bool
exchange(const struct replacement *replacement, struct new_file *file, const char *name,
         struct error *err)
{
    const char *path = replacement->path;
    struct stat old = { 0 };
    struct stat there;
    const bool ok = look_at_old(replacement, &old, err) &&
                    name_old(file, path, name, &old, err) &&
                    new_file_replace(file, path, &old, err);

    if (!ok && lstat(path, &there) == 0 && new_file_is_same(&there, &old) &&
        lstat(name, &there) == 0 && new_file_is_same(&there, &old))
        (void)unlink(name);
    return ok;
}

bool
replacement_put(struct replacement *replacement, struct new_file *file,
                const char *suffix, char **kept, struct error *err)
{
    const char *path = replacement->path;

    *kept = NULL;
    char *name = choose_name(path, suffix, err);
    if (!name)
        return false;
    remove_beside(path, "-shm"); /* only an index */
    bool ok = true;
    if (replacement->old && !replacement->damaged)
        remove_beside(path, "-journal"); /* of what was committed */
    else
        ok = move_beside(path, name, err);
    if (replacement->old)
        ok = ok && exchange(replacement, file, name, err);
    else
        ok = ok && new_file_place(file, path, err);
    if (ok && replacement->old)
        *kept = name;
    else
        free(name);
    return ok;
}

void
replacement_end(struct replacement *replacement)
{
    sqlite3_close(replacement->old);
    if (replacement->queue >= 0)
        (void)close(replacement->queue);
    *replacement = (struct replacement){ .queue = -1 };
}
