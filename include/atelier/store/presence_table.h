/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_table.h - the marks in the slots of a meeting, and how many people came
 *
 * Marks are only added: what holds of a person in a slot is the last one.
 */
#ifndef ATELIER_STORE_PRESENCE_TABLE_H
#define ATELIER_STORE_PRESENCE_TABLE_H

#include "atelier/domain/presence.h"
#include "atelier/store/database.h"

/* The last mark of a person in a slot, under whichever registration; id 0 when there is
 * none.  The record was initialised by the caller. */
bool presence_table_last(struct database *db, int64_t slot, int64_t person,
                         struct presence *mark, struct error *err);

/* The marks of a person in a slot that stand, of those with an id below that: all since
 * the last annulment, the oldest first. */
bool presence_table_standing(struct database *db, int64_t slot, int64_t person,
                             int64_t below, struct presence_list *list,
                             struct error *err);

/* Whether a mark of that registration says that they were there, in any slot, and was not
 * annulled. */
bool presence_table_was_there(struct database *db, int64_t registration, bool *was_there,
                              struct error *err);

/* The one counting function of presence (rule 6): of a slot, or with slot 0 of the whole
 * meeting, where somebody seen in two slots is one person. */
bool presence_table_count(struct database *db, int64_t meeting, int64_t slot,
                          struct presence_count *count, struct error *err);

#endif
