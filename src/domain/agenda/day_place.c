/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_place.c - workshops side by side or listed in the block of their meeting */
#include "atelier/domain/day_place.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

enum { LANE_LEAST = 10 }; /* columns in which an edge and a word have room */

/* What is the same for all of a meeting's. */
struct laying {
    struct day_places *places;
    const struct day_blocks *within;
    const struct day_hours *hours;
    int columns;
    size_t chosen;
};

/* Those that touch one another, and the rows that they have. */
struct bunch {
    size_t first, end;
    int top, bottom;
};

void
day_places_clear(struct day_places *places)
{
    free(places->items);
    *places = (struct day_places){ 0 };
}

static struct day_place *
add_place(struct day_places *places)
{
    places->items = memory_grow(places->items, &places->capacity, places->count + 1,
                                sizeof places->items[0]);
    places->items[places->count] = (struct day_place){ 0 };
    return &places->items[places->count++];
}

size_t
day_window(size_t count, size_t rows, size_t chosen, size_t *first)
{
    const size_t shown = count <= rows ? count : rows > 1 ? rows - 1 : rows;

    *first = chosen < count && chosen >= shown ? chosen - shown + 1 : 0;
    return shown;
}

static void
lay_side_by_side(const struct laying *laying, const struct bunch *bunch)
{
    for (size_t i = bunch->first; i < bunch->end; i++) {
        const struct day_block *block = &laying->within->items[i];
        const int row = day_hours_row(laying->hours, block->from);
        const int end = day_hours_end_row(laying->hours, block);
        const int top = row > bunch->top ? row : bunch->top;
        const int bottom = end < bunch->bottom ? end : bunch->bottom;
        const int left = laying->columns * block->lane / block->lanes;
        const int right = laying->columns * (block->lane + 1) / block->lanes;

        if (bottom <= top)
            continue;
        *add_place(laying->places) = (struct day_place){ .entry = block->entry,
                                                         .top = top,
                                                         .rows = bottom - top,
                                                         .left = left,
                                                         .columns = right - left };
    }
}

/* Which of the bunch is the chosen one; their count: none. */
static size_t
chosen_of(const struct laying *laying, const struct bunch *bunch)
{
    size_t i = bunch->first;

    while (i < bunch->end && laying->within->items[i].entry != laying->chosen)
        i++;
    return i - bunch->first;
}

/* They share the rows alike; one that has several can be read further. */
static void
list(const struct laying *laying, const struct bunch *bunch)
{
    const size_t count = bunch->end - bunch->first;
    const size_t rows = (size_t)(bunch->bottom - bunch->top);
    const size_t chosen = chosen_of(laying, bunch);
    size_t first = 0;
    size_t shown = day_window(count, rows, chosen, &first);

    if (shown < count && rows == 1 && chosen == count)
        shown = 0; /* how many there are says more than one of them */
    const size_t lines = shown < count && shown < rows ? rows - 1 : rows;
    for (size_t i = 0; i < shown; i++) {
        const int top = (int)(lines * i / shown);

        *add_place(laying->places) =
            (struct day_place){ .entry =
                                    laying->within->items[bunch->first + first + i].entry,
                                .top = bunch->top + top,
                                .rows = (int)(lines * (i + 1) / shown) - top,
                                .columns = laying->columns,
                                .is_listed = true };
    }
    if (lines < rows)
        *add_place(laying->places) = (struct day_place){ .top = bunch->bottom - 1,
                                                         .rows = 1,
                                                         .columns = laying->columns,
                                                         .is_listed = true,
                                                         .more = count - shown };
}

/* Those from `first` on until a moment at which none lasts. */
static struct bunch
bunch_from(const struct laying *laying, size_t first)
{
    const struct day_block *blocks = laying->within->items;
    struct bunch bunch = { .first = first, .end = first };
    int until = blocks[first].to;

    bunch.top = day_hours_row(laying->hours, blocks[first].from);
    while (bunch.end < laying->within->count &&
           (bunch.end == first || blocks[bunch.end].from < until)) {
        const int end = day_hours_end_row(laying->hours, &blocks[bunch.end]);

        bunch.bottom = end > bunch.bottom ? end : bunch.bottom;
        until = blocks[bunch.end].to > until ? blocks[bunch.end].to : until;
        bunch.end++;
    }
    return bunch;
}

void
day_places_fill(struct day_places *places, const struct day_blocks *within,
                const struct day_hours *hours, int first_row, int rows, int columns,
                size_t chosen)
{
    const struct laying laying = { places, within, hours, columns, chosen };
    int free_row = first_row;

    places->count = 0;
    for (size_t next = 0; next < within->count;) {
        struct bunch bunch = bunch_from(&laying, next);

        next = bunch.end;
        bunch.top = bunch.top < free_row ? free_row : bunch.top;
        bunch.bottom = bunch.bottom < rows ? bunch.bottom : rows;
        if (next < within->count) { /* a row that both are on belongs to the later */
            const int row = day_hours_row(hours, within->items[next].from);
            if (row > bunch.top && row < bunch.bottom)
                bunch.bottom = row;
        }
        if (bunch.bottom <= bunch.top)
            continue;
        if (columns / within->items[bunch.first].lanes >= LANE_LEAST ||
            bunch.end - bunch.first == 1)
            lay_side_by_side(&laying, &bunch);
        else
            list(&laying, &bunch);
        free_row = bunch.bottom;
    }
}
