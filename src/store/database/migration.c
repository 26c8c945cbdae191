/* SPDX-License-Identifier: GPL-3.0-or-later */
/* migration.c - the schema, as numbered steps embedded in the program */
#include "database/migration.h"

#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/domain/entity.h"
#include "search/search_due.h"
#include "search/search_index.h"
#include "table/meeting_day_due.h"

int
migration_latest(void)
{
    int count = 0;
    while (migration_table[count].name)
        count++;
    return count;
}

int
migration_first(int version)
{
    return version >= MIGRATION_ANEW          ? MIGRATION_ANEW
           : version >= MIGRATION_ANEW_BEFORE ? MIGRATION_ANEW_BEFORE
                                              : 1;
}

/* A reference that leads nowhere would be found by whoever comes next. */
static bool
references_hold(struct database *db, const char *name, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool row = false;
    bool ok = sqlite3_prepare_v2(db->sqlite, "PRAGMA foreign_key_check", -1, &statement,
                                 NULL) == SQLITE_OK &&
              connection_step(statement, &row, err);
    sqlite3_finalize(statement);
    if (ok && row)
        return error_set(
            err, ERROR_DATABASE,
            _("%s cannot be upgraded (%s): a row refers to one that is gone.  The "
              "file was left as it was."),
            db->path, name);
    return ok;
}

/* Makes anew the words of the rows that a step left in search_due. */
static bool
make_words(struct database *db, const struct telling *telling, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool row = false;
    bool ok = true;

    if (sqlite3_prepare_v2(db->sqlite, "SELECT entity, row FROM temp.search_due", -1,
                           &statement, NULL) != SQLITE_OK)
        return true; /* as nearly all steps */
    while ((ok = connection_step(statement, &row, err)) && row) {
        const struct entity *entity =
            entity_find((const char *)sqlite3_column_text(statement, 0));
        if (entity)
            search_due_add(db, entity->kind, sqlite3_column_int64(statement, 1));
    }
    sqlite3_finalize(statement);
    return ok && connection_execute(db, "DROP TABLE temp.search_due", err) &&
           search_index_settle_telling(db, telling, err);
}

/* Parts the meetings that a step left in day_due. */
static bool
part_meetings(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool row = false;
    bool ok = true;

    if (sqlite3_prepare_v2(db->sqlite, "SELECT meeting FROM temp.day_due", -1, &statement,
                           NULL) != SQLITE_OK)
        return true;
    while ((ok = connection_step(statement, &row, err)) && row)
        meeting_day_due_add(db, sqlite3_column_int64(statement, 0));
    sqlite3_finalize(statement);
    return ok && connection_execute(db, "DROP TABLE temp.day_due", err) &&
           meeting_day_due_settle(db, err);
}

static bool
run_one(struct database *db, int version, const struct telling *telling,
        struct error *err)
{
    const struct migration *migration = &migration_table[version - 1];
    char set_version[64];
    (void)snprintf(set_version, sizeof(set_version), "PRAGMA user_version = %d", version);

    if (connection_execute(db, "BEGIN IMMEDIATE", err) &&
        connection_execute(db, migration->sql, err) && make_words(db, telling, err) &&
        part_meetings(db, err) && connection_execute(db, set_version, err) &&
        references_hold(db, migration->name, err) &&
        connection_execute(db, "COMMIT", err))
        return true;
    sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool
migration_run(struct database *db, int from, const struct telling *telling,
              struct error *err)
{
    /* A step may rebuild a table: references are checked at its end instead. */
    bool ok = connection_execute(db, "PRAGMA foreign_keys = OFF", err);
    const int first = from == 0 ? migration_first(migration_latest()) : from + 1;
    for (int version = first; ok && version <= migration_latest(); version++)
        ok = run_one(db, version, telling, err);
    return connection_execute(db, "PRAGMA foreign_keys = ON", ok ? err : NULL) && ok;
}
