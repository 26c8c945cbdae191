/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_identity.c - is a file from elsewhere a database of ours, to the letter? */
#include "maintenance/file_identity.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/sha256.h"
#include "database/migration.h"

/* What a planner was told about the tables is not a part of them. */
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

int
file_identity_version(sqlite3 *sqlite)
{
    int64_t version = 0;

    return read_number(sqlite, "PRAGMA user_version", &version) ? (int)version : -1;
}

static bool
texts_equal(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    const char *left = (const char *)sqlite3_column_text(a, column);
    const char *right = (const char *)sqlite3_column_text(b, column);

    return !left || !right ? left == right : strcmp(left, right) == 0;
}

/* Both are in order: the first of a file that the other does not have comes before. */
static int
compare_names(sqlite3_stmt *left, sqlite3_stmt *right)
{
    for (int i = 0; i < 2; i++) {
        const int order =
            strcmp(connection_column_text(left, i), connection_column_text(right, i));
        if (order != 0)
            return order;
    }
    return 0;
}

/* As two sorted lists are laid side by side. */
static bool
lay_beside(sqlite3_stmt *own, sqlite3_stmt *ours, schema_tell *tell, void *context)
{
    int left = sqlite3_step(own);
    int right = sqlite3_step(ours);

    while (left == SQLITE_ROW || right == SQLITE_ROW) {
        const int order = left != SQLITE_ROW    ? 1
                          : right != SQLITE_ROW ? -1
                                                : compare_names(own, ours);
        sqlite3_stmt *which = order > 0 ? ours : own;
        if (order != 0 || !texts_equal(own, ours, 2) || !texts_equal(own, ours, 3))
            tell(context,
                 order > 0   ? SCHEMA_MISSING
                 : order < 0 ? SCHEMA_FOREIGN
                             : SCHEMA_CHANGED,
                 connection_column_text(which, 0), connection_column_text(which, 1));
        if (order <= 0)
            left = sqlite3_step(own);
        if (order >= 0)
            right = sqlite3_step(ours);
    }
    return left == SQLITE_DONE && right == SQLITE_DONE;
}

bool
file_identity_digest(sqlite3 *sqlite, char digest[SHA256_TEXT_SIZE])
{
    enum { COLUMNS = 4 };
    sqlite3_stmt *statement = NULL;
    struct buffer rows = { 0 };
    bool ok = sqlite3_prepare_v2(sqlite, SQL_SCHEMA, -1, &statement, NULL) == SQLITE_OK;
    int step = SQLITE_DONE;

    while (ok && (step = sqlite3_step(statement)) == SQLITE_ROW)
        for (int i = 0; i < COLUMNS; i++) {
            const char *text = (const char *)sqlite3_column_text(statement, i);
            buffer_add_char(&rows, text ? '=' : '-'); /* none is not an empty one */
            buffer_add_part(&rows, text ? text : "",
                            (size_t)sqlite3_column_bytes(statement, i) + 1);
        }
    sqlite3_finalize(statement);
    ok = ok && step == SQLITE_DONE;
    sha256_text(buffer_text(&rows), ok ? rows.length : 0, digest);
    buffer_clear(&rows);
    return ok;
}

/* Nearly all that are asked about: told without making another to lay beside. */
static bool
is_as_latest(sqlite3 *sqlite, int64_t version)
{
    char digest[SHA256_TEXT_SIZE];

    return version == migration_latest() && file_identity_digest(sqlite, digest) &&
           strcmp(digest, MIGRATION_LATEST_DIGEST) == 0;
}

/* An empty database of that version; the caller closes it. */
static sqlite3 *
make_empty(int version)
{
    sqlite3 *sqlite = NULL;
    bool ok = sqlite3_open(":memory:", &sqlite) == SQLITE_OK;

    for (int i = migration_first(version); ok && i <= version; i++)
        ok = sqlite3_exec(sqlite, migration_table[i - 1].sql, NULL, NULL, NULL) ==
             SQLITE_OK;
    if (ok)
        return sqlite;
    sqlite3_close(sqlite);
    return NULL;
}

bool
file_identity_compare(sqlite3 *sqlite, schema_tell *tell, void *context)
{
    int64_t version = 0;
    if (!read_number(sqlite, "PRAGMA user_version", &version) ||
        version > migration_latest())
        return false;
    if (is_as_latest(sqlite, version))
        return true;
    sqlite3 *empty = make_empty((int)version);
    sqlite3_stmt *own = NULL;
    sqlite3_stmt *ours = NULL;
    const bool ok = empty &&
                    sqlite3_prepare_v2(sqlite, SQL_SCHEMA, -1, &own, NULL) == SQLITE_OK &&
                    sqlite3_prepare_v2(empty, SQL_SCHEMA, -1, &ours, NULL) == SQLITE_OK &&
                    lay_beside(own, ours, tell, context);
    sqlite3_finalize(own);
    sqlite3_finalize(ours);
    sqlite3_close(empty);
    return ok;
}

static void
add_name(void *context, enum schema_fault fault, const char *type, const char *name)
{
    struct buffer *names = context;
    enum { NAMES_LENGTH = 120 };

    (void)fault;
    if (names->length > NAMES_LENGTH)
        return;
    if (names->length > 0)
        buffer_add(names, ", ");
    buffer_addf(names, "%s %s", type, name);
}

bool
file_identity_name_faults(sqlite3 *sqlite, struct buffer *names)
{
    return file_identity_compare(sqlite, add_name, names);
}

bool
file_identity_is_ours(sqlite3 *sqlite, const char *name, struct error *err)
{
    struct buffer names = { 0 };
    const bool read = file_identity_compare(sqlite, add_name, &names);
    const bool ok = read && names.length == 0;

    if (!read)
        connection_fail_code(sqlite3_extended_errcode(sqlite),
                             sqlite3_system_errno(sqlite), name, err);
    else if (!ok)
        error_set(err, ERROR_DATABASE,
                  _("“%s” holds tables or triggers that are not of atelier, or some are "
                    "missing in it (%s); take another copy."),
                  name, buffer_text(&names));
    buffer_clear(&names);
    return ok;
}

static bool
fail_reading(sqlite3 *sqlite, const char *name, struct error *err)
{
    const int code = sqlite3_extended_errcode(sqlite);

    if ((code & 0xff) != SQLITE_NOTADB && (code & 0xff) != SQLITE_CORRUPT)
        return connection_fail_code(code, sqlite3_system_errno(sqlite), name, err);
    return error_set(err, ERROR_DATABASE, _("“%s” is not a database, or a damaged one."),
                     name);
}

bool
file_identity_is_foreign(sqlite3 *sqlite)
{
    int64_t application = 0;

    return read_number(sqlite, "PRAGMA application_id", &application) &&
           application != MIGRATION_APPLICATION_ID;
}

bool
file_identity_check(sqlite3 *sqlite, const char *name, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;

    if (!read_number(sqlite, "PRAGMA application_id", &application) ||
        !read_number(sqlite, "PRAGMA user_version", &version))
        return fail_reading(sqlite, name, err);
    if (application != MIGRATION_APPLICATION_ID || version < 1)
        return error_set(err, ERROR_DATABASE, _("“%s” is not a database of atelier."),
                         name);
    if (version > migration_latest())
        return error_set(
            err, ERROR_DATABASE,
            _("“%s” was written by a newer atelier; install that one first."), name);
    return file_identity_is_ours(sqlite, name, err);
}
