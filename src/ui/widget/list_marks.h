/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks.h - asked before an act on marked rows */
#ifndef ATELIER_UI_LIST_MARKS_H
#define ATELIER_UI_LIST_MARKS_H

#include "widget/list.h"

/* Marks outlive a search, so that rows can be gathered by several; what is not on the
 * screen is never acted on unseen. */
bool list_may_take_hidden(struct list *list, struct ui *ui);

/* Adds the title of what is done with the marked rows alone: "Export the list: 3 marked";
 * the title as it is where none is marked. */
void list_title_marked(const struct list *list, const char *title, struct buffer *text);

#endif
