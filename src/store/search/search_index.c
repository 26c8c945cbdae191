/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_index.c - the words of one row, as the index holds them */
#include "search/search_index.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "search/searched.h"

/* What is asked of one of the two tables that hold words. */
struct words_sql {
    const char *present, *last_place, *places_from, *remove, *add;
};

#define WORDS_SQL(TABLE)                                                                 \
    {                                                                                    \
        .present = "SELECT r.rank, s.words FROM search_rank r JOIN " TABLE               \
                   " s ON s.rowid = r.rank WHERE r.entity = :entity AND r.row = :row",   \
        .last_place = "SELECT rowid FROM " TABLE " WHERE rowid BETWEEN :first AND :last" \
                      " ORDER BY rowid DESC LIMIT 1",                                    \
        .places_from =                                                                   \
            "SELECT rowid FROM " TABLE " WHERE rowid >= :first ORDER BY rowid",          \
        .remove = "DELETE FROM " TABLE " WHERE rowid = :rank",                           \
        .add = "INSERT INTO " TABLE " (rowid, words, row) VALUES (:rank, :words, :row)", \
    }

#define SQL_REMOVE_RANK "DELETE FROM search_rank WHERE entity = :entity AND row = :row"
#define SQL_ADD_RANK                                                                     \
    "INSERT INTO search_rank (entity, row, rank) VALUES (:entity, :row, :rank)"

static const struct words_sql *
words_sql(enum entity_kind entity)
{
    static const struct words_sql names = WORDS_SQL("search");
    static const struct words_sql texts = WORDS_SQL("search_text");

    return searched_source(entity)->is_text ? &texts : &names;
}

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
    sqlite3_stmt *statement = connection_prepare(db, words_sql(entity)->present, err);

    *present = (struct present){ 0 };
    if (!statement)
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
find_gap(struct database *db, const struct words_sql *sql, int64_t first, int64_t *rank,
         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql->places_from, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":first", first);
    *rank = first;
    bool row = false;
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row &&
           sqlite3_column_int64(statement, 0) == *rank)
        (*rank)++;
    connection_release(statement);
    return ok;
}

static bool
find_place(struct database *db, const struct words_sql *sql,
           struct search_rank_span places, int64_t before, int64_t *rank,
           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql->last_place, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":first", places.first);
    connection_bind_number(statement, ":last", places.last);
    bool taken = false;
    const bool ok = connection_step(statement, &taken, err);
    *rank = taken ? sqlite3_column_int64(statement, 0) + 1 : places.first;
    connection_release(statement);
    if (!ok || *rank <= places.last)
        return ok;
    return find_gap(db, sql, before < places.first ? places.first : before + 1, rank,
                    err);
}

static bool
add(struct database *db, enum entity_kind entity, int64_t id, int64_t rank,
    const char *words, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, words_sql(entity)->add, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":rank", rank);
    connection_bind_text(statement, ":words", words);
    connection_bind_number(statement, ":row", id);
    if (!connection_run(statement, err))
        return false;
    statement = connection_prepare(db, SQL_ADD_RANK, err);
    if (!statement)
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
    sqlite3_stmt *statement = connection_prepare(db, words_sql(entity)->remove, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":rank", present->rank);
    if (!connection_run(statement, err))
        return false;
    statement = connection_prepare(db, SQL_REMOVE_RANK, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", entity_get(entity)->name);
    connection_bind_number(statement, ":row", id);
    return connection_run(statement, err);
}

static bool
is_among(const struct present *present, struct search_rank_span places)
{
    return present->found && present->rank >= places.first &&
           present->rank <= places.last;
}

static bool
is_up_to_date(const struct present *present, const struct search_entry *entry)
{
    if (!entry->exists)
        return !present->found;
    return is_among(present, entry->places) &&
           strcmp(present->words, buffer_text(&entry->words)) == 0;
}

/* A row stays where it stands unless its first letters are others. */
static bool
replace(struct database *db, enum entity_kind entity, int64_t id,
        const struct search_entry *entry, const struct present *present, int64_t *place,
        struct error *err)
{
    int64_t rank = present->rank;

    if (present->found && !remove_present(db, entity, id, present, err))
        return false;
    if (!entry->exists)
        return true;
    if (!is_among(present, entry->places) &&
        !find_place(db, words_sql(entity), entry->places, *place, &rank, err))
        return false;
    *place = rank;
    return add(db, entity, id, rank, buffer_text(&entry->words), err);
}

bool
search_index_put(struct database *db, enum entity_kind entity, int64_t id,
                 const struct search_entry *entry, int64_t *place, struct error *err)
{
    struct present present = { 0 };

    const bool ok = read_present(db, entity, id, &present, err) &&
                    (is_up_to_date(&present, entry) ||
                     replace(db, entity, id, entry, &present, place, err));
    memory_replace(&present.words, NULL);
    return ok;
}
