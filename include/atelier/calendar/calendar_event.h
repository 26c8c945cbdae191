/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event.h - one event of a calendar, as plain facts
 *
 * A zeroed event is empty; texts are borrowed.  What is NULL, empty or zero is
 * left out of the calendar.
 */
#ifndef ATELIER_CALENDAR_CALENDAR_EVENT_H
#define ATELIER_CALENDAR_CALENDAR_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"
#include "atelier/calendar/content_line.h"
#include "atelier/calendar/zone.h"
#include "atelier/domain/coordinates.h"

enum calendar_status { CALENDAR_TENTATIVE, CALENDAR_CONFIRMED, CALENDAR_CANCELLED };
enum calendar_class { CALENDAR_PUBLIC, CALENDAR_PRIVATE };

struct calendar_event {
    const char *uid;     /* required */
    const char *related; /* the UID of what it is a part of */
    bool is_workshop;    /* of that meeting, not one of its days */
    const char *origin;  /* the UID of the event of another office that it came from */
    int64_t origin_sequence; /* that it follows of that event; below 0: not known */
    int64_t sequence;
    instant created;       /* INSTANT_NONE: not known */
    instant last_modified; /* also DTSTAMP, so that unchanged data gives the same bytes */

    struct local_time start; /* required */
    struct local_time end;   /* not after the start: the event is a moment */
    const char *zone;        /* required, unless all_day */
    bool all_day;            /* the dates of start and end, the last day included */
    bool in_utc;             /* write start_at and end_at: see calendar_event_settle() */
    instant start_at;
    instant end_at;

    const char *summary;
    const char *description;
    const char *reason; /* of one that is postponed or cancelled; with which the
                         * description begins, too */
    const char *location;
    struct coordinates place;
    const char *url;              /* the meeting's page */
    const char *conference;       /* link of the video conference; it goes into the
                                   * description too, and stands in for a place */
    const char *conference_label; /* what to call it */
    const char *const *categories;
    size_t category_count;
    const char *colour; /* a CSS3 name; anything else is left out */
    const char *organizer_name;
    const char *organizer_mail; /* of a role, not of a person */
    const char *contact;        /* whom to ask, in words */

    enum calendar_status status;
    bool transparent;  /* takes no time: optional or for information */
    bool is_pencilled; /* takes no time yet: transparent, and perhaps busy */
    enum calendar_class access;
};

/* Tells another office which words of the description are the reason. */
#define CALENDAR_EVENT_REASON "X-ATELIER-REASON"

/* Tells which event it was first, in the office that planned it, however many offices it
 * went through since; and the SEQUENCE there that it follows. */
#define CALENDAR_EVENT_ORIGIN "X-ATELIER-ORIGIN"
#define CALENDAR_EVENT_ORIGIN_SEQUENCE "X-SEQUENCE"

/*
 * A start or end in the hour that clocks show twice, or never, reads wrong in some
 * calendars, and so does a start before vtimezone_since(); such an event is written in
 * UTC.  Needs start, end, start_at and end_at; sets in_utc.
 */
void calendar_event_settle(struct calendar_event *event, const struct zone *zone,
                           instant since);

/* Whether an address can be told as the organizer's; NULL: no. */
bool calendar_event_can_name(const char *organizer_mail);

/* Writes the event.  False, and nothing is written, when it has no UID, no
 * zone or no start. */
bool calendar_event_write(struct content_line *out, const struct calendar_event *event);

#endif
