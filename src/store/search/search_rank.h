/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_rank.h - where a row stands in the search index: by noun, then by its first
 * letters
 *
 * The rowid of the index, or of search_text.  Three bits say the noun, fifty hold the
 * first ten letters of the sort key, ten tell namesakes apart.  Rows of one noun thus lie
 * together, in the order of their list, and the first hits are read without reading the
 * rest.
 */
#ifndef ATELIER_STORE_SEARCH_RANK_H
#define ATELIER_STORE_SEARCH_RANK_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/domain/entity.h"

/* Both ends belong to it. */
struct search_rank_span {
    int64_t first;
    int64_t last;
};

/* False when rows of that noun are not searched for. */
bool search_rank_of_entity(enum entity_kind entity, struct search_rank_span *span);

/* The places for rows with that sort key. */
struct search_rank_span search_rank_of_key(enum entity_kind entity, const char *key);

/* The places of all keys that begin so. */
struct search_rank_span search_rank_of_beginning(enum entity_kind entity,
                                                 const char *beginning);

/* The places for rows of that hour: the latest come first. */
struct search_rank_span search_rank_of_instant(enum entity_kind entity, instant at);

#endif
