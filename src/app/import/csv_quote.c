/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_quote.c - quotation marks that begin a cell and are not around it: "DURAND, Zoé"
 * <zoe@example.org> */
#include "import/csv_quote.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "import/text_lines.h"

struct mending {
    struct spool *text; /* NULL: the lines are only looked at */
    char delimiter;
    bool open; /* a quotation goes on from the line before */
    bool found;
    struct buffer line;
};

/* A tab may part the cells: then it is none. */
static const char *
skip_blanks(const struct mending *m, const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t') && *at != m->delimiter)
        at++;
    return at;
}

static bool
ends_cell(const struct mending *m, const char *at, const char *end)
{
    return at == end || *at == m->delimiter;
}

/* The mark that closes a quotation, as the reader takes it: what ends a cell stands
 * behind it.  NULL: it goes on in the next line. */
static const char *
find_close(const struct mending *m, const char *at, const char *end)
{
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        if (at + 1 < end && at[1] == '"')
            at++;
        else if (ends_cell(m, skip_blanks(m, at + 1, end), end))
            return at;
        at++;
    }
    return NULL;
}

/* The first mark that is not doubled. */
static const char *
find_mark(const char *at, const char *end)
{
    while ((at = memchr(at, '"', (size_t)(end - at)))) {
        if (at + 1 == end || at[1] != '"')
            return at;
        at += 2;
    }
    return NULL;
}

static size_t
count_marks(const char *at, const char *end)
{
    size_t count = 0;
    for (; at < end; at++)
        count += *at == '"';
    return count;
}

/* An address in angle brackets. */
static bool
has_address(const char *at, const char *end)
{
    const char *open = memchr(at, '<', (size_t)(end - at));
    const char *sign = open ? memchr(open, '@', (size_t)(end - open)) : NULL;
    return sign && memchr(sign, '>', (size_t)(end - sign));
}

/* Where a cell ends that begins with a mark at `at` and whose quotation ends inside it:
 * an address follows, or all marks behind it are in pairs.  NULL: the marks are around
 * the cell, or it is hard to say. */
static const char *
loose_end(const struct mending *m, const char *at, const char *end)
{
    const char *close = find_mark(at + 1, end);

    if (!close || ends_cell(m, skip_blanks(m, close + 1, end), end))
        return NULL;
    const char *stop = close + 1;
    while (stop < end && *stop != m->delimiter && *stop != '"')
        stop++;
    if (stop < end && *stop == '"')
        return NULL;
    return has_address(close, stop) || count_marks(stop, end) % 2 == 0 ? stop : NULL;
}

static void
add_quoted(struct buffer *line, const char *at, const char *end)
{
    buffer_add_char(line, '"');
    for (; at < end; at++) {
        if (*at == '"')
            buffer_add_char(line, '"');
        buffer_add_char(line, *at);
    }
    buffer_add_char(line, '"');
}

/* One cell, and what ends it; where the next one begins. */
static const char *
mend_cell(struct mending *m, const char *at, const char *end)
{
    const char *first = m->open ? at : skip_blanks(m, at, end);
    const bool is_quoted = m->open || (first < end && *first == '"');
    const char *loose = is_quoted && !m->open ? loose_end(m, first, end) : NULL;
    const char *stop = at;

    if (loose) {
        m->found = true;
        add_quoted(&m->line, first, loose);
        stop = loose;
    } else {
        if (is_quoted)
            stop = find_close(m, m->open ? at : first + 1, end);
        m->open = is_quoted && !stop;
        while (stop && !ends_cell(m, stop, end))
            stop++;
        stop = stop ? stop : end;
        buffer_add_part(&m->line, at, (size_t)(stop - at));
    }
    if (stop < end)
        buffer_add_char(&m->line, m->delimiter);
    return stop < end ? stop + 1 : NULL;
}

/* While lines are only looked at, the first cell of the kind ends the reading. */
static bool
take_line(void *context, const char *line, size_t length, int64_t number,
          struct error *err)
{
    (void)number;
    struct mending *m = context;

    if (!memchr(line, '"', length))
        return !m->text || spool_add(m->text, line, length, err);
    size_t text = length;
    while (text > 0 && (line[text - 1] == '\n' || line[text - 1] == '\r'))
        text--;
    buffer_reset(&m->line);
    for (const char *at = line; at;)
        at = mend_cell(m, at, line + text);
    buffer_add_part(&m->line, line + text, length - text);
    return m->text ? spool_add(m->text, buffer_text(&m->line), m->line.length, err)
                   : !m->found;
}

bool
csv_quote_mend(struct spool **text, char delimiter, uint64_t *start, struct error *err)
{
    struct mending m = { .delimiter = delimiter };
    struct error read = { 0 };
    bool ok = text_lines_read(*text, *start, take_line, &m, &read) ||
              read.kind == ERROR_NONE || error_pass(err, &read);

    if (ok && m.found) {
        m.open = false;
        m.text = spool_open(err);
        ok = m.text && text_lines_read(*text, *start, take_line, &m, err);
        spool_close(ok ? *text : m.text);
        if (ok) {
            *text = m.text;
            *start = 0;
        }
    }
    buffer_clear(&m.line);
    return ok;
}
