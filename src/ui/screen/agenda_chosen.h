/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_chosen.h - what is chosen in the calendar, in words below the grid */
#ifndef ATELIER_UI_AGENDA_CHOSEN_H
#define ATELIER_UI_AGENDA_CHOSEN_H

#include "screen/agenda_view.h"

/* Paints the entries of the chosen day from that one on, a line each; without any, what
 * to do. */
void agenda_draw_chosen(const struct agenda_view *view, struct ui *ui, size_t entry,
                        struct area area);

#endif
