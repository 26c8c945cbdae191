/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_restore.c - puts a backup in the place of the database
 *
 * Never by copying over it: a -wal left behind would be applied to the new
 * pages.  The backup is copied beside the database and checked there as a
 * file from anywhere; then everybody has to be out, the old file takes up its -wal and
 * keeps a name, and the copy is renamed in.
 */
#include "atelier/store/maintenance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "database/shared_memory.h"
#include "maintenance/maintenance_file.h"
#include "maintenance/maintenance_schema.h"

static char *
beside(const char *path, const char *suffix)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s", path, suffix);
    return buffer_take(&name);
}

static bool
has_content(const char *path, const char *suffix)
{
    char *name = beside(path, suffix);
    struct stat found;
    const bool has = stat(name, &found) == 0 && found.st_size > 0;

    free(name);
    return has;
}

static bool
fail_read(const char *source, int number, struct error *err)
{
    return error_set_field(err, number == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM, "file",
                           _("“%s” cannot be read: %s."), source,
                           error_system_text(number));
}

static bool
copy_bytes(int from, int to, const char *source, const char *part, struct error *err)
{
    char bytes[1 << 16];
    ssize_t count;

    while ((count = read(from, bytes, sizeof bytes)) > 0)
        for (ssize_t done = 0; done < count;) {
            const ssize_t written = write(to, bytes + done, (size_t)(count - done));
            if (written < 0 && errno != EINTR)
                return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."),
                                 part, error_system_text(errno));
            done += written > 0 ? written : 0;
        }
    return count == 0 || fail_read(source, errno, err);
}

/* A link is not followed, and nothing but a file is waited for. */
static bool
copy_source(const char *source, const char *part, struct error *err)
{
    const int from = open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const int to = open(part, O_WRONLY | O_CLOEXEC);
    struct stat found;
    bool ok = false;

    if (from < 0)
        fail_read(source, errno, err);
    else if (fstat(from, &found) != 0 || !S_ISREG(found.st_mode))
        error_set_field(err, ERROR_INPUT, "file", _("“%s” is no file."), source);
    else if (to < 0)
        fail_read(part, errno, err);
    else
        ok = copy_bytes(from, to, source, part, err);
    if (from >= 0)
        (void)close(from);
    if (to >= 0)
        (void)close(to);
    return ok;
}

/* The copy is ours, so what it needs besides itself can be taken up by it. */
static bool
check_copy(const char *source, const char *part, struct error *err)
{
    sqlite3 *sqlite = NULL;
    bool ok = maintenance_file_open(part, &sqlite, err) &&
              maintenance_schema_check(sqlite, source, err) &&
              maintenance_file_is_sound(sqlite, source, err);

    if (ok && sqlite3_exec(sqlite, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) !=
                  SQLITE_OK)
        ok = error_set(err, ERROR_DATABASE, _("“%s” cannot be written: %s."), part,
                       sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
    return ok;
}

static bool
refuse_in_use(const char *path, struct error *err)
{
    return error_set(err, ERROR_DATABASE,
                     _("“%s” is in use; ask everybody to leave atelier, then try again."),
                     path);
}

/*
 * Leaving WAL needs every other connection closed, and leaves one whole file; where that
 * was done before, the lock finds those who write or read.  A damaged file may refuse;
 * then its -wal keeps it company.
 */
static bool
close_old(const char *path, struct error *err)
{
    sqlite3 *sqlite = NULL;
    struct shared_memory memory;
    int result = sqlite3_open_v2(path, &sqlite, SQLITE_OPEN_READWRITE, NULL);

    if (result == SQLITE_OK) {
        shared_memory_guard(&memory, sqlite);
        result = sqlite3_exec(sqlite,
                              "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; ROLLBACK",
                              NULL, NULL, NULL);
    }
    sqlite3_close(sqlite);
    return (result != SQLITE_BUSY && result != SQLITE_LOCKED) || refuse_in_use(path, err);
}

/* Moves FILE-wal to KEPT-wal; FILE-shm is only an index of it. */
static void
move_wal(const char *path, const char *kept)
{
    char *wal = beside(path, "-wal");
    char *shm = beside(path, "-shm");
    char *kept_wal = beside(kept, "-wal");

    if (rename(wal, kept_wal) != 0)
        (void)unlink(wal);
    (void)unlink(shm);
    free(kept_wal);
    free(shm);
    free(wal);
}

/* FILE.replaced, or the first FILE.replaced-N that is free. */
static char *
keep_old(const char *path, struct error *err)
{
    for (int i = 1; i < 1000; i++) {
        struct buffer name = { 0 };
        if (i == 1)
            buffer_addf(&name, "%s.replaced", path);
        else
            buffer_addf(&name, "%s.replaced-%d", path, i);
        if (link(path, buffer_text(&name)) == 0)
            return buffer_take(&name);
        const int number = errno;
        if (number != EEXIST) {
            error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."),
                      buffer_text(&name), error_system_text(number));
            buffer_clear(&name);
            return NULL;
        }
        buffer_clear(&name);
    }
    error_set(err, ERROR_SYSTEM,
              _("Too many replaced files lie beside “%s”; remove some."), path);
    return NULL;
}

static bool
replace(const char *path, const char *part, char **kept, struct error *err)
{
    *kept = keep_old(path, err);
    if (*kept == NULL)
        return false;
    move_wal(path, *kept);
    if (rename(part, path) != 0)
        return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."), path,
                         error_system_text(errno));
    return maintenance_folder_sync(path, err);
}

/* Whoever restores, the file stays theirs whose it was: root may give it to them, a
 * member of its group may leave it to the group. */
static void
keep_owner(const char *part, const struct stat *old)
{
    if (chown(part, old->st_uid, old->st_gid) != 0)
        (void)!chown(part, (uid_t)-1, old->st_gid);
}

/* Holds the place in the queue of writers, so that nobody begins meanwhile. */
static bool
lock_queue(const char *path, int *queue, struct error *err)
{
    char *name = beside(path, ".queue");

    *queue = open(name, O_RDWR | O_CLOEXEC);
    free(name);
    return *queue < 0 || flock(*queue, LOCK_EX | LOCK_NB) == 0 ||
           refuse_in_use(path, err);
}

bool
maintenance_restore(const char *path, const char *source, char **kept, struct error *err)
{
    struct stat old;
    struct stat from;
    int queue = -1;
    const bool exists = stat(path, &old) == 0;

    *kept = NULL;
    if (exists && stat(source, &from) == 0 && old.st_dev == from.st_dev &&
        old.st_ino == from.st_ino)
        return error_set_field(err, ERROR_INPUT, "file",
                               _("“%s” is the database itself; name a backup."), source);
    if (has_content(source, "-wal"))
        return error_set_field(
            err, ERROR_INPUT, "file",
            _("“%s” is in use or was not closed; make a backup of it and restore that."),
            source);
    char *part = maintenance_file_make(path, exists ? old.st_mode & 0666 : 0600, err);
    if (part == NULL)
        return false;
    if (exists)
        keep_owner(part, &old);
    bool ok = copy_source(source, part, err) && check_copy(source, part, err) &&
              maintenance_file_sync(part, err);
    if (ok && exists)
        ok = lock_queue(path, &queue, err) && close_old(path, err) &&
             replace(path, part, kept, err);
    else if (ok)
        ok = maintenance_file_place(part, path, err);
    if (!ok)
        (void)unlink(part);
    if (queue >= 0)
        (void)close(queue);
    free(part);
    return ok;
}
