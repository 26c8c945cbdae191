/* SPDX-License-Identifier: GPL-3.0-or-later */
/* searched.c - the nouns that one search over everything finds */
#include "search/searched.h"

enum entity_kind
searched_kind(enum searched place)
{
    static const enum entity_kind kinds[] = {
#define SEARCHED(KIND, name) ENTITY_##KIND,
#include "search/searched.def"
#undef SEARCHED
    };

    return kinds[place];
}

const struct search_source *
searched_source(enum entity_kind kind)
{
    static const struct search_source *const sources[ENTITY_COUNT + 1] = {
#define SEARCHED(KIND, name) [ENTITY_##KIND] = &search_source_##name,
#include "search/searched.def"
#undef SEARCHED
    };

    return sources[kind];
}
