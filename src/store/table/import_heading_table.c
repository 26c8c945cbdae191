/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_heading_table.c - what a person said that columns of these headings hold */
#include "atelier/store/import_heading_table.h"

#include <stdlib.h>

#include "database/connection.h"

#define SQL_FIND                                                                         \
    "SELECT holds, set_at, set_by FROM import_heading WHERE headings = :headings"

#define SQL_SAVE                                                                         \
    "INSERT INTO import_heading (headings, holds, set_at, set_by)"                       \
    " VALUES (:headings, :holds, :set_at, :set_by) ON CONFLICT (headings) DO UPDATE"     \
    " SET holds = excluded.holds, set_at = excluded.set_at, set_by = excluded.set_by"

/* No office has more kinds of lists than these. */
#define SQL_TRIM                                                                         \
    "DELETE FROM import_heading WHERE headings IN (SELECT headings FROM import_heading"  \
    " ORDER BY set_at DESC, headings LIMIT -1 OFFSET 300)"

#define SQL_REMOVE "DELETE FROM import_heading WHERE headings = :headings"

void
import_heading_clear(struct import_heading *heading)
{
    free(heading->holds);
    free(heading->set_by);
    *heading = (struct import_heading){ 0 };
}

bool
import_heading_table_find(struct database *db, const char *headings,
                          struct import_heading *heading, struct error *err)
{
    import_heading_clear(heading);
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":headings", headings);
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there)
        *heading = (struct import_heading){
            .holds = connection_column_copy(statement, 0),
            .set_at = sqlite3_column_int64(statement, 1),
            .set_by = connection_column_copy(statement, 2),
        };
    connection_release(statement);
    return ok;
}

static bool
trim(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_TRIM, err);
    return statement && connection_run(statement, err);
}

bool
import_heading_table_save(struct database *db, const char *headings,
                          const struct import_heading *heading, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SAVE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":headings", headings);
    connection_bind_text(statement, ":holds", heading->holds);
    connection_bind_number(statement, ":set_at", heading->set_at);
    connection_bind_text(statement, ":set_by", heading->set_by);
    return connection_run(statement, err) && trim(db, err);
}

bool
import_heading_table_remove(struct database *db, const char *headings, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REMOVE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":headings", headings);
    return connection_run(statement, err);
}
