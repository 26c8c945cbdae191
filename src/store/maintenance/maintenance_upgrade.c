/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_upgrade.c - a database of an older program becomes one of this */
#include "maintenance/maintenance_upgrade.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"
#include "database/migration.h"
#include "maintenance/file_bytes.h"
#include "maintenance/file_identity.h"
#include "maintenance/left_part.h"
#include "maintenance/replacement.h"
#include "maintenance/upgrade_rows.h"

/* Into an empty file that begins anew. */
static bool
make_anew(struct database *db, sqlite3 *old, const struct telling *telling,
          struct error *err)
{
    char sql[64];

    (void)snprintf(sql, sizeof(sql), "PRAGMA application_id = %d",
                   MIGRATION_APPLICATION_ID);
    return connection_execute(db, sql, err) &&
           migration_run(db, 0, &(struct telling){ 0 }, err) &&
           upgrade_rows(db, old, telling, err);
}

/* Where the tables are not those of its age, that is why they cannot be upgraded. */
static void
explain(sqlite3 *old, const char *path, int version, struct error *err)
{
    struct buffer names = { 0 };

    if (file_identity_name_faults(old, &names) && names.length > 0)
        error_set(err, ERROR_DATABASE,
                  _("%s cannot be upgraded: it says that it is of schema %d, but another "
                    "program changed its tables (%s).  Move it away, and go back to a "
                    "backup with “atelier restore”."),
                  path, version, buffer_text(&names));
    buffer_clear(&names);
}

static bool
migrate(struct scratch_file *scratch, sqlite3 *old, const char *path, int version,
        const struct telling *telling, struct error *err)
{
    struct database *db = memory_new(1, sizeof(*db));

    db->sqlite = scratch->sqlite;
    db->path = memory_copy(path);
    db->queue = -1;
    sqlite3_extended_result_codes(db->sqlite, 1);
    const bool ok = scratch_file_prepare(scratch, path, err) &&
                    (version < MIGRATION_ANEW ? make_anew(db, old, telling, err)
                                              : migration_run(db, version, telling, err));
    const int read = old ? sqlite3_errcode(old) & 0xff : SQLITE_OK;
    const bool is_refused =
        !ok && (db->failure == SQLITE_ERROR || db->failure == SQLITE_CONSTRAINT ||
                read == SQLITE_ERROR);
    connection_forget(db);
    db->sqlite = NULL; /* the scratch file's */
    connection_free(db);
    if (is_refused && old)
        explain(old, path, version, err);
    return ok;
}

bool
maintenance_upgrade_scratch(struct scratch_file *scratch, int64_t size, const char *path,
                            struct error *err)
{
    const struct telling untold = { 0 };
    const int version = file_identity_version(scratch->sqlite);

    if (version >= migration_latest())
        return true;
    if (version >= MIGRATION_ANEW)
        return migrate(scratch, NULL, path, version, &untold, err);
    struct scratch_file newer = { .file = -1 };
    const bool ok = scratch_file_init(&newer, size * 2, err) &&
                    migrate(&newer, scratch->sqlite, path, version, &untold, err);
    scratch_file_clear(ok ? scratch : &newer);
    if (ok)
        *scratch = newer;
    return ok;
}

/* The file that is kept is for whoever upgraded it alone. */
static void
make_private(const char *kept, const struct stat *old)
{
    const int file = open(kept, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    struct stat status;
    if (file >= 0 && fstat(file, &status) == 0 && status.st_dev == old->st_dev &&
        status.st_ino == old->st_ino)
        (void)fchmod(file, 0600);
    if (file >= 0)
        (void)close(file);
}

static bool
upgrade(struct replacement *replacement, int version, const struct stat *old,
        const struct telling *telling, char **kept, struct error *err)
{
    struct scratch_file scratch = { .file = -1 };
    struct new_file file = NEW_FILE_NONE;
    char suffix[32];

    (void)snprintf(suffix, sizeof(suffix), REPLACEMENT_BEFORE "-%d", migration_latest());
    const bool ok =
        scratch_file_init(&scratch, old->st_size * 2, err) &&
        (version < MIGRATION_ANEW ||
         scratch_file_take(&scratch, replacement->old, err)) &&
        migrate(&scratch, replacement->old, replacement->path, version, telling, err) &&
        new_file_init(&file, replacement->path, err) && new_file_give(&file, old, err) &&
        scratch_file_put(&scratch, file.file, replacement->path, NULL, err) &&
        replacement_put(replacement, &file, suffix, kept, err);
    new_file_clear(&file);
    scratch_file_clear(&scratch);
    return ok;
}

bool
maintenance_upgrade(const char *path, const struct telling *telling, struct error *err)
{
    struct interruption interruption;
    interruption_begin(&interruption);
    left_part_remove(path);
    struct replacement replacement;
    bool ok = replacement_begin(&replacement, path, err); /* opening tells that it went */
    const int version = ok && replacement.old && !replacement.damaged
                            ? file_identity_version(replacement.old)
                            : migration_latest();
    struct stat old;
    char *kept = NULL;
    /* A colleague may have done it while we waited. */
    if (ok && version < migration_latest()) {
        ok = stat(path, &old) == 0 || file_bytes_fail_read(path, errno, err);
        ok = ok && upgrade(&replacement, version, &old, telling, &kept, err);
    }
    replacement_end(&replacement);
    if (kept)
        make_private(kept, &old);
    free(kept);
    interruption_end(&interruption);
    return ok;
}
