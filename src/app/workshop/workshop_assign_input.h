/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign_input.h - people, workshops, wishes and seats of a meeting, as the rule
 * of assigning wants them
 */
#ifndef ATELIER_APP_WORKSHOP_ASSIGN_INPUT_H
#define ATELIER_APP_WORKSHOP_ASSIGN_INPUT_H

#include "atelier/domain/assignment.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/workshop_choice_table.h"
#include "session/session.h"

struct assign_input {
    struct assignment_input given; /* borrows what follows */
    struct assignment_person *people;
    struct assignment_workshop *workshops;
    struct assignment_time *times;
    struct seat_limit_list *limits; /* one a workshop */
    struct assignment_wish *wishes;
    int64_t *wished; /* the workshops of all lists, one after the other */
    struct assignment_seat *seats;
    size_t workshop_count; /* of `limits` */
};

/* `moves`: who sits where they wished takes part anew. */
bool assign_input_make(struct atelier *at, const struct workshop_list *workshops,
                       const struct chooser_list *choosers, bool moves, int64_t seed,
                       struct assign_input *input, struct error *err);
void assign_input_clear(struct assign_input *input);

#endif
