/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn.h - whose turn it is among those who wait (rule 4)
 *
 * Strict order by rank, as waiting_table_list() reads it; nothing here sorts.  Ranks
 * come from waiting_table_next_rank().  Somebody whom a quota of their own keeps
 * from every seat is passed over and keeps the place.  Whoever had their turn and needs
 * a yes of the office still takes no seat meanwhile: it is promised to them, and goes to
 * nobody after them.
 */
#ifndef ATELIER_APP_TURN_H
#define ATELIER_APP_TURN_H

#include "enrolment/enrolment.h"

/* The first who waits and whom nothing keeps from a seat now; NULL: nobody. */
bool turn_next(struct enrolment *enrolment, const struct waiting **next,
               struct error *err);

/* Whether one of these waits and would come to a seat now, once those before them have
 * theirs; *reached is the first, or 0. */
bool turn_reaches(struct enrolment *enrolment, const int64_t *registrations, size_t count,
                  int64_t *reached, struct error *err);

/* Whether it is somebody who had their turn and waits for a yes: those keep their rank.
 */
bool turn_is_promised(enum registration_state state, int64_t rank);

/* How many wait longer than that registration, all of them when it has no rank; *first is
 * the registration of the first, 0 for none.  Where nothing blocks `wanted` seats for it,
 * those count whom nothing keeps from one, and those to whom what is free was promised;
 * where something does, those who wait for the same, and those who would find no seat any
 * more because of these `wanted`: 0, where it comes to a seat that was taken already. */
bool turn_ahead(struct enrolment *enrolment, const struct registration *registration,
                int64_t wanted, const struct seating_verdict *blocks, int64_t *ahead,
                int64_t *first, struct error *err);

/* After a registration was written. */
void turn_follow(struct enrolment *enrolment, const struct registration *before,
                 const struct registration *after);

#endif
