/* SPDX-License-Identifier: GPL-3.0-or-later */
/* searched.h - the nouns that one search over everything finds */
#ifndef ATELIER_STORE_SEARCHED_H
#define ATELIER_STORE_SEARCHED_H

#include "atelier/domain/entity.h"
#include "source/search_source.h"

enum searched {
#define SEARCHED(KIND, name) SEARCHED_##KIND,
#include "search/searched.def"
#undef SEARCHED
    SEARCHED_COUNT
};

/* In the order in which they are shown. */
enum entity_kind searched_kind(enum searched place);

/* NULL for a noun that the search does not find. */
const struct search_source *searched_source(enum entity_kind kind);

#endif
