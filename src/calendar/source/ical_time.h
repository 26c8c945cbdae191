/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_time.h - rules and described zones, as libical understands them
 *
 * Both are checked first: libical does not return from some rules.
 */
#ifndef ATELIER_CALENDAR_ICAL_TIME_H
#define ATELIER_CALENDAR_ICAL_TIME_H

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/calendar/occurrence.h"
#include "source/ical_library.h"

/* What the rules of a file have cost so far. */
struct ical_effort {
    size_t barren; /* rules that gave no day at all */
    int64_t work;  /* results, and the periods that gave none */
};

struct ical_rule {
    const struct ical_library *library;
    const char *text;         /* the value of RRULE */
    int64_t line;             /* of its event, for sentences */
    struct source_time start; /* DTSTART: the rule is by its clocks */
    struct day_window window;
    struct ical_effort *effort;
};

/* Told each time; false stops, with the error set. */
typedef bool ical_rule_take(void *context, struct local_time time, struct error *err);

/* Tells what the rule gives in the window, perhaps some that lie before. */
bool ical_rule_expand(const struct ical_rule *rule, ical_rule_take *take, void *context,
                      struct error *err);

/* What a time is by the clocks of another: a date gets its hour. */
struct local_time source_time_by(const struct source_time *time,
                                 const struct source_time *clocks);

/* The instant of a time in a zone or in UTC: a gap as if clocks had not changed yet, the
 * first of two. */
instant source_time_instant(const struct source_time *time);

/* Which comes first: by instants in two zones, else by what clocks show. */
int source_time_compare(const struct source_time *a, const struct source_time *b);

/* A zone as a file describes it, for times about that year; NULL when that makes none.
 * `text` is spoilt; `work` grows by what the zones of the file have cost. */
icaltimezone *ical_zone_read(const struct ical_library *library, struct buffer *text,
                             int year, int64_t *work);

int32_t ical_zone_offset(const struct ical_library *library, icaltimezone *zone,
                         struct local_time local);

#endif
