/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_part.h - a workshop is moved to where the keys go in the calendar, within its
 * meeting
 */
#ifndef ATELIER_UI_AGENDA_PART_H
#define ATELIER_UI_AGENDA_PART_H

#include "atelier/app/programme_move.h"
#include "screen/agenda_view.h"

struct agenda_part; /* what moves, and where it would be */

/* That workshop goes where the keys go from now on, until Enter or Esc. */
void agenda_part_begin(struct agenda_view *view, struct ui *ui, int64_t meeting,
                       int64_t workshop);
/* It stays where it is; agenda_part_back() brings it there before, and returns the day
 * that was shown. */
struct date agenda_part_back(struct agenda_view *view);
void agenda_part_leave(struct agenda_view *view);

/* Where it would be; NULL: none moves. */
const struct programme_place *agenda_part_place(const struct agenda_view *view);

/* Days and slots on; says so where its meeting ends.  Returns the day to be shown. */
struct date agenda_part_step(struct agenda_view *view, struct ui *ui, int days,
                             int steps);
/* To another room. */
void agenda_part_room(void *state, struct ui *ui, int64_t room, const char *name,
                      int64_t seats);

/* Moves it there: as one act. */
void agenda_part_end(struct ui *ui, void *state);

/* Adds "Enter moves it to 14:00–16:00, Salle Loire, Esc leaves it: Maps". */
void agenda_part_add(const struct agenda_view *view, struct ui *ui,
                     struct buffer *buffer);

#endif
