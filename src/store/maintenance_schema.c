/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_schema.c - is a file from elsewhere a database of ours, to the letter? */
#include "maintenance_schema.h"

#include <string.h>

#include "atelier/base/language.h"
#include "migration.h"

/* FTS5 makes these tables itself and may write their text in its own way. */
#define SQL_SCHEMA                                                                           \
    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"

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
