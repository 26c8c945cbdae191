/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_day.c - parts a meeting of several days */
#include "atelier/calendar/event_day.h"

#include <string.h>

enum { MINUTES_A_DAY = 24 * 60 };

/* Adds a slot's hours to its day; false when there are too many days. */
static bool
add_slot(struct event_day days[EVENT_DAYS], size_t *count, const struct event_day *slot)
{
    size_t at = 0;

    while (at < *count && date_compare(days[at].start.date, slot->start.date) < 0)
        at++;
    if (at < *count && date_compare(days[at].start.date, slot->start.date) == 0) {
        if (local_time_compare(slot->start, days[at].start) < 0)
            days[at].start = slot->start;
        if (local_time_compare(slot->end, days[at].end) > 0)
            days[at].end = slot->end;
        return true;
    }
    if (*count == EVENT_DAYS)
        return false;
    memmove(days + at + 1, days + at, (*count - at) * sizeof *days);
    days[at] = *slot;
    (*count)++;
    return true;
}

/* The same hours every day, from the start's to the end's. */
static size_t
split_evenly(struct event_day whole, struct event_day days[EVENT_DAYS])
{
    int64_t count = date_to_days(whole.end.date) - date_to_days(whole.start.date) + 1;
    struct local_time first_end = { .date = whole.start.date,
                                    .hour = whole.end.hour,
                                    .minute = whole.end.minute };

    if (local_time_minutes(whole.start, whole.end) < MINUTES_A_DAY ||
        count > EVENT_DAYS || local_time_compare(first_end, whole.start) <= 0)
        return 0;
    for (int64_t i = 0; i < count; i++) {
        days[i] = (struct event_day){
            .start = local_time_add_minutes(whole.start, i * MINUTES_A_DAY),
            .end = local_time_add_minutes(first_end, i * MINUTES_A_DAY),
        };
    }
    return (size_t)count;
}

size_t
event_day_split(struct event_day whole, const struct event_day *slots, size_t slot_count,
                struct event_day days[EVENT_DAYS])
{
    size_t count = 0;

    if (date_compare(whole.start.date, whole.end.date) != 0) {
        bool fits = true;

        for (size_t i = 0; fits && i < slot_count; i++)
            fits = add_slot(days, &count, &slots[i]);
        if (!fits)
            count = 0;
        else if (slot_count == 0)
            count = split_evenly(whole, days);
    }
    if (count == 0) {
        days[0] = whole;
        count = 1;
    }
    return count;
}

void
event_day_uid(struct buffer *buffer, const char *uid, size_t day)
{
    size_t name = strcspn(uid, "@");

    buffer_add_part(buffer, uid, name);
    if (day > 1)
        buffer_addf(buffer, "-%zu", day);
    buffer_add(buffer, uid + name);
}
