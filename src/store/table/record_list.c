/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_list.c - the rows of a noun that a statement names, as records */
#include "table/record_list.h"

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

static bool
add_row(struct database *db, const struct entity *entity, int64_t id,
        struct record_list *list, struct error *err)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, entity->size);
    void *record = (char *)list->items + list->count++ * entity->size;

    record_init(entity, record);
    return row_load(db, entity, id, record, err);
}

bool
record_list_load(struct database *db, const struct entity *entity,
                 sqlite3_stmt *statement, struct record_list *list, struct error *err)
{
    *list = (struct record_list){ 0 };
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        if (!(ok = add_row(db, entity, sqlite3_column_int64(statement, 0), list, err)))
            break;
    connection_release(statement);
    return ok;
}

bool
record_list_load_of(struct database *db, const struct entity *entity, const char *sql,
                    int64_t of, struct record_list *list, struct error *err)
{
    *list = (struct record_list){ 0 };
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":of", of);
    return record_list_load(db, entity, statement, list, err);
}
