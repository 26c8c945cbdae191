/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats_table.h - how many seats are taken, and which states and roles take one */
#ifndef ATELIER_STORE_SEATS_TABLE_H
#define ATELIER_STORE_SEATS_TABLE_H

#include "atelier/domain/seats.h"
#include "atelier/store/database.h"

/* The one counting function (rule 2): of what is kept with each registration, the same in
 * every check, screen and export. */
bool seats_table_count(struct database *db, int64_t meeting, struct seats *seats,
                       struct error *err);

/* The rule as stored, which every count follows at once. */
bool seats_table_rule(struct database *db, struct seat_rule *rule, struct error *err);
bool seats_table_set_rule(struct database *db, const struct seat_rule *rule,
                          struct error *err);

/* How many meetings that are not over have more seats taken than there are, and people of
 * these kinds among those on the list. */
bool seats_table_overbooked_with(struct database *db, const struct seat_rule *kinds,
                                 instant now, int64_t *count, struct error *err);

/* Calls visit() for each undecided meeting with people of these kinds on its list, until
 * it answers false. */
bool seats_table_each_with(struct database *db, const struct seat_rule *kinds,
                           bool (*visit)(void *context, int64_t meeting,
                                         struct error *err),
                           void *context, struct error *err);

#endif
