/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_wrapped.c - rows that a spreadsheet wrote into one cell each: "Nom;Prénom;E-mail"
 */
#include "import/csv_wrapped.h"

#include <string.h>

#include "atelier/base/language.h"
#include "import/csv_delimiter.h"
#include "import/text_lines.h"

/* So many rows tell what a file is like; a row of more text is left as it is. */
enum { ROWS_MOST = 20, ROW_MOST = 65536 };

struct unwrapping {
    struct spool *text;   /* NULL: the first rows are only looked at */
    struct buffer row;    /* with its lines, so far */
    struct buffer sample; /* the first rows, as they would be */
    struct buffer inner;  /* those of them that were wrapped */
    size_t rows;
    size_t wrapped; /* of these */
    char delimiter;
    size_t cells; /* that it parts in the first row */
};

static size_t
count_sign(const char *text, size_t length, char sign)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == sign;
    return count;
}

/* Outside of quotations. */
static size_t
count_delimiter(const char *text, size_t length, char delimiter)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        quoted = quoted != (text[i] == '"');
        count += !quoted && text[i] == delimiter;
    }
    return count;
}

/* Bytes of a row without what ends its line. */
static size_t
row_length(const char *row, size_t length)
{
    while (length > 0 && (row[length - 1] == '\n' || row[length - 1] == '\r'))
        length--;
    return length;
}

/* Whether a row is one quotation: all marks in it are doubled. */
static bool
is_wrapped(const char *row, size_t length)
{
    if (length < 2 || row[0] != '"' || row[length - 1] != '"')
        return false;
    for (size_t i = 1; i < length - 1; i++)
        if (row[i] == '"' && (++i == length - 1 || row[i] != '"'))
            return false;
    return true;
}

/* What the quotation holds. */
static void
add_unwrapped(struct buffer *text, const char *row, size_t length)
{
    for (size_t i = 1; i + 1 < length; i++) {
        buffer_add_char(text, row[i]);
        i += row[i] == '"';
    }
}

/* ---- the first rows ---- */

/* Ends the reading after the first rows. */
static bool
look_at_row(struct unwrapping *u)
{
    size_t length = row_length(u->row.text, u->row.length);
    if (length == 0)
        return true;
    u->rows++;
    if (is_wrapped(u->row.text, length)) {
        u->wrapped++;
        add_unwrapped(&u->inner, u->row.text, length);
        buffer_add_char(&u->inner, '\n');
        add_unwrapped(&u->sample, u->row.text, length);
        buffer_add_char(&u->sample, '\n');
    } else {
        buffer_add_part(&u->sample, u->row.text, u->row.length);
    }
    return u->rows < ROWS_MOST;
}

/* ---- all rows ---- */

static bool
write_row(struct unwrapping *u, struct error *err)
{
    size_t length = row_length(u->row.text, u->row.length);
    if (!is_wrapped(u->row.text, length))
        return spool_add(u->text, u->row.text, u->row.length, err);
    struct buffer plain = { 0 };
    add_unwrapped(&plain, u->row.text, length);
    bool belongs =
        count_sign(buffer_text(&plain), plain.length, '"') % 2 == 0 &&
        count_delimiter(buffer_text(&plain), plain.length, u->delimiter) == u->cells;
    bool ok = belongs ? spool_add(u->text, buffer_text(&plain), plain.length, err) &&
                            spool_add(u->text, u->row.text + length,
                                      u->row.length - length, err)
                      : spool_add(u->text, u->row.text, u->row.length, err);
    buffer_clear(&plain);
    return ok;
}

static bool
end_row(struct unwrapping *u, struct error *err)
{
    bool ok = u->row.length == 0 || (u->text ? write_row(u, err) : look_at_row(u));
    buffer_reset(&u->row);
    return ok;
}

/* A row goes on while a quotation is open. */
static bool
take_line(void *context, const char *line, size_t length, int64_t number,
          struct error *err)
{
    (void)number;
    struct unwrapping *u = context;
    buffer_add_part(&u->row, line, length);
    bool open = count_sign(u->row.text, u->row.length, '"') % 2 == 1;
    return (open && u->row.length < ROW_MOST) || end_row(u, err);
}

/* Whether the first row, at least, is parted once it is unwrapped, and one that was
 * wrapped is: a row of one cell in quotation marks is none. */
static bool
find_cells(struct unwrapping *u)
{
    const char *text = buffer_text(&u->sample);
    const char *end = text + u->sample.length;
    u->delimiter = csv_delimiter_find(text, u->sample.length);
    const char *stop = memchr(text, '\n', u->sample.length);
    u->cells = count_delimiter(text, (size_t)((stop ? stop : end) - text), u->delimiter);
    return u->wrapped > 0 && u->cells > 0 &&
           count_delimiter(buffer_text(&u->inner), u->inner.length, u->delimiter) > 0;
}

static bool
unwrap_all(struct table_file *file, struct unwrapping *u, struct spool **text,
           uint64_t *start, struct error *err)
{
    u->text = spool_open(err);
    bool ok =
        u->text && text_lines_read(*text, *start, take_line, u, err) && end_row(u, err);
    spool_close(ok ? *text : u->text);
    if (!ok)
        return false;
    *text = u->text;
    *start = 0;
    table_kind_note(file, _("Whole rows of the file stand in quotation marks, as a "
                            "spreadsheet writes them by mistake; they were read without "
                            "these."));
    return true;
}

bool
csv_wrapped_undo(struct table_file *file, struct spool **text, uint64_t *start,
                 struct error *err)
{
    struct unwrapping u = { 0 };
    struct error read = { 0 };
    bool ended = !text_lines_read(*text, *start, take_line, &u, &read);
    bool ok = !ended || u.rows == ROWS_MOST || error_pass(err, &read);
    if (ok && !ended)
        (void)end_row(&u, err);
    buffer_reset(&u.row);
    if (ok && find_cells(&u))
        ok = unwrap_all(file, &u, text, start, err);
    buffer_clear(&u.row);
    buffer_clear(&u.sample);
    buffer_clear(&u.inner);
    return ok;
}
