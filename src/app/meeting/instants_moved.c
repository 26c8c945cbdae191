/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_moved.c - the instants of a meeting by today's rules of its zone */
#include "meeting/instants_moved.h"

#include "atelier/store/meeting_table.h"

/* More than the clocks of two places, and thus of two rules, are ever apart. */
enum { FURTHEST = 2 * 86400 };

/* Of an hour that comes twice, or never any more, the reading nearest to what it was: who
 * said which of the two hours is meant is still heard. */
static instant
nearest(struct zone_reading reading, instant was)
{
    const int64_t to_earlier =
        was > reading.earlier ? was - reading.earlier : reading.earlier - was;
    const int64_t to_later =
        was > reading.later ? was - reading.later : reading.later - was;

    return to_later < to_earlier ? reading.later : reading.earlier;
}

/* False when clocks leave no time between the two, and nothing better is known. */
static bool
read_span(const struct zone *zone, const struct meeting *meeting, struct span *span)
{
    const struct zone_reading start = zone_read_local(zone, meeting->start);
    const struct zone_reading end = zone_read_local(zone, meeting->end);

    *span =
        (struct span){ nearest(start, meeting->start_at), nearest(end, meeting->end_at) };
    if (span->end <= span->start)
        *span = (struct span){ start.earlier, end.later };
    return span->end > span->start;
}

bool
instants_moved(struct atelier *at, const struct meeting *meeting, struct span *span,
               struct error *err)
{
    const struct zone *zone = zone_cache_get(at->zones, meeting->zone, err);

    return zone && read_span(zone, meeting, span) &&
           (span->start != meeting->start_at || span->end != meeting->end_at) &&
           (span->end > atelier_now(at) || meeting->end_at > atelier_now(at));
}

bool
instants_to_come(struct atelier *at, const char *zone, int64_t **ids, size_t *count,
                 struct error *err)
{
    return meeting_table_to_come(at->db, zone, atelier_now(at) - FURTHEST, ids, count,
                                 err);
}
