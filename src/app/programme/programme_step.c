/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_step.c - where a workshop goes from where it is, by days and by slots */
#include <stdlib.h>

#include "atelier/app/programme_move.h"

enum { HALF_HOUR = 30, MINUTES_A_DAY = 24 * 60 };

/* Minutes from one to the other, whichever is first. */
static int64_t
between(struct local_time a, struct local_time b)
{
    return llabs(local_time_minutes(a, b));
}

/* The slot of that day nearest to that moment; of an `onward` step behind or before it
 * (steps > 0 or < 0). */
static const struct slot *
nearest_slot(const struct programme *programme, struct local_time at, int steps)
{
    const struct slot *nearest = NULL;

    for (size_t i = 0; i < programme->slots.count; i++) {
        const struct slot *slot = &programme->slots.items[i];
        const int order = local_time_compare(slot->start, at);

        if (date_compare(slot->start.date, at.date) != 0 || (steps > 0 && order <= 0) ||
            (steps < 0 && order >= 0))
            continue;
        if (!nearest || between(slot->start, at) < between(nearest->start, at))
            nearest = slot;
    }
    return nearest;
}

static bool
step_slot(const struct programme *programme, int days, int steps,
          struct programme_place *place)
{
    struct local_time at = place->start;

    at.date = date_add_days(at.date, days);
    const struct slot *slot = nearest_slot(programme, at, steps);
    if (!slot)
        return false;
    place->slot = slot->head.id;
    place->start = slot->start;
    place->end = slot->end;
    return true;
}

static bool
step_hours(const struct programme *programme, int days, int steps,
           struct programme_place *place)
{
    const int64_t minutes = (int64_t)days * MINUTES_A_DAY + (int64_t)steps * HALF_HOUR;
    const struct local_time start = local_time_add_minutes(place->start, minutes);
    const struct local_time end = local_time_add_minutes(place->end, minutes);

    if (local_time_compare(start, programme->start) < 0 ||
        local_time_compare(end, programme->end) > 0)
        return false;
    place->start = start;
    place->end = end;
    return true;
}

bool
programme_place_step(const struct programme *programme, int days, int steps,
                     struct programme_place *place)
{
    return place->slot != 0 ? step_slot(programme, days, steps, place)
                            : step_hours(programme, days, steps, place);
}
