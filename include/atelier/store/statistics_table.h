/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_table.h - the figures of who was asked to meetings and who came, counted */
#ifndef ATELIER_STORE_STATISTICS_TABLE_H
#define ATELIER_STORE_STATISTICS_TABLE_H

#include "atelier/domain/statistics.h"
#include "atelier/store/database.h"

/* Empties the statistics and counts anew, in one pass; LISTING_COUNTED has the same
 * people. */
bool statistics_table_count(struct database *db, const struct statistics_wish *wish,
                            instant now, struct statistics *statistics,
                            struct error *err);

#endif
