/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks.h - the rows of a list that are marked */
#ifndef ATELIER_UI_LIST_MARKS_H
#define ATELIER_UI_LIST_MARKS_H

#include "widget/list.h"

/* Index of a mark, mark_count when the row is not marked. */
size_t list_mark_find(const struct list *list, int64_t id);

/* The marked rows, or the selected one when none is marked; ids are borrowed. */
size_t list_marked(const struct list *list, const int64_t **ids);
void list_unmark(struct list *list);
/* Marks the row, or not any more. */
void list_mark_turn(struct list *list, int64_t id);
/* Marks every row that the list shows, in a long one the first thousands: then *all is
 * false. */
bool list_mark_all(struct list *list, struct ui *ui, bool *all, struct error *err);
/* Unmarks all but these. */
void list_keep_marks(struct list *list, const int64_t *ids, size_t count);
/* How many of the marked rows the list does not show any more: a filter hides them, or
 * they have left it. */
size_t list_marked_hidden(struct list *list, struct ui *ui);

/* Adds the title of what is done with the marked rows alone: "Export the list: 3 marked";
 * the title as it is where none is marked. */
void list_title_marked(const struct list *list, const char *title, struct buffer *text);

#endif
