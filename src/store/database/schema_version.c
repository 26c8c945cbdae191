/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema_version.c - of which atelier a file is: of this one, an older, a newer, or none
 */
#include "database/schema_version.h"

#include "atelier/base/language.h"
#include "database/migration.h"

/* A number that a pragma answers. */
static bool
read_pragma(struct database *db, const char *sql, int64_t *number, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(db->sqlite, sql, -1, &statement, NULL) == SQLITE_OK;
    if (!ok)
        connection_fail(db, err);
    bool row = false;
    ok = ok && connection_step(statement, &row, err);
    *number = row ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return ok;
}

static bool
read_both(struct database *db, int64_t *application, int64_t *version, struct error *err)
{
    return read_pragma(db, "PRAGMA application_id", application, err) &&
           read_pragma(db, "PRAGMA user_version", version, err);
}

bool
schema_version_is_latest(struct database *db, bool *latest, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;

    if (!read_both(db, &application, &version, err))
        return false;
    *latest = application == MIGRATION_APPLICATION_ID && version == migration_latest();
    return true;
}

bool
schema_version_check(struct database *db, bool *old, struct error *err)
{
    int64_t application = 0;
    int64_t version = 0;
    if (!read_both(db, &application, &version, err))
        return false;
    if (application != MIGRATION_APPLICATION_ID || version < 1)
        return connection_fail_code(SQLITE_NOTADB, 0, db->path, err);
    if (version > migration_latest())
        return error_set(
            err, ERROR_DATABASE,
            _("%s was written by a newer atelier (schema %d, this program knows "
              "%d).  Install the newer program."),
            db->path, (int)version, migration_latest());
    *old = version < migration_latest();
    return !*old || !db->read_only ||
           error_set(
               err, ERROR_DATABASE,
               _("%s is of an older atelier and can only be read by you: somebody who "
                 "may write must open it once."),
               db->path);
}
