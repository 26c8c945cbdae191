/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_rebuild.c - makes the whole search index anew, in the order in which it lies
 *
 * Written in the order of the places it is several times faster than row by
 * row, and smaller.
 */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "search_index.h"

#define SQL_SCHEMA                                                                       \
    "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'search'"
#define SQL_EMPTY "DROP TABLE search; DELETE FROM search_rank; DELETE FROM search_due"
#define SQL_ADD "INSERT INTO search (rowid, words, row) VALUES (:rank, :words, :row)"
#define SQL_ADD_RANK                                                                     \
    "INSERT INTO search_rank (entity, row, rank) VALUES (:entity, :row, :rank)"

struct place {
    int64_t first;
    int64_t id;
};

struct place_list {
    struct place *items;
    size_t count;
    size_t capacity;
};

/* An FTS5 table is emptied row by row, but dropped at once. */
static bool
empty_index(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SCHEMA, err);
    char *sql = NULL;

    if (statement == NULL)
        return false;
    bool found = false;
    bool ok = connection_step(statement, &found, err);
    if (found)
        sql = connection_column_copy(statement, 0);
    connection_release(statement);
    ok = ok && sql != NULL && connection_execute(db, SQL_EMPTY, err) &&
         connection_execute(db, sql, err);
    free(sql);
    return ok;
}

static int
compare_places(const void *a, const void *b)
{
    const struct place *left = a;
    const struct place *right = b;

    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return (left->id > right->id) - (left->id < right->id);
}

static bool
list_places(struct database *db, const struct entity *entity, struct place_list *list,
            struct error *err)
{
    char *sql = sqlite3_mprintf("SELECT id FROM \"%w\"", entity->name);
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool ok = statement != NULL;
    bool row = false;

    sqlite3_free(sql);
    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        struct search_entry entry = { 0 };
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        struct place *place = &list->items[list->count++];
        place->id = sqlite3_column_int64(statement, 0);
        ok = search_entry_make(&entry, db, entity->kind, place->id, false, err);
        place->first = entry.places.first;
        search_entry_clear(&entry);
    }
    connection_release(statement);
    return ok;
}

static bool
add(struct database *db, const struct entity *entity, const struct place *place,
    int64_t rank, struct error *err)
{
    struct search_entry entry = { 0 };
    bool ok = search_entry_make(&entry, db, entity->kind, place->id, false, err);
    sqlite3_stmt *statement = ok ? connection_prepare(db, SQL_ADD, err) : NULL;

    ok = statement != NULL;
    if (ok) {
        connection_bind_number(statement, ":rank", rank);
        connection_bind_text(statement, ":words", buffer_text(&entry.words));
        connection_bind_number(statement, ":row", place->id);
        ok = connection_run(statement, err);
    }
    search_entry_clear(&entry);
    statement = ok ? connection_prepare(db, SQL_ADD_RANK, err) : NULL;
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":entity", entity->name);
    connection_bind_number(statement, ":row", place->id);
    connection_bind_number(statement, ":rank", rank);
    return connection_run(statement, err);
}

static bool
rebuild_entity(struct database *db, const struct entity *entity, struct error *err)
{
    struct place_list list = { 0 };
    int64_t rank = -1;
    bool ok = list_places(db, entity, &list, err);

    if (ok && list.count > 0)
        qsort(list.items, list.count, sizeof list.items[0], compare_places);
    for (size_t i = 0; ok && i < list.count; i++) {
        rank = list.items[i].first > rank ? list.items[i].first : rank + 1;
        ok = add(db, entity, &list.items[i], rank, err);
    }
    free(list.items);
    return ok;
}

bool
search_index_rebuild(struct database *db, struct error *err)
{
    bool ok = empty_index(db, err);

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++) {
        struct search_rank_span span;
        if (search_rank_of_entity((enum entity_kind)kind, &span))
            ok = rebuild_entity(db, entity_get((enum entity_kind)kind), err);
    }
    return ok &&
           connection_execute(db, "INSERT INTO search (search) VALUES ('optimize')", err);
}
