/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit.c - what is said of a hit; a list of hits frees its words */
#include "atelier/domain/search_hit.h"

#include <stdlib.h>

#include "atelier/domain/when.h"

void
search_hit_clear(struct search_hit *hit)
{
    free(hit->title);
    free(hit->detail);
    free(hit->start);
    free(hit->zone);
    free(hit->said);
}

void
search_hit_list_clear(struct search_hit_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        search_hit_clear(&list->items[i]);
    free(list->items);
    *list = (struct search_hit_list){ 0 };
}

/* What is cut first where there is no room stands last. */
static void
add_meeting(const struct search_hit *hit, struct buffer *buffer)
{
    struct local_time start;

    if (hit->start && local_time_parse(hit->start, &start)) {
        when_format_day(start.date, buffer);
        buffer_add(buffer, ", ");
    }
    if (hit->detail)
        buffer_addf(buffer, "%s, ", hit->detail);
    buffer_add(buffer, hit->title);
}

void
search_hit_add_detail(const struct search_hit *hit, struct buffer *buffer)
{
    if (hit->said) {
        add_meeting(hit, buffer);
        return;
    }
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
