/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch_file.c - where SQLite works on a copy that nobody else can reach */
#include "maintenance/scratch_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "database/scratch_name.h"
#include "maintenance/file_bytes.h"

static bool
has_room(const char *folder, int64_t size)
{
    enum { MARGIN = 1 << 20 };
    struct statvfs status;

    return statvfs(folder, &status) == 0 &&
           (int64_t)status.f_bavail * (int64_t)status.f_frsize >= size + MARGIN;
}

/* A private folder, where there is room; else where one can be made at all.  The place,
 * or NULL. */
static char *
make_folder(struct buffer *folder, int64_t size)
{
    const char *const places[] = { "/var/tmp", getenv("TMPDIR"), "/tmp" };
    enum { PLACES = sizeof(places) / sizeof(places[0]) };

    for (size_t i = 0; i < 2 * (size_t)PLACES; i++) {
        const char *place = places[i % PLACES];
        if (!place || *place != '/' || (i < PLACES && !has_room(place, size)))
            continue;
        buffer_reset(folder);
        scratch_name_add_folder(folder, place);
        if (mkdtemp(folder->text))
            return memory_copy(place);
    }
    return NULL;
}

static bool
open_sqlite(const char *name, const char *place, sqlite3 **sqlite, struct error *err)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE |
                      SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_URI;
    char *real = realpath(name, NULL);
    const int result = sqlite3_open_v2(real ? real : name, sqlite, flags, NULL);

    free(real);
    return result == SQLITE_OK ||
           connection_fail_code(result, *sqlite ? sqlite3_system_errno(*sqlite) : 0,
                                place, err);
}

static bool
open_all(struct scratch_file *scratch, const char *name, struct error *err)
{
    scratch->file = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (scratch->file < 0)
        return file_bytes_fail_write(scratch->place, errno, err);
    const bool ok = open_sqlite(name, scratch->place, &scratch->sqlite, err) &&
                    open_sqlite(name, scratch->place, &scratch->writer, err);
    (void)unlink(name);
    return ok;
}

bool
scratch_file_init(struct scratch_file *scratch, int64_t size, struct error *err)
{
    *scratch = (struct scratch_file){ .file = -1 };
    struct buffer folder = { 0 };
    struct interruption interruption; /* while there is something to be left */
    interruption_begin(&interruption);
    scratch->place = make_folder(&folder, size);
    bool ok = scratch->place;
    if (!ok)
        error_set(err, ERROR_SYSTEM,
                  _("No folder for a copy could be made in /var/tmp: %s."),
                  error_system_text(errno));
    struct buffer name = { 0 };
    if (ok) {
        scratch_name_add_file(&name, buffer_text(&folder));
        ok = open_all(scratch, buffer_text(&name), err);
        (void)rmdir(buffer_text(&folder));
    }
    interruption_end(&interruption);
    buffer_clear(&name);
    buffer_clear(&folder);
    return ok;
}

void
scratch_file_clear(struct scratch_file *scratch)
{
    sqlite3_close(scratch->writer);
    sqlite3_close(scratch->sqlite);
    if (scratch->file >= 0)
        (void)close(scratch->file);
    free(scratch->place);
    *scratch = (struct scratch_file){ .file = -1 };
}

enum { VERSIONS_PLACE = 18 }; /* of the file's format: 1 without a log, 2 with one */

/* No log lies beside it, so none is looked for: as SQLite does when it leaves WAL. */
static bool
leave_log(struct scratch_file *scratch, struct error *err)
{
    unsigned char versions[2];

    if (pread(scratch->file, versions, sizeof(versions), VERSIONS_PLACE) !=
            (ssize_t)sizeof(versions) ||
        versions[0] != 2 || versions[1] != 2)
        return true;
    return pwrite(scratch->file, "\1\1", 2, VERSIONS_PLACE) == 2 ||
           file_bytes_fail_write(scratch->place, errno, err);
}

bool
scratch_file_take(struct scratch_file *scratch, sqlite3 *from, struct error *err)
{
    sqlite3 *to = scratch->writer;
    sqlite3_backup *backup = NULL;

    /* What fails is thrown away, so nothing has to be taken back. */
    if (sqlite3_exec(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL,
                     NULL, NULL) == SQLITE_OK)
        backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    const bool ok = backup && sqlite3_backup_finish(backup) == SQLITE_OK;
    if (!ok)
        connection_fail_code(sqlite3_extended_errcode(to), sqlite3_system_errno(to),
                             sqlite3_db_filename(to, "main"), err);
    sqlite3_close(to);
    scratch->writer = NULL;
    return ok && leave_log(scratch, err);
}

bool
scratch_file_read(struct scratch_file *scratch, int from, const char *name,
                  const struct interruption *interruption, struct error *err)
{
    const char *own = sqlite3_db_filename(scratch->sqlite, "main");

    return file_bytes_copy(from, scratch->file, name, own, interruption, err) &&
           leave_log(scratch, err);
}

void
scratch_file_trust(struct scratch_file *scratch)
{
    sqlite3_close(scratch->sqlite);
    scratch->sqlite = scratch->writer;
    scratch->writer = NULL;
}

bool
scratch_file_prepare(struct scratch_file *scratch, const char *name, struct error *err)
{
    static const char sql[] = "PRAGMA journal_mode = OFF;"
                              "PRAGMA synchronous = OFF;"
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA mmap_size = 0";

    return sqlite3_exec(scratch->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK ||
           connection_fail_code(sqlite3_extended_errcode(scratch->sqlite),
                                sqlite3_system_errno(scratch->sqlite), name, err);
}

bool
scratch_file_put(const struct scratch_file *scratch, int to, const char *name,
                 const struct interruption *interruption, struct error *err)
{
    return file_bytes_copy(scratch->file, to, scratch->place, name, interruption, err) &&
           (pwrite(to, "\2\2", 2, VERSIONS_PLACE) == 2 ||
            file_bytes_fail_write(name, errno, err));
}
