/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment_row.h - the row of who is on the list: begun, filled, written and told of
 *
 * Whether there is a seat is asked before, see seat_taking.h.
 */
#ifndef ATELIER_APP_ENROLMENT_ROW_H
#define ATELIER_APP_ENROLMENT_ROW_H

#include "enrolment/enrolment.h"

/* Before anything of the next person of the act. */
void enrolment_row_begin(struct enrolment *enrolment, struct register_outcome *outcome);

/* Fills what is known of the person of a registration, as it is now: what sheets will
 * show (rule 7). */
bool enrolment_row_fill(const struct enrolment *enrolment,
                        struct registration *registration, struct error *err);

/* A new row, or the one that is invited; who declined or withdrew gets a new row and
 * the old one stays as history (rule 1). */
bool enrolment_row_prepare(struct enrolment *enrolment,
                           const struct register_request *request,
                           struct registration *registration, struct error *err);

/* How many seats somebody in that state and role takes. */
int64_t enrolment_row_seats(const struct enrolment *enrolment,
                            enum registration_state state, enum registration_role role);

/* `before` NULL: the row is new. */
bool enrolment_row_save(struct enrolment *enrolment, const struct registration *before,
                        struct registration *registration, struct error *err);

/* What became of them. */
void enrolment_row_tell(const struct enrolment *enrolment,
                        const struct registration *registration,
                        struct register_outcome *outcome);

#endif
