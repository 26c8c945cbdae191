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

enum cell_type {
    CELL_NUMBER,
    CELL_SHARED, /* its value is the number of a text of the workbook */
    CELL_INLINE,
    CELL_TEXT, /* of a formula */
    CELL_ERROR,
    CELL_BOOLEAN,
    CELL_DATE
};

/* A cell while it is read. */
struct cell {
    size_t column;
    enum cell_type type;
    bool has_value; /* a <v> */
    bool has_formula;
    const struct xlsx_format *format;
    struct buffer value;
    struct xlsx_text inline_text;
    struct buffer text; /* what it shows, unless it is a text of the workbook */
};

/* A text in the row that is read. */
struct shown {
    const char *shared; /* of the workbook; NULL: in the texts of the row */
    size_t start;
    size_t length;
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
    struct buffer texts; /* of the row */
    struct shown shown[TABLE_COLUMNS_MOST];
    size_t columns; /* of the row that have a text, to the last */
    uint64_t size;  /* of all texts */
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
    memset(r->shown, 0, r->columns * sizeof(r->shown[0]));
    r->next_column = r->columns = 0;
    buffer_reset(&r->texts);
}

/* A program that took UTF-8 for another encoding may have made the workbook. */
static void
add_cell(struct sheet_reading *r, const char *text, size_t length)
{
    struct buffer undone = { 0 };

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
        const struct shown *shown = &r->shown[c];
        const char *own = buffer_text(&r->texts) + shown->start;
        add_cell(r, shown->shared ? shown->shared : own, shown->length);
    }
    if (r->columns > file->rows.width)
        file->rows.width = r->columns;
    if (!table_store_end_row(&file->rows, r->line, r->err))
        fail(r);
}

/* ---- cells ---- */

static enum cell_type
read_type(const char *type)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } types[] = {
        { "s", CELL_SHARED }, { "inlineStr", CELL_INLINE }, { "str", CELL_TEXT },
        { "e", CELL_ERROR },  { "b", CELL_BOOLEAN },        { "d", CELL_DATE },
    };
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (type[0] == types[i].name[0] && strcmp(type + 1, types[i].name + 1) == 0)
            return types[i].type;
    return CELL_NUMBER;
}

struct cell_attributes {
    const char *reference;
    const char *type;
    const char *style;
};

/* The first of each name, NULL when it is missing. */
static struct cell_attributes
find_attributes(const char **attributes)
{
    struct cell_attributes found = { 0 };
    for (; attributes[0]; attributes += 2) {
        const char *name = xlsx_part_attribute_name(attributes[0]);
        const char **to = xlsx_is_letter(name, 'r')   ? &found.reference
                          : xlsx_is_letter(name, 't') ? &found.type
                          : xlsx_is_letter(name, 's') ? &found.style
                                                      : NULL;
        if (to && !*to)
            *to = attributes[1];
    }
    return found;
}

static void
start_cell(struct sheet_reading *r, const char **attributes)
{
    struct cell *cell = &r->cell;
    const struct cell_attributes found = find_attributes(attributes);
    int64_t row;
    const char *end;
    if (!found.reference || !xlsx_cell_parse(found.reference, &cell->column, &row, &end))
        cell->column = r->next_column;
    r->next_column = cell->column + 1;
    cell->type = found.type ? read_type(found.type) : CELL_NUMBER;
    cell->format = xlsx_book_format(r->book, found.style);
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
    if (!cell->has_formula || cell->type == CELL_INLINE)
        return false;
    return !cell->has_value || (cell->value.length == 0 && cell->type != CELL_TEXT);
}

/* A shared text is not copied; NULL, and refused, when it is missing. */
static const char *
find_shared(struct sheet_reading *r, size_t *length)
{
    *length = 0;
    const char *text = r->cell.has_value
                           ? xlsx_book_text(r->book, buffer_text(&r->cell.value), length)
                           : "";
    if (!text)
        refuse_cell(r, _("its text is missing from the workbook.  Open it in a "
                         "spreadsheet and save it again."));
    return text;
}

