/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_match.c - which meeting each row of an event is */
#include "calendar/import_match.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* --- rows and meetings, both in order of their original start */

static int
compare(const void *a, const void *b)
{
    const struct import_match *one = a;
    const struct import_match *other = b;

    return local_time_compare(one->imported->wanted.source_start,
                              other->imported->wanted.source_start);
}

static void
take_rows(struct import_matching *matching, const struct calendar_import *import,
          const struct imported_event *event)
{
    matching->rows = memory_grow(matching->rows, &matching->row_capacity,
                                 event->count + 1, sizeof matching->rows[0]);
    matching->count = event->count;
    for (size_t i = 0; i < event->count; i++)
        matching->rows[i] =
            (struct import_match){ .imported = import->rows[event->first + i] };
    if (matching->count > 1)
        qsort(matching->rows, matching->count, sizeof matching->rows[0], compare);
}

static bool
take_known(struct import_matching *matching, const struct calendar_import *import,
           const char *uid, struct error *err)
{
    matching->known.count = 0;
    if (uid && !meeting_source_table_find(import->at->db, uid, &matching->known, err))
        return false;
    matching->is_met = memory_grow(matching->is_met, &matching->met_capacity,
                                   matching->known.count + 1, sizeof matching->is_met[0]);
    for (size_t i = 0; i < matching->known.count; i++)
        matching->is_met[i] = false;
    return true;
}

static void
pair(struct import_matching *matching, size_t row, size_t known)
{
    matching->rows[row].known = &matching->known.items[known];
    matching->is_met[known] = true;
}

/* --- what is alike */

static void
match_starts(struct import_matching *matching)
{
    size_t row = 0;
    size_t known = 0;

    while (row < matching->count && known < matching->known.count) {
        const int order =
            local_time_compare(matching->rows[row].imported->wanted.source_start,
                               matching->known.items[known].original);
        if (order == 0)
            pair(matching, row, known);
        row += order <= 0;
        known += order >= 0;
    }
}

typedef int64_t (*span_number)(struct date date);

/* From Monday on: the first of January 1970 was a Thursday. */
static int64_t
week_of(struct date date)
{
    return (date_to_days(date) + 3) / 7;
}

static bool
is_left(const struct import_matching *matching, size_t known)
{
    return !matching->is_met[known] && !matching->known.items[known].is_off;
}

/* The only meeting that is left in a span, or how many meetings there are. */
static size_t
only_known(const struct import_matching *matching, span_number span_of, int64_t span)
{
    const size_t none = matching->known.count;
    size_t only = none;

    for (size_t k = 0; k < matching->known.count; k++) {
        if (!is_left(matching, k) ||
            span_of(matching->known.items[k].original.date) != span)
            continue;
        if (only != none)
            return none;
        only = k;
    }
    return only;
}

/* Whether no row in front of this one is a later meeting, and none behind an earlier. */
static bool
keeps_order(const struct import_matching *matching, size_t row, size_t known)
{
    const struct meeting_source *is = &matching->known.items[known];

    for (size_t r = 0; r < matching->count; r++) {
        const struct meeting_source *other = matching->rows[r].known;
        if (other && (r < row) != (other < is))
            return false;
    }
    return true;
}

/* Rows of one span stand together: the rows [first, end). */
static size_t
end_of_span(const struct import_matching *matching, span_number span_of, size_t first,
            size_t *left, size_t *only)
{
    const int64_t span =
        span_of(matching->rows[first].imported->wanted.source_start.date);
    size_t end = first;

    *left = 0;
    while (end < matching->count &&
           span_of(matching->rows[end].imported->wanted.source_start.date) == span) {
        if (!matching->rows[end].known) {
            *only = end;
            ++*left;
        }
        end++;
    }
    return end;
}

static void
match_spans(struct import_matching *matching, span_number span_of)
{
    for (size_t first = 0; first < matching->count;) {
        size_t left;
        size_t row = first;
        const size_t end = end_of_span(matching, span_of, first, &left, &row);
        if (left == 1) {
            const size_t known = only_known(
                matching, span_of,
                span_of(matching->rows[row].imported->wanted.source_start.date));
            if (known < matching->known.count && keeps_order(matching, row, known))
                pair(matching, row, known);
        }
        first = end;
    }
}

/* An event that is not repeated is known by its UID alone, for it may have moved far. */
static void
match_single(struct import_matching *matching)
{
    if (matching->count == 1 && !matching->rows[0].imported->is_repeated &&
        !matching->rows[0].known && matching->known.count == 1)
        pair(matching, 0, 0);
}

/* --- the event */

/* A meeting of this office is known by its UID: every row is it, or its day. */
static bool
match_ours(struct import_matching *matching)
{
    if (matching->known.count == 0 ||
        matching->known.items[0].kind == MEETING_SOURCE_IMPORTED)
        return false;
    for (size_t i = 0; i < matching->count; i++)
        pair(matching, i, 0);
    return true;
}

bool
import_match_event(struct import_matching *matching, const struct calendar_import *import,
                   const struct imported_event *event, struct error *err)
{
    take_rows(matching, import, event);
    if (!take_known(matching, import, event->uid, err))
        return false;
    if (match_ours(matching))
        return true;
    match_starts(matching);
    match_spans(matching, date_to_days);
    match_spans(matching, week_of);
    match_single(matching);
    return true;
}

size_t
import_match_imported(const struct import_matching *matching)
{
    size_t count = 0;

    for (size_t k = 0; k < matching->known.count; k++)
        count += matching->known.items[k].kind == MEETING_SOURCE_IMPORTED;
    return count;
}

void
import_matching_clear(struct import_matching *matching)
{
    free(matching->rows);
    free(matching->is_met);
    meeting_source_list_clear(&matching->known);
    *matching = (struct import_matching){ 0 };
}
