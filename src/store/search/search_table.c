/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table.c - one search over people, organisations, groups, meetings and rooms */
#include "atelier/store/search_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "search/search_query.h"
#include "table/rule_sql.h"

#define FOUND(more, where)                                                               \
    " FROM search s" more " WHERE s.search MATCH :match"                                 \
    " AND s.rowid BETWEEN :first AND :last" where " ORDER BY s.rowid LIMIT :most"

/* Each answers the id and what stands behind the title, which may be NULL; a meeting its
 * start too. */
static const struct source {
    enum entity_kind entity;
    const char *sql;
} sources[] = {
    { ENTITY_PERSON,
      "SELECT p.id, (SELECT o.name FROM affiliation a"
      " JOIN organisation o ON o.id = a.organisation"
      " WHERE a.id = " PRESENT_POST("p.id", ":today") ")" FOUND(
          " CROSS JOIN person p ON p.id = s.row", " AND " IS_PERSON_LIVE("p")) },
    { ENTITY_ORGANISATION, "SELECT o.id, coalesce(o.territory, c.name)" FOUND(
                               " CROSS JOIN organisation o ON o.id = s.row"
                               " LEFT JOIN category c ON c.id = o.category",
                               "") },
    { ENTITY_WORKING_GROUP,
      "SELECT g.id, g.theme" FOUND(" CROSS JOIN working_group g ON g.id = s.row", "") },
    { ENTITY_MEETING, "SELECT m.id, g.code, m.start" FOUND(
                          " CROSS JOIN meeting m ON m.id = s.row LEFT JOIN working_group "
                          "g ON g.id = m.\"group\"",
                          "") },
    { ENTITY_ROOM,
      "SELECT r.id, v.name" FOUND(
          " CROSS JOIN room r ON r.id = s.row LEFT JOIN venue v ON v.id = r.venue", "") },
    { ENTITY_VENUE,
      "SELECT v.id, v.address" FOUND(" CROSS JOIN venue v ON v.id = s.row", "") },
};

static void
add_hit(struct database *db, enum entity_kind entity, sqlite3_stmt *statement,
        struct search_hit_list *list)
{
    struct buffer title = { 0 };

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct search_hit *hit = &list->items[list->count++];
    hit->entity = entity;
    hit->row = sqlite3_column_int64(statement, 0);
    row_title(db, entity_get(entity), hit->row, &title);
    hit->title = buffer_take(&title);
    hit->detail = connection_column_copy(statement, 1);
    hit->start =
        sqlite3_column_count(statement) > 2 ? connection_column_copy(statement, 2) : NULL;
}

static bool
add_hits(struct database *db, const struct source *source, const char *text,
         struct date today, size_t most, struct search_hit_list *list, struct error *err)
{
    struct search_query query;
    char day[DATE_TEXT_SIZE];

    if (!search_query_init(&query, source->entity, text))
        return true;
    sqlite3_stmt *statement = connection_prepare(db, source->sql, err);
    bool ok = statement != NULL;
    bool row = false;
    if (ok) {
        date_format(today, day);
        connection_bind_text(statement, ":today", day);
        connection_bind_text(statement, ":match", query.match);
        connection_bind_number(statement, ":first", query.span.first);
        connection_bind_number(statement, ":last", query.span.last);
        connection_bind_number(statement, ":most", (int64_t)most);
    }
    while (ok && (ok = connection_step(statement, &row, err)) && row)
        add_hit(db, source->entity, statement, list);
    connection_release(statement);
    search_query_clear(&query);
    return ok;
}

bool
search_table_find(struct database *db, const char *text, struct date today, size_t most,
                  struct search_hit_list *list, struct error *err)
{
    search_hit_list_clear(list);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        if (!add_hits(db, &sources[i], text, today, most, list, err))
            return false;
    return true;
}

bool
search_table_find_in(struct database *db, enum entity_kind entity, const char *text,
                     struct date today, size_t most, struct search_hit_list *list,
                     struct error *err)
{
    search_hit_list_clear(list);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        if (sources[i].entity == entity)
            return add_hits(db, &sources[i], text, today, most, list, err);
    return true;
}

void
search_table_set_today(struct database *db, struct date today)
{
    db->today = today;
}
