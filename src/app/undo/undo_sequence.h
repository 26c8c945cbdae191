/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_sequence.h - does an undo tell calendars of a workshop already by its meeting? */
#ifndef ATELIER_APP_UNDO_SEQUENCE_H
#define ATELIER_APP_UNDO_SEQUENCE_H

#include "atelier/domain/workshop.h"
#include "session/session.h"

/* Calendars are told the sum of the SEQUENCE of a workshop and of its meeting.  Whether
 * taking that act back raises that of the meeting: then the sum is one higher for the one
 * change that it is (RFC 5545, 3.8.7.4), and the workshop adds nothing of its own. */
bool undo_sequence_is_of_meeting(struct atelier *at, int64_t act,
                                 const struct workshop *workshop);

#endif
