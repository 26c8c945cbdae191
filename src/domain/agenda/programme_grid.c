/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_grid.c - where each part of a programme stands: hours down, rooms across */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/programme.h"

/* The moments at which something begins or ends, in order, each once. */
struct moments {
    struct local_time *items;
    size_t count, capacity;
};

static void
add_moment(struct moments *moments, struct local_time at)
{
    size_t place = 0;

    while (place < moments->count && local_time_compare(moments->items[place], at) < 0)
        place++;
    if (place < moments->count && local_time_compare(moments->items[place], at) == 0)
        return;
    moments->items = memory_grow(moments->items, &moments->capacity, moments->count + 1,
                                 sizeof moments->items[0]);
    for (size_t i = moments->count++; i > place; i--)
        moments->items[i] = moments->items[i - 1];
    moments->items[place] = at;
}

static void
find_moments(const struct programme *programme, struct moments *moments)
{
    if (programme->slots.count == 0) {
        add_moment(moments, programme->start);
        add_moment(moments, programme->end);
    }
    for (size_t i = 0; i < programme->slots.count; i++) {
        add_moment(moments, programme->slots.items[i].start);
        add_moment(moments, programme->slots.items[i].end);
    }
    for (size_t i = 0; i < programme->count; i++) {
        add_moment(moments, programme->parts[i].start);
        add_moment(moments, programme->parts[i].end);
    }
}

/* --- rows */

/* Two moments that follow one another. */
struct stretch {
    struct local_time start, end;
};

/* Clocks that are put back may show an end that is not after the start. */
static bool
holds(struct local_time start, struct local_time end, const struct stretch *stretch)
{
    const int from = local_time_compare(start, stretch->start);
    const int until = local_time_compare(stretch->end, end);

    if (local_time_compare(start, end) < 0)
        return from <= 0 && until <= 0;
    return (from == 0 && until == 0) || (local_time_compare(end, stretch->start) <= 0 &&
                                         local_time_compare(stretch->end, start) <= 0);
}

static const struct slot *
slot_of(const struct programme *programme, const struct stretch *stretch)
{
    for (size_t i = 0; i < programme->slots.count; i++)
        if (holds(programme->slots.items[i].start, programme->slots.items[i].end,
                  stretch))
            return &programme->slots.items[i];
    return NULL;
}

static bool
is_shared(const struct programme *programme, const struct stretch *stretch)
{
    for (size_t i = 0; i < programme->count; i++)
        if (programme_part_is_item(&programme->parts[i]) &&
            holds(programme->parts[i].start, programme->parts[i].end, stretch))
            return true;
    return false;
}

static bool
has_workshop(const struct programme *programme, const struct stretch *stretch)
{
    for (size_t i = 0; i < programme->count; i++)
        if (!programme_part_is_item(&programme->parts[i]) &&
            holds(programme->parts[i].start, programme->parts[i].end, stretch))
            return true;
    return false;
}

/* A workshop stands at its own hours, also beside what all share: it begins or ends
 * there. */
static bool
has_edge(const struct programme *programme, const struct stretch *stretch)
{
    for (size_t i = 0; i < programme->count; i++) {
        const struct programme_part *part = &programme->parts[i];

        if (!programme_part_is_item(part) && holds(part->start, part->end, stretch) &&
            (local_time_compare(part->start, stretch->start) == 0 ||
             local_time_compare(part->end, stretch->end) == 0))
            return true;
    }
    return false;
}

/* The first hours of a slot that what all share fills: a workshop may go there too. */
static bool
begins_full_slot(const struct programme *programme, const struct moments *moments,
                 const struct stretch *stretch)
{
    const struct slot *slot = slot_of(programme, stretch);

    if (!slot || local_time_compare(slot->start, stretch->start) != 0)
        return false;
    for (size_t i = 0; i + 1 < moments->count; i++) {
        const struct stretch other = { moments->items[i], moments->items[i + 1] };

        if (holds(slot->start, slot->end, &other) && !is_shared(programme, &other))
            return false;
    }
    return true;
}

static struct programme_row *
add_row(struct programme_grid *grid, const struct programme *programme,
        const struct stretch *stretch)
{
    const struct slot *slot = slot_of(programme, stretch);

    grid->rows = memory_grow(grid->rows, &grid->row_capacity, grid->row_count + 1,
                             sizeof grid->rows[0]);
    struct programme_row *row = &grid->rows[grid->row_count++];
    *row = (struct programme_row){ .start = stretch->start,
                                   .end = stretch->end,
                                   .slot = slot ? slot->head.id : 0,
                                   .item = PROGRAMME_NONE,
                                   .lanes = 1 };
    return row;
}

/* Those that begin then: each in a row with its own hours. */
static void
add_items(struct programme_grid *grid, const struct programme *programme,
          const struct stretch *stretch)
{
    for (size_t i = 0; i < programme->count; i++) {
        const struct programme_part *part = &programme->parts[i];

        if (!programme_part_is_item(part) ||
            local_time_compare(part->start, stretch->start) != 0)
            continue;
        struct programme_row *row = add_row(grid, programme, stretch);
        row->end = part->end;
        row->item = i;
    }
}

