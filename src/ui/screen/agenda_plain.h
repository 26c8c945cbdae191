/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_plain.h - the days of a view in one column, for the plain view */
#ifndef ATELIER_UI_AGENDA_PLAIN_H
#define ATELIER_UI_AGENDA_PLAIN_H

#include "terminal/paint.h"

struct agenda_view;
struct ui;

/* Each day with something on it, and the chosen one, which the cursor stands on. */
void agenda_plain_draw(const struct agenda_view *view, struct ui *ui, struct area area);

#endif
