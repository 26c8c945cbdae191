/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_wire.c - a table, or why there is none, from one process of ours to another */
#include "config.h"

#include "import/table_wire.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum {
    PART = 16384, /* read and written so many bytes at a time */
    HEAD = 5,     /* bytes of a record before its content */
    NUMBER = 8,   /* bytes of a number */
    CONTENT_MOST = 1024 * 1024
};

/* All of them; more is not a list of people. */
static const uint64_t bytes_most = (uint64_t)1024 * 1024 * 1024;

enum wire_record {
    RECORD_VERSION = 'v',
    RECORD_ENCODING = 'e',
    RECORD_SHEET = 's',
    RECORD_CHOSEN = 'c',
    RECORD_HIDDEN = 'h',
    RECORD_NOTES = 'n',
    RECORD_TEXT = 't',
    RECORD_ROW = 'r',
    RECORD_KIND = 'k',
    RECORD_FIELD = 'f',
    RECORD_MESSAGE = 'm',
    RECORD_END = '.'
};

/* The inputs that a reader of tables can blame: a name that comes in is not one that
 * lasts. */
static const char *const fields[] = { "encoding", "sheet" };

static void
put_number(unsigned char *bytes, uint64_t number, size_t length)
{
    for (size_t i = 0; i < length; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
}

static uint64_t
get_number(const unsigned char *bytes, size_t length)
{
    uint64_t number = 0;
    for (size_t i = length; i-- > 0;)
        number = number << 8 | bytes[i];
    return number;
}

/* ---- writing ---- */

struct writing {
    struct spool *to;
    struct buffer pending;
    uint64_t written;
    struct error *err;
};

static bool
flush(struct writing *w)
{
    bool ok = spool_add(w->to, buffer_text(&w->pending), w->pending.length, w->err);
    buffer_reset(&w->pending);
    return ok;
}

static bool
write_bytes(struct writing *w, enum wire_record record, const void *bytes, size_t length)
{
    w->written += HEAD + length;
    if (length > CONTENT_MOST || w->written > bytes_most)
        return error_set(w->err, ERROR_INPUT,
                         _("That is more text than a list of people holds."));
    unsigned char head[HEAD] = { (unsigned char)record };
    put_number(head + 1, length, HEAD - 1);
    buffer_add_part(&w->pending, (const char *)head, HEAD);
    buffer_add_part(&w->pending, bytes, length);
    return w->pending.length < PART || flush(w);
}

static bool
write_text(struct writing *w, enum wire_record record, const char *text)
{
    return write_bytes(w, record, text ? text : "", text ? strlen(text) : 0);
}

static bool
write_number(struct writing *w, enum wire_record record, int64_t number)
{
    unsigned char bytes[NUMBER];
    put_number(bytes, (uint64_t)number, NUMBER);
    return write_bytes(w, record, bytes, NUMBER);
}

static bool
write_file(struct writing *w, const struct table_file *file)
{
    bool ok = write_text(w, RECORD_ENCODING, file->encoding);
    for (size_t i = 0; ok && i < file->sheet_count; i++)
        ok = write_text(w, RECORD_SHEET, file->sheets[i]);
    return ok && write_text(w, RECORD_CHOSEN, file->sheet) &&
           write_number(w, RECORD_HIDDEN, file->hidden_rows) &&
           write_text(w, RECORD_NOTES, buffer_text(&file->notes));
}

static bool
write_rows(struct writing *w, struct table_store *rows)
{
    struct table_row row = { 0 };
    bool ok = true;
    for (size_t i = 0; ok && i < rows->count; i++) {
        ok = table_store_row(rows, i, &row, w->err);
        for (size_t c = 0; ok && c < row.count; c++)
            ok = write_text(w, RECORD_TEXT, row.cells[c]);
        ok = ok && write_number(w, RECORD_ROW, row.line);
    }
    table_row_clear(&row);
    return ok;
}

bool
table_wire_write(struct spool *to, struct table_file *file, struct error *err)
{
    struct writing w = { .to = to, .err = err };
    bool ok = write_text(&w, RECORD_VERSION, PACKAGE_VERSION) && write_file(&w, file) &&
              write_rows(&w, &file->rows) &&
              write_number(&w, RECORD_END, (int64_t)file->rows.count) && flush(&w);
    buffer_clear(&w.pending);
    return ok;
}

bool
table_wire_refuse(struct spool *to, const struct error *why, struct error *err)
{
    struct writing w = { .to = to, .err = err };
    bool ok = write_text(&w, RECORD_VERSION, PACKAGE_VERSION) &&
              write_number(&w, RECORD_KIND, (int64_t)why->kind) &&
              write_text(&w, RECORD_FIELD, why->field) &&
              write_text(&w, RECORD_MESSAGE, why->message) &&
              write_number(&w, RECORD_END, 0) && flush(&w);
    buffer_clear(&w.pending);
    return ok;
}

/* ---- reading ---- */

struct reading {
    const struct spool *from;
    uint64_t offset;      /* of what follows the window */
    struct buffer window; /* what was read last */
    size_t taken;         /* of it */

    unsigned char record; /* that was read last */
    struct buffer content;
    struct error *err;
};

static bool
fail(const struct reading *r)
{
    return error_set(r->err, ERROR_SYSTEM,
                     _("The answer of the reader of workbooks is not whole.  Try again, "
                       "or save the workbook as CSV in a spreadsheet and import that."));
}

static bool
fill_window(struct reading *r)
{
    char part[PART];
    size_t got;
    if (!spool_read(r->from, r->offset, part, sizeof(part), &got, r->err))
        return false;
    if (got == 0)
        return fail(r);
    buffer_reset(&r->window);
    buffer_add_part(&r->window, part, got);
    r->offset += got;
    r->taken = 0;
    return true;
}

static bool
take(struct reading *r, struct buffer *to, size_t length)
{
    buffer_reset(to);
    while (length > 0) {
        if (r->taken == r->window.length && !fill_window(r))
            return false;
        size_t there = r->window.length - r->taken;
        size_t part = length < there ? length : there;
        buffer_add_part(to, r->window.text + r->taken, part);
        r->taken += part;
        length -= part;
    }
    return true;
}

static bool
next(struct reading *r)
{
    if (!take(r, &r->content, HEAD))
        return false;
    const unsigned char *head = (const unsigned char *)r->content.text;
    r->record = head[0];
    uint64_t length = get_number(head + 1, HEAD - 1);
    return length <= CONTENT_MOST ? take(r, &r->content, length) : fail(r);
}

/* The record at hand is this one, and a text. */
static bool
is_text(const struct reading *r, enum wire_record record)
{
    return (r->record == record &&
            text_is_valid(buffer_text(&r->content), r->content.length)) ||
           fail(r);
}

/* The record at hand is this one, and a number from `least` to `most`. */
static bool
is_number(const struct reading *r, enum wire_record record, int64_t least, int64_t most,
          int64_t *number)
{
    if (r->record != record || r->content.length != NUMBER)
        return fail(r);
    uint64_t read = get_number((const unsigned char *)r->content.text, NUMBER);
    if (read > INT64_MAX)
        return fail(r);
    *number = (int64_t)read;
    return (*number >= least && *number <= most) || fail(r);
}

static char *
copy_content(const struct reading *r)
{
    return memory_copy_part(buffer_text(&r->content), r->content.length);
}

/* The program may have been installed anew since it was started. */
static bool
read_version(struct reading *r)
{
    if (!next(r) || !is_text(r, RECORD_VERSION))
        return false;
    return strcmp(buffer_text(&r->content), PACKAGE_VERSION) == 0 ||
           error_set(r->err, ERROR_SYSTEM,
                     _("The reader of workbooks is of another version than this "
                       "program.  Leave the program and start it again."));
}

/* Nothing is behind the end. */
static bool
read_end(struct reading *r, int64_t rows)
{
    int64_t said;
    return is_number(r, RECORD_END, rows, rows, &said) &&
           ((r->taken == r->window.length && r->offset == spool_size(r->from)) ||
            fail(r));
}

static bool
read_refusal(struct reading *r)
{
    int64_t kind;
    if (!is_number(r, RECORD_KIND, ERROR_RULE, ERROR_SYSTEM, &kind) || !next(r) ||
        !is_text(r, RECORD_FIELD))
        return false;
    const char *field = NULL;
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        if (strcmp(buffer_text(&r->content), fields[i]) == 0)
            field = fields[i];
    if (!next(r) || !is_text(r, RECORD_MESSAGE))
        return false;
    if (r->content.length == 0)
        return fail(r);
    char *message = copy_content(r);
    if (next(r) && read_end(r, 0))
        error_set_field(r->err, (enum error_kind)kind, field, "%s", message);
    free(message);
    return false;
}

/* The record at hand, a text that replaces *to. */
static bool
read_text(const struct reading *r, enum wire_record record, char **to)
{
    if (!is_text(r, record))
        return false;
    free(*to);
    *to = copy_content(r);
    return true;
}

static bool
read_sheets(struct reading *r, struct table_file *file)
{
    while (r->record == RECORD_SHEET) {
        file->sheets = memory_grow(file->sheets, &file->sheet_capacity,
                                   file->sheet_count + 1, sizeof(*file->sheets));
        file->sheets[file->sheet_count] = NULL;
        if (!read_text(r, RECORD_SHEET, &file->sheets[file->sheet_count++]) || !next(r))
            return false;
    }
    return true;
}

static bool
read_notes(struct reading *r, struct table_file *file)
{
    if (!is_text(r, RECORD_NOTES))
        return false;
    buffer_add(&file->notes, buffer_text(&r->content));
    return true;
}

/* Of a sheet, its name is one of them all; of several, none may be chosen yet. */
static bool
check_chosen(const struct reading *r, struct table_file *file)
{
    if (!file->sheet[0] && file->sheet_count > 1 && !file->choice.sheet) {
        free(file->sheet);
        file->sheet = NULL;
        return true;
    }
    for (size_t i = 0; i < file->sheet_count; i++)
        if (strcmp(file->sheets[i], file->sheet) == 0)
            return true;
    return fail(r);
}

/* From its first text to its line, which is behind that of the row before. */
static bool
read_row(struct reading *r, struct table_file *file, int64_t *line)
{
    size_t width = 0;
    for (; r->record == RECORD_TEXT; width++) {
        if (width == TABLE_COLUMNS_MOST)
            return fail(r);
        if (!is_text(r, RECORD_TEXT))
            return false;
        table_store_add_cell(&file->rows, buffer_text(&r->content), r->content.length);
        if (!next(r))
            return false;
    }
    if (width > file->rows.width)
        file->rows.width = width;
    return is_number(r, RECORD_ROW, *line + 1, UINT32_MAX, line) &&
           table_store_end_row(&file->rows, *line, r->err);
}

static bool
read_rows(struct reading *r, struct table_file *file)
{
    int64_t line = 0;
    int64_t count = 0;
    for (;; count++) {
        if (!next(r))
            return false;
        if (r->record != RECORD_TEXT)
            return read_end(r, count);
        if (!read_row(r, file, &line))
            return false;
    }
}

static bool
read_file(struct reading *r, struct table_file *file)
{
    return read_text(r, RECORD_ENCODING, &file->encoding) && next(r) &&
           read_sheets(r, file) && read_text(r, RECORD_CHOSEN, &file->sheet) &&
           check_chosen(r, file) && next(r) &&
           is_number(r, RECORD_HIDDEN, 0, UINT32_MAX, &file->hidden_rows) && next(r) &&
           read_notes(r, file) && read_rows(r, file);
}

bool
table_wire_read(const struct spool *from, uint64_t offset, struct table_file *file,
                struct error *err)
{
    struct reading r = { .from = from, .offset = offset, .err = err };
    uint64_t size = spool_size(from);
    bool ok = (offset < size && size - offset <= bytes_most) || fail(&r);
    ok = ok && read_version(&r) && next(&r) &&
         (r.record == RECORD_KIND ? read_refusal(&r) : read_file(&r, file));
    buffer_clear(&r.window);
    buffer_clear(&r.content);
    return ok;
}
