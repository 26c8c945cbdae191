/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_sort.h - the order of a list, chosen by the name of a column
 */
#ifndef ATELIER_UI_LIST_SORT_H
#define ATELIER_UI_LIST_SORT_H

#include "widget/list.h"

/* Asks for the order; the one that there is, chosen again, is turned round.  The bar
 * stays on its row. */
void list_sort_choose(struct list *list, struct ui *ui);

#endif