static bool
has_cells(const struct programme *programme, const struct moments *moments,
          const struct stretch *stretch)
{
    if (is_shared(programme, stretch))
        return has_edge(programme, stretch) ||
               begins_full_slot(programme, moments, stretch);
    return slot_of(programme, stretch) ||
           (programme->slots.count == 0 &&
            holds(programme->start, programme->end, stretch)) ||
           has_workshop(programme, stretch);
}

static void
add_rows_of(struct programme_grid *grid, const struct programme *programme,
            const struct moments *moments, const struct stretch *stretch)
{
    add_items(grid, programme, stretch);
    if (has_cells(programme, moments, stretch))
        add_row(grid, programme, stretch);
}

static void
add_rows(struct programme_grid *grid, const struct programme *programme)
{
    const struct stretch whole = { programme->start, programme->end };
    struct moments moments = { 0 };

    if (local_time_compare(whole.start, whole.end) >= 0) {
        add_rows_of(grid, programme, &moments, &whole);
    } else {
        find_moments(programme, &moments);
        for (size_t i = 0; i + 1 < moments.count; i++) {
            const struct stretch stretch = { moments.items[i], moments.items[i + 1] };

            add_rows_of(grid, programme, &moments, &stretch);
        }
    }
    free(moments.items);
    for (size_t i = 0; i < grid->row_count; i++)
        grid->rows[i].begins_day =
            date_compare(programme->start.date, programme->end.date) != 0 &&
            (i == 0 ||
             date_compare(grid->rows[i - 1].start.date, grid->rows[i].start.date) != 0);
}

/* --- cells */

static size_t
column_of(const struct programme *programme, int64_t room)
{
    for (size_t i = 0; i < programme->room_count; i++)
        if (programme->rooms[i].id == room)
            return i;
    return PROGRAMME_NONE;
}

static bool
share_a_row(const struct programme_cell *a, const struct programme_cell *b)
{
    return a->column == b->column && a->first <= b->last && b->first <= a->last;
}

static int
free_lane(const struct programme_grid *grid, const struct programme_cell *cell)
{
    int lane = 0;

    for (size_t i = 0; i < grid->cell_count;)
        if (share_a_row(&grid->cells[i], cell) && grid->cells[i].lane == lane) {
            lane++;
            i = 0;
        } else {
            i++;
        }
    return lane;
}

static void
add_cell(struct programme_grid *grid, const struct programme *programme, size_t index)
{
    const struct programme_part *part = &programme->parts[index];
    struct programme_cell cell = { .part = index,
                                   .column = column_of(programme, part->room),
                                   .first = grid->row_count };

    for (size_t r = 0; r < grid->row_count; r++) {
        const struct programme_row *row = &grid->rows[r];
        const struct stretch stretch = { row->start, row->end };

        if (row->item != PROGRAMME_NONE || !holds(part->start, part->end, &stretch))
            continue;
        cell.first = cell.first == grid->row_count ? r : cell.first;
        cell.last = r;
    }
    if (cell.column == PROGRAMME_NONE || cell.first == grid->row_count)
        return;
    cell.lane = free_lane(grid, &cell);
    for (size_t r = cell.first; r <= cell.last; r++)
        if (grid->rows[r].item == PROGRAMME_NONE && grid->rows[r].lanes <= cell.lane)
            grid->rows[r].lanes = cell.lane + 1;
    grid->cells = memory_grow(grid->cells, &grid->cell_capacity, grid->cell_count + 1,
                              sizeof grid->cells[0]);
    grid->cells[grid->cell_count++] = cell;
}

void
programme_grid_clear(struct programme_grid *grid)
{
    free(grid->rows);
    free(grid->cells);
    *grid = (struct programme_grid){ 0 };
}

void
programme_grid_fill(struct programme_grid *grid, const struct programme *programme)
{
    grid->row_count = 0;
    grid->cell_count = 0;
    add_rows(grid, programme);
    for (size_t i = 0; i < programme->count; i++)
        if (!programme_part_is_item(&programme->parts[i]))
            add_cell(grid, programme, i);
}

size_t
programme_grid_cell(const struct programme_grid *grid, size_t row, size_t column,
                    int lane)
{
    for (size_t i = 0; i < grid->cell_count; i++)
        if (grid->cells[i].column == column && grid->cells[i].lane == lane &&
            grid->cells[i].first <= row && row <= grid->cells[i].last)
            return i;
    return PROGRAMME_NONE;
}

size_t
programme_grid_of(const struct programme_grid *grid, size_t part)
{
    for (size_t i = 0; i < grid->cell_count; i++)
        if (grid->cells[i].part == part)
            return i;
    return PROGRAMME_NONE;
}

bool
programme_grid_goes_on(const struct programme_grid *grid, size_t row)
{
    bool any = false;

    for (size_t i = 0; i < grid->cell_count; i++) {
        if (grid->cells[i].first == row)
            return false;
        any = any || (grid->cells[i].first < row && row <= grid->cells[i].last);
    }
    return any && grid->rows[row].item == PROGRAMME_NONE;
}
