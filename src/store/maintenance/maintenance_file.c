/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_file.c - database files that are not open as such: copied, checked, put in
 * place */
#include "maintenance/maintenance_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static bool
fail_system(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."), path,
                     error_system_text(errno));
}

char *
maintenance_file_make(const char *path, mode_t mode, struct error *err)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s.%ld.part", path, (long)getpid());
    const int file =
        open(buffer_text(&name), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode);
    if (file < 0 || fchmod(file, mode) != 0) {
        fail_system(path, err);
        if (file >= 0) {
            (void)close(file);
            (void)unlink(buffer_text(&name));
        }
        buffer_clear(&name);
        return NULL;
    }
    (void)close(file);
    return buffer_take(&name);
}

static void
limit(sqlite3 *sqlite)
{
    static const struct {
        int id;
        int most;
    } limits[] = {
        { SQLITE_LIMIT_LENGTH, 256 << 20 }, /* an import's changeset may be long */
        { SQLITE_LIMIT_SQL_LENGTH, 100000 },       { SQLITE_LIMIT_COLUMN, 100 },
        { SQLITE_LIMIT_EXPR_DEPTH, 50 },           { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
        { SQLITE_LIMIT_VDBE_OP, 100000 },          { SQLITE_LIMIT_FUNCTION_ARG, 16 },
        { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 }, { SQLITE_LIMIT_VARIABLE_NUMBER, 200 },
        { SQLITE_LIMIT_TRIGGER_DEPTH, 5 },         { SQLITE_LIMIT_WORKER_THREADS, 0 },
    };

    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(sqlite, limits[i].id, limits[i].most);
}

bool
maintenance_file_open(const char *path, sqlite3 **sqlite, struct error *err)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE;

    if (sqlite3_open_v2(path, sqlite, flags, NULL) != SQLITE_OK ||
        sqlite3_db_config(*sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK ||
        sqlite3_db_config(*sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) !=
            SQLITE_OK ||
        sqlite3_db_config(*sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) !=
            SQLITE_OK ||
        sqlite3_db_config(*sqlite, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL) != SQLITE_OK)
        return error_set(err, ERROR_DATABASE, _("“%s” cannot be opened: %s."), path,
                         sqlite3_errmsg(*sqlite));
    limit(*sqlite);
    /* Nobody else opens it, so no memory is shared, for which there may be no room. */
    if (sqlite3_exec(*sqlite,
                     "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                     " PRAGMA locking_mode = EXCLUSIVE",
                     NULL, NULL, NULL) != SQLITE_OK)
        return error_set(err, ERROR_DATABASE, _("“%s” is no database, or a damaged one."),
                         path);
    return true;
}

/* Whether a check answers nothing but what it answers when all is well (NULL: no row). */
static bool
answers(sqlite3 *sqlite, const char *sql, const char *well)
{
    sqlite3_stmt *statement = NULL;
    bool as_well = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK;
    int result = SQLITE_DONE;

    while (as_well && (result = sqlite3_step(statement)) == SQLITE_ROW)
        as_well = well != NULL && strcmp(connection_column_text(statement, 0), well) == 0;
    sqlite3_finalize(statement);
    return as_well && result == SQLITE_DONE;
}

bool
maintenance_file_is_sound(sqlite3 *sqlite, const char *path, struct error *err)
{
    if (!answers(sqlite, "PRAGMA quick_check", "ok"))
        return sqlite3_errcode(sqlite) == SQLITE_INTERRUPT
                   ? error_set(err, ERROR_CANCELLED,
                               _("The reading of “%s” was stopped."), path)
                   : error_set(err, ERROR_DATABASE,
                               _("“%s” is damaged; take another copy."), path);
    return answers(sqlite, "PRAGMA foreign_key_check", NULL) ||
           error_set(err, ERROR_DATABASE,
                     _("“%s” refers to rows that it does not hold; take another copy."),
                     path);
}

bool
maintenance_file_sync(const char *path, struct error *err)
{
    const int file = open(path, O_RDWR | O_CLOEXEC);
    const bool done = file >= 0 && fsync(file) == 0;

    if (!done)
        fail_system(path, err);
    if (file >= 0)
        (void)close(file);
    return done;
}

bool
maintenance_folder_sync(const char *path, struct error *err)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL   ? memory_copy(".")
                   : slash == path ? memory_copy("/")
                                   : memory_copy_part(path, (size_t)(slash - path));
    const int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Some file systems cannot write a folder through, and need not. */
    const bool done = file >= 0 && (fsync(file) == 0 || errno == EINVAL);

    if (!done)
        fail_system(folder, err);
    if (file >= 0)
        (void)close(file);
    free(folder);
    return done;
}

bool
maintenance_file_place(const char *from, const char *to, struct error *err)
{
    struct stat there;
    bool done = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;

    /* Not every file system can refuse to replace. */
    if (!done && (errno == EINVAL || errno == ENOSYS))
        done = lstat(to, &there) != 0 && errno == ENOENT && rename(from, to) == 0;
    if (!done && (errno == EEXIST || errno == EINVAL))
        return error_set_field(err, ERROR_RULE, "file",
                               _("“%s” is there already; choose another name."), to);
    if (!done)
        return fail_system(to, err);
    return maintenance_folder_sync(to, err);
}
