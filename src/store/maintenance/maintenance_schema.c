/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_schema.c - is a file from elsewhere a database of ours, to the letter? */
#include "maintenance/maintenance_schema.h"

#include <string.h>

#include "atelier/base/language.h"
#include "database/migration.h"

/* What a planner was told about the tables is no part of them. */
#define SQL_SCHEMA                                                                       \
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE "           \
    "'sqlite_stat%'"                                                                     \
    " ORDER BY type, name"

static bool
read_number(sqlite3 *sqlite, const char *sql, int64_t *number)
{
    sqlite3_stmt *statement = NULL;
    const bool ok = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK &&
                    sqlite3_step(statement) == SQLITE_ROW;

    *number = ok ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return ok;
}

static bool
texts_equal(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    const char *left = (const char *)sqlite3_column_text(a, column);
    const char *right = (const char *)sqlite3_column_text(b, column);

    return left == NULL || right == NULL ? left == right : strcmp(left, right) == 0;
}

static bool
schemas_equal(sqlite3 *a, sqlite3 *b)
{
    sqlite3_stmt *left = NULL;
    sqlite3_stmt *right = NULL;
    bool equal = sqlite3_prepare_v2(a, SQL_SCHEMA, -1, &left, NULL) == SQLITE_OK &&
                 sqlite3_prepare_v2(b, SQL_SCHEMA, -1, &right, NULL) == SQLITE_OK;

    while (equal) {
        const int result = sqlite3_step(left);
        equal = result == sqlite3_step(right);
        if (result != SQLITE_ROW) {
            equal = equal && result == SQLITE_DONE;
            break;
        }
        for (int i = 0; i < 4; i++)
            equal = equal && texts_equal(left, right, i);
    }
    sqlite3_finalize(left);
    sqlite3_finalize(right);
    return equal;
}

/* An empty database of that version; the caller closes it. */
static sqlite3 *
make_empty(int version)
{
    sqlite3 *sqlite = NULL;
    bool ok = sqlite3_open(":memory:", &sqlite) == SQLITE_OK;

    for (int i = 0; ok && i < version; i++)
        ok = sqlite3_exec(sqlite, migration_table[i].sql, NULL, NULL, NULL) == SQLITE_OK;
    if (ok)
        return sqlite;
    sqlite3_close(sqlite);
    return NULL;
}

bool
maintenance_schema_check(sqlite3 *sqlite, const char *name, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;

    if (!read_number(sqlite, "PRAGMA application_id", &application) ||
        !read_number(sqlite, "PRAGMA user_version", &version))
        return error_set(err, ERROR_DATABASE, _("“%s” is no database, or a damaged one."),
                         name);
    if (application != MIGRATION_APPLICATION_ID || version < 1)
        return error_set(err, ERROR_DATABASE, _("“%s” is no database of atelier."), name);
    if (version > migration_latest())
        return error_set(
            err, ERROR_DATABASE,
            _("“%s” was written by a newer atelier; install that one first."), name);
    sqlite3 *empty = make_empty((int)version);
    const bool equal = empty != NULL && schemas_equal(sqlite, empty);
    sqlite3_close(empty);
    return equal ||
           error_set(err, ERROR_DATABASE,
                     _("“%s” holds tables or triggers that are not of atelier, or"
                       " lacks some; take another copy."),
                     name);
}
