/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_csv.c - a list as the CSV that a spreadsheet opens by a double click
 *
 * A byte order mark, semicolons and CRLF are what French offices expect.  A day is
 * written as 2027-03-16, which every spreadsheet takes for the same day.
 */
#include "atelier/base/csv_cell.h"
#include "export/list_cell.h"
#include "export/list_writer.h"

static void
part(struct list_writer *w, bool first)
{
    if (!first)
        buffer_add_char(&w->text, CSV_CELL_DELIMITER);
}

static void
add_cell(struct list_writer *w, const char *text, bool first)
{
    part(w, first);
    csv_cell_add(&w->text, text, CSV_CELL_DELIMITER);
}

static bool
begin(struct list_writer *w, struct error *err)
{
    bool first = true;

    (void)err;
    buffer_add(&w->text, "\xef\xbb\xbf");
    for (size_t i = 0; i < w->listing->column_count; i++) {
        if (!list_cell_is_shown(&w->listing->columns[i], w->has_elsewhere))
            continue;
        add_cell(w, list_cell_label(&w->listing->columns[i]), first);
        first = false;
    }
    buffer_add(&w->text, "\r\n");
    return true;
}

static bool
add_row(struct list_writer *w, const struct listing_row *row, struct error *err)
{
    bool first = true;

    (void)err;
    for (size_t i = 0; i < w->listing->column_count; i++) {
        const struct column *column = &w->listing->columns[i];
        if (!list_cell_is_shown(column, w->has_elsewhere))
            continue;
        buffer_reset(&w->cell);
        enum list_cell kind = list_cell_add(w->at, column, row->cells[i], &w->cell);
        if (kind == LIST_CELL_NUMBER || kind == LIST_CELL_EMPTY) {
            /* -3 is a number: a guard would make a text of it. */
            part(w, first);
            buffer_add(&w->text, buffer_text(&w->cell));
        } else {
            add_cell(w, buffer_text(&w->cell), first);
        }
        first = false;
    }
    buffer_add(&w->text, "\r\n");
    return true;
}

static bool
end(struct list_writer *w, struct error *err)
{
    (void)err;
    return list_writer_pour(w);
}

const struct list_form_way list_csv_way = {
    .word = "csv", .begin = begin, .row = add_row, .end = end
};
