/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_clock.c - which instant a time of a file is, and what another's clock shows then
 */
#include "source/ical_time.h"

/* As RFC 5545 section 3.3.5 says. */
instant
source_time_instant(const struct source_time *time)
{
    if (time->kind != SOURCE_IN_ZONE)
        return local_time_to_instant(time->local);
    struct zone_reading reading = zone_read_local(time->zone, time->local);
    return reading.match == ZONE_GAP ? reading.later : reading.earlier;
}

static bool
has_instant(const struct source_time *time)
{
    return time->kind == SOURCE_IN_ZONE || time->kind == SOURCE_IN_UTC;
}

struct local_time
source_time_by(const struct source_time *time, const struct source_time *clocks)
{
    struct local_time local = time->local;
    if (has_instant(time) && clocks->kind == SOURCE_IN_ZONE && time->zone != clocks->zone)
        local = zone_instant_to_local(clocks->zone, source_time_instant(time));
    else if (has_instant(time) && clocks->kind == SOURCE_IN_UTC)
        local = local_time_from_instant(source_time_instant(time));
    else if (time->kind == SOURCE_DATE)
        local = (struct local_time){ time->local.date, clocks->local.hour,
                                     clocks->local.minute };
    if (clocks->kind == SOURCE_DATE)
        local.hour = local.minute = 0;
    return local;
}

int
source_time_compare(const struct source_time *a, const struct source_time *b)
{
    if (!has_instant(a) || !has_instant(b) || (a->kind == b->kind && a->zone == b->zone))
        return local_time_compare(a->local, source_time_by(b, a));
    instant one = source_time_instant(a);
    instant other = source_time_instant(b);
    return one < other ? -1 : one > other;
}
