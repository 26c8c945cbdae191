/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_feed.h - a calendar that is published: begin, zones, events, end
 *
 *     content_line_init(&out, sink);
 *     calendar_feed_begin(&out, &feed);
 *     vtimezone_write(&out, zone, window);         for each zone used
 *     calendar_event_write(&out, &event);          for each event
 *     done = calendar_feed_end(&out, err);
 *     content_line_clear(&out);
 *
 * No attendee, nothing that depends on the clock or the program's version:
 * unchanged data gives the same bytes.
 */
#ifndef ATELIER_CALENDAR_CALENDAR_FEED_H
#define ATELIER_CALENDAR_CALENDAR_FEED_H

#include <stdbool.h>

#include "atelier/base/error.h"
#include "atelier/calendar/content_line.h"

/* A product, not a version: an upgrade must not change the bytes. */
#define CALENDAR_FEED_PRODUCT "-//atelier//atelier//EN"

struct calendar_feed {
    bool has_organizer; /* its events name one: only then is it METHOD:PUBLISH, as RFC
                         * 5546 section 3.2.1 asks */
    bool is_one_event;  /* a file to attach to a mail, not a calendar to follow: nothing
                         * of what is below, or Outlook opens a calendar beside its own */
    const char *name;
    const char *description;
    const char *url;    /* the office's page */
    const char *colour; /* a CSS3 name; anything else is left out */
};

void calendar_feed_begin(struct content_line *out, const struct calendar_feed *feed);

/* Ends the calendar and sends the rest; false (ERROR_SYSTEM) when the sink
 * refused at any time since the beginning. */
bool calendar_feed_end(struct content_line *out, struct error *err);

#endif
