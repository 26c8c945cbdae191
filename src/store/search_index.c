/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_index.c - keeps the words of every row findable */
#include "search_index.h"

#include <string.h>

#include "atelier/base/memory.h"

#define SQL_DUE     "SELECT entity, row FROM search_due LIMIT 1"
#define SQL_SETTLED "DELETE FROM search_due WHERE entity = :entity AND row = :row"

#define SQL_PRESENT                                                                          \
    "SELECT r.rank, s.words FROM search_rank r JOIN search s ON s.rowid = r.rank"            \
    " WHERE r.entity = :entity AND r.row = :row"

#define SQL_LAST_PLACE                                                                       \
    "SELECT rowid FROM search WHERE rowid BETWEEN :first AND :last"                          \
    " ORDER BY rowid DESC LIMIT 1"
#define SQL_PLACES_FROM "SELECT rowid FROM search WHERE rowid >= :first ORDER BY rowid"

#define SQL_REMOVE      "DELETE FROM search WHERE rowid = :rank"
#define SQL_REMOVE_RANK "DELETE FROM search_rank WHERE entity = :entity AND row = :row"
#define SQL_ADD         "INSERT INTO search (rowid, words, row) VALUES (:rank, :words, :row)"
#define SQL_ADD_RANK                                                                         \
    "INSERT INTO search_rank (entity, row, rank) VALUES (:entity, :row, :rank)"

/* What the index holds of a row. */
struct present {
    bool found;
    int64_t rank;
    char *words;
};

/* Runs a statement that yields nothing and releases it. */
static bool
run(struct database *db, sqlite3_stmt *statement, struct error *err)
{
    const int result = sqlite3_step(statement);

    connection_release(statement);
    return result == SQLITE_DONE || connection_fail(db, err);
}

static bool
read_present(struct database *db, enum entity_kind entity, int64_t id, struct present *present,
             struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PRESENT, err);

    *present = (struct present){ 0 };
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, entity_get(entity)->name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, id);
    const int result = sqlite3_step(statement);
    if (result == SQLITE_ROW) {
        present->found = true;
        present->rank = sqlite3_column_int64(statement, 0);
        present->words = memory_copy((const char *)sqlite3_column_text(statement, 1));
    }
    connection_release(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE || connection_fail(db, err);
}

/* The first free place from `first` on.  Only reached when more than a thousand
 * rows begin with the same ten letters: the order is then a little wrong. */
static bool
find_gap(struct database *db, int64_t first, int64_t *rank, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PLACES_FROM, err);
    int result = SQLITE_DONE;

    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, first);
    *rank = first;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW &&
           sqlite3_column_int64(statement, 0) == *rank)
        (*rank)++;
    connection_release(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE || connection_fail(db, err);
}

static bool
find_place(struct database *db, struct search_rank_span places, int64_t *rank,
           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST_PLACE, err);

    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, places.first);
    sqlite3_bind_int64(statement, 2, places.last);
    const int result = sqlite3_step(statement);
    *rank = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) + 1 : places.first;
    connection_release(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        return connection_fail(db, err);
    return *rank <= places.last || find_gap(db, places.first, rank, err);
}

static bool
add(struct database *db, enum entity_kind entity, int64_t id, int64_t rank, const char *words,
    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ADD, err);

    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, rank);
    sqlite3_bind_text(statement, 2, words, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(statement, 3, id);
    if (!run(db, statement, err))
        return false;
    statement = connection_prepare(db, SQL_ADD_RANK, err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, entity_get(entity)->name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, id);
    sqlite3_bind_int64(statement, 3, rank);
    return run(db, statement, err);
}

static bool
remove_present(struct database *db, enum entity_kind entity, int64_t id,
               const struct present *present, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REMOVE, err);

    if (statement == NULL)
        return false;
    sqlite3_bind_int64(statement, 1, present->rank);
    if (!run(db, statement, err))
        return false;
    statement = connection_prepare(db, SQL_REMOVE_RANK, err);
    if (statement == NULL)
        return false;
    sqlite3_bind_text(statement, 1, entity_get(entity)->name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, id);
    return run(db, statement, err);
}

static bool
is_up_to_date(const struct present *present, const struct search_entry *entry)
{
    if (!entry->exists)
        return !present->found;
    return present->found && present->rank >= entry->places.first &&
           present->rank <= entry->places.last &&
           strcmp(present->words, buffer_text(&entry->words)) == 0;
}

bool
search_index_refresh(struct database *db, enum entity_kind entity, int64_t id,
                     struct error *err)
{
    struct search_entry entry = { 0 };
    struct present present = { 0 };
    struct search_rank_span span;
    int64_t rank = 0;

    if (!search_rank_of_entity(entity, &span))
        return true;
    bool ok = search_entry_make(&entry, db, entity, id, false, err) &&
              read_present(db, entity, id, &present, err);
    if (ok && !is_up_to_date(&present, &entry)) {
        if (present.found)
            ok = remove_present(db, entity, id, &present, err);
        if (ok && entry.exists)
            ok = find_place(db, entry.places, &rank, err) &&
                 add(db, entity, id, rank, buffer_text(&entry.words), err);
    }
    search_entry_clear(&entry);
    memory_replace(&present.words, NULL);
    return ok;
}

/* The next row that was noted; NULL in *entity when there is none. */
static bool
next_due(struct database *db, const struct entity **entity, int64_t *row, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_DUE, err);

    *entity = NULL;
    if (statement == NULL)
        return false;
    const int result = sqlite3_step(statement);
    if (result == SQLITE_ROW) {
        *entity = entity_find((const char *)sqlite3_column_text(statement, 0));
        *row = sqlite3_column_int64(statement, 1);
    }
    connection_release(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE || connection_fail(db, err);
}

bool
search_index_settle(struct database *db, struct error *err)
{
    for (;;) {
        const struct entity *entity = NULL;
        int64_t row = 0;
        if (!next_due(db, &entity, &row, err))
            return false;
        if (entity == NULL)
            return true;
        if (!search_index_refresh(db, entity->kind, row, err))
            return false;
        sqlite3_stmt *statement = connection_prepare(db, SQL_SETTLED, err);
        if (statement == NULL)
            return false;
        sqlite3_bind_text(statement, 1, entity->name, -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement, 2, row);
        if (!run(db, statement, err))
            return false;
    }
}
