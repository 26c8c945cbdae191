/* SPDX-License-Identifier: GPL-3.0-or-later */
/* founding.c - a new database is made where nobody sees it, and named when it is whole */
#include "database/founding.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"
#include "atelier/base/real_path.h"
#include "database/configuration.h"
#include "database/file_guard.h"
#include "database/migration.h"
#include "database/write_behind.h"
#include "maintenance/left_part.h"

enum { SMALL_ROOM = 4 << 20 };

/* What is taken back is kept in memory: a file without a name has no journal beside it.
 * The disk is waited for once, before it gets its name. */
static const char unseen_sql[] = "PRAGMA locking_mode = EXCLUSIVE;"
                                 "PRAGMA journal_mode = MEMORY;"
                                 "PRAGMA synchronous = OFF";

static bool
make_schema(struct database *db, struct error *err)
{
    char sql[64];

    (void)snprintf(sql, sizeof(sql), "PRAGMA application_id = %d",
                   MIGRATION_APPLICATION_ID);
    return connection_execute(db, sql, err) &&
           migration_run(db, 0, &(struct telling){ 0 }, err);
}

static bool
open_unseen(struct database *db, int64_t room, struct error *err)
{
    struct scratch_file *scratch = &db->founding->scratch;

    if (!scratch_file_init(scratch, room > 0 ? room : SMALL_ROOM, err))
        return false;
    db->sqlite = scratch->sqlite;
    scratch->sqlite = NULL;
    return true;
}

/* Before folders are made that are missing. */
static bool
check_way(const char *path, struct error *err)
{
    int folder;
    const bool ok = real_path_open_folder(path, &folder, err);

    if (ok && folder >= 0)
        (void)close(folder);
    return ok;
}

bool
founding_begin(struct database *db, bool shared, int64_t room, struct error *err)
{
    if (connection_is_in_memory(db->path)) {
        const int result = sqlite3_open(db->path, &db->sqlite);
        if (result != SQLITE_OK)
            return connection_fail_code(result, 0, db->path, err);
    } else {
        db->founding = memory_new(1, sizeof(*db->founding));
        db->founding->scratch.file = -1;
        db->founding->mode = shared ? 0660 : 0600;
        if (!check_way(db->path, err) || !file_guard_check_new(db->path, err) ||
            !open_unseen(db, room, err))
            return false;
    }
    return configuration_begin(db, err) && connection_execute(db, unseen_sql, err) &&
           make_schema(db, err);
}

/* It is on its way to the disk while it is still copied. */
static bool
copy(struct founding *founding, struct new_file *file, const struct interruption *stop,
     struct error *err)
{
    struct write_behind *behind = write_behind_start(file->file);
    const bool ok =
        scratch_file_put(&founding->scratch, file->file, file->path, stop, err);

    write_behind_end(behind);
    return ok;
}

static bool
place(struct new_file *file, const char *path, struct error *err)
{
    struct error why = { 0 };

    file_guard_take_empty(path);
    if (new_file_place(file, path, &why))
        return true;
    if (new_file_is_at(file, path))
        (void)unlink(path);
    if (why.kind == ERROR_EXISTS)
        return file_guard_refuse_there(path, err);
    if (err)
        *err = why;
    return false;
}

/* In its folder, to which no link of a colleague's leads. */
static bool
open_place(struct new_file *file, const char *path, struct error *err)
{
    int folder;

    return real_path_open_folder(path, &folder, err) &&
           (new_file_init_in(file, folder, path, NULL) ||
            file_guard_refuse_new(path, err));
}

bool
founding_end(struct database *db, struct error *err)
{
    struct founding *founding = db->founding;

    connection_close(db);
    struct interruption interruption;
    interruption_begin(&interruption);
    left_part_remove(db->path);
    struct new_file file = NEW_FILE_NONE;
    /* Others may have come here first while it was made. */
    const bool ok =
        file_guard_check_new(db->path, err) && open_place(&file, db->path, err) &&
        copy(founding, &file, &interruption, err) &&
        new_file_allow(&file, founding->mode, err) && place(&file, db->path, err);
    new_file_clear(&file);
    interruption_end(&interruption);
    founding_free(founding);
    db->founding = NULL;
    return ok;
}

void
founding_free(struct founding *founding)
{
    if (!founding)
        return;
    scratch_file_clear(&founding->scratch);
    free(founding);
}
