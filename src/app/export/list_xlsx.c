/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_xlsx.c - a list as a workbook, made by a program of its own */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/child.h"
#include "atelier/base/csv_cell.h"
#include "atelier/base/helper.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "export/list_writer.h"
#include "export/workbook_wire.h"

/* What a sheet holds in every spreadsheet, without the headings; how wide a column of
 * free text is. */
enum { ROWS_MOST = 1048575, WIDE = 40, PART = 65536 };

static size_t
column_width(const struct column *column)
{
    const size_t heading = text_width(list_cell_label(column)) + 2;
    size_t width = column->most > 0 ? (size_t)column->most : WIDE;

    return width > heading ? width : heading;
}

static bool
spool_text(struct list_writer *w, struct error *err)
{
    bool ok = spool_add(w->own, buffer_text(&w->text), w->text.length, err);
    buffer_reset(&w->text);
    return ok;
}

static void
add_number(struct list_writer *w, size_t number)
{
    char text[24];
    (void)snprintf(text, sizeof(text), "%zu", number);
    workbook_wire_add(&w->text, LIST_CELL_NUMBER, text);
}

static bool
begin(struct list_writer *w, struct error *err)
{
    size_t shown = 0;

    w->own = spool_open(err);
    if (!w->own)
        return false;
    for (size_t i = 0; i < w->listing->column_count; i++)
        shown += list_cell_is_shown(&w->listing->columns[i], w->has_elsewhere);
    workbook_wire_add(&w->text, LIST_CELL_TEXT, _("List"));
    add_number(w, shown);
    for (size_t i = 0; i < w->listing->column_count; i++) {
        const struct column *column = &w->listing->columns[i];
        if (!list_cell_is_shown(column, w->has_elsewhere))
            continue;
        workbook_wire_add(&w->text, LIST_CELL_TEXT, list_cell_label(column));
        add_number(w, column_width(column));
    }
    return spool_text(w, err);
}

/* An import takes the apostrophe before a formula off, as it may come from our CSV: one
 * that is in the text itself is written twice. */
static void
add_cell(struct list_writer *w, const struct column *column, const char *canonical)
{
    buffer_reset(&w->cell);
    buffer_add_char(&w->cell, '\'');
    enum list_cell kind = list_cell_add(w->at, column, canonical, &w->cell);
    const char *text = buffer_text(&w->cell) + 1;
    const bool doubled = csv_cell_unguarded(text) != text;
    workbook_wire_add(&w->text, kind, doubled ? buffer_text(&w->cell) : text);
}

static bool
add_row(struct list_writer *w, const struct listing_row *row, struct error *err)
{
    if (w->rows == ROWS_MOST)
        return error_set(err, ERROR_INPUT,
                         _("A sheet of a workbook holds %d rows at the most and the list "
                           "has more: search for fewer, or choose CSV."),
                         ROWS_MOST);
    for (size_t i = 0; i < w->listing->column_count; i++) {
        const struct column *column = &w->listing->columns[i];
        if (list_cell_is_shown(column, w->has_elsewhere))
            add_cell(w, column, row->cells[i]);
    }
    return spool_text(w, err);
}

/* --- the other program */

static bool
refuse_program(const char *program, struct error *err)
{
    return error_set(err, ERROR_SYSTEM,
                     _("%s, which writes workbooks, cannot be started: %s.  Install "
                       "atelier again, or choose CSV."),
                     program, error_system_text(errno));
}

static bool
compose(const struct spool *spool, struct error *err)
{
    char *program = helper_path("atelier-workbook");
    const char *const arguments[] = { program, "--write", NULL };
    const struct child_request request = {
        .arguments = arguments,
        .document = spool_descriptor(spool),
        .if_silent = _("The writer of workbooks ended too early.  Choose CSV."),
    };
    bool ok = access(program, X_OK) == 0 || refuse_program(program, err);

    ok = ok && child_run(&request, NULL, NULL, err);
    free(program);
    return ok;
}

static bool
pour_from(struct list_writer *w, uint64_t offset, struct error *err)
{
    char *part = memory_new(PART, 1);
    size_t got = 0;
    bool ok;

    while ((ok = spool_read(w->own, offset, part, PART, &got, err)) && got > 0 &&
           (ok = w->sink(w->context, part, got)))
        offset += got;
    free(part);
    return ok;
}

static bool
end(struct list_writer *w, struct error *err)
{
    const uint64_t answer = spool_size(w->own);

    return compose(w->own, err) && spool_measure(w->own, err) &&
           pour_from(w, answer, err);
}

static void
clear(struct list_writer *w)
{
    spool_close(w->own);
}

const struct list_form_way list_xlsx_way = {
    .word = "xlsx", .begin = begin, .row = add_row, .end = end, .clear = clear
};
