/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit.c - a list of hits frees its words */
#include "atelier/domain/search_hit.h"

#include <stdlib.h>

void
search_hit_list_clear(struct search_hit_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].detail);
    }
    free(list->items);
    *list = (struct search_hit_list){ 0 };
}
