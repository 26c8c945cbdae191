/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_exception.h - which occurrences of an event are taken out or replaced */
#ifndef ATELIER_CALENDAR_OCCURRENCE_EXCEPTION_H
#define ATELIER_CALENDAR_OCCURRENCE_EXCEPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/calendar/calendar_source.h"

struct replaced_occurrence {
    struct local_time time; /* which it replaces, by the clocks of the event */
    size_t index;           /* of the override */
    size_t shift;           /* the last at or before it that moves those behind it too */
};

struct occurrence_exceptions {
    const struct source_series *series;
    int64_t *removed;                     /* minutes and days, in order */
    struct local_time *times;             /* of each override */
    struct replaced_occurrence *replaced; /* the overrides, in order of time */
};

/* The starts are those of the event, in order, each once. */
void occurrence_exceptions_find(struct occurrence_exceptions *exceptions,
                                const struct source_series *series,
                                const struct local_time *starts, size_t count);
void occurrence_exceptions_clear(struct occurrence_exceptions *exceptions);

bool occurrence_is_removed(const struct occurrence_exceptions *exceptions,
                           struct local_time start);

/* What replaces the occurrence itself, or the last that moved it and those behind it;
 * NULL: nothing. */
const struct source_event *
occurrence_replacement(const struct occurrence_exceptions *exceptions,
                       struct local_time start, bool *is_exact);

/* Whether the start is one of those. */
bool occurrence_starts_have(const struct local_time *starts, size_t count,
                            struct local_time start);

#endif
