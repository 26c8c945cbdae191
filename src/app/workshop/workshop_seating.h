/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_seating.h - whether somebody can take a seat in a workshop, and what is asked
 * before */
#ifndef ATELIER_APP_WORKSHOP_SEATING_H
#define ATELIER_APP_WORKSHOP_SEATING_H

#include "workshop/workshop_enrolment.h"

/* Whoever has no seat in the meeting, and is not about to, has none in its parts. */
bool workshop_seating_may_sit(enum registration_state state);

/* Whether nothing of what the person sits in already overlaps it, or is the same given
 * again; `except` is a workshop that they leave, or 0.  ERROR_RULE names both. */
bool workshop_seating_check_overlap(struct workshop_enrolment *enrolment,
                                    const struct registration *registration,
                                    int64_t except, struct error *err);

/* Sets the state of the choice: seated, or, unless they insist, waiting with a rank.
 * Asks QUESTION_SEAT, QUESTION_QUOTA, QUESTION_OVERTAKE. */
bool workshop_seating_choose(struct workshop_enrolment *enrolment,
                             const struct registration *registration,
                             struct workshop_choice *choice, bool insists,
                             struct questions *questions, struct error *err);

/* Adds what keeps somebody like this from a seat there; nothing: there is one. */
void workshop_seating_say(const struct workshop_enrolment *enrolment,
                          const struct seating_verdict *verdict, struct buffer *text);

/* The first who waits and whom nothing keeps from a seat now; NULL: nobody. */
const struct chooser *workshop_seating_next(struct workshop_enrolment *enrolment);

/* How many would come to a seat, one after the other, and who is the first of them; their
 * seats are reserved in what was loaded. */
size_t workshop_seating_count_next(struct workshop_enrolment *enrolment,
                                   const struct chooser **first);

#endif
