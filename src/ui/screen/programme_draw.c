/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_draw.c - the programme as a grid: slots down, rooms across
 *
 * A workshop has an edge in the colour of its state as high as its cell, its title, who
 * leads it, and its seats as a bar.
 */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"
#include "state_sign.h"

enum {
    HOUR_COLUMNS = 12, /* "09:30–12:30 " */
    ROOM_COLUMNS = 17,
    LINES_LEAST = 2,
    LINES_MOST = 5,
    LINES_WITH_GAP = 4, /* from here on a line parts a row from the next */
    BAR_LEAST = 4,
    BAR_MOST = 12,
    CHOSEN_LINES = 2
};

/* How high the cells of this frame are. */
struct measure {
    int lines; /* of each place in a cell */
    int gap;   /* below each row of cells */
};

/* Of each place in a cell of that row: where all go on from above, one says so. */
static int
place_lines(const struct programme_grid *grid, size_t row, const struct measure *measure)
{
    return programme_grid_goes_on(grid, row) ? 1 : measure->lines;
}

static int
row_lines(const struct programme_grid *grid, size_t index, const struct measure *measure)
{
    const struct programme_row *row = &grid->rows[index];
    const int day = row->begins_day ? 1 : 0;

    return row->item != PROGRAMME_NONE
               ? day + 1
               : day + row->lanes * place_lines(grid, index, measure) + measure->gap;
}

static int
lines_between(const struct programme_view *view, size_t from, size_t to,
              const struct measure *measure)
{
    int lines = 0;

    for (size_t i = from; i < to; i++)
        lines += row_lines(&view->grid, i, measure);
    return lines;
}

/* As high as all of it fits, or as low as can be read. */
static struct measure
choose_measure(const struct programme_view *view, int rows)
{
    struct measure measure = { .lines = LINES_MOST, .gap = 1 };

    while (measure.lines > LINES_LEAST &&
           lines_between(view, 0, view->grid.row_count, &measure) - measure.gap > rows) {
        measure.lines--;
        measure.gap = measure.lines >= LINES_WITH_GAP ? 1 : 0;
    }
    return measure;
}

/* The row under the bar is among those that are painted, and no line is left over. */
static void
choose_top(struct programme_view *view, int rows, const struct measure *measure)
{
    const size_t count = view->grid.row_count;

    if (view->top > view->row)
        view->top = view->row;
    while (view->top < view->row &&
           lines_between(view, view->top, view->row + 1, measure) > rows)
        view->top++;
    while (view->top > 0 &&
           lines_between(view, view->top - 1, count, measure) - measure->gap <= rows)
        view->top--;
}

size_t
programme_rooms_that_fit(int columns)
{
    columns -= HOUR_COLUMNS;
    return columns > 2 * ROOM_COLUMNS ? (size_t)columns / ROOM_COLUMNS : 1;
}

/* As many columns as fit, the one under the bar among them. */
static void
choose_columns(struct programme_view *view, int columns)
{
    const size_t count = view->programme.room_count;
    const size_t fit = programme_rooms_that_fit(columns);

    view->shown = count < fit ? count : fit;
    if (view->left > view->column)
        view->left = view->column;
    if (view->column >= view->left + view->shown)
        view->left = view->column - view->shown + 1;
    if (view->left + view->shown > count)
        view->left = count - view->shown;
}

/* --- a workshop */

static enum style
edge_style(const struct programme_part *part)
{
    if (part->state == WORKSHOP_PLANNED && part->seats != NUMBER_NONE &&
        part->taken > part->seats)
        return STYLE_WARNING;
    return state_sign_style(workshop_states, (int)part->state);
}

/* "12/20 …3": taken, seats, waiting. */
static void
add_figures(const struct programme_part *part, struct buffer *text)
{
    buffer_addf(text, "%" PRId64, part->taken);
    if (part->seats != NUMBER_NONE)
        buffer_addf(text, "/%" PRId64, part->seats);
    if (part->waiting > 0)
        buffer_addf(text, " %s%" PRId64, paint_is_ascii() ? "~" : "…", part->waiting);
}

static void
draw_seats(const struct programme_part *part, struct area line)
{
    struct buffer text = { 0 };

    if (part->state != WORKSHOP_PLANNED)
        buffer_add(&text, _(workshop_states[part->state].label));
    else
        add_figures(part, &text);
    int bar = line.columns - 1 - (int)text_width(buffer_text(&text));
    bar = bar > BAR_MOST ? BAR_MOST : bar;
    if (part->state != WORKSHOP_PLANNED || part->seats == NUMBER_NONE ||
        part->seats == 0 || bar < BAR_LEAST)
        bar = -1;
    else
        paint_bar(line.top, line.left, bar,
                  part->taken < part->seats ? part->taken : part->seats, part->seats);
    paint_text(line.top, line.left + bar + 1, line.columns - bar - 1,
               edge_style(part) == STYLE_WARNING ? STYLE_WARNING : STYLE_PLAIN,
               buffer_text(&text));
    buffer_clear(&text);
}

