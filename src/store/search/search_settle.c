/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_settle.c - makes anew the words of the rows that were noted
 *
 * In the order in which the index lies it is several times faster than as they come:
 * FTS5 gathers what it is told in ascending order, and writes it out when it is told
 * something that lies before.  A lot at a time, so that thousands take no more memory
 * than hundreds.
 */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "search/search_index.h"

/* About as many as FTS5 gathers before it writes anyway. */
enum { LOT_ROWS = 4096 };

#define SQL_DUE "SELECT entity, row FROM search_due ORDER BY entity, row LIMIT :most"
#define SQL_SETTLED "DELETE FROM search_due WHERE (entity, row) <= (:entity, :row)"
#define SQL_RANK "SELECT rank FROM search_rank WHERE entity = :entity AND row = :row"
#define SQL_OPTIMIZE "INSERT INTO search (search) VALUES ('optimize')"

struct due {
    const struct entity *entity;
    int64_t row;
    int64_t place; /* the first where it may stand, or where it stood */
    struct search_entry entry;
};

struct due_list {
    struct due *items;
    size_t count;
    size_t capacity;
};

static void
due_list_clear(struct due_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        search_entry_clear(&list->items[i].entry);
    free(list->items);
    *list = (struct due_list){ 0 };
}

static bool
list_due(struct database *db, struct due_list *list, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_DUE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":most", LOT_ROWS);
    bool row = false;
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = (struct due){
            .entity = entity_find(connection_column_text(statement, 0)),
            .row = sqlite3_column_int64(statement, 1),
        };
    }
    connection_release(statement);
    return ok;
}

static bool
find_rank(struct database *db, struct due *due, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_RANK, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", due->entity->name);
    connection_bind_number(statement, ":row", due->row);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found)
        due->place = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

static bool
make_entry(struct database *db, struct due *due, struct error *err)
{
    const bool past = date_is_none(db->today);
    if (!search_entry_make(&due->entry, db, due->entity->kind, due->row, past, err))
        return false;
    due->place = due->entry.places.first;
    return due->entry.exists || find_rank(db, due, err);
}

static int
compare_places(const void *a, const void *b)
{
    const struct due *left = a;
    const struct due *right = b;

    if (left->place != right->place)
        return left->place < right->place ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

static bool
mark_settled(struct database *db, const struct due *last, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SETTLED, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", last->entity->name);
    connection_bind_number(statement, ":row", last->row);
    return connection_run(statement, err);
}

static bool
settle_lot(struct database *db, struct due_list *list, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < list->count; i++)
        ok = make_entry(db, &list->items[i], err);
    ok = ok && mark_settled(db, &list->items[list->count - 1], err);
    if (ok)
        qsort(list->items, list->count, sizeof list->items[0], compare_places);
    int64_t place = SEARCH_PLACE_NONE;
    for (size_t i = 0; ok && i < list->count; i++) {
        const struct due *due = &list->items[i];
        ok = search_index_put(db, due->entity->kind, due->row, &due->entry, &place, err);
    }
    return ok;
}

bool
search_index_settle(struct database *db, struct error *err)
{
    struct due_list list = { 0 };
    bool more = true;
    bool many = false;
    bool ok = true;

    while (ok && more) {
        ok = list_due(db, &list, err) && (list.count == 0 || settle_lot(db, &list, err));
        more = list.count == LOT_ROWS;
        many = many || more;
        due_list_clear(&list);
    }
    return ok && (!many || connection_execute(db, SQL_OPTIMIZE, err));
}