static void
add_cell_text(struct sheet_reading *r, struct buffer *to)
{
    const struct cell *cell = &r->cell;
    const char *value = buffer_text(&cell->value);
    switch (cell->type) {
    case CELL_INLINE:
        xlsx_text_decode(to, buffer_text(&cell->inline_text.text));
        break;
    case CELL_TEXT:
    case CELL_ERROR:
        xlsx_text_decode(to, value);
        break;
    case CELL_BOOLEAN:
        buffer_add(to, strcmp(value, "1") == 0 || strcmp(value, "true") == 0 ? "TRUE"
                       : value[0]                                            ? "FALSE"
                                                                             : "");
        break;
    case CELL_DATE:
        xlsx_number_add_iso(to, value);
        break;
    default:
        xlsx_number_add(to, value, cell->format, r->book->since_1904);
    }
}

/* What the cell shows, borrowed.  The type is looked at before the formula: a formula's
 * text may be a shared one. */
static const char *
find_text(struct sheet_reading *r, size_t *length)
{
    struct buffer *own = &r->cell.text;
    if (r->cell.type == CELL_SHARED)
        return find_shared(r, length);
    buffer_reset(own);
    add_cell_text(r, own);
    *length = own->length;
    return buffer_text(own);
}

static void
keep_text(struct sheet_reading *r, const char *text, size_t length)
{
    size_t column = r->cell.column;
    r->size += length;
    if (text_is_blank(text))
        return;
    if (column >= TABLE_COLUMNS_MOST) {
        refuse_cell(r, _("a list of people has no columns so far to the right."));
        return;
    }
    const char *shown = csv_cell_unguarded(text);
    length -= (size_t)(shown - text);
    const bool is_shared = r->cell.type == CELL_SHARED;
    r->shown[column] = (struct shown){ .shared = is_shared ? shown : NULL,
                                       .start = r->texts.length,
                                       .length = length };
    if (!is_shared)
        buffer_add_part(&r->texts, shown, length);
    if (column >= r->columns)
        r->columns = column + 1;
}

static void
end_cell(struct sheet_reading *r)
{
    size_t length = 0;
    const char *text = NULL;
    r->in_cell = false;
    if (r->file && lacks_value(&r->cell))
        refuse_cell(r, _("the formula has no value.  Open the workbook in a spreadsheet "
                         "and save it first."));
    else
        text = find_text(r, &length);
    if (!r->file)
        r->found = r->stop =
            r->found || !text_is_blank(text) || lacks_value(&r->cell) || r->failed;
    else if (!r->failed && (length > CELL_MOST || r->size > TEXT_MOST))
        refuse_cell(r, _("that is more text than a list of people holds."));
    else if (!r->failed)
        keep_text(r, text, length);
}

/* ---- the part ---- */

static void
on_start(void *context, const char *name, const char **attributes)
{
    struct sheet_reading *r = context;
    if (xlsx_is_letter(name, 'c') && r->in_row && !r->in_cell) {
        start_cell(r, attributes);
    } else if (!r->in_row && strcmp(name, "row") == 0) {
        start_row(r, attributes);
    } else if (!r->in_row && r->file && strcmp(name, "mergeCell") == 0) {
        const char *reference = xlsx_part_attribute(attributes, "ref");
        if (reference)
            xlsx_merge_list_add(&r->merges, reference);
    } else if (r->in_cell) {
        r->in_value = xlsx_is_letter(name, 'v');
        r->cell.has_value = r->cell.has_value || r->in_value;
        r->cell.has_formula = r->cell.has_formula || xlsx_is_letter(name, 'f');
        if (!r->in_value)
            xlsx_text_start(&r->cell.inline_text, name);
    }
}

static void
on_end(void *context, const char *name)
{
    struct sheet_reading *r = context;
    if (xlsx_is_letter(name, 'c') && r->in_cell)
        end_cell(r);
    else if (r->in_row && !r->in_value && strcmp(name, "row") == 0)
        end_row(r);
    else if (r->in_cell && !r->in_value)
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
