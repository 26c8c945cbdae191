/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_table.c - the slots of a meeting, and whether somebody was marked in one */
#include "atelier/store/slot_table.h"

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

#define SQL_SLOTS "SELECT id FROM slot WHERE meeting = :meeting ORDER BY start, id"

#define SQL_MARKED "SELECT 1 FROM presence WHERE slot = :slot LIMIT 1"

static bool
add_slot(struct database *db, int64_t id, struct slot_list *list, struct error *err)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct slot *slot = &list->items[list->count++];
    record_init(&slot_entity, slot);
    return row_load(db, &slot_entity, id, slot, err);
}

bool
slot_table_list(struct database *db, int64_t meeting, struct slot_list *list,
                struct error *err)
{
    slot_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_SLOTS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    bool there = true;
    bool ok = true;
    while (ok && there)
        ok = connection_step(statement, &there, err) &&
             (!there || add_slot(db, sqlite3_column_int64(statement, 0), list, err));
    connection_release(statement);
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
