/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_place.c - workshops side by side in the block of their meeting, with words or as
 * bars */
#include "atelier/domain/day_place.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

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

/* As long as it lasts, within the rows of the bunch; NULL: not on any of them. */
static struct day_place *
add_lasting(const struct laying *laying, const struct bunch *bunch, size_t i)
{
    const struct day_block *block = &laying->within->items[i];
    const int row = day_hours_row(laying->hours, block->from);
    const int end = day_hours_end_row(laying->hours, block);
    const int top = row > bunch->top ? row : bunch->top;
    const int bottom = end < bunch->bottom ? end : bunch->bottom;

    if (bottom <= top)
        return NULL;
    struct day_place *place = add_place(laying->places);
    place->entry = block->entry;
    place->top = top;
    place->rows = bottom - top;
    return place;
}

static void
lay_with_words(const struct laying *laying, const struct bunch *bunch)
{
    for (size_t i = bunch->first; i < bunch->end; i++) {
        const struct day_block *block = &laying->within->items[i];
        struct day_place *place = add_lasting(laying, bunch, i);

        if (!place)
            continue;
        place->left = laying->columns * block->lane / block->lanes;
        place->columns = laying->columns * (block->lane + 1) / block->lanes - place->left;
    }
}

/* The chosen one of the bunch, or its first. */
static size_t
one_of(const struct laying *laying, const struct bunch *bunch)
{
    for (size_t i = bunch->first; i < bunch->end; i++)
        if (laying->within->items[i].entry == laying->chosen)
            return laying->chosen;
    return laying->within->items[bunch->first].entry;
}

/* What is said of all of them, beside so many bars. */
static void
add_sum(const struct laying *laying, const struct bunch *bunch, int bars)
{
    const struct day_block *blocks = &laying->within->items[bunch->first];
    struct day_place *place = add_place(laying->places);

    *place = (struct day_place){ .entry = blocks[0].entry,
                                 .top = bunch->top,
                                 .rows = bunch->bottom - bunch->top,
                                 .left = bars,
                                 .columns = laying->columns - bars,
                                 .count = bunch->end - bunch->first,
                                 .from = blocks[0].from };
    for (size_t i = 0; i < place->count; i++)
        place->to = blocks[i].to > place->to ? blocks[i].to : place->to;
}

static void
lay_as_bars(const struct laying *laying, const struct bunch *bunch)
{
    const int lanes = laying->within->items[bunch->first].lanes;
    const bool fit = lanes + DAY_SUM_LEAST <= laying->columns;

    for (size_t i = bunch->first; fit && i < bunch->end; i++) {
        struct day_place *place = add_lasting(laying, bunch, i);

        if (!place)
            continue;
        place->left = laying->within->items[i].lane;
        place->columns = 1;
        place->is_bar = true;
    }
    if (!fit)
        *add_place(laying->places) =
            (struct day_place){ .entry = one_of(laying, bunch),
                                .top = bunch->top,
                                .rows = bunch->bottom - bunch->top,
                                .columns = 1,
                                .is_bar = true };
    add_sum(laying, bunch, fit ? lanes : 1);
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
        if (columns / within->items[bunch.first].lanes >= DAY_LANE_LEAST ||
            bunch.end - bunch.first == 1)
            lay_with_words(&laying, &bunch);
        else
            lay_as_bars(&laying, &bunch);
        free_row = bunch.bottom;
    }
}
