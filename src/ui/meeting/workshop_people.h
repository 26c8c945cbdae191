/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_people.h - into a workshop, out of it, elsewhere, as conversations */
#ifndef ATELIER_UI_WORKSHOP_PEOPLE_H
#define ATELIER_UI_WORKSHOP_PEOPLE_H

#include <stddef.h>

#include "ui.h"

/* Somebody of the meeting is chosen, and gets a seat or waits. */
void workshop_people_add(struct ui *ui, int64_t workshop);

/* Gives each of the people a seat, or takes them out; in one act. */
void workshop_people_seat(struct ui *ui, int64_t workshop, const int64_t *people,
                          size_t count);
void workshop_people_take_out(struct ui *ui, int64_t workshop, const int64_t *people,
                              size_t count);

/* Another workshop of the meeting is chosen, and the person sits there. */
void workshop_people_move(struct ui *ui, int64_t workshop, int64_t person);

/* Why somebody sits where they sit. */
void workshop_people_why(struct ui *ui, int64_t workshop, int64_t person);

/* Calls the workshop off, with a reason, or plans it again. */
void workshop_people_cancel(struct ui *ui, int64_t workshop);

#endif
