/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_move.h - a meeting is moved to where the keys go in the calendar */
#ifndef ATELIER_UI_AGENDA_MOVE_H
#define ATELIER_UI_AGENDA_MOVE_H

#include "screen/agenda_view.h"

/* The entry goes where the keys go from now on, until Enter or Esc.  The bar goes to
 * where it begins, wherever in it that was; the entry may not be there any more then. */
void agenda_move_begin(struct agenda_view *view, struct ui *ui,
                       const struct agenda_entry *entry);

/* Moves it to what is chosen: as one act, with what that asks. */
void agenda_move_end(struct ui *ui, void *state);

#endif
