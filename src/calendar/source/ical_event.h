/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_event.h - one VEVENT, read by libical
 *
 * Times and lists are read from the lines, see ics_line.h; texts, people and words by
 * libical, which is given the lines that matter and no others.
 */
#ifndef ATELIER_CALENDAR_ICAL_EVENT_H
#define ATELIER_CALENDAR_ICAL_EVENT_H

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/calendar/source_event.h"
#include "source/ical_library.h"
#include "source/source_zone.h"

struct ical_event_reading {
    const struct ical_library *library;
    struct source_zones *zones;
    struct buffer chosen; /* the lines for libical; kept from event to event */
    bool people;
};

/* `text` is the event from BEGIN to END and is spoilt; `line` its line in the file.
 * ERROR_INPUT says why it cannot be read. */
bool ical_event_read(struct ical_event_reading *reading, struct buffer *text,
                     int64_t line, struct source_event *event, struct error *err);

/* Of an event that cannot be read: its texts and when it begins, as far as they stand
 * there, and whether it is one of several. */
void ical_event_glimpse(struct buffer *text, struct source_event *event,
                        bool *is_repeated);

#endif
