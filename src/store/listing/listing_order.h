/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_order.h - in which order the rows of a listing are read */
#ifndef ATELIER_STORE_LISTING_ORDER_H
#define ATELIER_STORE_LISTING_ORDER_H

#include "listing/listing_statement.h"

/* The one of its orders that the query names; one that the listing does not have is its
 * usual one. */
const struct listing_order *listing_order_usual(const struct listing_statement *listing);

/* Sets the order of the listing, or of a column; either backwards.  What is searched for
 * is known. */
void listing_order_choose(struct listing_statement *listing);

#endif
