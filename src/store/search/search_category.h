/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_category.h - what the categories are called, for who is found by one
 *
 * The index knows the category of a person as a number: what is typed is held against the
 * names, which are few, each time.
 */
#ifndef ATELIER_STORE_SEARCH_CATEGORY_H
#define ATELIER_STORE_SEARCH_CATEGORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/store/database.h"

struct search_category {
    int64_t id;
    struct buffer words; /* as search_words_write() has them */
};

struct search_category_list {
    struct search_category *items;
    size_t count;
    size_t capacity;
};

/* To be cleared in any case. */
bool search_category_list_load(struct search_category_list *list, struct database *db,
                               struct error *err);
void search_category_list_clear(struct search_category_list *list);

/* Whether the folded word begins a word of the name. */
bool search_category_is_called(const struct search_category *category, const char *word);

#endif
