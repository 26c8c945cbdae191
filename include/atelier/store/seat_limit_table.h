/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_table.h - the limits of a meeting, and the counts of seats that they need */
#ifndef ATELIER_STORE_SEAT_LIMIT_TABLE_H
#define ATELIER_STORE_SEAT_LIMIT_TABLE_H

#include "atelier/domain/seating.h"
#include "atelier/store/database.h"

/* The limits of a meeting in the order in which they were made. */
bool seat_limit_table_list(struct database *db, int64_t meeting,
                           struct seat_limit_list *list, struct error *err);

/* Those of one of its workshops. */
bool seat_limit_table_list_of_workshop(struct database *db, int64_t workshop,
                                       struct seat_limit_list *list, struct error *err);

/* The seats taken by each category that has taken one; people without are left out. */
bool seat_limit_table_count_categories(struct database *db, int64_t meeting,
                                       struct seating_count_list *list,
                                       struct error *err);

/* The seats taken by each organisation that has taken one; people without are left out.
 */
bool seat_limit_table_count_organisations(struct database *db, int64_t meeting,
                                          struct seating_count_list *list,
                                          struct error *err);

#endif
