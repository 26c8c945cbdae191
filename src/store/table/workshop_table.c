/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_table.c - the workshops and items of a meeting */
#include "atelier/store/workshop_table.h"

#include "database/connection.h"
#include "table/record_list.h"

#define SQL_WORKSHOPS "SELECT id FROM workshop WHERE meeting = :of ORDER BY start_at, id"
#define SQL_SPEAKERS "SELECT id FROM speaker WHERE workshop = :of ORDER BY id"
#define SQL_ITEMS "SELECT id FROM item WHERE meeting = :of ORDER BY start, id"

bool
workshop_table_list(struct database *db, int64_t meeting, struct workshop_list *list,
                    struct error *err)
{
    struct record_list rows;

    workshop_list_clear(list);
    const bool ok =
        record_list_load_of(db, &workshop_entity, SQL_WORKSHOPS, meeting, &rows, err);
    *list = (struct workshop_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
speaker_table_list(struct database *db, int64_t workshop, struct speaker_list *list,
                   struct error *err)
{
    struct record_list rows;

    speaker_list_clear(list);
    const bool ok =
        record_list_load_of(db, &speaker_entity, SQL_SPEAKERS, workshop, &rows, err);
    *list = (struct speaker_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
item_table_list(struct database *db, int64_t meeting, struct item_list *list,
                struct error *err)
{
    struct record_list rows;

    item_list_clear(list);
    const bool ok = record_list_load_of(db, &item_entity, SQL_ITEMS, meeting, &rows, err);
    *list = (struct item_list){ rows.items, rows.count, rows.capacity };
    return ok;
}
