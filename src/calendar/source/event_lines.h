/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_lines.h - the times and lists of an event, from its lines */
#ifndef ATELIER_CALENDAR_EVENT_LINES_H
#define ATELIER_CALENDAR_EVENT_LINES_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/calendar/source_event.h"
#include "source/ics_line.h"
#include "source/source_zone.h"

struct event_lines {
    struct source_zones *zones;
    struct source_event *event;
    struct buffer parameter;     /* scratch */
    struct error wrong_duration; /* what it is when there is no end */
};

/* Takes what it knows of a line and passes over the rest; spoils it. */
bool event_lines_take(struct event_lines *lines, struct ics_line *line,
                      struct error *err);

/* What cannot be read of a line is noted of the event, which is read without it; but for
 * what says when it is, and which. */
bool event_lines_do_without(struct source_event *event, const struct ics_line *line,
                            const struct error *why, struct error *err);

/* Whether the times make an event. */
bool event_lines_check(const struct event_lines *lines, struct error *err);
void event_lines_clear(struct event_lines *lines);

#endif
