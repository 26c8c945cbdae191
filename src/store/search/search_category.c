/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_category.c - what the categories are called, for who is found by one */
#include "search/search_category.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "search/search_words.h"

#define SQL_CATEGORIES "SELECT id, name FROM category"

static void
write_name(const char *name, struct buffer *buffer)
{
    struct search_words words = { 0 };

    search_words_add(&words, name);
    search_words_write(&words, buffer);
    search_words_clear(&words);
}

bool
search_category_list_load(struct search_category_list *list, struct database *db,
                          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_CATEGORIES, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        struct search_category *category = &list->items[list->count++];
        *category = (struct search_category){ .id = sqlite3_column_int64(statement, 0) };
        write_name((const char *)sqlite3_column_text(statement, 1), &category->words);
    }
    connection_release(statement);
    return ok;
}

void
search_category_list_clear(struct search_category_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        buffer_clear(&list->items[i].words);
    free(list->items);
    *list = (struct search_category_list){ 0 };
}

bool
search_category_is_called(const struct search_category *category, const char *word)
{
    struct buffer written = { 0 };

    write_name(word, &written);
    const bool is =
        search_words_cover(buffer_text(&category->words), buffer_text(&written));
    buffer_clear(&written);
    return is;
}
