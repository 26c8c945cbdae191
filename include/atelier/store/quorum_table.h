/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_table.h - the quorums of a group, and the people counted for them
 */
#ifndef ATELIER_STORE_QUORUM_TABLE_H
#define ATELIER_STORE_QUORUM_TABLE_H

#include "atelier/domain/quorum_tally.h"
#include "atelier/store/database.h"

/* The quorums of a group in the order in which they were made. */
bool quorum_table_list(struct database *db, int64_t group, struct quorum_list *list,
                       struct error *err);

/* Who is accepted at a meeting, speakers too, by category; staff are left out. */
bool quorum_table_count_coming(struct database *db, int64_t meeting,
                               struct quorum_count_list *list, struct error *err);

/* Who was there in any slot, each counted once, by category; staff are left out. */
bool quorum_table_count_present(struct database *db, int64_t meeting,
                                struct quorum_count_list *list, struct error *err);

#endif
