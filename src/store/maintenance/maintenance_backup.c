/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_backup.c - a consistent copy of the database, made while others write
 *
 * In one step: in several, every commit of a colleague would start it over, and
 * it would never end.  The copy is read through before it gets its name, while the disk
 * takes it in pieces, and it needs no -wal beside it.
 */
#include "atelier/store/maintenance.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "database/write_behind.h"
#include "maintenance/maintenance_file.h"

struct watch {
    work_progress *progress;
    void *context;
    int64_t total;
};

/* The work is copying, then reading the copy; neither says how far it is. */
static int
is_stopped(void *context)
{
    const struct watch *watch = context;

    return watch->progress(watch->context, watch->total / 2, watch->total);
}

static bool
copy_pages(struct database *db, sqlite3 *copy, const char *target, struct error *err)
{
    if (sqlite3_exec(copy, "PRAGMA synchronous = OFF", NULL, NULL, NULL) != SQLITE_OK)
        return error_set(err, ERROR_DATABASE, _("“%s” cannot be written: %s."), target,
                         sqlite3_errmsg(copy));
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", db->sqlite, "main");
    if (backup != NULL)
        sqlite3_backup_step(backup, -1);
    if (backup == NULL || sqlite3_backup_finish(backup) != SQLITE_OK ||
        sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
        return error_set(err, ERROR_DATABASE, _("“%s” cannot be written: %s."), target,
                         sqlite3_errmsg(copy));
    return true;
}

/* Every page and every reference.  What each value may be was checked when it was
 * written; to check it again takes six times as long as all the rest. */
static bool
verify(sqlite3 *copy, const char *target, struct watch *watch, struct error *err)
{
    enum { OPERATIONS = 100000 };

    (void)sqlite3_exec(copy, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
    if (watch->progress != NULL)
        sqlite3_progress_handler(copy, OPERATIONS, is_stopped, watch);
    const bool ok = maintenance_file_is_sound(copy, target, err);
    sqlite3_progress_handler(copy, 0, NULL, NULL);
    return ok;
}

bool
maintenance_back_up(struct database *db, const char *target, work_progress *progress,
                    void *context, struct error *err)
{
    struct watch watch = { .progress = progress, .context = context };
    struct stat there;
    sqlite3 *copy = NULL;

    if (lstat(target, &there) == 0)
        return error_set_field(err, ERROR_RULE, "file",
                               _("“%s” is there already; choose another name."), target);
    if (stat(db->path, &there) == 0)
        watch.total = there.st_size;
    if (progress != NULL && progress(context, 0, watch.total))
        return error_set(err, ERROR_CANCELLED, _("The backup was stopped."));
    char *part = maintenance_file_make(target, 0600, err);
    if (part == NULL)
        return false;
    struct write_behind *behind = write_behind_start(part);
    bool ok = maintenance_file_open(part, &copy, err) &&
              copy_pages(db, copy, target, err) && verify(copy, target, &watch, err);
    sqlite3_close(copy);
    if (!ok)
        (void)!truncate(part, 0); /* nothing of it is worth to be sent */
    write_behind_end(behind);
    ok = ok && maintenance_file_sync(part, err) &&
         maintenance_file_place(part, target, err);
    if (!ok)
        (void)unlink(part);
    free(part);
    if (ok && progress != NULL)
        progress(context, watch.total, watch.total);
    return ok;
}
