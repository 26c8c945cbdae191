/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_compose.c - what atelier-workbook --write does: makes a workbook for atelier
 */
#include "atelier/app/workbook_compose.h"

#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "export/workbook_wire.h"
#include "export/xlsx_string.h"

/* Days before it are counted wrongly: 1900 was no leap year. */
static const struct date first_day = { 1900, 3, 1 };

enum { PART = 65536, COLUMNS_MOST = 512 };

struct composer {
    struct sheet_reader cells;
    struct buffer text;
    struct buffer safe;
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *day;
    lxw_format *moment;
    lxw_format *words;
    int64_t columns;
};

static bool
check(lxw_error code, struct error *err)
{
    return code == LXW_NO_ERROR ||
           error_set(err, ERROR_SYSTEM,
                     _("The workbook could not be written: %s  Choose CSV."),
                     lxw_strerror(code));
}

static bool
next(struct composer *c, enum list_cell *kind, struct error *err)
{
    if (!workbook_wire_read(&c->cells, kind, &c->text, err))
        return false;
    buffer_reset(&c->safe);
    xlsx_string_add(&c->safe, buffer_text(&c->text));
    return true;
}

static bool
next_number(struct composer *c, int64_t *number, struct error *err)
{
    enum list_cell kind;
    if (!next(c, &kind, err))
        return false;
    *number = strtoll(buffer_text(&c->text), NULL, 10);
    return true;
}

/* --- the sheet */

static bool
is_counted_right(struct date date)
{
    return date.year > first_day.year ||
           (date.year == first_day.year && date.month >= first_day.month);
}

static lxw_error
put_words(const struct composer *c, lxw_row_t row, lxw_col_t column)
{
    return worksheet_write_string(c->sheet, row, column, buffer_text(&c->safe), c->words);
}

static lxw_error
put_time(const struct composer *c, lxw_row_t row, lxw_col_t column,
         struct local_time time, lxw_format *format)
{
    lxw_datetime when = { .year = time.date.year,
                          .month = time.date.month,
                          .day = time.date.day,
                          .hour = time.hour,
                          .min = time.minute };

    if (!is_counted_right(time.date))
        return put_words(c, row, column);
    return worksheet_write_datetime(c->sheet, row, column, &when, format);
}

static lxw_error
put_cell(const struct composer *c, lxw_row_t row, lxw_col_t column, enum list_cell kind)
{
    const char *text = buffer_text(&c->text);
    struct local_time time = { 0 };

    switch (kind) {
    case LIST_CELL_EMPTY:
        return LXW_NO_ERROR;
    case LIST_CELL_NUMBER:
        return worksheet_write_number(c->sheet, row, column,
                                      (double)strtoll(text, NULL, 10), NULL);
    case LIST_CELL_DATE:
        if (date_parse(text, &time.date))
            return put_time(c, row, column, time, c->day);
        break;
    case LIST_CELL_MOMENT:
        if (local_time_parse(text, &time))
            return put_time(c, row, column, time, c->moment);
        break;
    case LIST_CELL_TEXT:
        break;
    }
    return put_words(c, row, column);
}

static bool
put_headings(struct composer *c, struct error *err)
{
    lxw_format *bold = workbook_add_format(c->book);
    bool ok = true;

    format_set_bold(bold);
    worksheet_freeze_panes(c->sheet, 1, 0);
    worksheet_repeat_rows(c->sheet, 0, 0);
    for (int64_t i = 0; ok && i < c->columns; i++) {
        enum list_cell kind;
        int64_t width = 0;
        ok = next(c, &kind, err) &&
             check(worksheet_write_string(c->sheet, 0, (lxw_col_t)i,
                                          buffer_text(&c->safe), bold),
                   err) &&
             next_number(c, &width, err) &&
             check(worksheet_set_column(c->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                        (double)width, NULL),
                   err);
    }
    return ok;
}

static bool
put_rows(struct composer *c, struct error *err)
{
    enum list_cell kind;
    lxw_row_t row = 1;

    for (lxw_col_t column = 0; next(c, &kind, err);) {
        if (!check(put_cell(c, row, column, kind), err))
            return false;
        if (++column == c->columns) {
            column = 0;
            row++;
        }
    }
    return err->kind == ERROR_NONE;
}

static bool
begin_sheet(struct composer *c, struct error *err)
{
    enum list_cell kind;

    if (!next(c, &kind, err))
        return error_set(err, ERROR_SYSTEM, _("The list came in pieces; try again."));
    c->sheet = workbook_add_worksheet(c->book, buffer_text(&c->safe));
    c->day = workbook_add_format(c->book);
    format_set_num_format(c->day, "dd/mm/yyyy");
    c->moment = workbook_add_format(c->book);
    format_set_num_format(c->moment, "dd/mm/yyyy hh:mm");
    c->words = workbook_add_format(c->book);
    format_set_num_format(c->words, "@"); /* a telephone that is changed stays a text */
    return (c->sheet && next_number(c, &c->columns, err) && c->columns > 0 &&
            c->columns <= COLUMNS_MOST) ||
           error_set(err, ERROR_SYSTEM, _("The list came in pieces; try again."));
}

/* --- the workbook */

/* The book goes to a spool of its own: the library opens what it writes by its name. */
static bool
make_book(struct composer *c, const struct spool *into, struct error *err)
{
    char path[64];
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", spool_descriptor(into));
    lxw_workbook_options options = {
        .constant_memory = LXW_TRUE,
        .tmpdir = getenv("TMPDIR"),
        .use_zip64 = LXW_FALSE,
    };
    c->book = workbook_new_opt(path, &options);
    if (!c->book)
        return error_set(err, ERROR_SYSTEM, _("The workbook could not be begun."));
    bool ok = begin_sheet(c, err) && put_headings(c, err) && put_rows(c, err);
    lxw_error code = workbook_close(c->book);
    return ok && check(code, err);
}

static bool
copy_behind(struct spool *from, struct spool *into, struct error *err)
{
    char *part = memory_new(PART, 1);
    uint64_t offset = 0;
    size_t got = 0;
    bool ok = spool_measure(from, err);

    while (ok && (ok = spool_read(from, offset, part, PART, &got, err)) && got > 0 &&
           (ok = spool_add(into, part, got, err)))
        offset += got;
    free(part);
    return ok;
}

bool
workbook_compose(int descriptor, struct error *err)
{
    struct spool *sheet = spool_adopt(descriptor, err);
    struct spool *book = sheet ? spool_open(err) : NULL;
    struct composer *c = memory_new(1, sizeof(*c));
    bool ok = false;

    if (book) {
        c->cells.spool = sheet;
        c->cells.end = spool_size(sheet);
        ok = make_book(c, book, err) && copy_behind(book, sheet, err);
    }
    buffer_clear(&c->text);
    buffer_clear(&c->safe);
    free(c);
    spool_close(book);
    spool_close(sheet);
    return ok;
}
