/* SPDX-License-Identifier: GPL-3.0-or-later */
/* focus.h - how it is shown where the caret is: alike in every form, dialog and picker
 *
 * The bar lies over what has the caret: the label of a field, an answer, a box to tick, a
 * row that was found.  Of fields the others are underlined, what is typed in never is.
 */
#ifndef ATELIER_UI_FOCUS_H
#define ATELIER_UI_FOCUS_H

#include <stdbool.h>

#include "terminal/paint.h"

/* Of a label, an answer, a row: whether the caret is there. */
enum style focus_style(bool here);

/* The value of a field, typed or chosen, in all its cells. */
void focus_paint_field(int row, int column, int columns, const char *text, bool here);

/* After that: a letter typed now takes the place of the whole text. */
void focus_mark_whole(int row, int column, int columns, const char *text);

#endif
