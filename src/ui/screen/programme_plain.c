/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_plain.c - the programme in one column: a line for each slot, each item and
 * each workshop
 */
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"

#include <stdlib.h>

enum { CHOSEN_LINES = 2 };

/* A line, and what the bar is on when it is on that line. */
struct stop {
    size_t row, column;
    int lane;
    bool heads; /* names the slot; the bar comes here where nothing is below it */
    bool stands;
};

struct stops {
    struct stop *items;
    size_t count, capacity;
};

static struct stop *
add_stop(struct stops *stops, size_t row)
{
    stops->items = memory_grow(stops->items, &stops->capacity, stops->count + 1,
                               sizeof stops->items[0]);
    struct stop *stop = &stops->items[stops->count++];
    *stop = (struct stop){ .row = row, .stands = true };
    return stop;
}

static void
find_stops(const struct programme_view *view, struct stops *stops)
{
    const struct programme_grid *grid = &view->grid;

    for (size_t row = 0; row < grid->row_count; row++) {
        const size_t head = stops->count;

        add_stop(stops, row)->heads = grid->rows[row].item == PROGRAMME_NONE;
        if (!stops->items[head].heads)
            continue;
        stops->items[head].column = view->column;
        for (size_t column = 0; column < view->programme.room_count; column++)
            for (int lane = 0; lane < grid->rows[row].lanes; lane++) {
                const size_t cell = programme_grid_cell(grid, row, column, lane);

                if (cell == PROGRAMME_NONE || grid->cells[cell].first != row)
                    continue;
                struct stop *stop = add_stop(stops, row);
                stop->column = column;
                stop->lane = lane;
                stops->items[head].stands = false;
            }
    }
}

/* The line that the bar is on: that of the part, else that of its slot. */
static size_t
find_here(const struct programme_view *view, const struct stops *stops)
{
    size_t here = 0;

    for (size_t i = 0; i < stops->count; i++) {
        const struct stop *stop = &stops->items[i];

        if (stop->row != view->row)
            continue;
        if (stop->heads || view->grid.rows[stop->row].item != PROGRAMME_NONE)
            here = i;
        else if (stop->column == view->column && stop->lane == view->lane)
            return i;
    }
    return here;
}

static void
add_words(const struct programme_view *view, const struct stop *stop, struct buffer *text)
{
    const struct programme_row *row = &view->grid.rows[stop->row];
    const struct slot *slot = programme_slot(&view->programme, row->slot);
    size_t part = row->item;

    if (stop->heads) {
        when_format_hours_of_day(row->start, row->end, text);
        if (slot && slot->label)
            buffer_addf(text, " %s", slot->label);
        if (stop->stands)
            buffer_addf(text, ": %s", _("nothing is planned"));
        return;
    }
    if (part == PROGRAMME_NONE) {
        buffer_add(text, "  ");
        part = view->grid
                   .cells[programme_grid_cell(&view->grid, stop->row, stop->column,
                                              stop->lane)]
                   .part;
    }
    programme_add_place(&view->programme.parts[part], text);
    struct buffer people = { 0 };
    programme_add_people(&view->programme.parts[part], &people);
    if (people.length > 0)
        buffer_addf(text, ", %s", buffer_text(&people));
    buffer_clear(&people);
}

void
programme_plain_draw(struct programme_view *view, struct ui *ui, struct area area)
{
    const int rows = area.rows - CHOSEN_LINES;
    struct stops stops = { 0 };
    struct buffer text = { 0 };

    paint_clear(area);
    find_stops(view, &stops);
    const size_t here = find_here(view, &stops);
    const size_t top = rows > 0 && here >= (size_t)rows ? here - (size_t)rows + 1 : 0;
    for (size_t i = top; i < stops.count && (int)(i - top) < rows; i++) {
        const int line = area.top + (int)(i - top);

        buffer_reset(&text);
        buffer_add(&text, i == here ? "> " : "  ");
        add_words(view, &stops.items[i], &text);
        paint_text(line, area.left, area.columns, STYLE_PLAIN, buffer_text(&text));
        if (i == here)
            paint_cursor(line, area.left);
    }
    if (rows > 0)
        programme_draw_chosen(
            view, ui,
            (struct area){ area.top + rows, area.left, CHOSEN_LINES, area.columns });
    free(stops.items);
    buffer_clear(&text);
}

void
programme_plain_step(struct programme_view *view, int step)
{
    struct stops stops = { 0 };

    find_stops(view, &stops);
    size_t i = find_here(view, &stops);
    do {
        if (step < 0 ? i == 0 : i + 1 >= stops.count) {
            free(stops.items);
            return;
        }
        i = step < 0 ? i - 1 : i + 1;
    } while (!stops.items[i].stands);
    view->row = stops.items[i].row;
    view->lane = stops.items[i].lane;
    view->column =
        stops.items[i].heads || view->grid.rows[view->row].item != PROGRAMME_NONE
            ? view->column
            : stops.items[i].column;
    free(stops.items);
}
