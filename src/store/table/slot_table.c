/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_table.c - the slots of a meeting, and whether somebody was marked in one */
#include "atelier/store/slot_table.h"

#include "database/connection.h"
#include "table/record_list.h"

#define SQL_SLOTS "SELECT id FROM slot WHERE meeting = :meeting ORDER BY start, id"

#define SQL_MARKED "SELECT 1 FROM presence WHERE slot = :slot LIMIT 1"

bool
slot_table_list(struct database *db, int64_t meeting, struct slot_list *list,
                struct error *err)
{
    slot_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_SLOTS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    struct record_list rows;
    const bool ok = record_list_load(db, &slot_entity, statement, &rows, err);
    *list = (struct slot_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
slot_table_is_marked(struct database *db, int64_t slot, bool *marked, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MARKED, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":slot", slot);
    bool ok = connection_step(statement, marked, err);
    connection_release(statement);
    return ok;
}
