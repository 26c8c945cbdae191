/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door.h - what the entrance of a meeting needs to know: its list in memory, and whose
 * badge was read
 */
#ifndef ATELIER_APP_DOOR_H
#define ATELIER_APP_DOOR_H

#include "atelier/app/atelier.h"
#include "atelier/domain/door_roll.h"

/*
 * Reads the list of a meeting with the marks of a slot (0: it has none yet), or of a roll
 * that was read before only what has changed since.  False: the roll is as it was.
 */
bool door_follow(struct atelier *at, int64_t meeting, int64_t slot,
                 struct door_roll *roll, struct error *err);

/* The same for whoever may read who was there, and once. */
bool door_look(struct atelier *at, int64_t meeting, int64_t slot, struct door_roll *roll,
               struct error *err);

/*
 * Whose badge that is, by the number of a registration that its code has.  Of another
 * meeting, which is named, or of somebody who is off the list or has no seat on it:
 * ERROR_RULE with a sentence; ERROR_NOT_FOUND when it is nobody's.
 */
bool door_badge(struct atelier *at, const struct door_roll *roll, int64_t registration,
                int64_t *person, struct error *err);

#endif
