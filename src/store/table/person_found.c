/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_found.c - the people whom a statement finds, read */
#include "table/person_found.h"

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

bool
person_found_has(const struct person_list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == id)
            return true;
    return false;
}

bool
person_found_load(struct database *db, int64_t id, struct person_list *list,
                  struct error *err)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct person *person = &list->items[list->count++];
    record_init(&person_entity, person);
    return row_load(db, &person_entity, id, person, err);
}

bool
person_found_add(struct database *db, sqlite3_stmt *statement, size_t most,
                 struct person_list *list, struct error *err)
{
    bool there = false;
    bool ok;

    while ((ok = connection_step(statement, &there, err)) && there &&
           list->count < most) {
        int64_t id = sqlite3_column_int64(statement, 0);
        if (!person_found_has(list, id) && !person_found_load(db, id, list, err)) {
            ok = false;
            break;
        }
    }
    connection_release(statement);
    return ok;
}
