/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_chosen.h - what is chosen in the calendar, in words below the grid */
#ifndef ATELIER_UI_AGENDA_CHOSEN_H
#define ATELIER_UI_AGENDA_CHOSEN_H

#include "screen/agenda_view.h"

/* As many of the last rows of an area as are for it, where so many are free. */
struct area agenda_chosen_area(struct area area, int rows);

/* Paints that entry: where a view chooses one of several, the meeting and a line for each
 * of its workshops on the day; else those of the chosen day from that one on.  Without
 * any, what to do. */
void agenda_draw_chosen(const struct agenda_view *view, struct ui *ui, size_t entry,
                        struct area area);

#endif
