/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_match.h - what a person typed, as an expression of the search index */
#ifndef ATELIER_STORE_SEARCH_MATCH_H
#define ATELIER_STORE_SEARCH_MATCH_H

#include "search/search_category.h"

/* As what the words that are typed are looked for, besides as those of a name. */
struct search_ways {
    bool by_phone;
    /* What people do, and the category of where they do it: one of these; NULL: not. */
    const struct search_category_list *by_post;
};

/*
 * Adds the FTS5 expression for what a person typed: each word must begin a
 * word of the row, in any order.  Of two or three, two beside each other may also be one
 * word there, and with `by_phone` digits a telephone, however it is grouped.  It is made
 * of quoted strings only, whatever was typed.  False, and nothing added, when there is no
 * word in it.
 */
bool search_match(const char *typed, const struct search_ways *as, struct buffer *buffer);

#endif
