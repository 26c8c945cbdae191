/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_span.c - from when to when: lengths that are carried from day to day */
#include "source/occurrence_span.h"

#include "atelier/domain/field.h"
#include "source/ical_time.h"

enum { MINUTES_PER_DAY = 24 * 60, SECONDS_PER_MINUTE = 60 };

/* The minutes from start to end by the clocks of the start: a night of work that ends at
 * six ends at six also when clocks change in it. */
struct occurrence_length
occurrence_length_of(const struct source_time *start, const struct source_time *end,
                     const struct source_duration *duration)
{
    struct occurrence_length length = { 0 };
    if (end->kind != SOURCE_NO_TIME)
        length.minutes = local_time_minutes(start->local, source_time_by(end, start));
    else
        length.duration = *duration;
    /* Clocks were put back between the two. */
    if (length.minutes < 0 && source_time_compare(start, end) < 0)
        length.duration =
            (struct source_duration){ .is_known = true,
                                      .seconds = source_time_instant(end) -
                                                 source_time_instant(start) };
    if (length.minutes < 0)
        length.minutes = 0;
    /* A day without an end is that day, and so is one that ends before it is over. */
    if (start->kind == SOURCE_DATE && length.minutes < MINUTES_PER_DAY &&
        !length.duration.is_known)
        length.minutes = MINUTES_PER_DAY;
    return length;
}

int64_t
occurrence_length_days(struct occurrence_length length)
{
    return length.duration.is_known
               ? length.duration.days +
                     length.duration.seconds / SECONDS_PER_MINUTE / MINUTES_PER_DAY + 1
               : length.minutes / MINUTES_PER_DAY + 1;
}

/* The end by plain clocks: nobody changes them. */
static struct local_time
end_by_clocks(struct local_time start, struct occurrence_length length)
{
    const struct source_duration *lasts = &length.duration;
    int64_t minutes = lasts->is_known ? lasts->days * MINUTES_PER_DAY +
                                            lasts->seconds / SECONDS_PER_MINUTE
                                      : length.minutes;
    return local_time_add_minutes(start, minutes);
}

static instant
read_clock(const struct zone *zone, struct local_time local, enum zone_match *match)
{
    struct zone_reading reading = zone_read_local(zone, local);
    *match = reading.match;
    return reading.match == ZONE_GAP ? reading.later : reading.earlier;
}

/* Days by the calendar, then seconds by a stopwatch. */
static instant
end_in_zone(const struct zone *zone, struct local_time start, instant start_at,
            struct occurrence_length length)
{
    enum zone_match match;
    const struct source_duration *lasts = &length.duration;
    if (!lasts->is_known)
        return read_clock(zone, end_by_clocks(start, length), &match);
    if (lasts->days == 0)
        return start_at + lasts->seconds;
    start.date = date_add_days(start.date, lasts->days);
    return read_clock(zone, start, &match) + lasts->seconds;
}

static void
place_in_zone(struct occurrence *occurrence, struct occurrence_length length)
{
    const struct zone *zone = occurrence->start.zone;
    struct local_time start = occurrence->start.local;
    occurrence->start_at = read_clock(zone, start, &occurrence->clock);
    /* What is put behind a gap lasts as long there. */
    if (occurrence->clock == ZONE_GAP)
        start = zone_instant_to_local(zone, occurrence->start_at);
    occurrence->start.local = start;
    occurrence->end_at = end_in_zone(zone, start, occurrence->start_at, length);
    if (occurrence->end_at < occurrence->start_at)
        occurrence->end_at = occurrence->start_at;
    occurrence->end.local = zone_instant_to_local(zone, occurrence->end_at);
}

static bool
is_midnight(const struct source_time *time)
{
    return time->local.hour == 0 && time->local.minute == 0;
}

/* Outlook writes whole days from midnight to midnight.  By which clocks those are that
 * it wrote in UTC nobody knows here. */
static void
make_whole_days(struct occurrence *occurrence)
{
    if (!occurrence->event->is_whole_day || occurrence->start.kind == SOURCE_DATE ||
        !is_midnight(&occurrence->start) || !is_midnight(&occurrence->end) ||
        date_compare(occurrence->start.local.date, occurrence->end.local.date) >= 0)
        return;
    occurrence->start.kind = occurrence->end.kind = SOURCE_DATE;
    occurrence->start.zone = occurrence->end.zone = NULL;
    occurrence->clock = ZONE_EXACT;
    occurrence->start_at = occurrence->end_at = INSTANT_NONE;
}

static void
place(struct occurrence *occurrence, struct occurrence_length length)
{
    occurrence->clock = ZONE_EXACT;
    occurrence->start_at = occurrence->end_at = INSTANT_NONE;
    occurrence->end = occurrence->start;
    if (occurrence->start.kind == SOURCE_IN_ZONE) {
        place_in_zone(occurrence, length);
        return;
    }
    occurrence->end.local = end_by_clocks(occurrence->start.local, length);
    if (occurrence->start.kind == SOURCE_IN_UTC) {
        occurrence->start_at = local_time_to_instant(occurrence->start.local);
        occurrence->end_at = local_time_to_instant(occurrence->end.local);
    }
}

void
occurrence_place(struct occurrence *occurrence, struct occurrence_length length)
{
    place(occurrence, length);
    make_whole_days(occurrence);
}
