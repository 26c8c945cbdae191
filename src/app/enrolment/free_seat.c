/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free_seat.c - whether somebody who waits could have a seat now, as settling sees it */
#include "enrolment/free_seat.h"

#include "enrolment/enrolment.h"
#include "enrolment/turn.h"

bool
free_seat_is_waited_for(struct atelier *at, int64_t meeting, bool *is, struct error *err)
{
    struct enrolment enrolment = { .at = at };
    const struct waiting *next = NULL;

    const bool ok =
        enrolment_load(&enrolment, at, meeting, err) && turn_next(&enrolment, &next, err);
    *is = next != NULL;
    enrolment_close(&enrolment);
    return ok;
}
