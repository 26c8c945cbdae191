/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_slot_count.h - how many people were seen in each slot: the figures at the door
 *
 * Kept with each mark as presence_count.h is, so that they cost the same however many
 * have come.
 */
#ifndef ATELIER_STORE_PRESENCE_SLOT_COUNT_H
#define ATELIER_STORE_PRESENCE_SLOT_COUNT_H

#include "table/attendee.h"

/* What one person adds to the figures of the slots they have marks in. */
struct presence_slot_list {
    struct presence_slot *items;
    size_t count;
    size_t capacity;
};

/* Of the marks that are under a registration of theirs. */
void presence_slot_list_fill(struct presence_slot_list *list,
                             const struct attendee *attendee);
void presence_slot_list_clear(struct presence_slot_list *list);

/* Takes what the person added before from the figures, and adds what they do now. */
bool presence_slot_count_write(struct database *db, const struct presence_slot_list *old,
                               const struct presence_slot_list *new, struct error *err);

#endif
