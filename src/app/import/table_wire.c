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

static bool
flush(struct table_wire *w, struct error *err)
{
    bool ok = spool_add(w->to, buffer_text(&w->pending), w->pending.length, err);
    buffer_reset(&w->pending);
    return ok;
}

static bool
write_bytes(struct table_wire *w, enum wire_record record, const void *bytes,
            size_t length, struct error *err)
{
    w->written += HEAD + length;
    if (length > CONTENT_MOST || w->written > bytes_most)
        return error_set(err, ERROR_INPUT,
                         _("That is more text than a list of people holds."));
    buffer_reserve(&w->pending, HEAD + length);
    unsigned char *head = (unsigned char *)w->pending.text + w->pending.length;
    head[0] = (unsigned char)record;
    put_number(head + 1, length, HEAD - 1);
    w->pending.length += HEAD;
    buffer_add_part(&w->pending, bytes, length);
    return w->pending.length < PART || flush(w, err);
}

static bool
write_text(struct table_wire *w, enum wire_record record, const char *text,
           struct error *err)
{
    return write_bytes(w, record, text ? text : "", text ? strlen(text) : 0, err);
}

static bool
write_number(struct table_wire *w, enum wire_record record, int64_t number,
             struct error *err)
{
    unsigned char bytes[NUMBER];
    put_number(bytes, (uint64_t)number, NUMBER);
    return write_bytes(w, record, bytes, NUMBER, err);
}

static bool
write_version(struct table_wire *w, struct error *err)
{
    w->begun = true;
    return write_text(w, RECORD_VERSION, PACKAGE_VERSION, err);
}

static bool
begin(struct table_wire *w, struct error *err)
{
    const struct table_file *file = w->file;
    if (w->begun)
        return true;
    bool ok =
        write_version(w, err) && write_text(w, RECORD_ENCODING, file->encoding, err);
    for (size_t i = 0; ok && i < file->sheet_count; i++)
        ok = write_text(w, RECORD_SHEET, file->sheets[i], err);
    return ok && write_text(w, RECORD_CHOSEN, file->sheet, err);
}

static bool
write_row(void *context, const char *cells, size_t length, int64_t line,
          struct error *err)
{
    struct table_wire *w = context;
    const char *end = cells + length;
    bool ok = begin(w, err);
    while (ok && cells < end) {
        const size_t cell = strlen(cells);
        ok = write_bytes(w, RECORD_TEXT, cells, cell, err);
        cells += cell + 1;
    }
    w->rows++;
    return ok && write_number(w, RECORD_ROW, line, err);
}

void
table_wire_open(struct table_wire *wire, struct spool *to, struct table_file *file)
{
    *wire = (struct table_wire){ .to = to, .file = file };
    file->rows.watch = write_row;
    file->rows.context = wire;
}

bool
table_wire_end(struct table_wire *wire, struct error *err)
{
    const struct table_file *file = wire->file;
    return begin(wire, err) &&
           write_number(wire, RECORD_HIDDEN, file->hidden_rows, err) &&
           write_text(wire, RECORD_NOTES, buffer_text(&file->notes), err) &&
           write_number(wire, RECORD_END, wire->rows, err) && flush(wire, err);
}

bool
table_wire_refuse(struct table_wire *wire, const struct error *why, struct error *err)
{
    return (wire->begun || write_version(wire, err)) &&
           write_number(wire, RECORD_KIND, (int64_t)why->kind, err) &&
           write_text(wire, RECORD_FIELD, why->field, err) &&
           write_text(wire, RECORD_MESSAGE, why->message, err) &&
           write_number(wire, RECORD_END, 0, err) && flush(wire, err);
}

void
table_wire_clear(struct table_wire *wire)
{
    buffer_clear(&wire->pending);
}

/* ---- reading ---- */

struct reading {
    const struct spool *from;
    table_wire_wait *wait;
    void *context;        /* for it */
    uint64_t offset;      /* of what follows the window */
    uint64_t read;        /* bytes so far */
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

/* What follows, as far as it is there; nothing at the end. */
static bool
read_part(struct reading *r, char part[PART], size_t *got)
{
    bool more = true;
    bool ok = spool_read(r->from, r->offset, part, PART, got, r->err);
    while (ok && *got == 0 && more) {
        more = r->wait && r->wait(r->context);
        ok = spool_read(r->from, r->offset, part, PART, got, r->err);
    }
    return ok;
}

static bool
fill_window(struct reading *r)
{
    char part[PART];
    size_t got;
    if (!read_part(r, part, &got))
        return false;
    r->read += got;
    if (got == 0 || r->read > bytes_most)
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
    char part[PART];
    size_t behind;
    if (!is_number(r, RECORD_END, rows, rows, &said))
        return false;
    if (r->taken < r->window.length)
        return fail(r);
    return read_part(r, part, &behind) && (behind == 0 || fail(r));
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

/* The record at hand is what stands behind them, then. */
static bool
read_rows(struct reading *r, struct table_file *file, int64_t *count)
{
    int64_t line = 0;
    for (*count = 0; r->record == RECORD_TEXT; (*count)++)
        if (!read_row(r, file, &line) || !next(r))
            return false;
    return true;
}

static bool
read_tail(struct reading *r, struct table_file *file, int64_t rows)
{
    return is_number(r, RECORD_HIDDEN, 0, UINT32_MAX, &file->hidden_rows) && next(r) &&
           read_notes(r, file) && next(r) && read_end(r, rows);
}

static bool
read_file(struct reading *r, struct table_file *file)
{
    int64_t rows;
    if (!read_text(r, RECORD_ENCODING, &file->encoding) || !next(r) ||
        !read_sheets(r, file) || !read_text(r, RECORD_CHOSEN, &file->sheet) ||
        !check_chosen(r, file) || !next(r) || !read_rows(r, file, &rows))
        return false;
    return r->record == RECORD_KIND ? read_refusal(r) : read_tail(r, file, rows);
}

bool
table_wire_read(const struct spool *from, uint64_t offset, table_wire_wait *wait,
                void *context, struct table_file *file, struct error *err)
{
    struct reading r = {
        .from = from, .wait = wait, .context = context, .offset = offset, .err = err
    };
    const bool ok = read_version(&r) && next(&r) &&
                    (r.record == RECORD_KIND ? read_refusal(&r) : read_file(&r, file));
    buffer_clear(&r.window);
    buffer_clear(&r.content);
    return ok;
}
