/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks_ask.h - what is asked before an act on marked rows */
#ifndef ATELIER_UI_LIST_MARKS_ASK_H
#define ATELIER_UI_LIST_MARKS_ASK_H

#include "widget/list.h"

/* Marks outlive a search, so that rows can be gathered by several; what is not on the
 * screen is never acted on unseen. */
bool list_may_take_hidden(struct list *list, struct ui *ui);

#endif
