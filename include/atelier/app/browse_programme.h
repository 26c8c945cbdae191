/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_programme.h - what a meeting consists of, as the role may see it */
#ifndef ATELIER_APP_BROWSE_PROGRAMME_H
#define ATELIER_APP_BROWSE_PROGRAMME_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/programme.h"

/* Empties the programme and fills it, in order: slots, workshops with their seats, what
 * all share, and the rooms: that of the meeting, those in use, the others of the same
 * venues. */
bool browse_programme(struct atelier *at, const struct meeting *meeting,
                      struct programme *programme, struct error *err);

#endif
