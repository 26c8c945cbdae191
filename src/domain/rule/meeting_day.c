/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day.c - parts a meeting of several days into the events of a calendar */
#include "atelier/domain/meeting_day.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* Of the wall clock, in minutes: a day that nobody gave hours, and when the night that
 * belongs to the day before is over. */
enum {
    MINUTES_A_DAY = 24 * 60,
    NIGHT_ENDS = 5 * 60,
    USUAL_START = 9 * 60,
    USUAL_END = 18 * 60,
};

static int64_t
minute_of(struct local_time time)
{
    return time.hour * 60 + time.minute;
}

struct meeting_day *
meeting_day_list_add(struct meeting_day_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count] = (struct meeting_day){ 0 };
    return &list->items[list->count++];
}

void
meeting_day_list_clear(struct meeting_day_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].uid);
    free(list->items);
    *list = (struct meeting_day_list){ 0 };
}

/* The days of a meeting by the hours of its start and its end, in minutes. */
struct hours {
    struct date first;
    int64_t days;
    int64_t start;
    int64_t end; /* on the last day, in the night behind it perhaps */
};

/* What ends in the small hours ends the day before. */
static struct hours
hours_of(const struct meeting *meeting)
{
    struct hours hours = {
        .first = meeting->start.date,
        .days = date_to_days(meeting->end.date) - date_to_days(meeting->start.date) + 1,
        .start = minute_of(meeting->start),
        .end = minute_of(meeting->end),
    };

    if (hours.days > 1 && hours.end <= NIGHT_ENDS && hours.end <= hours.start) {
        hours.end += MINUTES_A_DAY;
        hours.days--;
    }
    return hours;
}

/* From one date to the next, through the night alone. */
static bool
is_night(const struct hours *hours)
{
    return hours->days == 2 && hours->end < hours->start &&
           (hours->start >= USUAL_END || hours->end <= USUAL_START);
}

/* A slot that people were marked in stays where it was when its meeting moves. */
static bool
is_within(const struct slot *slot, const struct meeting *meeting)
{
    return local_time_compare(slot->start, meeting->start) >= 0 &&
           local_time_compare(slot->end, meeting->end) <= 0;
}

/* The first mark of presence makes a slot of a meeting that nobody divided. */
static bool
says_nothing(const struct slot *slot, const struct meeting *meeting)
{
    return (local_time_compare(slot->start, meeting->start) == 0 &&
            local_time_compare(slot->end, meeting->end) == 0) ||
           local_time_minutes(slot->start, slot->end) >= MINUTES_A_DAY;
}

static void
add_slots(const struct meeting *meeting, const struct slot_list *slots,
          struct meeting_day_list *wanted)
{
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        if (!is_within(slot, meeting) || says_nothing(slot, meeting))
            continue;
        struct meeting_day *day = meeting_day_list_add(wanted);
        day->slot = slot->head.id;
        day->start = slot->start;
        day->end = slot->end;
    }
}

/* Whether one of the first `count` is what takes place on that date: not the dinner of
 * the evening before, nor what follows it after midnight. */
static bool
has_date(const struct meeting_day_list *list, size_t count, const struct hours *hours,
         struct date date)
{
    const struct local_time midnight = { .date = date };
    const int64_t night = hours->start < NIGHT_ENDS ? 0 : NIGHT_ENDS;

    for (size_t i = 0; i < count; i++)
        if (date_compare(list->items[i].start.date, date) == 0 &&
            local_time_minutes(midnight, list->items[i].end) > night)
            return true;
    return false;
}

/* The same hours every day.  When the end is no later in the day than the start, only the
 * first day and the last say when they begin and end; the rest is a usual day. */
static void
add_day(const struct hours *hours, int64_t index, struct meeting_day_list *wanted)
{
    const bool is_alike = hours->end > hours->start;
    const bool is_first = index == 0;
    const bool is_last = index == hours->days - 1;
    const struct local_time midnight = { .date = date_add_days(hours->first, index) };
    const int64_t start = is_alike || is_first                   ? hours->start
                          : is_last && hours->end <= USUAL_START ? NIGHT_ENDS
                                                                 : USUAL_START;
    const int64_t end = is_alike || is_last                     ? hours->end
                        : is_first && hours->start >= USUAL_END ? MINUTES_A_DAY
                                                                : USUAL_END;
    struct meeting_day *day = meeting_day_list_add(wanted);

    day->start = local_time_add_minutes(midnight, start);
    day->end = local_time_add_minutes(midnight, end);
}

/* The days that have no slot; so many that nobody means them one by one leave the meeting
 * whole, with its slots. */
static void
add_days(const struct hours *hours, struct meeting_day_list *wanted)
{
    const size_t slots = wanted->count;
    const bool is_long = hours->days > MEETING_DAYS;
    bool is_whole = is_long && (int64_t)slots < hours->days;

    for (int64_t i = 0; !is_whole && i < hours->days; i++) {
        if (has_date(wanted, slots, hours, date_add_days(hours->first, i)))
            continue;
        is_whole = is_long;
        add_day(hours, i, wanted);
    }
    if (is_whole)
        meeting_day_list_clear(wanted);
}

static int
compare(const void *a, const void *b)
{
    const struct meeting_day *left = a;
    const struct meeting_day *right = b;
    const int order = local_time_compare(left->start, right->start);

    return order != 0 ? order : (left->slot > right->slot) - (left->slot < right->slot);
}

void
meeting_day_list_split(const struct meeting *meeting, const struct slot_list *slots,
                       struct meeting_day_list *wanted)
{
    const struct hours hours = hours_of(meeting);

    meeting_day_list_clear(wanted);
    if (hours.days > 1 && !is_night(&hours)) {
        add_slots(meeting, slots, wanted);
        add_days(&hours, wanted);
    }
    if (wanted->count == 0) {
        struct meeting_day *whole = meeting_day_list_add(wanted);
        whole->start = meeting->start;
        whole->end = meeting->end;
    }
    qsort(wanted->items, wanted->count, sizeof wanted->items[0], compare);
}
