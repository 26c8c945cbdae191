/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_plain.h - a row of a list in the plain view: a line for each cell, `label: value`
 */
#ifndef ATELIER_UI_LIST_PLAIN_H
#define ATELIER_UI_LIST_PLAIN_H

#include "widget/list.h"

/* How many lines each row takes where these columns are shown (0 wide: not), the empty
 * line behind it included. */
int list_plain_lines(const struct list *list, const int widths[]);
/* Paints the row from the first line of the area on, and clears the rest of the area. */
void list_plain_paint(const struct list *list, struct ui *ui, struct area area,
                      const int widths[], size_t index);

#endif
