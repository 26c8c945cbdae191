/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free_seat.h - whether somebody who waits could have a seat now, as settling sees it */
#ifndef ATELIER_APP_FREE_SEAT_H
#define ATELIER_APP_FREE_SEAT_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

/* Whether a seat is free that neither a quota of theirs nor a hold for others keeps from
 * all who wait at that meeting. */
bool free_seat_is_waited_for(struct atelier *at, int64_t meeting, bool *is,
                             struct error *err);

#endif
