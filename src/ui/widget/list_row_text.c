/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_row_text.c - what stands in a cell of a list, and before its row */
#include "widget/list_row_text.h"

#include "atelier/app/display.h"
#include "widget/list_window.h"

void
list_row_read(const struct list *list, struct ui *ui, const struct listing_row *row,
              size_t column, struct buffer *text)
{
    buffer_reset(text);
    if (list->add_cell && list->add_cell(list, row, column, text))
        return;
    buffer_reset(text);
    if (row->cells[column])
        display_cell(ui_atelier(ui), &list->listing->columns[column], row->cells[column],
                     text);
}

enum style
list_row_look(const struct list *list, const struct listing_row *row, size_t column)
{
    return list->look ? list->look(list, row, column) : STYLE_PLAIN;
}

void
list_row_lead(const struct list *list, size_t index, char lead[LIST_LEAD + 1])
{
    const struct listing_row *row = &list->rows[index];

    lead[0] = index == list->selected ? '>' : ' ';
    lead[1] = ' ';
    lead[LIST_LEAD] = '\0';
    if (list_mark_find(list, row->id) < list->mark_count)
        lead[1] = '*';
    else if (list->sign && list->sign(list, row) != 0)
        lead[1] = list->sign(list, row);
}
