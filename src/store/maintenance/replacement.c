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
    if (!file_guard_check_kind(path, err))
        return false; /* and beside a device or a folder nothing is made */
    replacement->queue = opening_lock_alone(path);
    if (replacement->queue < 0)
        return errno == EWOULDBLOCK
                   ? refuse_in_use(path, err)
                   : connection_fail_code(SQLITE_CANTOPEN, errno, path, err);
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

/* In one step, so that at no moment a file has two names, or none. */
static bool
exchange(const char *path, char **kept, const char *suffix, struct error *err)
{
    if (renameat2(AT_FDCWD, *kept, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return file_bytes_fail_write(path, errno, err);
    char *other = choose_name(path, suffix, err);
    if (!other)
        return false;
    const bool ok = link(path, other) == 0 && rename(*kept, path) == 0;
    if (!ok)
        file_bytes_fail_write(path, errno, err);
    if (ok) {
        free(*kept);
        *kept = other;
        return true;
    }
    free(other);
    return false;
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
    if (ok && replacement->old) {
        bool placed = new_file_place(file, name, err);
        ok = placed && exchange(path, &name, suffix, err);
        if (placed && !ok && new_file_is_at(file, name))
            (void)unlink(name);
    } else if (ok) {
        ok = new_file_place(file, path, err);
    }
    ok = ok && new_file_sync_folder(path, err);
    if (ok && !new_file_is_at(file, path))
        ok = error_set(err, ERROR_SYSTEM,
                       _("“%s” was exchanged by somebody at the same moment; what was "
                         "there before is kept as “%s”."),
                       path, name);
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
