/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_index.c - keeps the words of every row findable */
#include "search_index.h"

#include <string.h>

#include "atelier/base/memory.h"

#define SQL_DUE "SELECT entity, row FROM search_due LIMIT 1"
#define SQL_MANY_DUE                                                                     \
    "SELECT count(*) > 2000 AND count(*) * 4 > (SELECT count(*) FROM search_rank)"       \
    " FROM search_due"
#define SQL_SETTLED "DELETE FROM search_due WHERE entity = :entity AND row = :row"

#define SQL_PRESENT                                                                      \
    "SELECT r.rank, s.words FROM search_rank r JOIN search s ON s.rowid = r.rank"        \
    " WHERE r.entity = :entity AND r.row = :row"

#define SQL_LAST_PLACE                                                                   \
    "SELECT rowid FROM search WHERE rowid BETWEEN :first AND :last"                      \
    " ORDER BY rowid DESC LIMIT 1"
#define SQL_PLACES_FROM "SELECT rowid FROM search WHERE rowid >= :first ORDER BY rowid"

#define SQL_REMOVE "DELETE FROM search WHERE rowid = :rank"
#define SQL_REMOVE_RANK "DELETE FROM search_rank WHERE entity = :entity AND row = :row"
#define SQL_ADD "INSERT INTO search (rowid, words, row) VALUES (:rank, :words, :row)"
#define SQL_ADD_RANK                                                                     \
    "INSERT INTO search_rank (entity, row, rank) VALUES (:entity, :row, :rank)"

/* What the index holds of a row. */
struct present {
    bool found;
    int64_t rank;
    char *words;
};

static bool
read_present(struct database *db, enum entity_kind entity, int64_t id,
             struct present *present, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PRESENT, err);

    *present = (struct present){ 0 };
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":entity", entity_get(entity)->name);
    connection_bind_number(statement, ":row", id);
    const bool ok = connection_step(statement, &present->found, err);
    if (present->found) {
        present->rank = sqlite3_column_int64(statement, 0);
        present->words = connection_column_copy(statement, 1);
    }
    connection_release(statement);
    return ok;
}

/* The first free place from `first` on.  Only reached when more than a thousand
 * rows begin with the same ten letters: the order is then a little wrong. */
static bool
find_gap(struct database *db, int64_t first, int64_t *rank, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PLACES_FROM, err);
    bool row = false;
    bool ok;

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":first", first);
    *rank = first;
    while ((ok = connection_step(statement, &row, err)) && row &&
           sqlite3_column_int64(statement, 0) == *rank)
        (*rank)++;
    connection_release(statement);
    return ok;
}

static bool
find_place(struct database *db, struct search_rank_span places, int64_t *rank,
           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST_PLACE, err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":first", places.first);
    connection_bind_number(statement, ":last", places.last);
    bool taken = false;
    const bool ok = connection_step(statement, &taken, err);
    *rank = taken ? sqlite3_column_int64(statement, 0) + 1 : places.first;
    connection_release(statement);
    return ok && (*rank <= places.last || find_gap(db, places.first, rank, err));
}

static bool
add(struct database *db, enum entity_kind entity, int64_t id, int64_t rank,
    const char *words, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ADD, err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":rank", rank);
    connection_bind_text(statement, ":words", words);
    connection_bind_number(statement, ":row", id);
    if (!connection_run(statement, err))
        return false;
    statement = connection_prepare(db, SQL_ADD_RANK, err);
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":entity", entity_get(entity)->name);
    connection_bind_number(statement, ":row", id);
    connection_bind_number(statement, ":rank", rank);
    return connection_run(statement, err);
}

static bool
remove_present(struct database *db, enum entity_kind entity, int64_t id,
               const struct present *present, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REMOVE, err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":rank", present->rank);
    if (!connection_run(statement, err))
        return false;
    statement = connection_prepare(db, SQL_REMOVE_RANK, err);
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":entity", entity_get(entity)->name);
    connection_bind_number(statement, ":row", id);
    return connection_run(statement, err);
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
next_due(struct database *db, const struct entity **entity, int64_t *row,
         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_DUE, err);

    *entity = NULL;
    if (statement == NULL)
        return false;
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found) {
        *entity = entity_find(connection_column_text(statement, 0));
        *row = sqlite3_column_int64(statement, 1);
    }
    connection_release(statement);
    return ok;
}

static bool
settle_row(struct database *db, const struct entity *entity, int64_t row,
           struct error *err)
{
    if (!search_index_refresh(db, entity->kind, row, err))
        return false;
    sqlite3_stmt *statement = connection_prepare(db, SQL_SETTLED, err);
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":entity", entity->name);
    connection_bind_number(statement, ":row", row);
    return connection_run(statement, err);
}

static bool
are_many_due(struct database *db, bool *many, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MANY_DUE, err);
    bool row = false;

    if (statement == NULL)
        return false;
    const bool ok = connection_step(statement, &row, err);
    *many = row && sqlite3_column_int(statement, 0) != 0;
    connection_release(statement);
    return ok;
}

bool
search_index_settle(struct database *db, struct error *err)
{
    const struct entity *entity = NULL;
    int64_t row = 0;
    bool many = false;
    bool ok = next_due(db, &entity, &row, err);

    if (!ok || entity == NULL || !are_many_due(db, &many, err))
        return ok && entity == NULL;
    if (many)
        return search_index_rebuild(db, err);
    while (ok && entity != NULL)
        ok = settle_row(db, entity, row, err) && next_due(db, &entity, &row, err);
    return ok;
}
