/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit.c - what is said of a hit; a list of hits frees its words */
#include "atelier/domain/search_hit.h"

#include <stdlib.h>

#include "atelier/domain/when.h"

void
search_hit_list_clear(struct search_hit_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].detail);
        free(list->items[i].start);
        free(list->items[i].zone);
    }
    free(list->items);
    *list = (struct search_hit_list){ 0 };
}

void
search_hit_add_detail(const struct search_hit *hit, struct buffer *buffer)
{
    buffer_add(buffer, hit->detail ? hit->detail : "");
    struct local_time start;
    if (!hit->start || !local_time_parse(hit->start, &start))
        return;
    buffer_add(buffer, hit->detail ? ", " : "");
    when_format_local_time(start, buffer);
    if (!hit->zone)
        return;
    buffer_add(buffer, " ");
    when_format_place(hit->zone, buffer);
}
