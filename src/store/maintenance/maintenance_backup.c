/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_backup.c - a consistent copy of the database, made while others write
 *
 * In one step: in several, every commit of a colleague would start it over, and
 * it would never end.  The copy is read through before it gets its name, while the disk
 * takes it in pieces, and it needs no -wal beside it.
 */
#include "atelier/store/maintenance.h"

#include <sys/stat.h>

#include "atelier/base/language.h"
#include "atelier/base/output_file.h"
#include "database/file_guard.h"
#include "database/write_behind.h"
#include "maintenance/file_bytes.h"
#include "maintenance/file_identity.h"
#include "maintenance/left_part.h"
#include "maintenance/maintenance_file.h"
#include "maintenance/scratch_file.h"

struct watch {
    work_progress *progress;
    void *context;
    int64_t total;
    struct interruption interruption;
};

/* The work is copying, then reading the copy; neither says how far it is. */
static int
is_stopped(void *context)
{
    const struct watch *watch = context;

    return interruption_has_come(&watch->interruption) ||
           (watch->progress &&
            watch->progress(watch->context, watch->total / 2, watch->total));
}

/* Every page and every reference.  What each value may be was checked when it was
 * written; to check it again takes six times as long as all the rest. */
static bool
verify(sqlite3 *copy, const char *target, struct watch *watch, struct error *err)
{
    enum { OPERATIONS = 100000 };

    sqlite3_progress_handler(copy, OPERATIONS, is_stopped, watch);
    const bool ok = maintenance_file_is_sound(copy, target, err);
    sqlite3_progress_handler(copy, 0, NULL, NULL);
    return ok;
}

static bool
is_allowed(void *context, const char *target, const struct stat *there, struct error *err)
{
    (void)context;
    /* What is there is refused for that, and may be a database that is in use. */
    return (!database_owns_name(target) || database_refuse_name(target, "file", err)) &&
           (there || file_guard_check_alone(target, err));
}

/* It goes to the disk in pieces, and what is not sound is not worth to be sent. */
static bool
write_copy(int from, int to, const char *target, const struct watch *watch,
           struct error *err)
{
    struct write_behind *behind = write_behind_start(to);
    const bool ok = file_bytes_copy(from, to, target, target, &watch->interruption, err);

    write_behind_end(behind);
    return ok;
}

/* A copy of what is not wholly ours is better than none, but it is said. */
static bool
check_schema(sqlite3 *copy, const char *target, struct error *err)
{
    struct error found = { 0 };

    return file_identity_check(copy, target, &found) ||
           error_set(
               err, ERROR_DATABASE,
               _("“%s” was backed up, but cannot be restored as it is.  Ask “atelier "
                 "check” what another program changed, and keep an earlier backup."),
               target);
}

static bool
back_up(struct database *db, const char *target, const struct own_folder *within,
        struct watch *watch, struct error *err)
{
    const struct output_rule rule = { .mode = OUTPUT_FOR_OWNER,
                                      .allows = is_allowed,
                                      .within = within };
    /* The file first: where none can be made, nothing else is worth to be done. */
    struct output_file *file = output_file_open(target, &rule, err);
    struct scratch_file scratch = { .file = -1 };

    bool ok = file && output_file_has_room(file, watch->total, err) &&
              scratch_file_init(&scratch, watch->total, err) &&
              scratch_file_take(&scratch, db->sqlite, err) &&
              maintenance_file_guard(scratch.sqlite, target, err) &&
              verify(scratch.sqlite, target, watch, err) &&
              write_copy(scratch.file, output_file_descriptor(file), target, watch, err);
    if (ok)
        ok = output_file_finish(file, NULL, err);
    else
        output_file_discard(file);
    ok = ok && check_schema(scratch.sqlite, target, err);
    scratch_file_clear(&scratch);
    return ok;
}

/* Whichever part of the work it was that a person stopped. */
static bool
stopped(struct error *err)
{
    return error_set(err, ERROR_CANCELLED, _("The backup was stopped."));
}

bool
maintenance_back_up(struct database *db, const char *target,
                    const struct own_folder *within, work_progress *progress,
                    void *context, struct error *err)
{
    struct watch watch = { .progress = progress, .context = context };
    struct stat own;

    if (stat(db->path, &own) == 0)
        watch.total = own.st_size;
    if (progress && progress(context, 0, watch.total))
        return stopped(err);
    interruption_begin(&watch.interruption);
    if (!within) /* there they go with what is old */
        left_part_remove(target);
    const bool ok = back_up(db, target, within, &watch, err);
    interruption_end(&watch.interruption);
    if (ok && progress)
        progress(context, watch.total, watch.total);
    return ok || (err->kind == ERROR_CANCELLED ? stopped(err) : false);
}
