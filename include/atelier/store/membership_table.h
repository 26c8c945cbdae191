/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_table.h - the members of a group on a day */
#ifndef ATELIER_STORE_MEMBERSHIP_TABLE_H
#define ATELIER_STORE_MEMBERSHIP_TABLE_H

#include "atelier/domain/membership.h"
#include "atelier/store/database.h"

/* The members of a group on a day, by name. */
bool membership_table_on(struct database *db, int64_t group, struct date day,
                         struct membership_list *list, struct error *err);
/* The membership of a person in a group that holds on that day; id 0 when none. */
bool membership_table_find(struct database *db, int64_t group, int64_t person,
                           struct date day, struct membership *membership,
                           struct error *err);
/* The newest membership of a person in a group, ended or not; id 0 when none. */
bool membership_table_last(struct database *db, int64_t group, int64_t person,
                           struct membership *membership, struct error *err);
/* Another membership of that person in that group with a day in common; 0 when none. */
bool membership_table_overlap(struct database *db, const struct membership *membership,
                              int64_t *id, struct error *err);

#endif
