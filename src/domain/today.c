/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today.c - frees a list of what waits for a decision, which today_table.c of the store
 * fills */
#include "atelier/domain/today.h"

#include <stdlib.h>

void
today_list_clear(struct today_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].other_title);
    }
    free(list->items);
    *list = (struct today_list){ 0 };
}
