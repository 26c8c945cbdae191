/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_plain.c - the programme in one column: a line for each slot, each item and
 * each workshop, and more where one needs more
 */
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"

#include <stdlib.h>

enum { CHOSEN_LINES = 2, LEAD = 2 };

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
            buffer_addf(text, _("%s: %s"), "", _("nothing is planned"));
        return;
    }
    if (part == PROGRAMME_NONE)
        part = view->grid
                   .cells[programme_grid_cell(&view->grid, stop->row, stop->column,
                                              stop->lane)]
                   .part;
    programme_add_place(&view->programme.parts[part], text);
    struct buffer people = { 0 };
    programme_add_people(&view->programme.parts[part], &people);
    if (people.length > 0)
        buffer_addf(text, ", %s", buffer_text(&people));
    buffer_clear(&people);
}

/* The mark of the bar, and what is in a slot further to the right. */
static int
lead_of(const struct programme_view *view, const struct stop *stop)
{
    const bool is_in_slot =
        !stop->heads && view->grid.rows[stop->row].item == PROGRAMME_NONE;

    return is_in_slot ? 2 * LEAD : LEAD;
}

/* Nothing is cut: a stop has as many lines as its words need. */
static int
lines_of(const struct programme_view *view, const struct stop *stop, int columns)
{
    struct buffer text = { 0 };

    add_words(view, stop, &text);
    const int lines =
        paint_wrapped_lines(columns - lead_of(view, stop), buffer_text(&text));
    buffer_clear(&text);
    return lines > 0 ? lines : 1;
}

/* The first stop to be shown so that the one under the bar is, whole. */
static size_t
find_top(const struct programme_view *view, const struct stops *stops, size_t here,
         struct area area)
{
    size_t top = here;
    int rows = stops->count == 0
                   ? 0
                   : area.rows - lines_of(view, &stops->items[here], area.columns);

    while (top > 0) {
        rows -= lines_of(view, &stops->items[top - 1], area.columns);
        if (rows < 0)
            break;
        top--;
    }
    return top;
}

static void
paint_stop(const struct programme_view *view, const struct stop *stop, bool here,
           struct area rest)
{
    const int lead = lead_of(view, stop);
    struct buffer text = { 0 };

    add_words(view, stop, &text);
    paint_text(rest.top, rest.left, LEAD, STYLE_PLAIN, here ? ">" : "");
    (void)paint_wrapped(
        (struct area){ rest.top, rest.left + lead, rest.rows, rest.columns - lead }, 0,
        STYLE_PLAIN, buffer_text(&text));
    if (here)
        paint_cursor(rest.top, rest.left);
    buffer_clear(&text);
}

void
programme_plain_draw(struct programme_view *view, struct ui *ui, struct area area)
{
    struct area rest = { area.top, area.left, area.rows - CHOSEN_LINES, area.columns };
    struct stops stops = { 0 };

    paint_clear(area);
    find_stops(view, &stops);
    const size_t here = find_here(view, &stops);
    for (size_t i = find_top(view, &stops, here, rest); i < stops.count; i++) {
        const int lines = lines_of(view, &stops.items[i], rest.columns);

        if (lines > rest.rows && i != here)
            break;
        paint_stop(view, &stops.items[i], i == here, rest);
        rest.top += lines;
        rest.rows -= lines;
    }
    if (area.rows > CHOSEN_LINES)
        programme_draw_chosen(view, ui,
                              (struct area){ area.top + area.rows - CHOSEN_LINES,
                                             area.left, CHOSEN_LINES, area.columns });
    free(stops.items);
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
