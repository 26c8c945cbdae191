/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today.c - frees a list of what waits for a decision, or an item of it, which
 * today_table.c of the store fills */
#include "atelier/domain/today.h"

#include <stdlib.h>
#include <string.h>

static void
clear_item(struct today_item *item)
{
    free(item->title);
    free(item->other_title);
}

void
today_list_remove(struct today_list *list, size_t index)
{
    clear_item(&list->items[index]);
    list->count--;
    memmove(&list->items[index], &list->items[index + 1],
            (list->count - index) * sizeof list->items[0]);
}

void
today_list_clear(struct today_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        clear_item(&list->items[i]);
    free(list->items);
    *list = (struct today_list){ 0 };
}
