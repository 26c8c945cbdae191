/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_hours.c - whether a calendar and the office mean the same hours, whosever clocks
 * show them */
#include "calendar/import_hours.h"

static instant
instant_of(const struct calendar_import *import, const char *name,
           struct local_time local)
{
    const struct zone *zone = name ? zone_cache_get(import->at->zones, name, NULL) : NULL;
    instant at = INSTANT_NONE;

    if (zone)
        (void)zone_local_to_instant(zone, local, ZONE_EARLIER, &at);
    return at;
}

/* Whether both are that time, whosever clocks show it. */
static bool
is_at(const struct calendar_import *import, const struct meeting *wanted,
      instant wanted_at, struct local_time wanted_local, instant known_at)
{
    if (wanted_at == INSTANT_NONE)
        wanted_at = instant_of(import, wanted->zone, wanted_local);
    return wanted_at != INSTANT_NONE && wanted_at == known_at;
}

bool
import_hours_agree(const struct calendar_import *import, const struct meeting *wanted,
                   const struct meeting *before, const struct meeting_source *known)
{
    if (local_time_compare(known->start, wanted->start) == 0 &&
        local_time_compare(known->end, wanted->end) == 0 &&
        field_equal(entity_field(&meeting_entity, "zone"), before, wanted))
        return true;
    const bool is_whole = known->kind == MEETING_SOURCE_OURS;
    const instant start =
        is_whole ? before->start_at : instant_of(import, before->zone, known->start);
    const instant end =
        is_whole ? before->end_at : instant_of(import, before->zone, known->end);
    return is_at(import, wanted, wanted->start_at, wanted->start, start) &&
           is_at(import, wanted, wanted->end_at, wanted->end, end);
}
