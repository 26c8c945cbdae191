/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day.c - parts a meeting of several days */
#include "atelier/domain/meeting_day.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

enum { MINUTES_A_DAY = 24 * 60 };

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

/* A slot that people were marked in stays where it was when its meeting moves. */
static bool
is_within(const struct slot *slot, const struct meeting *meeting)
{
    return local_time_compare(slot->start, meeting->start) >= 0 &&
           local_time_compare(slot->end, meeting->end) <= 0;
}

static void
add_slots(const struct meeting *meeting, const struct slot_list *slots,
          struct meeting_day_list *wanted)
{
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        if (!is_within(slot, meeting))
            continue;
        struct meeting_day *day = meeting_day_list_add(wanted);
        day->slot = slot->head.id;
        day->start = slot->start;
        day->end = slot->end;
    }
}

static bool
has_date(const struct meeting_day_list *list, size_t count, struct date date)
{
    for (size_t i = 0; i < count; i++)
        if (date_compare(list->items[i].start.date, date) <= 0 &&
            date_compare(list->items[i].end.date, date) >= 0)
            return true;
    return false;
}

/* The days that have no slot: the same hours every day. */
static void
add_days(const struct meeting *meeting, struct meeting_day_list *wanted)
{
    const int64_t count =
        date_to_days(meeting->end.date) - date_to_days(meeting->start.date) + 1;
    const struct local_time first_end = { .date = meeting->start.date,
                                          .hour = meeting->end.hour,
                                          .minute = meeting->end.minute };
    const size_t slots = wanted->count;

    if (local_time_minutes(meeting->start, meeting->end) < MINUTES_A_DAY ||
        count > MEETING_DAYS || local_time_compare(first_end, meeting->start) <= 0)
        return;
    for (int64_t i = 0; i < count; i++) {
        const struct local_time start =
            local_time_add_minutes(meeting->start, i * MINUTES_A_DAY);
        if (has_date(wanted, slots, start.date))
            continue;
        struct meeting_day *day = meeting_day_list_add(wanted);
        day->start = start;
        day->end = local_time_add_minutes(first_end, i * MINUTES_A_DAY);
    }
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
    meeting_day_list_clear(wanted);
    if (date_compare(meeting->start.date, meeting->end.date) != 0) {
        add_slots(meeting, slots, wanted);
        add_days(meeting, wanted);
    }
    if (wanted->count == 0) {
        struct meeting_day *whole = meeting_day_list_add(wanted);
        whole->start = meeting->start;
        whole->end = meeting->end;
    }
    qsort(wanted->items, wanted->count, sizeof wanted->items[0], compare);
}
