/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_query.c - the search of one noun: what a person typed, and where its rows lie in
 * the index */
#include "search/search_query.h"

#include <stdlib.h>

bool
search_query_init(struct search_query *query, enum entity_kind entity, const char *text,
                  const struct search_ways *as)
{
    *query = (struct search_query){ 0 };
    struct buffer match = { 0 };
    if (!search_rank_of_entity(entity, &query->span) || !search_match(text, as, &match))
        return false;
    query->match = buffer_take(&match);
    return true;
}

void
search_query_clear(struct search_query *query)
{
    free(query->match);
    *query = (struct search_query){ 0 };
}
