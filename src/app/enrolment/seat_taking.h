/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_taking.h - whether somebody can take a seat, and what is asked before */
#ifndef ATELIER_APP_SEAT_TAKING_H
#define ATELIER_APP_SEAT_TAKING_H

#include "enrolment/enrolment.h"

/* Whether the day lets anybody come to a seat; ERROR_RULE says which day does. */
bool seat_taking_check_period(const struct enrolment *enrolment, struct error *err);

/* Whether a change of state can take the seats that it takes. */
bool seat_taking_take(struct enrolment *enrolment,
                      const struct registration *registration, int64_t more,
                      struct questions *questions, struct error *err);

/* Where somebody comes to stand who does not wait yet: in the wanted state, or on the
 * waiting list.  They take `has` seats already. */
bool seat_taking_choose(struct enrolment *enrolment, struct registration *registration,
                        enum registration_state wanted, int64_t has,
                        struct questions *questions, struct error *err);

/* Whether the seat of somebody who has left it already may go to that registration, which
 * is in the state that it will have.  Neither the days nor who waits matter, unless a
 * quota that did not concern the one who left keeps the other from it: then all is asked
 * that every way to a seat asks. */
bool seat_taking_exchange(struct enrolment *enrolment, const struct registration *left,
                          const struct registration *registration,
                          struct questions *questions, struct error *err);

#endif