/* The hours where they are not those of the row. */
static void
add_title(const struct programme_part *part, const struct programme_row *row,
          struct buffer *text)
{
    state_sign_add(workshop_states, (int)part->state, text);
    if (part->slot == 0 && (local_time_compare(part->start, row->start) != 0 ||
                            local_time_compare(part->end, row->end) != 0)) {
        when_format_hours_of_day(part->start, part->end, text);
        buffer_add(text, " ");
    }
    buffer_add(text, part->title);
}

static void
draw_part(const struct programme_part *part, const struct programme_row *row,
          struct area area, bool goes_on, bool quiet)
{
    struct area words = { area.top, area.left + 1, area.rows, area.columns - 1 };
    const enum style style = quiet ? STYLE_QUIET : STYLE_PLAIN;
    struct buffer title = { 0 };

    for (int i = 0; i < area.rows; i++)
        paint_text(area.top + i, area.left, 1, edge_style(part),
                   paint_is_ascii() ? "|" : "▌");
    if (goes_on) {
        paint_format(words.top, words.left, words.columns, STYLE_QUIET, "%s %s",
                     paint_is_ascii() ? "..." : "…", part->title);
        return;
    }
    add_title(part, row, &title);
    const int most = words.rows > 1 ? words.rows - 1 : 1;
    int lines = 1;
    if (most > 1)
        lines =
            paint_wrapped_top((struct area){ words.top, words.left, most, words.columns },
                              style, buffer_text(&title));
    else
        paint_text(words.top, words.left, words.columns, style, buffer_text(&title));
    if (words.rows > lines)
        draw_seats(part,
                   (struct area){ words.top + lines, words.left, 1, words.columns });
    if (words.rows > lines + 1 && part->leader_name)
        paint_text(words.top + lines + 1, words.left, words.columns, STYLE_QUIET,
                   part->leader_name);
    buffer_clear(&title);
}

/* --- the grid */

struct frame {
    const struct programme_view *view;
    struct area area; /* below the heads of the rooms */
    struct measure measure;
};

static struct area
column_area(const struct frame *frame, size_t column)
{
    const int width = frame->area.columns - HOUR_COLUMNS;
    const int count = (int)frame->view->shown;
    const int i = (int)(column - frame->view->left);
    const int left = width * i / count;
    const int end = width * (i + 1) / count;

    return (struct area){ frame->area.top, frame->area.left + HOUR_COLUMNS + left,
                          frame->area.rows, end - left - 1 };
}

/* The bar, on the first line of what is chosen. */
static void
draw_bar(struct area area)
{
    paint_text(area.top, area.left, 1, STYLE_BAR, ">");
    paint_restyle(area.top, area.left, area.columns, STYLE_BAR);
    paint_cursor(area.top, area.left);
}

/* Where the workshop that is moved would stand: below what is there already. */
static void
draw_ghost(const struct frame *frame, struct area area, bool is_taken)
{
    const struct programme_view *view = frame->view;
    const size_t part = programme_find(&view->programme,
                                       (struct row_ref){ ENTITY_WORKSHOP, view->moved });
    const int line = is_taken ? area.rows - 1 : 0;

    if (part == PROGRAMME_NONE || area.rows <= 0)
        return;
    paint_format(area.top + line, area.left, area.columns, STYLE_BAR, "> %s",
                 view->programme.parts[part].title);
    paint_cursor(area.top + line, area.left);
}

static void
draw_cell(const struct frame *frame, size_t row, size_t column, struct area area)
{
    const struct programme_view *view = frame->view;
    const struct programme_grid *grid = &view->grid;
    const bool chosen = row == view->row && column == view->column;
    const int lines = place_lines(grid, row, &frame->measure);
    bool is_taken = false;

    for (int lane = 0; lane < grid->rows[row].lanes; lane++) {
        const size_t cell = programme_grid_cell(grid, row, column, lane);
        const int left = area.rows - lane * lines;
        const struct area place = { area.top + lane * lines, area.left,
                                    left < lines ? left : lines, area.columns };

        if (place.rows <= 0)
            break;
        if (cell != PROGRAMME_NONE) {
            const struct programme_part *part =
                &view->programme.parts[grid->cells[cell].part];

            draw_part(part, &grid->rows[row], place, grid->cells[cell].first != row,
                      view->moved == part->row.id);
            is_taken = true;
        }
        if (chosen && view->moved == 0 && lane == view->lane)
            draw_bar(place);
    }
    if (chosen && view->moved != 0)
        draw_ghost(frame, area, is_taken);
}

/* "── Opening · plenary · Salle Loire ─────". */
static void
draw_item(const struct frame *frame, const struct programme_row *row, bool chosen,
          struct area line)
{
    const struct programme_part *part = &frame->view->programme.parts[row->item];
    const char *rule = paint_is_ascii() ? "-" : "─";
    struct buffer text = { 0 };

