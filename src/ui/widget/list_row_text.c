/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_row_text.c - what stands in a cell of a list, and before its row */
#include "widget/list_row_text.h"

#include "atelier/app/display.h"
#include "state_sign.h"
#include "widget/list_marks.h"

/* The state that a cell says; -1: it says none. */
static int
state_of(const struct column *column, const char *cell)
{
    return cell && state_sign_has(column->choices) ? choice_find(column->choices, cell)
                                                   : -1;
}

void
list_row_read(const struct list *list, struct ui *ui, const struct listing_row *row,
              size_t column, struct buffer *text)
{
    const struct column *about = &list->listing->columns[column];
    const char *cell = row->cells[column];

    buffer_reset(text);
    state_sign_add(about->choices, state_of(about, cell), text);
    if (list->add_cell && list->add_cell(list, row, column, text))
        return;
    if (cell)
        display_cell(ui_atelier(ui), about, cell, text);
}

enum style
list_row_look(const struct list *list, const struct listing_row *row, size_t column)
{
    const struct column *about = &list->listing->columns[column];
    const enum style look = list->look ? list->look(list, row, column) : STYLE_PLAIN;

    return look != STYLE_PLAIN
               ? look
               : state_sign_style(about->choices, state_of(about, row->cells[column]));
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
