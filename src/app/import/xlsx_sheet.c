/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_sheet.c - the rows of one sheet of a workbook */
#include "import/xlsx_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/csv_cell.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/text_twice.h"
#include "import/xlsx_merge.h"
#include "import/xlsx_part.h"
#include "import/xlsx_text.h"

/* What is more is not a list of people. */
enum { CELL_MOST = 256 * 1024, TEXT_MOST = 256 * 1024 * 1024 };

/* A cell while it is read. */
struct cell {
    size_t column;
    char type[12];
    char style[12];
    bool has_value; /* a <v> */
    bool has_formula;
    struct buffer value;
    struct xlsx_text inline_text;
    struct buffer text; /* what it shows */
};

struct sheet_reading {
    const struct xlsx_book *book;
    struct table_file *file; /* NULL: only whether there is a text */
    struct xlsx_merge_list merges;
    bool in_row;
    bool in_cell;
    bool in_value;
    bool hidden;  /* the row */
    int64_t line; /* its number */
    size_t next_column;
    struct cell cell;
    struct buffer texts;               /* of the row, a zero byte behind each */
    size_t starts[TABLE_COLUMNS_MOST]; /* 1 + where a cell begins in it, or 0 */
    size_t columns;                    /* of the row that have a text, to the last */
    uint64_t size;                     /* of all texts */
    struct text_twice twice;
    bool found; /* a text */
    bool stop;
    bool failed;
    struct error *err;
};

static void
fail(struct sheet_reading *r)
{
    r->failed = r->stop = true;
}

static void
copy_attribute(char *to, size_t size, const char **attributes, const char *name)
{
    const char *value = xlsx_part_attribute(attributes, name);
    size_t length = value ? strlen(value) : 0;
    to[0] = '\0';
    if (length > 0 && length < size)
        memcpy(to, value, length + 1);
}

/* ---- rows ---- */

static void
start_row(struct sheet_reading *r, const char **attributes)
{
    const char *number = xlsx_part_attribute(attributes, "r");
    int64_t line = number ? strtoll(number, NULL, 10) : r->line + 1;
    if (line <= r->line || line > UINT32_MAX) {
        error_set(r->err, ERROR_INPUT,
                  _("The rows of the sheet are out of order behind line %" PRId64
                    ".  Open the workbook in a spreadsheet and save it again."),
                  r->line);
        fail(r);
        return;
    }
    r->line = line;
    r->in_row = true;
    r->hidden = xlsx_part_flag(attributes, "hidden");
    memset(r->starts, 0, r->columns * sizeof(r->starts[0]));
    r->next_column = r->columns = 0;
    buffer_reset(&r->texts);
}

/* A program that took UTF-8 for another encoding may have made the workbook. */
static void
add_cell(struct sheet_reading *r, const char *text)
{
    struct buffer undone = { 0 };
    const size_t length = strlen(text);

    if (text_twice_undo(&r->twice, text, length, &undone))
        table_store_add_cell(&r->file->rows, buffer_text(&undone), undone.length);
    else
        table_store_add_cell(&r->file->rows, text, length);
    buffer_clear(&undone);
}

static void
end_row(struct sheet_reading *r)
{
    r->in_row = false;
    struct table_file *file = r->file;
    if (!file || r->columns == 0)
        return;
    file->hidden_rows += r->hidden;
    if (r->hidden && file->choice.leave_hidden)
        return;
    for (size_t c = 0; c < r->columns; c++) {
        const char *text = r->starts[c] ? r->texts.text + r->starts[c] - 1 : "";
        add_cell(r, text);
    }
    if (r->columns > file->rows.width)
        file->rows.width = r->columns;
    if (!table_store_end_row(&file->rows, r->line, r->err))
        fail(r);
}

/* ---- cells ---- */

static void
start_cell(struct sheet_reading *r, const char **attributes)
{
    struct cell *cell = &r->cell;
    const char *reference = xlsx_part_attribute(attributes, "r");
    int64_t row;
    const char *end;
    if (!reference || !xlsx_cell_parse(reference, &cell->column, &row, &end))
        cell->column = r->next_column;
    r->next_column = cell->column + 1;
    copy_attribute(cell->type, sizeof(cell->type), attributes, "t");
    copy_attribute(cell->style, sizeof(cell->style), attributes, "s");
    cell->has_value = cell->has_formula = false;
    buffer_reset(&cell->value);
    xlsx_text_begin(&cell->inline_text);
    r->in_cell = true;
}

static void
add_column_name(struct buffer *to, size_t column)
{
    enum { LETTERS = 26 };
    if (column >= LETTERS)
        add_column_name(to, column / LETTERS - 1);
    buffer_add_char(to, (char)('A' + column % LETTERS));
}

/* Refuses the workbook for one of its cells, which the sentence names. */
static void
refuse_cell(struct sheet_reading *r, const char *sentence)
{
    struct buffer name = { 0 };
    add_column_name(&name, r->cell.column);
    buffer_addf(&name, "%" PRId64, r->line);
    error_set(r->err, ERROR_INPUT, _("Cell %s: %s"), buffer_text(&name), sentence);
    buffer_clear(&name);
    fail(r);
}

/* A program that writes workbooks without computing them leaves the value out. */
static bool
lacks_value(const struct cell *cell)
{
    if (!cell->has_formula || strcmp(cell->type, "inlineStr") == 0)
        return false;
    return !cell->has_value ||
           (cell->value.length == 0 && strcmp(cell->type, "str") != 0);
}

