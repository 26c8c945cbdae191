/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle.h - freed seats go to those who wait (rule 4), in an act of its own
 *
 * After every act that frees a seat: who withdraws, declines or is excused, more seats, a
 * quota that is raised or removed, a hold that ends, an undo.  Where it cannot be done
 * now the next one does it: a newcomer never takes the seat of somebody who waits.
 */
#ifndef ATELIER_APP_SETTLE_H
#define ATELIER_APP_SETTLE_H

#include "atelier/app/register.h"

enum settle_how {
    SETTLE_AS_PLANNED, /* offered, or given where the meeting says so */
    SETTLE_BY_OFFER    /* offered in any case; workshops, which offer nothing, give */
};

/* In strict order; nothing where the meeting keeps no list, or lets nobody in today. */
void enrolment_settle(struct atelier *at, int64_t meeting, enum settle_how how,
                      struct register_given *given);

/* The state of somebody who came onto the list, which settling may have changed. */
void enrolment_settled_state(struct atelier *at, struct register_outcome *outcome);

/* The same at each meeting where somebody waits; with a day, where a hold ended before or
 * registration has opened. */
void enrolment_settle_all(struct atelier *at, struct date released);

/* What a day has brought; session.h calls it after its first act, whoever's that is. */
void enrolment_settle_day(struct atelier *at);

#endif
