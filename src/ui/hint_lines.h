/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hint_lines.h - the lines at the bottom that say which keys do what here
 *
 * The first has what this screen is for, with the menu and the help at its right.  The
 * second begins with what is the same everywhere, so that it is found without looking;
 * then comes what the first had no room for, and what else can be done.
 */
#ifndef ATELIER_UI_HINT_LINES_H
#define ATELIER_UI_HINT_LINES_H

#include "loop.h"

/* What the keys do while words are typed that narrow rows, or the meetings of a calendar:
 * for while_typing() of a screen that filters without being a list. */
const struct action *hint_lines_of_rows(void);
const struct action *hint_lines_of_meetings(void);

/* How many there are: one where the terminal is low. */
int hint_lines_count(void);

/* Paints them; without `fresh` only when what can be done has changed. */
void hint_lines_paint(struct ui *ui, bool fresh);

#endif
