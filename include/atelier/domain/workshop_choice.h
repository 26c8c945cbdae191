/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice.h - what a registered person wishes for, and in which workshops they
 * sit
 *
 * One row for a person and a workshop, from the first wish on.  Seats are counted from
 * these rows and nowhere else; who no longer has a live registration has none.
 */
#ifndef ATELIER_DOMAIN_WORKSHOP_CHOICE_H
#define ATELIER_DOMAIN_WORKSHOP_CHOICE_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum workshop_choice_state {
    CHOICE_WISHED = 0,
    CHOICE_WAITING = 1, /* for a seat, by rank */
    CHOICE_SEATED = 2,
    CHOICE_WITHDRAWN = 3
};

struct workshop_choice {
    struct record head;
    int64_t workshop;
    int64_t registration;
    enum workshop_choice_state state;
    int64_t wish;      /* from 1, among those of the same slot; NUMBER_NONE: no wish */
    instant wished_at; /* when that list of wishes was last changed */
    int64_t rank;      /* of who waits or waited; NUMBER_NONE */
};

extern const struct entity workshop_choice_entity;
extern const struct choice workshop_choice_states[]; /* by enum, then { NULL } */

/* No seat and no turn any more, of no doing of theirs: a wish is left as one. */
void workshop_choice_give_up(struct workshop_choice *choice);

struct workshop_choice_list {
    struct workshop_choice *items;
    size_t count;
    size_t capacity;
};

void workshop_choice_list_clear(struct workshop_choice_list *list);

#endif
