/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table.c - one search over all that searched.def lists */
#include "atelier/store/search_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "search/search_query.h"
#include "search/searched.h"

static void
add_hit(struct database *db, enum entity_kind entity, sqlite3_stmt *statement,
        struct search_hit_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct search_hit *hit = &list->items[list->count++];
    hit->entity = entity;
    hit->row = sqlite3_column_int64(statement, 0);
    struct buffer title = { 0 };
    row_title(db, entity_get(entity), hit->row, &title);
    hit->title = buffer_take(&title);
    hit->detail = connection_column_copy(statement, 1);
    const bool is_dated = sqlite3_column_count(statement) > 2;
    hit->start = is_dated ? connection_column_copy(statement, 2) : NULL;
    hit->zone = is_dated ? connection_column_copy(statement, 3) : NULL;
}

static bool
add_hits(struct database *db, enum entity_kind entity, const char *text, bool by_phone,
         struct date today, size_t most, struct search_hit_list *list, struct error *err)
{
    struct search_query query;
    if (!search_query_init(&query, entity, text, by_phone))
        return true;
    sqlite3_stmt *statement = connection_prepare(db, searched_source(entity)->hits, err);
    bool ok = statement;
    if (ok) {
        char day[DATE_TEXT_SIZE];
        date_format(today, day);
        connection_bind_text(statement, ":today", day);
        connection_bind_text(statement, ":match", query.match);
        connection_bind_number(statement, ":first", query.span.first);
        connection_bind_number(statement, ":last", query.span.last);
        connection_bind_number(statement, ":most", (int64_t)most);
    }
    bool row = false;
    while (ok && (ok = connection_step(statement, &row, err)) && row)
        add_hit(db, entity, statement, list);
    connection_release(statement);
    search_query_clear(&query);
    return ok;
}

bool
search_table_find(struct database *db, const char *text, bool by_phone, struct date today,
                  size_t most, struct search_hit_list *list, struct error *err)
{
    search_hit_list_clear(list);
    for (int i = 0; i < SEARCHED_COUNT; i++)
        if (!add_hits(db, searched_kind((enum searched)i), text, by_phone, today, most,
                      list, err))
            return false;
    return true;
}

bool
search_table_find_in(struct database *db, enum entity_kind entity, const char *text,
                     bool by_phone, struct date today, size_t most,
                     struct search_hit_list *list, struct error *err)
{
    search_hit_list_clear(list);
    return !searched_source(entity) ||
           add_hits(db, entity, text, by_phone, today, most, list, err);
}

void
search_table_set_today(struct database *db, struct date today)
{
    db->today = today;
}
