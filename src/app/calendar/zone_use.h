/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_use.h - the zones of a calendar, and which of them its events name
 *
 * An event that is written in UTC names no zone: a calendar of nothing else has no
 * VTIMEZONE.  Memory grows with the zones, not with the events.
 */
#ifndef ATELIER_APP_ZONE_USE_H
#define ATELIER_APP_ZONE_USE_H

#include "atelier/calendar/calendar_event.h"
#include "atelier/calendar/zone.h"

struct zone_use {
    char *name;
    const struct zone *zone; /* NULL: this system does not know it */
    instant since;           /* vtimezone_since() */
    struct span span;        /* of the events that name it */
    bool is_named;
};

struct zone_use_list {
    struct zone_use *items; /* in order of name */
    size_t count;
    size_t capacity;
};

void zone_use_list_clear(struct zone_use_list *list);

/* Decides by which clock an event is written: zone, times and instants are set. */
void zone_use_settle(struct zone_use_list *list, struct zone_cache *cache,
                     struct calendar_event *event);

/* The same, and notes the zone if the event names it. */
void zone_use_note(struct zone_use_list *list, struct zone_cache *cache,
                   struct calendar_event *event);

/* Writes the zones that are named; how many. */
size_t zone_use_write(const struct zone_use_list *list, struct content_line *out);

#endif
