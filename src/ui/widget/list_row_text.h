/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_row_text.h - what stands in a cell of a list */
#ifndef ATELIER_UI_LIST_ROW_TEXT_H
#define ATELIER_UI_LIST_ROW_TEXT_H

#include "widget/list.h"

/* The text of a cell as this list shows it, in place of what `text` holds; "" when there
 * is none. */
void list_row_read(const struct list *list, struct ui *ui, const struct listing_row *row,
                   size_t column, struct buffer *text);
/* How it looks by what it says, without the bar. */
enum style list_row_look(const struct list *list, const struct listing_row *row,
                         size_t column);
/* The two characters before a row: which has the bar, which is marked or has a sign; ends
 * with a NUL. */
enum { LIST_LEAD = 2 };
void list_row_lead(const struct list *list, size_t index, char lead[LIST_LEAD + 1]);

#endif
