/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot.h - a half-day or session of a meeting: the unit of presence and of a signature */
#ifndef ATELIER_DOMAIN_SLOT_H
#define ATELIER_DOMAIN_SLOT_H

#include "atelier/domain/entity.h"

struct slot {
    struct record head;
    int64_t meeting;
    char *label;
    struct local_time start;
    struct local_time end;
};

extern const struct entity slot_entity;

struct slot_list {
    struct slot *items;
    size_t count;
    size_t capacity;
};

/* A label that was made of its hours follows them, one that a person gave stays; a slot
 * without one has its hours.  `before` is NULL for a new slot. */
void slot_settle_label(const struct slot *before, struct slot *after);

/* Whether they have a minute in common. */
bool slot_overlaps(const struct slot *slot, const struct slot *other);

void slot_list_clear(struct slot_list *list);

/*
 * The slot that is meant when nobody says which, by the wall clock of the meeting: the
 * only one; else the only one that runs now; else, between two slots, the only one that
 * begins within the hour, for doors open early.  NULL when that leaves a choice.
 * Borrowed from the list.
 */
const struct slot *slot_list_choose(const struct slot_list *list, struct local_time now);

#endif
