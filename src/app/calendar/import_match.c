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

    return local_time_compare(one->original, other->original);
}

static void
take_rows(struct import_matching *matching, const struct calendar_import *import,
          const struct imported_event *event)
{
    matching->rows =
        memory_grow(matching->rows, &matching->row_capacity,
                    event->count + event->away_count + 1, sizeof matching->rows[0]);
    matching->count = 0;
    for (size_t i = 0; i < event->count; i++) {
        struct imported *imported = import->rows[event->first + i];
        matching->rows[matching->count++] =
            (struct import_match){ .original = imported->wanted.source_start,
                                   .imported = imported };
    }
    for (size_t i = 0; i < event->away_count; i++)
        matching->rows[matching->count++] =
            (struct import_match){ .original = event->away[i] };
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
    matching->met = memory_grow(matching->met, &matching->met_capacity,
                                matching->known.count + 1, sizeof matching->met[0]);
    for (size_t i = 0; i < matching->known.count; i++)
        matching->met[i] = IMPORT_UNMET;
    return true;
}

static void
pair(struct import_matching *matching, size_t row, size_t known)
{
    matching->rows[row].known = &matching->known.items[known];
    matching->met[known] = matching->rows[row].imported ? IMPORT_MET : IMPORT_MET_AWAY;
}

/* --- what is alike */

static void
match_starts(struct import_matching *matching)
{
    size_t row = 0;
    size_t known = 0;

    while (row < matching->count && known < matching->known.count) {
        const int order = local_time_compare(matching->rows[row].original,
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

/* Who may be meant: of what is off, too, once nobody else is. */
struct guess {
    const struct calendar_import *import;
    span_number span_of;
    bool takes_off;
};

static bool
is_left(const struct import_matching *matching, const struct guess *guess, size_t known)
{
    const struct meeting_source *is = &matching->known.items[known];

    return matching->met[known] == IMPORT_UNMET && (guess->takes_off || !is->is_off) &&
           import_match_is_in_window(guess->import, is->original.date);
}

/* The only meeting that is left in a span, or how many meetings there are. */
static size_t
only_known(const struct import_matching *matching, const struct guess *guess,
           int64_t span)
{
    const size_t none = matching->known.count;
    size_t only = none;

    for (size_t k = 0; k < matching->known.count; k++) {
        if (!is_left(matching, guess, k) ||
            guess->span_of(matching->known.items[k].original.date) != span)
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
    const int64_t span = span_of(matching->rows[first].original.date);
    size_t end = first;

    *left = 0;
    while (end < matching->count && span_of(matching->rows[end].original.date) == span) {
        if (!matching->rows[end].known) {
            *only = end;
            ++*left;
        }
        end++;
    }
    return end;
}

static void
match_left(struct import_matching *matching, const struct guess *guess)
{
    const span_number span_of = guess->span_of;

    for (size_t first = 0; first < matching->count;) {
        size_t left;
        size_t row = first;
        const size_t end = end_of_span(matching, span_of, first, &left, &row);
        if (left == 1) {
            const size_t known =
                only_known(matching, guess, span_of(matching->rows[row].original.date));
            if (known < matching->known.count && keeps_order(matching, row, known))
                pair(matching, row, known);
        }
        first = end;
    }
}

/* What is off stays so: a row is it before it is another meeting of a longer span. */
static void
match_spans(struct import_matching *matching, const struct calendar_import *import,
            span_number span_of)
{
    struct guess guess = { .import = import, .span_of = span_of };

    match_left(matching, &guess);
    guess.takes_off = true;
    match_left(matching, &guess);
}

/* An event that is not repeated is known by its UID alone, for it may have moved far. */
static void
match_single(struct import_matching *matching, const struct imported_event *event)
{
    if (matching->count == 1 && !event->is_repeated && !matching->rows[0].known &&
        matching->known.count == 1)
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
    match_spans(matching, import, date_to_days);
    if (!event->is_alone)
        match_spans(matching, import, week_of);
    match_single(matching, event);
    return true;
}

bool
import_match_may_be(const struct import_matching *matching,
                    const struct imported_event *event, const struct import_match *row,
                    bool is_off)
{
    const span_number span_of = event->is_alone ? date_to_days : week_of;
    const int64_t span = span_of(row->original.date);

    for (size_t k = 0; k < matching->known.count; k++) {
        const struct meeting_source *known = &matching->known.items[k];
        if (matching->met[k] == IMPORT_UNMET && known->is_off == is_off &&
            span_of(known->original.date) == span)
            return true;
    }
    return false;
}

bool
import_match_is_in_window(const struct calendar_import *import, struct date day)
{
    return date_compare(day, import->choice.from) >= 0 &&
           date_compare(day, import->choice.until) <= 0;
}

bool
import_match_is_older(const struct import_matching *matching,
                      const struct imported_event *event)
{
    for (size_t k = 0; k < matching->known.count; k++) {
        const struct meeting_source *known = &matching->known.items[k];
        if (known->sequence != NUMBER_NONE && event->sequence != NUMBER_NONE &&
            source_version_compare(event->sequence, event->stamp, known->sequence,
                                   known->stamp) < 0)
            return true;
    }
    return false;
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
    free(matching->met);
    meeting_source_list_clear(&matching->known);
    *matching = (struct import_matching){ 0 };
}
