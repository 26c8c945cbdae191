/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_registry.c - all listings, found by kind; their columns are in noun/ */
#include "listing_column.h"

#include <assert.h>

static const struct listing *const listings[LISTING_COUNT] = {
#define LISTING(KIND, name) [LISTING_##KIND] = &name##_listing,
#include "atelier/domain/listings.def"
#undef LISTING
};

const struct listing *
listing_get(enum listing_kind kind)
{
    assert(kind < LISTING_COUNT);
    return listings[kind];
}
