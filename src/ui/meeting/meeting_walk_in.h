/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_walk_in.h - somebody who is there and is not on the list, as a conversation */
#ifndef ATELIER_UI_MEETING_WALK_IN_H
#define ATELIER_UI_MEETING_WALK_IN_H

#include "atelier/app/walk_in.h"
#include "ui.h"

/* Asks what the seats want answered; registers somebody who is known and marks them in
 * that slot (0: the one that runs now).  The registration; 0 when nobody was
 * registered. */
int64_t meeting_walk_in_person(struct ui *ui, int64_t meeting, int64_t slot,
                               int64_t person);

/* The same for somebody whom nobody knows, or who is recognised on the way, from a form:
 * false when nobody was registered, and with ERROR_CANCELLED when the form is where the
 * person goes back to. */
bool meeting_walk_in_newcomer(struct ui *ui, int64_t meeting, int64_t slot,
                              const struct walk_in_newcomer *newcomer,
                              int64_t *registration, struct error *err);

#endif