    buffer_addf(&text, "%s%s %s · %s", rule, rule, part->title,
                _(item_kinds[part->kind].label));
    if (part->room_name)
        buffer_addf(&text, " · %s", part->room_name);
    if (part->holder)
        buffer_addf(&text, " · %s", part->holder);
    if (part->leader_name)
        buffer_addf(&text, " · %s", part->leader_name);
    buffer_add(&text, " ");
    while ((int)text_width(buffer_text(&text)) < line.columns)
        buffer_add(&text, rule);
    paint_text(line.top, line.left, line.columns, STYLE_PLAIN, buffer_text(&text));
    if (chosen)
        draw_bar(line);
    buffer_clear(&text);
}

/* What all share may go across before. */
static bool
is_first_of_slot(const struct programme_view *view, size_t index)
{
    const struct programme_row *rows = view->grid.rows;

    for (size_t i = 0; i < index; i++)
        if (rows[i].item == PROGRAMME_NONE && rows[i].slot == rows[index].slot)
            return false;
    return rows[index].item == PROGRAMME_NONE;
}

static void
draw_hours(const struct frame *frame, size_t index, struct area area)
{
    const struct programme_row *row = &frame->view->grid.rows[index];
    const struct slot *slot = programme_slot(&frame->view->programme, row->slot);
    struct buffer text = { 0 };

    when_format_hours_of_day(row->start, row->end, &text);
    paint_text(area.top, area.left, HOUR_COLUMNS - 1, STYLE_PLAIN, buffer_text(&text));
    if (area.rows > 1 && slot && slot->label && is_first_of_slot(frame->view, index))
        paint_text(area.top + 1, area.left, HOUR_COLUMNS - 1, STYLE_QUIET, slot->label);
    buffer_clear(&text);
}

/* Paints a row and returns the first line below it. */
static int
draw_row(const struct frame *frame, size_t index, int top)
{
    const struct programme_view *view = frame->view;
    const struct programme_row *row = &view->grid.rows[index];
    const int bottom = frame->area.top + frame->area.rows;
    struct area area = { top, frame->area.left, 0, frame->area.columns };

    if (row->begins_day) {
        struct buffer day = { 0 };

        when_format_date(row->start.date, WHEN_LONG, &day);
        paint_text(area.top++, area.left, area.columns, STYLE_STRONG, buffer_text(&day));
        buffer_clear(&day);
    }
    area.rows = row->item != PROGRAMME_NONE
                    ? 1
                    : row->lanes * place_lines(&view->grid, index, &frame->measure);
    area.rows = area.top + area.rows > bottom ? bottom - area.top : area.rows;
    if (area.rows <= 0)
        return bottom;
    draw_hours(frame, index, area);
    if (row->item != PROGRAMME_NONE)
        draw_item(frame, row, index == view->row,
                  (struct area){ area.top, area.left + HOUR_COLUMNS, 1,
                                 area.columns - HOUR_COLUMNS });
    else
        for (size_t i = 0; i < view->shown; i++) {
            struct area cell = column_area(frame, view->left + i);

            cell.top = area.top;
            cell.rows = area.rows;
            draw_cell(frame, index, view->left + i, cell);
        }
    return top + row_lines(&view->grid, index, &frame->measure);
}

static void
draw_heads(const struct frame *frame)
{
    const struct programme_view *view = frame->view;
    const int top = frame->area.top - 1;
    const struct programme_row *row = programme_chosen_row(view);
    const bool is_in_a_room = row && row->item == PROGRAMME_NONE;

    paint_fill(top, frame->area.left, frame->area.columns, STYLE_HEAD);
    for (size_t i = view->left; i < view->left + view->shown; i++) {
        const struct area area = column_area(frame, i);

        paint_format(top, area.left, area.columns, STYLE_HEAD, "%s%s",
                     is_in_a_room && i == view->column ? ">" : " ",
                     view->programme.rooms[i].name);
    }
}

void
programme_draw(struct programme_view *view, struct ui *ui, struct area area)
{
    const int rows = area.rows - 1 - CHOSEN_LINES;
    struct frame frame = {
        .view = view,
        .area = { area.top + 1, area.left, rows, area.columns },
    };

    paint_clear(area);
    if (rows <= 0)
        return;
    frame.measure = choose_measure(view, rows);
    choose_columns(view, area.columns);
    choose_top(view, rows, &frame.measure);
    draw_heads(&frame);
    int top = frame.area.top;
    for (size_t i = view->top; i < view->grid.row_count && top < frame.area.top + rows;
         i++)
        top = draw_row(&frame, i, top);
    programme_draw_chosen(
        view, ui,
        (struct area){ area.top + 1 + rows, area.left, CHOSEN_LINES, area.columns });
}
