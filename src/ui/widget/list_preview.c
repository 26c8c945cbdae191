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
    GAP = 2, /* between a label and its value */
    USUAL_MOST = 3
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

/* How many lines that fact of a row takes; 0: nothing is told of it. */
static int
fact_lines(const struct list *list, struct ui *ui, const struct listing_row *row,
           size_t i, int columns)
{
    struct buffer value = { 0 };

    add_value(list, ui, row, i, &value);
    const int lines = value.length == 0 ? 0
                      : value.length > (size_t)columns
                          ? paint_wrapped_lines(columns, buffer_text(&value))
                          : 1;
    buffer_clear(&value);
    return lines;
}

static size_t
fact_count(const struct list *list)
{
    const size_t count = list->listing->column_count;

    return count < LIST_COLUMNS_MOST ? count : LIST_COLUMNS_MOST;
}

static int
label_width(const struct list *list, struct ui *ui, const struct listing_row *row,
            int columns)
{
    const int most = columns * LABEL_PERCENT / 100;
    int width = 0;

    for (size_t i = 0; i < fact_count(list); i++) {
        const struct column *column = &list->listing->columns[i];

        if (!column->label || fact_lines(list, ui, row, i, columns) == 0)
            continue;
        int own = (int)text_width(_(column->label));
        width = own > width ? own : width;
    }
    return width < most ? width : most;
}

/* The lines that most of the rows on the screen need for a fact. */
static int
usual_lines(const struct list *list, struct ui *ui, size_t i, int columns)
{
    size_t rows = 0, need[USUAL_MOST + 1] = { 0 };

    for (size_t r = list->top; r < list->count && r < list->top + (size_t)list->height;
         r++, rows++) {
        const int lines = fact_lines(list, ui, &list->rows[r], i, columns);
        for (int l = 1; l <= lines && l <= USUAL_MOST; l++)
            need[l]++;
    }
    int usual = USUAL_MOST;
    while (usual > 0 && need[usual] * 2 <= rows)
        usual--;
    return usual;
}

/* Where the eye finds a fact of one row it finds it of the next, though more or fewer
 * lines stand above; and on the line goes what differs.  What most rows are without
 * moves the others still. */
static void
adopt_usual(struct list *list, struct ui *ui, int columns)
{
    if (list->beside.looked == list->loads && list->beside.columns == columns)
        return;
    int label = 0;
    for (size_t r = list->top; r < list->count && r < list->top + (size_t)list->height;
         r++) {
        const int own = label_width(list, ui, &list->rows[r], columns);
        label = own > label ? own : label;
    }
    list->beside.label = label;
    for (size_t i = 0; i < fact_count(list); i++)
        list->beside.lines[i] = list->listing->columns[i].label
                                    ? usual_lines(list, ui, i, columns - label - GAP)
                                    : 0;
    list->beside.looked = list->loads;
    list->beside.columns = columns;
}

/* Whether all of the row is seen though lines are kept free. */
static bool
has_room(const struct list *list, struct ui *ui, const struct listing_row *row, int label,
         struct area inside)
{
    int lines = 0;

    for (size_t i = 0; i < fact_count(list) && lines <= inside.rows; i++) {
        const int own = fact_lines(list, ui, row, i, inside.columns - label - GAP);
        lines += own > list->beside.lines[i] ? own : list->beside.lines[i];
    }
    return lines <= inside.rows;
}

/* A label and its value, as many rows as that needs, and `usual` ones at least; returns
 * the row below. */
static int
paint_fact(const struct column *column, const char *value, struct area inside, int row,
           int label, int usual)
{
    int bottom = inside.top + inside.rows;
    struct area area = { row, inside.left + label + GAP, bottom - row,
                         inside.columns - label - GAP };

    int lines = value[0] == '\0' ? 0 : paint_wrapped(area, 0, STYLE_PLAIN, value);
    for (int i = 0; i < lines && row + i < bottom; i++) {
        paint_text(row + i, inside.left, label, STYLE_QUIET,
                   i == 0 ? _(column->label) : "");
        paint_fill(row + i, inside.left + label, GAP, STYLE_PLAIN);
    }
    for (; lines < usual && row + lines < bottom; lines++)
        paint_fill(row + lines, inside.left, inside.columns, STYLE_PLAIN);
    return row + lines;
}

/* Returns the row below them all. */
static int
paint_facts(struct list *list, struct ui *ui, const struct listing_row *row,
            struct area inside)
{
    adopt_usual(list, ui, inside.columns);
    const int own = label_width(list, ui, row, inside.columns);
    const int label = own > list->beside.label ? own : list->beside.label;
    const bool keeps = has_room(list, ui, row, label, inside);
    struct buffer value = { 0 };
    int at = inside.top;

    for (size_t i = 0; i < fact_count(list) && at < inside.top + inside.rows; i++) {
        buffer_reset(&value);
        add_value(list, ui, row, i, &value);
        at = paint_fact(&list->listing->columns[i], buffer_text(&value), inside, at,
                        label, keeps ? list->beside.lines[i] : 0);
    }
    buffer_clear(&value);
    return at;
}

void
list_preview_draw(struct list *list, struct ui *ui, struct area area)
{
    const struct listing_row *row = list_row(list);
    struct area inside = { area.top + 1, area.left + EDGE, area.rows - 1,
                           area.columns - EDGE - 1 };

    if (area.columns == 0)
        return;
    paint_text(area.top, area.left, EDGE, STYLE_HEAD, "");
    paint_text(area.top, inside.left, area.columns - EDGE, STYLE_HEAD, _("In full"));
    const int at = row ? paint_facts(list, ui, row, inside) : inside.top;
    for (int line = inside.top; line < area.top + area.rows; line++) {
        paint_text(line, area.left, EDGE, STYLE_QUIET, paint_is_ascii() ? " |" : " │");
        paint_fill(line, inside.left + inside.columns, 1, STYLE_PLAIN);
        if (line >= at)
            paint_fill(line, inside.left, inside.columns, STYLE_PLAIN);
    }
}
