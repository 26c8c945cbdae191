/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_table.h - registrations and memberships, found by what people know of them
 */
#ifndef ATELIER_STORE_REGISTRATION_TABLE_H
#define ATELIER_STORE_REGISTRATION_TABLE_H

#include "atelier/domain/membership.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* The live registration (rule 1), or the newest one when none is live; id 0 when there is
 * none at all. */
bool registration_table_find(struct database *db, int64_t meeting, int64_t person,
                             struct registration *registration, struct error *err);

/* One more than the highest rank on the meeting's waiting list. */
bool registration_table_next_rank(struct database *db, int64_t meeting, int64_t *rank,
                                  struct error *err);

/* How many people of the meeting wait with a lower rank, all of them when it is
 * NUMBER_NONE; *first is the one who waits longest, untouched when there is none. */
bool registration_table_ahead(struct database *db, int64_t meeting, int64_t rank,
                              int64_t *count, struct registration *first,
                              struct error *err);

/* The members of a group on a day, by name. */
bool membership_table_on(struct database *db, int64_t group, struct date day,
                         struct membership_list *list, struct error *err);
/* The membership of a person in a group that holds on that day; id 0 when none. */
bool membership_table_find(struct database *db, int64_t group, int64_t person,
                           struct date day, struct membership *membership,
                           struct error *err);
/* Another membership of that person in that group with a day in common; 0 when none. */
bool membership_table_overlap(struct database *db, const struct membership *membership,
                              int64_t *id, struct error *err);

#endif
