/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_table.c - the groups for which the role of a colleague counts */
#include "atelier/store/grant_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"

#define SQL_LIST                                                                         \
    "SELECT gr.id, gr.rev, gr.\"group\" FROM \"grant\" gr"                               \
    " CROSS JOIN working_group g ON g.id = gr.\"group\" WHERE gr.staff = :staff"         \
    " ORDER BY g.code"

bool
grant_table_list(struct database *db, int64_t staff, struct grant_list *list,
                 struct error *err)
{
    grant_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LIST, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":staff", staff);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof(list->items[0]));
        list->items[list->count++] =
            (struct grant_row){ .id = sqlite3_column_int64(statement, 0),
                                .rev = sqlite3_column_int64(statement, 1),
                                .group = sqlite3_column_int64(statement, 2) };
    }
    connection_release(statement);
    return ok;
}

void
grant_list_clear(struct grant_list *list)
{
    free(list->items);
    *list = (struct grant_list){ 0 };
}
