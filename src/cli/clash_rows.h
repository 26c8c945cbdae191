/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_rows.h - what does not go together, as the rows of a list */
#ifndef ATELIER_CLI_CLASH_ROWS_H
#define ATELIER_CLI_CLASH_ROWS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/clash.h"
#include "atelier/domain/listing.h"

extern const struct listing clash_rows_listing;

/* Fills a zeroed page, one row a clash, with those that were accepted if `all`:
 * listing_page_clear(). */
void clash_rows_fill(struct atelier *at, const struct clash_list *list, bool all,
                     struct listing_page *page);

#endif
