/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_rows.h - the meetings and workshops of an agenda as the rows of a list */
#ifndef ATELIER_CLI_AGENDA_ROWS_H
#define ATELIER_CLI_AGENDA_ROWS_H

#include "atelier/domain/agenda.h"
#include "atelier/domain/clash.h"
#include "atelier/domain/listing.h"

extern const struct listing agenda_rows_listing;

/* Fills a zeroed page, one row an entry: listing_page_clear().  The days say on which the
 * office does not plan. */
void agenda_rows_fill(const struct agenda *agenda, const struct clash_days *days,
                      struct listing_page *page);

#endif
