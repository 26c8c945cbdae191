/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_window.h - the rows that a list holds: fetched by key, dropped when far away */
#ifndef ATELIER_UI_LIST_WINDOW_H
#define ATELIER_UI_LIST_WINDOW_H

#include "widget/list.h"

/* Frees rows from `start` on. Does not move top and selected. */
void list_window_drop(struct list *list, size_t start, size_t count);

/* Appends what the source gives. */
bool list_window_fetch(struct list *list, struct ui *ui, enum listing_direction direction,
                       const struct listing_key *key, size_t count, struct error *err);

/* Puts up to `count` rows that lie before the key in front; top and selected move along.
 */
bool list_window_before(struct list *list, struct ui *ui, const struct listing_key *key,
                        size_t count, struct error *err);

/* Fetches so that the bar can move by so many rows and the screen stays full. */
bool list_window_ensure(struct list *list, struct ui *ui, long rows, struct error *err);

/* Moves `top` so that the selected row is on the screen and no room is wasted. */
void list_window_show(struct list *list);

#endif
