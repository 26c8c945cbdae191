/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_plain.c - a row of a list in the plain view
 *
 * Who listens hears one line at a time: the first says which row it is, each says what it
 * is about, and cells with nothing in them are left out.  Rows are of one height, so that
 * the next one is always as many lines below.
 */
#include "widget/list_plain.h"

#include "atelier/base/language.h"
#include "widget/list_columns.h"
#include "widget/list_row_text.h"

int
list_plain_lines(const struct list *list, const int widths[])
{
    int lines = 1;

    for (size_t i = 0; i < list->listing->column_count && i < LIST_COLUMNS_MOST; i++)
        if (widths[i] > 0)
            lines++;
    return lines;
}

void
list_plain_paint(const struct list *list, struct ui *ui, struct area area,
                 const int widths[], size_t index)
{
    const struct listing_row *row = index < list->count ? &list->rows[index] : NULL;
    char lead[LIST_LEAD + 1] = "  ";
    int line = area.top, end = area.top + area.rows;
    struct buffer text = { 0 };

    for (size_t i = 0; row && i < list->listing->column_count && i < LIST_COLUMNS_MOST;
         i++) {
        const struct column *column = &list->listing->columns[i];

        if (widths[i] == 0 || line >= end)
            continue;
        buffer_reset(&text);
        if (!listing_add_with_next(list->listing, i, row->cells, &text))
            list_row_read(list, ui, row, i, &text);
        if (text.length == 0)
            continue;
        const bool is_first = line == area.top;
        if (is_first)
            list_row_lead(list, index, lead);
        paint_text(line, area.left, LIST_LEAD, STYLE_PLAIN, is_first ? lead : "");
        if (column->label)
            paint_format(line, area.left + LIST_LEAD, area.columns - LIST_LEAD,
                         list_row_look(list, row, i), _("%s: %s"), _(column->label),
                         buffer_text(&text));
        else
            paint_text(line, area.left + LIST_LEAD, area.columns - LIST_LEAD,
                       list_row_look(list, row, i), buffer_text(&text));
        line++;
    }
    for (; line < end; line++)
        paint_fill(line, area.left, area.columns, STYLE_PLAIN);
    buffer_clear(&text);
}
