/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_preview.c - on a wide screen, the selected row in full beside the list
 *
 * Made from the cells that the list holds already: moving the bar asks nothing of the
 * database.
 */
#include "widget/list_preview.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum {
    WIDE_FROM = 120, /* columns of the screen */
    LIST_LEAST = 80, /* stay to the list */
    PERCENT = 35,    /* the line that parts it from the list included */
    COLUMNS_MOST = 60,
    EDGE = 3,
    LABEL_PERCENT = 40,
    GAP = 2 /* between a label and its value */
};

struct area
list_preview_part(struct area *area)
{
    struct area preview = { 0 };

    if (area->columns < WIDE_FROM || paint_is_plain())
        return preview;
    int columns = area->columns * PERCENT / 100;
    columns = columns > COLUMNS_MOST ? COLUMNS_MOST : columns;
    if (columns > area->columns - LIST_LEAST)
        columns = area->columns - LIST_LEAST;
    area->columns -= columns;
    return (struct area){ area->top, area->left + area->columns, area->rows, columns };
}

/* What is told of a cell: nothing of a zone of ours, or of what was not undone. */
static void
add_value(const struct list *list, struct ui *ui, const struct listing_row *row, size_t i,
          struct buffer *value)
{
    const struct column *column = &list->listing->columns[i];
    const char *cell = row->cells[i];

    if (!cell || !column->label || (column->kind == FIELD_BOOLEAN && cell[0] == '0'))
        return;
    if (!listing_add_with_next(list->listing, i, row->cells, value))
        display_cell(ui_atelier(ui), column, cell, value);
}

static bool
is_told(const struct list *list, struct ui *ui, const struct listing_row *row, size_t i)
{
    struct buffer value = { 0 };

    add_value(list, ui, row, i, &value);
    const bool is_said = buffer_text(&value)[0] != '\0';
    buffer_clear(&value);
    return is_said;
}

static int
label_width(const struct list *list, struct ui *ui, const struct listing_row *row,
            int columns)
{
    const int most = columns * LABEL_PERCENT / 100;
    int width = 0;

    for (size_t i = 0; i < list->listing->column_count; i++) {
        const struct column *column = &list->listing->columns[i];

        if (!is_told(list, ui, row, i))
            continue;
        int own = (int)text_width(_(column->label));
        width = own > width ? own : width;
    }
    return width < most ? width : most;
}

/* A label and its value, as many rows as that needs; returns the row below. */
static int
paint_fact(const struct column *column, const char *value, struct area inside, int row,
           int label)
{
    int bottom = inside.top + inside.rows;
    struct area area = { row, inside.left + label + GAP, bottom - row,
                         inside.columns - label - GAP };

    int lines = paint_wrapped(area, 0, STYLE_PLAIN, value);
    for (int i = 0; i < lines && row + i < bottom; i++) {
        paint_text(row + i, inside.left, label, STYLE_QUIET,
                   i == 0 ? _(column->label) : "");
        paint_fill(row + i, inside.left + label, GAP, STYLE_PLAIN);
    }
    return row + lines;
}

void
list_preview_draw(const struct list *list, struct ui *ui, struct area area)
{
    const struct listing_row *row = list_row(list);
    struct area inside = { area.top + 1, area.left + EDGE, area.rows - 1,
                           area.columns - EDGE - 1 };
    int at = inside.top;

    if (area.columns == 0)
        return;
    paint_text(area.top, area.left, EDGE, STYLE_HEAD, "");
    paint_text(area.top, inside.left, area.columns - EDGE, STYLE_HEAD, _("In full"));
    int label = !row ? 0 : label_width(list, ui, row, inside.columns);
    struct buffer value = { 0 };
    for (size_t i = 0; row && i < list->listing->column_count; i++) {
        buffer_reset(&value);
        add_value(list, ui, row, i, &value);
        if (at < inside.top + inside.rows && buffer_text(&value)[0] != '\0')
            at = paint_fact(&list->listing->columns[i], buffer_text(&value), inside, at,
                            label);
    }
    buffer_clear(&value);
    for (int line = inside.top; line < area.top + area.rows; line++) {
        paint_text(line, area.left, EDGE, STYLE_QUIET, paint_is_ascii() ? " |" : " │");
        paint_fill(line, inside.left + inside.columns, 1, STYLE_PLAIN);
        if (line >= at)
            paint_fill(line, inside.left, inside.columns, STYLE_PLAIN);
    }
}
