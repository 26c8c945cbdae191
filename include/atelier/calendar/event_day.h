/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_day.h - a meeting of several days, day by day
 *
 * Calendars show one block from Tuesday 09:30 to Thursday 16:00 as two
 * nights at work.  Such a meeting is one event a day.
 */
#ifndef ATELIER_CALENDAR_EVENT_DAY_H
#define ATELIER_CALENDAR_EVENT_DAY_H

#include <stddef.h>

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"

struct event_day {
    struct local_time start;
    struct local_time end;
};

enum { EVENT_DAYS = 31 };

/*
 * The days of a meeting; returns how many, at least 1.  With slots, each day
 * lasts from its first slot to its last.  Without, every day has the hours of
 * the start and the end, when it lasts 24 hours or more and they make sense;
 * else (a night, a month of it) the meeting stays one.
 */
size_t event_day_split(struct event_day whole, const struct event_day *slots,
                       size_t slot_count, struct event_day days[EVENT_DAYS]);

/* The UID of the day, counted from 1: the first keeps the meeting's own, the
 * others add their number, so that a meeting that moves takes its days along. */
void event_day_uid(struct buffer *buffer, const char *uid, size_t day);

#endif
