/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop.h - a part of a meeting with seats of its own
 *
 * It lies in a slot of its meeting, or has hours of its own, which may reach over several
 * slots.
 */
#ifndef ATELIER_DOMAIN_WORKSHOP_H
#define ATELIER_DOMAIN_WORKSHOP_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum workshop_state { WORKSHOP_PLANNED = 0, WORKSHOP_CANCELLED = 1 };

struct workshop {
    struct record head;
    int64_t meeting;
    char *title;
    int64_t slot;            /* 0: it has hours of its own */
    struct local_time start; /* its own; none: those of the slot */
    struct local_time end;
    int64_t room;
    int64_t seats; /* NUMBER_NONE: no limit */
    int64_t least; /* people without whom it is not worth while; NUMBER_NONE: any */
    int64_t leader;
    int64_t again; /* the workshop that is given once more here: nobody sits in both */
    enum workshop_state state;
    char *reason; /* why it is cancelled */
    char *description;
    instant start_at; /* of its hours, whoever has them */
    instant end_at;
    char *ics_uid;
    int64_t ics_sequence;
};

extern const struct entity workshop_entity;
extern const struct choice workshop_states[]; /* by enum, then { NULL } */

struct workshop_list {
    struct workshop *items;
    size_t count;
    size_t capacity;
};

void workshop_list_clear(struct workshop_list *list);

/* Whether they share a moment; one that ends when the other begins does not. */
bool workshop_overlaps(const struct workshop *a, const struct workshop *b);

/* Whether it is one workshop that is given twice. */
bool workshop_is_again(const struct workshop *a, const struct workshop *b);

/* Whether calendars must tell the change (rule 8): hours, room, or that it is called off.
 */
bool workshop_sequence_rises(const struct workshop *before, const struct workshop *after);

#endif
