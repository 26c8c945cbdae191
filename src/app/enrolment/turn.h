/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn.h - whose turn it is among those who wait (rule 4)
 *
 * Strict order by rank, as waiting_table_list() reads it; nothing here sorts.  Ranks
 * come from waiting_table_next_rank().  Somebody whom a quota of their own keeps
 * from every seat is passed over and keeps the place.
 */
#ifndef ATELIER_APP_TURN_H
#define ATELIER_APP_TURN_H

#include "enrolment/enrolment.h"

/* The first who waits and whom nothing keeps from a seat now; NULL: nobody. */
bool turn_next(struct enrolment *enrolment, const struct waiting **next,
               struct error *err);

/* How many wait longer than that rank, all of them when it is NUMBER_NONE; *first is the
 * registration of the first, 0 for none.  Where a seat is free for whoever asks, those
 * count whom nothing keeps from it; where none is, all but those who are passed over. */
bool turn_ahead(struct enrolment *enrolment, int64_t rank, bool is_free, int64_t *ahead,
                int64_t *first, struct error *err);

/* After a registration was written. */
void turn_follow(struct enrolment *enrolment, const struct registration *before,
                 const struct registration *after);

#endif
