/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_query.h - what a person typed, as a condition on the search index
 *
 * For a statement that joins `search`:
 *
 *     ... FROM search JOIN person p ON p.id = search.row
 *     WHERE search MATCH :match AND search.rowid BETWEEN :first AND :last
 *     ORDER BY search.rowid LIMIT :count
 *
 * In the order of search.rowid people come by name (by its first ten letters)
 * and meetings latest first, and the rows that are not wanted are not read: a
 * page after a row is `search.rowid > :rank`, and that rank is the page's
 * key.  Other nouns are few enough to be sorted by what one likes.
 * Where the rows to search in are few, as at one meeting, this costs less:
 *
 *     ... AND EXISTS (SELECT 1 FROM search WHERE search MATCH :match
 *                     AND search.rowid = (SELECT rank FROM search_rank
 *                                         WHERE entity = 'person' AND row = r.person))
 */
#ifndef ATELIER_STORE_SEARCH_QUERY_H
#define ATELIER_STORE_SEARCH_QUERY_H

#include <stdbool.h>

#include "search/search_match.h"
#include "search/search_rank.h"

struct search_query {
    char *match; /* can be nothing but words to find, whatever was typed */
    struct search_rank_span span; /* :first and :last: the rows of the noun */
};

/* False when there is no word in the text (NULL too): then nothing is asked for, and all
 * rows are shown.  The noun must be one that is searched. */
bool search_query_init(struct search_query *query, enum entity_kind entity,
                       const char *text, const struct search_ways *as);
void search_query_clear(struct search_query *query);

#endif
