/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_table.h - the windows of domain/listing.h, read by keyset
 */
#ifndef ATELIER_STORE_LISTING_TABLE_H
#define ATELIER_STORE_LISTING_TABLE_H

#include "atelier/domain/listing.h"
#include "atelier/store/database.h"

/* Reads at most `count` rows.  The page was zeroed or cleared by the caller, who clears
 * it after use.  Costs the same wherever the key stands.  A search of less than the usual
 * patience is stopped by database_set_progress(). */
bool listing_table_fetch(struct database *db, const struct listing_query *query,
                         enum listing_direction direction, const struct listing_key *key,
                         size_t count, struct listing_page *page, struct error *err);

/* The key of the row with that id in that listing; ERROR_NOT_FOUND when it is not in it.
 */
bool listing_table_locate(struct database *db, const struct listing_query *query,
                          int64_t id, struct listing_key *key, struct error *err);

/* Counts the rows, but no further than `most` (then it answers most). */
bool listing_table_count(struct database *db, const struct listing_query *query,
                         int64_t most, int64_t *count, struct error *err);

/* Whether more is called by the words than is looked up: then what is listed is not all.
 */
bool listing_table_is_partial(struct database *db, const struct listing_query *query,
                              bool *partial, struct error *err);

#endif
