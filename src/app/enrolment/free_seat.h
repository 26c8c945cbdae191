/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free_seat.h - who waits and could have a seat now, as settling sees it */
#ifndef ATELIER_APP_FREE_SEAT_H
#define ATELIER_APP_FREE_SEAT_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

/* How many of those who wait at that meeting would get a seat if all that are free were
 * given out: whom neither a quota of theirs nor a hold for others keeps from one. */
bool free_seat_count(struct atelier *at, int64_t meeting, int64_t *people,
                     struct error *err);

#endif
