/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_hours.c - whether a calendar and the office mean the same hours, whosever clocks
 * show them */
#include "calendar/import_hours.h"

#include "calendar/meeting_part_span.h"

/* When it is that time there, which the file says itself where it is in UTC. */
static instant
instant_of(const struct calendar_import *import, const struct meeting *wanted,
           instant said, struct local_time local)
{
    const struct zone *zone =
        wanted->zone ? zone_cache_get(import->at->zones, wanted->zone, NULL) : NULL;
    instant at = said;

    if (said == INSTANT_NONE && zone)
        (void)zone_local_to_instant(zone, local, ZONE_EARLIER, &at);
    return at;
}

static bool
is_at(const struct calendar_import *import, const struct meeting *wanted, instant said,
      struct local_time local, instant known_at)
{
    const instant at = instant_of(import, wanted, said, local);

    return at != INSTANT_NONE && at == known_at;
}

/* The meeting, or that day of it, as calendars are told. */
static struct span
span_of(const struct calendar_import *import, const struct meeting *before,
        const struct meeting_source *known)
{
    const struct meeting_whole whole = { before->start,
                                         before->end,
                                         { before->start_at, before->end_at } };
    const struct zone *zone = zone_cache_get(import->at->zones, before->zone, NULL);

    return known->kind == MEETING_SOURCE_OURS
               ? whole.span
               : meeting_part_span(zone, known->start, known->end, &whole);
}

bool
import_hours_agree(const struct calendar_import *import, const struct meeting *wanted,
                   const struct meeting *before, const struct meeting_source *known)
{
    if (local_time_compare(known->start, wanted->start) == 0 &&
        local_time_compare(known->end, wanted->end) == 0 &&
        field_equal(entity_field(&meeting_entity, "zone"), before, wanted))
        return true;
    const struct span span = span_of(import, before, known);
    return is_at(import, wanted, wanted->start_at, wanted->start, span.start) &&
           is_at(import, wanted, wanted->end_at, wanted->end, span.end);
}

/* By the clocks of the meeting; those of the file, where nobody can tell. */
static struct local_time
as_shown_in(const struct calendar_import *import, const char *zone_name, instant at,
            struct local_time local)
{
    const struct zone *zone = zone_cache_get(import->at->zones, zone_name, NULL);

    return zone && at != INSTANT_NONE ? zone_instant_to_local(zone, at) : local;
}

void
import_hours_in_zone(const struct calendar_import *import, const struct meeting *wanted,
                     const struct meeting *before, struct local_time *start,
                     struct local_time *end)
{
    *start = wanted->start;
    *end = wanted->end;
    if (field_equal(entity_field(&meeting_entity, "zone"), before, wanted))
        return;
    *start = as_shown_in(import, before->zone,
                         instant_of(import, wanted, wanted->start_at, wanted->start),
                         wanted->start);
    *end =
        as_shown_in(import, before->zone,
                    instant_of(import, wanted, wanted->end_at, wanted->end), wanted->end);
}
