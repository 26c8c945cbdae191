/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_clock.c - the instants of a meeting's wall clock times */
#include "meeting/plan_clock.h"

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "session/session.h"

static enum zone_choice
zone_choice(enum plan_clock clock)
{
    switch (clock) {
    case PLAN_ASK:
        return ZONE_ASK;
    case PLAN_EARLIER:
        return ZONE_EARLIER;
    case PLAN_LATER:
        return ZONE_LATER;
    }
    return ZONE_ASK;
}

static bool
settle(const struct zone *zone, struct local_time *time, enum plan_clock clock,
       const char *field, instant *at, struct error *err)
{
    struct buffer text = { 0 };
    struct zone_reading reading = zone_read_local(zone, *time);
    if (zone_local_to_instant(zone, *time, zone_choice(clock), at)) {
        if (reading.match ==
            ZONE_GAP) /* the clock never shows it: take what it does show */
            *time = zone_instant_to_local(zone, *at);
        return true;
    }
    when_format_local_time(*time, &text);
    if (reading.match == ZONE_GAP)
        error_set_field(err, ERROR_QUESTION, field,
                        _("%s does not exist in %s: clocks are put forward over it that "
                          "night.  Earlier or later?"),
                        buffer_text(&text), zone_name(zone));
    else
        error_set_field(err, ERROR_QUESTION, field,
                        _("%s comes twice in %s: clocks are put back that night.  The "
                          "earlier or the later?"),
                        buffer_text(&text), zone_name(zone));
    buffer_clear(&text);
    return false;
}

bool
plan_clock_settle(struct atelier *at, struct meeting *meeting, enum plan_clock clock,
                  struct error *err)
{
    const struct zone *zone = zone_cache_get(at->zones, meeting->zone, err);
    if (!zone) {
        if (err)
            err->field = "zone";
        return false;
    }
    if (!settle(zone, &meeting->start, clock, "start", &meeting->start_at, err) ||
        !settle(zone, &meeting->end, clock, "end", &meeting->end_at, err))
        return false;
    return meeting->end_at > meeting->start_at ||
           error_set_field(err, ERROR_INPUT, "end", _("The end is not after the start."));
}

bool
plan_readings(struct atelier *at, const char *name, struct local_time time,
              instant *earlier, instant *later, struct error *err)
{
    const struct zone *zone = zone_cache_get(at->zones, name, err);
    if (!zone)
        return false;
    struct zone_reading reading = zone_read_local(zone, time);
    *earlier = reading.earlier;
    *later = reading.later;
    return true;
}
