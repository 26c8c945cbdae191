/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_place.h - where a meeting is, as paper says it */
#ifndef ATELIER_APP_MEETING_PLACE_H
#define ATELIER_APP_MEETING_PLACE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"

/* Adds room, venue and address in one line, "Salle Loire, Town hall, 3 place du Marché",
 * else the place in words; nothing where neither is known. */
bool meeting_place_add(struct atelier *at, const struct meeting *meeting,
                       struct buffer *text, struct error *err);

#endif
