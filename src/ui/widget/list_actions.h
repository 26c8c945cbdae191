/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_actions.h - what can be done with every list: marked, copied, written to a file */
#ifndef ATELIER_UI_LIST_ACTIONS_H
#define ATELIER_UI_LIST_ACTIONS_H

#include "action.h"
#include "widget/list.h"

/* For screens whose key is list_screen_key(). */
extern const struct action list_actions[];

/* Whether the screen on top is one of those: its state begins with a list. */
bool list_is_on_top(struct ui *ui);

/* Writes all that the list shows, and says so; the ending of the name is the form.  False
 * when it said why not. */
bool list_write(struct list *list, struct ui *ui, const char *path);

/* Asks for a file and writes the marked rows, or all that the list shows; to be run by an
 * action, too. */
void list_export_rows(struct ui *ui, void *state, int64_t argument);

#endif
