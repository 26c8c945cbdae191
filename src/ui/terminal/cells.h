/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cells.h - a text as curses' cells, which it takes many at once */
#ifndef ATELIER_UI_CELLS_H
#define ATELIER_UI_CELLS_H

#include <curses.h>

#include "terminal/look.h"

/*
 * Makes a cell of each letter, with the marks that stand on it.
 *
 * `most` is the room in `cells`.  Returns how many there are, or -1 where curses had
 * better judge the text itself: a letter that the C library does not know, more marks
 * than a cell holds, or one that stands on nothing.
 */
int cells_of(const char *text, const struct look *look, cchar_t *cells, int most);

#endif
