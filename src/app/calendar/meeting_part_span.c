/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_part_span.c - when a day or slot of a meeting is, by instants */
#include "calendar/meeting_part_span.h"

enum { MINUTE_SECONDS = 60 };

/* Where clocks pass over the start, or the end, it is as far behind midnight as they
 * would have shown without the change (RFC 5545, 3.3.5). */
static struct span
read_clock(const struct zone *zone, struct local_time from, struct local_time until)
{
    const struct zone_reading start = zone_read_local(zone, from);
    const struct zone_reading end = zone_read_local(zone, until);
    const bool is_gap = start.match == ZONE_GAP && start.later < end.later;

    return (struct span){ is_gap ? start.later : start.earlier, end.later };
}

static instant
away_from(const struct meeting_whole *whole, struct local_time time)
{
    return whole->span.start + local_time_minutes(whole->start, time) * MINUTE_SECONDS;
}

struct span
meeting_part_span(const struct zone *zone, struct local_time start, struct local_time end,
                  const struct meeting_whole *whole)
{
    struct span span =
        zone ? read_clock(zone, start, end)
             : (struct span){ away_from(whole, start), away_from(whole, end) };

    if (local_time_compare(start, whole->start) == 0)
        span.start = whole->span.start;
    if (local_time_compare(end, whole->end) == 0)
        span.end = whole->span.end;
    return span;
}

static instant
keep_chosen(const struct zone *zone, struct local_time time, instant chosen,
            instant usual)
{
    const struct zone_reading reading = zone_read_local(zone, time);

    return chosen == reading.earlier || chosen == reading.later ? chosen : usual;
}

struct span
meeting_part_span_chosen(const struct zone *zone, struct local_time start,
                         struct local_time end, const struct meeting_whole *whole,
                         struct span chosen)
{
    struct span span = meeting_part_span(zone, start, end, whole);

    if (zone && local_time_compare(start, whole->start) != 0)
        span.start = keep_chosen(zone, start, chosen.start, span.start);
    if (zone && local_time_compare(end, whole->end) != 0)
        span.end = keep_chosen(zone, end, chosen.end, span.end);
    return span;
}
