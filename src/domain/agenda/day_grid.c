/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_grid.c - blocks of a day, their lanes, and the hours that are shown */
#include "atelier/domain/day_grid.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

enum { HOUR = 60 };

void
day_blocks_clear(struct day_blocks *blocks)
{
    free(blocks->items);
    *blocks = (struct day_blocks){ 0 };
}

/* The minute of the day, as far as it is on it. */
static int
minute_on(struct local_time time, struct date day)
{
    const int64_t minute = local_time_minutes((struct local_time){ .date = day }, time);

    return minute < 0 ? 0 : minute > DAY_MINUTES ? DAY_MINUTES : (int)minute;
}

static void
add_block(struct day_blocks *blocks, const struct agenda *agenda, size_t entry,
          struct date day)
{
    const struct agenda_entry *of = &agenda->items[entry];
    struct day_block block = { .entry = entry,
                               .from = minute_on(of->start, day),
                               .to = minute_on(of->end, day) };

    if (block.to <= block.from)
        block.to = block.from + 1;
    blocks->items = memory_grow(blocks->items, &blocks->capacity, blocks->count + 1,
                                sizeof blocks->items[0]);
    blocks->items[blocks->count++] = block;
}

/* The first lane in which nothing of the bunch lasts until then. */
static int
free_lane(const struct day_blocks *blocks, size_t bunch, size_t at)
{
    int lane = 0;
    bool taken = true;

    while (taken) {
        taken = false;
        for (size_t i = bunch; i < at && !taken; i++)
            taken = blocks->items[i].lane == lane &&
                    blocks->items[i].to > blocks->items[at].from;
        lane += taken;
    }
    return lane;
}

static int
compare(const void *a, const void *b)
{
    const struct day_block *x = a;
    const struct day_block *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Gives a bunch its lanes: blocks[first] and those behind it until a moment at which none
 * lasts.  Returns where the next begins. */
static size_t
lay_bunch(struct day_blocks *blocks, size_t first)
{
    int until = blocks->items[first].to, lanes = 0;
    size_t end = first;

    while (end < blocks->count && (end == first || blocks->items[end].from < until)) {
        struct day_block *block = &blocks->items[end];
        block->lane = free_lane(blocks, first, end);
        lanes = block->lane >= lanes ? block->lane + 1 : lanes;
        until = block->to > until ? block->to : until;
        end++;
    }
    for (size_t i = first; i < end; i++)
        blocks->items[i].lanes = lanes;
    return end;
}

/* A workshop stands in its meeting's block, unless that is in another room. */
static bool
is_inside(const struct agenda *agenda, size_t entry, int64_t room)
{
    const size_t parent = agenda_parent(agenda, entry);

    return parent < agenda->count &&
           (room == AGENDA_ROOMS ||
            (agenda->items[parent].room == room && agenda->items[entry].room == room));
}

static void
lay(struct day_blocks *blocks)
{
    if (blocks->count > 0)
        qsort(blocks->items, blocks->count, sizeof blocks->items[0], compare);
    for (size_t first = 0; first < blocks->count;)
        first = lay_bunch(blocks, first);
}

void
day_blocks_fill(struct day_blocks *blocks, const struct agenda *agenda, struct date day,
                int64_t room)
{
    blocks->count = 0;
    for (size_t i = agenda_next_on(agenda, day, 0); i < agenda->count;
         i = agenda_next_on(agenda, day, i + 1))
        if ((room == AGENDA_ROOMS || agenda->items[i].room == room) &&
            !is_inside(agenda, i, room))
            add_block(blocks, agenda, i, day);
    lay(blocks);
}

void
day_blocks_fill_within(struct day_blocks *blocks, const struct agenda *agenda,
                       struct date day, int64_t room, size_t entry)
{
    blocks->count = 0;
    for (size_t i = agenda_next_on(agenda, day, 0); i < agenda->count;
         i = agenda_next_on(agenda, day, i + 1))
        if (agenda->items[i].row.id == agenda->items[entry].row.id &&
            agenda_parent(agenda, i) == entry && is_inside(agenda, i, room))
            add_block(blocks, agenda, i, day);
    lay(blocks);
}

void
day_blocks_walk(struct day_blocks *walk, const struct agenda *agenda, struct date day,
                int64_t room)
{
    struct day_blocks outer = { 0 };
    struct day_blocks within = { 0 };

    walk->count = 0;
    day_blocks_fill(&outer, agenda, day, room);
    for (size_t i = 0; i < outer.count; i++) {
        day_blocks_fill_within(&within, agenda, day, room, outer.items[i].entry);
        walk->items = memory_grow(walk->items, &walk->capacity,
                                  walk->count + 1 + within.count, sizeof walk->items[0]);
        walk->items[walk->count++] = outer.items[i];
        for (size_t w = 0; w < within.count; w++)
            walk->items[walk->count++] = within.items[w];
    }
    day_blocks_clear(&outer);
    day_blocks_clear(&within);
}

size_t
day_blocks_at(const struct day_blocks *blocks, int from, int to, size_t none)
{
    size_t i = 0;

    while (i < blocks->count &&
           (blocks->items[i].from >= to || blocks->items[i].to <= from))
        i++;
    return i < blocks->count ? blocks->items[i].entry : none;
}

void
day_blocks_widen(const struct day_blocks *blocks, int *earliest, int *latest)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (blocks->items[i].from < *earliest)
            *earliest = blocks->items[i].from;
        if (blocks->items[i].to > *latest)
            *latest = blocks->items[i].to;
    }
}

/* The evening and the early morning are shown too where there is room. */
static void
widen(struct day_hours *hours, int rows)
{
    enum { MORNING = 8 * HOUR, EVENING = 20 * HOUR };
    const int more = hours->step < HOUR ? HOUR / hours->step : 1;

    while (hours->from + hours->rows * hours->step < EVENING &&
           hours->rows + more <= rows)
        hours->rows += more;
    if (hours->from > MORNING && hours->rows + more <= rows) {
        hours->from = MORNING;
        hours->rows += more;
    }
}

struct day_hours
day_hours_fit(int earliest, int latest, int rows)
{
    enum { BEGIN = 9 * HOUR, END = 17 * HOUR };
    static const int steps[] = { 15, 20, 30, HOUR, 2 * HOUR, 3 * HOUR };
    const int from = (earliest < BEGIN ? earliest : BEGIN) / HOUR * HOUR;
    const int to = ((latest > END ? latest : END) + HOUR - 1) / HOUR * HOUR;
    const size_t last = sizeof steps / sizeof steps[0] - 1;
    size_t i = 0;

    while (i < last && (to - from + steps[i] - 1) / steps[i] > rows)
        i++;
    struct day_hours hours = { .from = from,
                               .step = steps[i],
                               .rows = (to - from + steps[i] - 1) / steps[i] };
    widen(&hours, rows);
    return hours;
}

int
day_hours_row(const struct day_hours *hours, int minute)
{
    return minute < hours->from ? 0 : (minute - hours->from) / hours->step;
}

int
day_hours_end_row(const struct day_hours *hours, const struct day_block *block)
{
    const int first = day_hours_row(hours, block->from);
    const int end = (block->to - hours->from + hours->step - 1) / hours->step;

    return end > first ? end : first + 1;
}
