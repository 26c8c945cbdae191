/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection_fail.c - what is said when the file does not answer: it is busy, read-only,
 * damaged, or not a database; the disk is full */
#include "database/connection_fail.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "atelier/base/language.h"
#include "atelier/base/path.h"
#include "database/connection.h"
#include "database/file_guard.h"
#include "database/scratch_name.h"

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

/* Whether it is the disk that fails, and not what was asked of it. */
static bool
is_of_the_disk(int code)
{
    return (code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR ||
           (code & 0xff) == SQLITE_CANTOPEN;
}

/* Of a commit that failed, SQLite keeps no reason: then the system's own counts.  What
 * is made elsewhere before it has its name fails there. */
bool
connection_fail_handle(sqlite3 *sqlite, int system_errno, const char *path,
                       struct error *err)
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
connection_fail(struct database *db, struct error *err)
{
    db->failure = sqlite3_errcode(db->sqlite) & 0xff;
    return connection_fail_handle(db->sqlite, 0, db->path, err);
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
