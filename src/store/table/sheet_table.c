/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_table.c - the attendance sheets that were printed of a meeting */
#include "atelier/store/sheet_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"

#define SQL_NEWEST                                                                       \
    "SELECT id FROM sheet WHERE meeting = :meeting AND slot = :slot"                     \
    " ORDER BY version DESC LIMIT 1"
#define SQL_NEWEST_OF_ALL                                                                \
    "SELECT id FROM sheet WHERE meeting = :meeting ORDER BY version DESC LIMIT 1"
#define SQL_VERSION "SELECT id FROM sheet WHERE meeting = :meeting AND version = :version"
#define SQL_SCANNED                                                                      \
    "SELECT id FROM sheet WHERE meeting = :meeting"                                      \
    " ORDER BY scan IS NULL, version DESC LIMIT 1"
#define SQL_ACT                                                                          \
    "SELECT min(journal) FROM journal_change WHERE entity = :entity AND row = :row"

/* Releases the statement. */
static bool
load_found(struct database *db, sqlite3_stmt *statement, struct sheet *sheet,
           struct error *err)
{
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &sheet_entity, id, sheet, err));
}

bool
sheet_table_newest(struct database *db, int64_t meeting, int64_t slot,
                   struct sheet *sheet, struct error *err)
{
    record_clear(&sheet_entity, sheet);
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":slot", slot);
    return load_found(db, statement, sheet, err);
}

bool
sheet_table_newest_of_all(struct database *db, int64_t meeting, struct sheet *sheet,
                          struct error *err)
{
    record_clear(&sheet_entity, sheet);
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST_OF_ALL, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    return load_found(db, statement, sheet, err);
}

bool
sheet_table_version(struct database *db, int64_t meeting, int64_t version,
                    struct sheet *sheet, struct error *err)
{
    record_clear(&sheet_entity, sheet);
    sqlite3_stmt *statement = connection_prepare(db, SQL_VERSION, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":version", version);
    return load_found(db, statement, sheet, err);
}

bool
sheet_table_scanned(struct database *db, int64_t meeting, struct sheet *sheet,
                    struct error *err)
{
    record_clear(&sheet_entity, sheet);
    sqlite3_stmt *statement = connection_prepare(db, SQL_SCANNED, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    return load_found(db, statement, sheet, err);
}

bool
sheet_table_act(struct database *db, int64_t sheet, int64_t *act, struct error *err)
{
    *act = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_ACT, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", sheet_entity.number);
    connection_bind_number(statement, ":row", sheet);
    return connection_read_number(statement, act, err);
}
