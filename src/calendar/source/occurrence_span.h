/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_span.h - from when to when: lengths that are carried from day to day */
#ifndef ATELIER_CALENDAR_OCCURRENCE_SPAN_H
#define ATELIER_CALENDAR_OCCURRENCE_SPAN_H

#include "atelier/calendar/occurrence.h"

/* How long an event lasts wherever it begins: so many minutes by its own clocks, or as
 * the duration says. */
struct occurrence_length {
    int64_t minutes;
    struct source_duration duration; /* when known, instead */
};

struct occurrence_length occurrence_length_of(const struct source_time *start,
                                              const struct source_time *end,
                                              const struct source_duration *duration);

/* After so many days of the calendar it is over. */
int64_t occurrence_length_days(struct occurrence_length length);

/* Sets clock, start_at, end, end_at, and moves a start that clocks never show; what its
 * program calls a whole day is one. */
void occurrence_place(struct occurrence *occurrence, struct occurrence_length length);

#endif
