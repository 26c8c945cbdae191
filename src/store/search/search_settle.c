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
#include "search/searched.h"

/* About as many as FTS5 gathers before it writes anyway. */
enum { LOT_ROWS = 4096 };

#define SQL_RANK "SELECT rank FROM search_rank WHERE entity = :entity AND row = :row"
#define SQL_OPTIMIZE "INSERT INTO search (search) VALUES ('optimize')"
#define SQL_OPTIMIZE_TEXT "INSERT INTO search_text (search_text) VALUES ('optimize')"

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

/* At most a lot of the rows from `first` on. */
static void
list_due(const struct search_due_list *rows, size_t first, struct due_list *list)
{
    for (size_t i = first; i < rows->count && list->count < LOT_ROWS; i++) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = (struct due){
            .entity = entity_get(rows->items[i].entity),
            .row = rows->items[i].row,
        };
    }
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
settle_lot(struct database *db, struct due_list *list, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < list->count; i++)
        ok = make_entry(db, &list->items[i], err);
    if (ok)
        qsort(list->items, list->count, sizeof list->items[0], compare_places);
    int64_t place = SEARCH_PLACE_NONE;
    for (size_t i = 0; ok && i < list->count; i++) {
        const struct due *due = &list->items[i];
        ok = search_index_put(db, due->entity->kind, due->row, &due->entry, &place, err);
    }
    return ok;
}

/* After thousands of rows; of the table that had them. */
static bool
optimize(struct database *db, struct error *err)
{
    size_t texts = 0;

    for (size_t i = 0; i < db->due.count; i++)
        texts += searched_source(db->due.items[i].entity)->is_text;
    return (db->due.count - texts < LOT_ROWS ||
            connection_execute(db, SQL_OPTIMIZE, err)) &&
           (texts < LOT_ROWS || connection_execute(db, SQL_OPTIMIZE_TEXT, err));
}

bool
search_index_settle_telling(struct database *db, const struct telling *telling,
                            struct error *err)
{
    bool ok = true;

    search_due_sort(&db->due);
    for (size_t first = 0; ok && first < db->due.count; first += LOT_ROWS) {
        struct due_list list = { 0 };
        if (telling->progress && db->due.count > LOT_ROWS)
            telling->progress(telling->context, (int64_t)first, (int64_t)db->due.count);
        list_due(&db->due, first, &list);
        ok = settle_lot(db, &list, err);
        due_list_clear(&list);
    }
    ok = ok && optimize(db, err);
    search_due_clear(&db->due);
    return ok;
}

bool
search_index_settle(struct database *db, struct error *err)
{
    return search_index_settle_telling(db, &(struct telling){ 0 }, err);
}
