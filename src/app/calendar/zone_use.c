/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_use.c - the zones of a calendar, and which of them its events name */
#include "calendar/zone_use.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/calendar/vtimezone.h"

void
zone_use_list_clear(struct zone_use_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].name);
    free(list->items);
    *list = (struct zone_use_list){ 0 };
}

/* Where a zone stands in the list, or belongs. */
static size_t
place_of(const struct zone_use_list *list, const char *name)
{
    size_t at = 0;

    while (at < list->count && strcmp(list->items[at].name, name) < 0)
        at++;
    return at;
}

static struct zone_use *
get(struct zone_use_list *list, struct zone_cache *cache, const char *name)
{
    const size_t at = place_of(list, name);

    if (at < list->count && strcmp(list->items[at].name, name) == 0)
        return &list->items[at];
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    memmove(list->items + at + 1, list->items + at,
            (list->count - at) * sizeof *list->items);
    list->count++;
    const struct zone *zone = zone_cache_get(cache, name, NULL);
    list->items[at] = (struct zone_use){
        .name = memory_copy(name),
        .zone = zone,
        .since = zone ? vtimezone_since(zone) : VTIMEZONE_NEVER,
    };
    return &list->items[at];
}

/* A zone that this system does not know ends no export: the instants are stored, and in
 * UTC they are the same. */
static void
settle(const struct zone_use *use, struct calendar_event *event)
{
    if (use->zone)
        calendar_event_settle(event, use->zone, use->since);
    else
        event->in_utc = true;
}

void
zone_use_settle(struct zone_use_list *list, struct zone_cache *cache,
                struct calendar_event *event)
{
    if (text_is_blank(event->zone))
        event->in_utc = true;
    else
        settle(get(list, cache, event->zone), event);
}

void
zone_use_note(struct zone_use_list *list, struct zone_cache *cache,
              struct calendar_event *event)
{
    if (text_is_blank(event->zone))
        return;
    struct zone_use *use = get(list, cache, event->zone);
    settle(use, event);
    if (event->in_utc)
        return;
    if (!use->is_named || event->start_at < use->span.start)
        use->span.start = event->start_at;
    if (!use->is_named || event->end_at > use->span.end)
        use->span.end = event->end_at;
    use->is_named = true;
}

size_t
zone_use_write(const struct zone_use_list *list, struct content_line *out)
{
    size_t written = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].is_named)
            continue;
        vtimezone_write(out, list->items[i].zone, list->items[i].span);
        written++;
    }
    return written;
}