/* The type is looked at before the formula: a formula's text may be a shared one. */
static void
add_cell_text(struct sheet_reading *r, struct buffer *to)
{
    const struct cell *cell = &r->cell;
    const char *value = buffer_text(&cell->value);
    if (strcmp(cell->type, "s") == 0) {
        size_t length = 0;
        const char *shared =
            cell->has_value ? xlsx_book_text(r->book, value, &length) : "";
        if (shared)
            buffer_add_part(to, shared, length);
        else
            refuse_cell(r, _("its text is missing from the workbook.  Open it in a "
                             "spreadsheet and save it again."));
    } else if (strcmp(cell->type, "inlineStr") == 0) {
        xlsx_text_decode(to, buffer_text(&cell->inline_text.text));
    } else if (strcmp(cell->type, "str") == 0 || strcmp(cell->type, "e") == 0) {
        xlsx_text_decode(to, value);
    } else if (strcmp(cell->type, "b") == 0) {
        buffer_add(to, strcmp(value, "1") == 0 || strcmp(value, "true") == 0 ? "TRUE"
                       : value[0]                                            ? "FALSE"
                                                                             : "");
    } else if (strcmp(cell->type, "d") == 0) {
        xlsx_number_add_iso(to, value);
    } else {
        xlsx_number_add(to, value, xlsx_book_format(r->book, cell->style),
                        r->book->since_1904);
    }
}

static void
keep_text(struct sheet_reading *r, const struct buffer *text)
{
    size_t column = r->cell.column;
    r->size += text->length;
    if (text_is_blank(buffer_text(text)))
        return;
    if (column >= TABLE_COLUMNS_MOST) {
        refuse_cell(r, _("a list of people has no columns so far to the right."));
        return;
    }
    const char *shown = csv_cell_unguarded(text->text);
    r->starts[column] = r->texts.length + 1;
    buffer_add_part(&r->texts, shown, text->length - (size_t)(shown - text->text));
    buffer_add_char(&r->texts, '\0');
    if (column >= r->columns)
        r->columns = column + 1;
}

static void
end_cell(struct sheet_reading *r)
{
    struct buffer *text = &r->cell.text;
    buffer_reset(text);
    r->in_cell = false;
    if (r->file && lacks_value(&r->cell))
        refuse_cell(r, _("the formula has no value.  Open the workbook in a spreadsheet "
                         "and save it first."));
    else
        add_cell_text(r, text);
    if (!r->file)
        r->found = r->stop = r->found || !text_is_blank(buffer_text(text)) ||
                             lacks_value(&r->cell) || r->failed;
    else if (!r->failed && (text->length > CELL_MOST || r->size > TEXT_MOST))
        refuse_cell(r, _("that is more text than a list of people holds."));
    else if (!r->failed)
        keep_text(r, text);
}

/* ---- the part ---- */

static void
on_start(void *context, const char *name, const char **attributes)
{
    struct sheet_reading *r = context;
    if (strcmp(name, "row") == 0 && !r->in_row) {
        start_row(r, attributes);
    } else if (strcmp(name, "c") == 0 && r->in_row && !r->in_cell) {
        start_cell(r, attributes);
    } else if (!r->in_row && r->file && strcmp(name, "mergeCell") == 0) {
        const char *reference = xlsx_part_attribute(attributes, "ref");
        if (reference)
            xlsx_merge_list_add(&r->merges, reference);
    } else if (r->in_cell) {
        r->in_value = strcmp(name, "v") == 0;
        r->cell.has_value = r->cell.has_value || r->in_value;
        r->cell.has_formula = r->cell.has_formula || strcmp(name, "f") == 0;
        xlsx_text_start(&r->cell.inline_text, name);
    }
}

static void
on_end(void *context, const char *name)
{
    struct sheet_reading *r = context;
    if (strcmp(name, "row") == 0 && r->in_row)
        end_row(r);
    else if (strcmp(name, "c") == 0 && r->in_cell)
        end_cell(r);
    else if (r->in_cell)
        xlsx_text_end(&r->cell.inline_text, name);
    r->in_value = false;
}

static void
on_text(void *context, const char *text, int length)
{
    struct sheet_reading *r = context;
    if (!r->in_cell || r->cell.value.length > CELL_MOST ||
        r->cell.inline_text.text.length > CELL_MOST)
        return;
    if (r->in_value)
        buffer_add_part(&r->cell.value, text, (size_t)length);
    else
        xlsx_text_add(&r->cell.inline_text, text, length);
}

static bool
read_part(struct sheet_reading *r, const char *part)
{
    const struct xlsx_reader reader = {
        .start = on_start, .end = on_end, .text = on_text, .stop = &r->stop
    };
    bool ok = xlsx_part_read(r->book->archive, part, &reader, r, r->err) && !r->failed;
    buffer_clear(&r->cell.value);
    buffer_clear(&r->cell.inline_text.text);
    buffer_clear(&r->cell.text);
    buffer_clear(&r->texts);
    return ok;
}

bool
xlsx_sheet_has_text(const struct xlsx_book *book, const char *part, bool *has,
                    struct error *err)
{
    struct error ignored = { 0 };
    struct sheet_reading r = { .book = book, .err = &ignored };
    bool ok = read_part(&r, part);
    *has = r.found;
    if (!ok && !r.found && err)
        *err = ignored;
    return ok || r.found;
}

bool
xlsx_sheet_pour(const struct xlsx_book *book, const char *part, struct table_file *file,
                struct error *err)
{
    struct sheet_reading r = { .book = book, .file = file, .err = err };
    bool ok = read_part(&r, part) && table_store_finish(&file->rows, err) &&
              xlsx_merge_list_note(&r.merges, file, err);
    text_twice_note(&r.twice, file);
    text_twice_clear(&r.twice);
    xlsx_merge_list_clear(&r.merges);
    return ok;
}
