/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_place.h - where a meeting that is moved in the calendar would be */
#ifndef ATELIER_UI_AGENDA_PLACE_H
#define ATELIER_UI_AGENDA_PLACE_H

#include "screen/agenda_view.h"

/* The chosen day with the hour that it had; among the rooms the hour and room, too.  The
 * rest of it is empty. */
struct meeting agenda_place_chosen(const struct agenda_view *view);

/* Adds "Enter moves it to Thursday 4 March 2027 ...", for the line below the grid. */
void agenda_place_add(const struct agenda_view *view, struct ui *ui,
                      struct buffer *buffer);

#endif
