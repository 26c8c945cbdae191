/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_entry.c - what each noun is found by, and the order in which it is shown */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/domain/entry_plain.h"
#include "search/search_index.h"
#include "search/search_name.h"
#include "search/search_phone.h"
#include "search/search_words.h"
#include "search/searched.h"

static const char *
column_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

static struct search_rank_span
find_places(enum entity_kind entity, const struct search_source *source,
            sqlite3_stmt *statement)
{
    if (source->order == SEARCH_BY_START)
        return search_rank_of_instant(entity,
                                      sqlite3_column_type(statement, 0) == SQLITE_NULL
                                          ? INSTANT_NONE
                                          : sqlite3_column_int64(statement, 0));
    char *key = source->order == SEARCH_BY_PERSON
                    ? fold_sort_key(connection_column_text(statement, 0),
                                    column_text(statement, 1))
                    : fold_copy(connection_column_text(statement, 0));
    const struct search_rank_span places = search_rank_of_key(entity, key);
    free(key);
    return places;
}

static void
add_names(struct search_words *words, sqlite3_stmt *statement)
{
    for (int i = 0; i < sqlite3_column_count(statement); i++)
        search_words_add(words, column_text(statement, i));
}

static void
add_post(struct search_words *words, sqlite3_stmt *statement)
{
    search_words_add_post(words, column_text(statement, 0),
                          sqlite3_column_int64(statement, 1));
}

/* What a statement answers, row by row. */
static bool
add_more(struct search_words *words, struct database *db, const char *sql,
         void (*add)(struct search_words *words, sqlite3_stmt *statement), int64_t id,
         bool past, struct error *err)
{
    if (!sql)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    if (!date_is_none(db->today)) {
        char today[DATE_TEXT_SIZE];
        date_format(db->today, today);
        connection_bind_text(statement, ":today", today);
    }
    connection_bind_number(statement, ":past", past);
    bool row = false;
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row)
        add(words, statement);
    connection_release(statement);
    return ok;
}

/* As it is read: Markdown has signs in the middle of words, and addresses. */
static void
add_text(struct search_words *words, const char *text)
{
    struct buffer plain = { 0 };

    entry_plain_add(text, &plain);
    search_words_add(words, buffer_text(&plain));
    buffer_clear(&plain);
}

/* The words of the row itself. */
static void
add_own(struct search_words *words, const struct search_source *source,
        sqlite3_stmt *statement)
{
    const bool person = source->order == SEARCH_BY_PERSON;
    const int count = sqlite3_column_count(statement) - (person ? 1 : 0);

    for (int i = source->first_word; i < count; i++)
        (source->is_text ? add_text : search_words_add)(words, column_text(statement, i));
    if (person) {
        search_name_add(words, column_text(statement, 0), column_text(statement, 1));
        search_phone_add(words, column_text(statement, count));
    }
}

bool
search_entry_make(struct search_entry *entry, struct database *db,
                  enum entity_kind entity, int64_t id, bool past, struct error *err)
{
    const struct search_source *source = searched_source(entity);

    *entry = (struct search_entry){ 0 };
    if (!source)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, source->words, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    bool ok = connection_step(statement, &entry->exists, err);
    struct search_words words = { 0 };
    if (entry->exists) {
        entry->places = find_places(entity, source, statement);
        add_own(&words, source, statement);
    }
    connection_release(statement);
    if (ok && entry->exists)
        ok = add_more(&words, db, source->more, add_names, id, past, err) &&
             add_more(&words, db, source->posts, add_post, id, past, err);
    if (source->is_text)
        search_words_write_text(&words, &entry->words);
    else
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
