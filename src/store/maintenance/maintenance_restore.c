/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_restore.c - puts a backup in the place of the database
 *
 * Never by copying over it: a -wal left behind would be applied to the new
 * pages.  The backup is read once, into a place of our own, and checked there as a file
 * from anywhere; then everybody has to be out, and the copy takes the place.
 */
#include "atelier/store/maintenance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"
#include "atelier/base/path.h"
#include "atelier/base/real_path.h"
#include "maintenance/file_bytes.h"
#include "maintenance/file_identity.h"
#include "maintenance/left_part.h"
#include "maintenance/maintenance_file.h"
#include "maintenance/maintenance_upgrade.h"
#include "maintenance/replacement.h"
#include "maintenance/scratch_file.h"
#include "maintenance/sequence_rise.h"

static bool
has_content(const char *path, const char *suffix)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s", path, suffix);
    struct stat found;
    const bool has = stat(buffer_text(&name), &found) == 0 && found.st_size > 0;
    buffer_clear(&name);
    return has;
}

/* -1 and a sentence when it cannot be read. */
static int
open_plain(const char *source, struct error *err)
{
    int folder;

    if (!real_path_open_folder(source, &folder, err))
        return -1;
    const int file = folder < 0 ? -1
                                : openat(folder, path_name(source),
                                         O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const int why = errno;
    if (folder >= 0)
        (void)close(folder);
    if (file < 0 && why == ELOOP)
        error_set_field(err, ERROR_INPUT, "file",
                        _("“%s” is a link; name the backup itself."), source);
    else if (file < 0)
        file_bytes_fail_read(source, why, err);
    return file;
}

/* A link is not followed, and nothing but a file is waited for. */
static int
open_source(const char *path, const char *source, struct stat *found, struct error *err)
{
    const int file = open_plain(source, err);

    if (file < 0)
        return -1;
    struct stat own;
    if (fstat(file, found) != 0 || !S_ISREG(found->st_mode))
        error_set_field(err, ERROR_INPUT, "file", _("“%s” is not a file."), source);
    else if (stat(path, &own) == 0 && own.st_dev == found->st_dev &&
             own.st_ino == found->st_ino)
        error_set_field(err, ERROR_INPUT, "file",
                        _("“%s” is the database itself; name a backup."), source);
    else if (has_content(source, "-wal") || has_content(source, "-journal"))
        error_set_field(err, ERROR_INPUT, "file",
                        _("“%s” is in use or was not closed; make a backup of it and "
                          "restore that."),
                        source);
    else
        return file;
    (void)close(file);
    return -1;
}

static int
is_stopped(void *interruption)
{
    return interruption_has_come(interruption);
}

static bool
check(sqlite3 *copy, const char *source, struct interruption *interruption,
      struct error *err)
{
    enum { OPERATIONS = 100000 };

    sqlite3_progress_handler(copy, OPERATIONS, is_stopped, interruption);
    const bool ok = maintenance_file_guard(copy, source, err) &&
                    file_identity_check(copy, source, err) &&
                    maintenance_file_is_sound(copy, source, err);
    sqlite3_progress_handler(copy, 0, NULL, NULL);
    return ok;
}

/* A restore under way. */
struct restore {
    const char *path;
    const char *source;
    int from; /* the source, or -1 */
    int64_t size;
    instant now;
    struct scratch_file scratch;
    struct new_file file;
    struct interruption interruption;
    struct restore_report *report;
};

/* What is put in the place is what was checked: the bytes of the same file. */
static bool
prepare(struct restore *r, struct error *err)
{
    bool ok = scratch_file_init(&r->scratch, r->size, err) &&
              scratch_file_read(&r->scratch, r->from, r->source, &r->interruption, err) &&
              check(r->scratch.sqlite, r->source, &r->interruption, err);

    if (ok)
        scratch_file_trust(&r->scratch);
    return ok && scratch_file_prepare(&r->scratch, r->source, err) &&
           maintenance_upgrade_scratch(&r->scratch, r->size, r->source, err);
}

/* What calendars were told last is known when nobody can write any more. */
static bool
put_in_place(struct restore *r, struct error *err)
{
    struct replacement replacement;

    bool ok = replacement_begin(&replacement, r->path, err);
    struct stat old;
    if (ok && replacement.old)
        ok = (stat(r->path, &old) == 0 || file_bytes_fail_read(r->path, errno, err)) &&
             new_file_give(&r->file, &old, err);
    ok = ok &&
         sequence_rise(&r->scratch, &replacement, r->now, &r->interruption, r->report,
                       err) &&
         scratch_file_put(&r->scratch, r->file.file, r->file.path, &r->interruption,
                          err) &&
         replacement_put(&replacement, &r->file, REPLACEMENT_REPLACED, &r->report->kept,
                         err);
    replacement_end(&replacement);
    return ok;
}

static bool
restore(struct restore *r, struct error *err)
{
    struct stat found;

    r->from = open_source(r->path, r->source, &found, err);
    if (r->from < 0)
        return false;
    r->size = found.st_size;
    interruption_begin(&r->interruption);
    left_part_remove(r->path);
    const bool ok =
        new_file_init(&r->file, r->path, err) && prepare(r, err) && put_in_place(r, err);
    new_file_clear(&r->file);
    scratch_file_clear(&r->scratch);
    interruption_end(&r->interruption);
    (void)close(r->from);
    return ok;
}

bool
maintenance_restore(const char *typed, const char *source, instant now,
                    struct restore_report *report, struct error *err)
{
    *report = (struct restore_report){ 0 };
    char *real; /* a link to the database stays one */
    if (!real_path_find(typed, &real, err))
        return false;
    struct restore r = { .path = real,
                         .source = source,
                         .now = now,
                         .scratch = { .file = -1 },
                         .file = NEW_FILE_NONE,
                         .report = report };

    bool ok = !database_owns_name(r.path);
    if (!ok)
        database_refuse_name(r.path, NULL, err);
    ok = ok && restore(&r, err);
    free(real);
    return ok;
}

/* All that is read of a file before it is known what somebody may do. */
static const char *const first_readings[] = {
    "SELECT count(*) FROM sqlite_schema",
    "SELECT count(*), sum(length(login)), sum(length(role)) FROM staff",
    "SELECT name, value FROM setting",
};

static bool
reads_as_damaged(sqlite3 *sqlite, const char *sql)
{
    const int result = sqlite3_exec(sqlite, sql, NULL, NULL, NULL) & 0xff;

    return result == SQLITE_NOTADB || result == SQLITE_CORRUPT;
}

bool
maintenance_is_unreadable(const char *path, struct error *err)
{
    char *real;
    if (!real_path_find(path, &real, err))
        return false;
    struct replacement replacement;
    const bool begun = replacement_begin(&replacement, real, err);
    bool is = begun && (replacement.damaged || !replacement.old ||
                        file_identity_is_foreign(replacement.old));

    for (size_t i = 0; i < sizeof(first_readings) / sizeof(first_readings[0]); i++)
        is = is || (begun && reads_as_damaged(replacement.old, first_readings[i]));
    replacement_end(&replacement);
    free(real);
    return is;
}
