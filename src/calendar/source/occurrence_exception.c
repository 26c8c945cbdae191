/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence_exception.c - which occurrences of an event are taken out or replaced
 *
 * A file may list thousands of both, so that each is looked up in a sorted list.
 */
#include "source/occurrence_exception.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "source/ical_time.h"

enum { MINUTES_PER_DAY = 24 * 60, MINUTES_PER_HOUR = 60 };

/* ---- taken out ---- */

/* An even number; that of a day, whatever the hour, is odd. */
static int64_t
key_of_minute(struct local_time time)
{
    return (date_to_days(time.date) * MINUTES_PER_DAY + time.hour * MINUTES_PER_HOUR +
            time.minute) *
           2;
}

static int64_t
key_of_day(struct date date)
{
    return date_to_days(date) * MINUTES_PER_DAY * 2 + 1;
}

static int
compare_keys(const void *a, const void *b)
{
    int64_t one = *(const int64_t *)a;
    int64_t other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

static void
find_removed(struct occurrence_exceptions *exceptions)
{
    const struct source_time *clocks = &exceptions->series->master.start;
    const struct source_period_list *list = &exceptions->series->master.removed;
    exceptions->removed = memory_new(list->count + 1, sizeof(*exceptions->removed));
    for (size_t i = 0; i < list->count; i++) {
        const struct source_time *time = &list->items[i].start;
        struct local_time local = source_time_by(time, clocks);
        exceptions->removed[i] =
            time->kind == SOURCE_DATE ? key_of_day(local.date) : key_of_minute(local);
    }
    qsort(exceptions->removed, list->count, sizeof(*exceptions->removed), compare_keys);
}

static bool
has_key(const struct occurrence_exceptions *exceptions, int64_t key)
{
    return bsearch(&key, exceptions->removed, exceptions->series->master.removed.count,
                   sizeof(key), compare_keys);
}

bool
occurrence_is_removed(const struct occurrence_exceptions *exceptions,
                      struct local_time start)
{
    return has_key(exceptions, key_of_minute(start)) ||
           has_key(exceptions, key_of_day(start.date));
}

/* ---- replaced ---- */

static int
compare_times(const void *a, const void *b)
{
    return local_time_compare(*(const struct local_time *)a,
                              *(const struct local_time *)b);
}

static int
compare_replaced(const void *a, const void *b)
{
    const struct replaced_occurrence *one = a;
    const struct replaced_occurrence *other = b;
    int order = local_time_compare(one->time, other->time);
    return order ? order : one->index < other->index ? -1 : one->index > other->index;
}

bool
occurrence_starts_have(const struct local_time *starts, size_t count,
                       struct local_time start)
{
    return bsearch(&start, starts, count, sizeof(start), compare_times);
}

static void
sort_replaced(struct occurrence_exceptions *exceptions)
{
    const struct source_series *series = exceptions->series;
    size_t shift = series->override_count;
    for (size_t i = 0; i < series->override_count; i++)
        exceptions->replaced[i] =
            (struct replaced_occurrence){ .time = exceptions->times[i], .index = i };
    qsort(exceptions->replaced, series->override_count, sizeof(*exceptions->replaced),
          compare_replaced);
    for (size_t i = 0; i < series->override_count; i++) {
        if (series->overrides[exceptions->replaced[i].index].and_later)
            shift = exceptions->replaced[i].index;
        exceptions->replaced[i].shift = shift;
    }
}

/* How many of those that are replaced do not lie behind the time. */
static size_t
count_until(const struct occurrence_exceptions *exceptions, struct local_time time)
{
    size_t first = 0;
    size_t behind = exceptions->series->override_count;
    while (first < behind) {
        size_t middle = first + (behind - first) / 2;
        if (local_time_compare(exceptions->replaced[middle].time, time) <= 0)
            first = middle + 1;
        else
            behind = middle;
    }
    return first;
}

static bool
is_replaced(const struct occurrence_exceptions *exceptions, struct local_time start)
{
    size_t count = count_until(exceptions, start);
    return count > 0 &&
           local_time_compare(exceptions->replaced[count - 1].time, start) == 0;
}

/* A day names the occurrence at the hour of the event, or else the first of that day that
 * nothing else names: never two. */
static struct local_time
first_of_day(const struct occurrence_exceptions *exceptions, struct local_time time,
             const struct local_time *starts, size_t count)
{
    if (occurrence_starts_have(starts, count, time))
        return time;
    for (size_t i = 0; i < count; i++)
        if (date_compare(starts[i].date, time.date) == 0 &&
            !is_replaced(exceptions, starts[i]))
            return starts[i];
    return time;
}

static void
find_replaced(struct occurrence_exceptions *exceptions, const struct local_time *starts,
              size_t count)
{
    const struct source_series *series = exceptions->series;
    const struct source_time *clocks = &series->master.start;
    size_t size = series->override_count;
    exceptions->times = memory_new(size + 1, sizeof(*exceptions->times));
    exceptions->replaced = memory_new(size + 1, sizeof(*exceptions->replaced));
    for (size_t i = 0; i < size; i++)
        exceptions->times[i] = source_time_by(&series->overrides[i].recurrence, clocks);
    sort_replaced(exceptions);
    if (clocks->kind == SOURCE_DATE)
        return;
    for (size_t i = 0; i < size; i++)
        if (series->overrides[i].recurrence.kind == SOURCE_DATE)
            exceptions->times[i] =
                first_of_day(exceptions, exceptions->times[i], starts, count);
    sort_replaced(exceptions);
}

const struct source_event *
occurrence_replacement(const struct occurrence_exceptions *exceptions,
                       struct local_time start, bool *is_exact)
{
    const struct source_series *series = exceptions->series;
    size_t count = count_until(exceptions, start);
    *is_exact = false;
    if (count == 0)
        return NULL;
    const struct replaced_occurrence *is = &exceptions->replaced[count - 1];
    *is_exact = local_time_compare(is->time, start) == 0;
    size_t index = *is_exact ? is->index : is->shift;
    return index < series->override_count ? &series->overrides[index] : NULL;
}

/* ---- both ---- */

void
occurrence_exceptions_find(struct occurrence_exceptions *exceptions,
                           const struct source_series *series,
                           const struct local_time *starts, size_t count)
{
    exceptions->series = series;
    find_removed(exceptions);
    find_replaced(exceptions, starts, count);
}

void
occurrence_exceptions_clear(struct occurrence_exceptions *exceptions)
{
    free(exceptions->removed);
    free(exceptions->times);
    free(exceptions->replaced);
    *exceptions = (struct occurrence_exceptions){ 0 };
}
