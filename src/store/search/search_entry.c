/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_entry.c - what each noun is found by, and the order in which it is shown */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "search/search_index.h"
#include "search/search_words.h"
#include "table/rule_sql.h"

enum order {
    BY_NAME,   /* the first column */
    BY_PERSON, /* the first two: family and given name */
    BY_START   /* the first, an instant; the latest come first */
};

static const struct source {
    enum entity_kind entity;
    enum order order;
    int first_word; /* words are the columns from this one on */
    const char *sql;
    const char *more; /* further words, or NULL */
} sources[] = {
    {
        .entity = ENTITY_PERSON,
        .order = BY_PERSON,
        .sql = "SELECT family, given, email FROM person WHERE id = :id",
        .more = "SELECT o.name, o.short_name FROM affiliation a"
                " JOIN organisation o ON o.id = a.organisation WHERE a.person = :id"
                " AND (:past OR " HAS_NOT_ENDED("a", ":today") ")",
    },
    {
        .entity = ENTITY_ORGANISATION,
        .order = BY_NAME,
        .sql = "SELECT name, short_name, territory FROM organisation WHERE id = :id",
    },
    {
        .entity = ENTITY_WORKING_GROUP,
        .order = BY_NAME,
        .sql = "SELECT code, name, theme FROM working_group WHERE id = :id",
    },
    {
        .entity = ENTITY_MEETING,
        .order = BY_START,
        .first_word = 1,
        .sql = "SELECT m.start_at, m.title, m.number, g.code FROM meeting m"
               " LEFT JOIN working_group g ON g.id = m.\"group\" WHERE m.id = :id",
    },
    {
        .entity = ENTITY_ROOM,
        .order = BY_NAME,
        .sql = "SELECT r.name, v.name FROM room r LEFT JOIN venue v ON v.id = r.venue"
               " WHERE r.id = :id",
    },
    {
        .entity = ENTITY_VENUE,
        .order = BY_NAME,
        .sql = "SELECT name, address FROM venue WHERE id = :id",
    },
};

static const struct source *
find_source(enum entity_kind entity)
{
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        if (sources[i].entity == entity)
            return &sources[i];
    return NULL;
}

static const char *
column_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

static struct search_rank_span
find_places(const struct source *source, sqlite3_stmt *statement)
{
    if (source->order == BY_START)
        return search_rank_of_instant(source->entity,
                                      sqlite3_column_type(statement, 0) == SQLITE_NULL
                                          ? INSTANT_NONE
                                          : sqlite3_column_int64(statement, 0));
    char *key = source->order == BY_PERSON
                    ? fold_sort_key(connection_column_text(statement, 0),
                                    column_text(statement, 1))
                    : fold_copy(connection_column_text(statement, 0));
    const struct search_rank_span places = search_rank_of_key(source->entity, key);
    free(key);
    return places;
}

static bool
add_more(struct search_words *words, struct database *db, const struct source *source,
         int64_t id, bool past, struct error *err)
{
    if (source->more == NULL)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, source->more, err);
    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":id", id);
    char today[DATE_TEXT_SIZE];
    if (!date_is_none(db->today)) {
        date_format(db->today, today);
        connection_bind_text(statement, ":today", today);
    }
    connection_bind_number(statement, ":past", past);
    bool row = false;
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row)
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            search_words_add(words, column_text(statement, i));
    connection_release(statement);
    return ok;
}

bool
search_entry_make(struct search_entry *entry, struct database *db,
                  enum entity_kind entity, int64_t id, bool past, struct error *err)
{
    const struct source *source = find_source(entity);
    struct search_words words = { 0 };

    *entry = (struct search_entry){ 0 };
    if (source == NULL)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, source->sql, err);
    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":id", id);
    bool ok = connection_step(statement, &entry->exists, err);
    if (entry->exists) {
        entry->places = find_places(source, statement);
        for (int i = source->first_word; i < sqlite3_column_count(statement); i++)
            search_words_add(&words, column_text(statement, i));
    }
    connection_release(statement);
    if (ok && entry->exists)
        ok = add_more(&words, db, source, id, past, err);
    search_words_write(&words, &entry->words);
    search_words_clear(&words);
    return ok;
}

void
search_entry_clear(struct search_entry *entry)
{
    buffer_clear(&entry->words);
    *entry = (struct search_entry){ 0 };
}
