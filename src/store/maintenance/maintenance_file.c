/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_file.c - a database that may come from anywhere is read with caution */
#include "maintenance/maintenance_file.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"

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
maintenance_file_guard(sqlite3 *sqlite, const char *name, struct error *err)
{
    /* Nobody else opens it, so no memory is shared, for which there may be no room. */
    static const char sql[] = "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                              " PRAGMA ignore_check_constraints = ON;"
                              " PRAGMA locking_mode = EXCLUSIVE";

    limit(sqlite);
    return (sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
            sqlite3_db_config(sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) ==
                SQLITE_OK &&
            sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) ==
                SQLITE_OK &&
            sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL) ==
                SQLITE_OK &&
            sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK) ||
           error_set(err, ERROR_DATABASE, _("“%s” cannot be opened: %s."), name,
                     sqlite3_errmsg(sqlite));
}

int
maintenance_file_unread(const char *found)
{
    static const char says[] = "error code=";
    const char *at = strstr(found, says);
    const int code = at ? (int)strtol(at + sizeof(says) - 1, NULL, 10) : SQLITE_OK;

    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ? SQLITE_OK
                                                                             : code;
}

/* Whether a check answers nothing but what it answers when all is well (NULL: no row). */
static bool
answers(sqlite3 *sqlite, const char *sql, const char *well, int *unread)
{
    sqlite3_stmt *statement = NULL;
    bool as_well = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK;
    int result = SQLITE_DONE;

    while (as_well && (result = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *found = connection_column_text(statement, 0);
        as_well = well && strcmp(found, well) == 0;
        if (well && !as_well)
            *unread = maintenance_file_unread(found);
    }
    sqlite3_finalize(statement);
    return as_well && result == SQLITE_DONE;
}

/* Whether a check came to its end, or stumbled over damage; else it says why not. */
static bool
came_to_an_end(sqlite3 *sqlite, const char *name, struct error *err)
{
    const int code = sqlite3_extended_errcode(sqlite);

    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return true;
    case SQLITE_INTERRUPT:
        return error_set(err, ERROR_CANCELLED, _("The reading of “%s” was stopped."),
                         name);
    default:
        return connection_fail_code(code, sqlite3_system_errno(sqlite), name, err);
    }
}

/* SQLite reads the rest of a page that is cut off as zeroes, and may find them good. */
bool
maintenance_file_is_cut(sqlite3 *sqlite)
{
    enum { PAGE_SIZE_PLACE = 16, LARGEST = 65536 };
    unsigned char bytes[2] = { 0 };
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;

    if (sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
            SQLITE_OK ||
        !file || !file->pMethods ||
        file->pMethods->xRead(file, bytes, sizeof(bytes), PAGE_SIZE_PLACE) != SQLITE_OK ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return false;
    const sqlite3_int64 page = bytes[0] << 8 | bytes[1];
    return size % (page > 1 ? page : LARGEST) != 0;
}

bool
maintenance_file_is_sound(sqlite3 *sqlite, const char *name, struct error *err)
{
    int unread = SQLITE_OK;

    if (!answers(sqlite, "PRAGMA quick_check", "ok", &unread))
        return (unread == SQLITE_OK ||
                connection_fail_code(unread, sqlite3_system_errno(sqlite), name, err)) &&
               came_to_an_end(sqlite, name, err) &&
               error_set(err, ERROR_DATABASE, _("“%s” is damaged; take another copy."),
                         name);
    if (maintenance_file_is_cut(sqlite))
        return error_set(err, ERROR_DATABASE, _("“%s” is damaged; take another copy."),
                         name);
    return answers(sqlite, "PRAGMA foreign_key_check", NULL, &unread) ||
           (came_to_an_end(sqlite, name, err) &&
            error_set(err, ERROR_DATABASE,
                      _("“%s” refers to rows that it does not hold; take another copy."),
                      name));
}
