/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.c - a spreadsheet's text file: its encoding, its delimiter, its rows */
#include "import/csv_file.h"

#include <csv.h>
#include <string.h>

#include "atelier/base/csv_cell.h"
#include "atelier/base/language.h"
#include "import/address_kind.h"
#include "import/csv_delimiter.h"
#include "import/csv_quote.h"
#include "import/csv_wrapped.h"
#include "import/text_encoding.h"
#include "import/text_twice.h"

enum { PART = 16384 };

/* csv_parser.pstate between two rows, and within a text. */
enum { NO_ROW_BEGUN = 0, CELL_BEGUN = 2 };

struct csv_reading {
    struct table_file *file;
    struct csv_parser parser;
    struct spool *text;
    uint64_t offset; /* of the line that is being read */
    int64_t line;    /* its number */
    int64_t begun;   /* the line on which the row began */
    bool continues;  /* the line, from the part before */
    bool ok;
    struct error *err;
};

static void
take_cell(void *bytes, size_t length, void *context)
{
    struct csv_reading *r = context;
    const char *text = csv_cell_text(length > 0 ? bytes : "", &length);
    table_store_add_cell(&r->file->rows, text, length);
}

static void
take_row_end(int end, void *context)
{
    (void)end;
    struct csv_reading *r = context;
    r->ok = r->ok && table_store_end_row(&r->file->rows, r->begun, r->err);
}

/* Behind the line that begins here: \n, \r\n or \r ends it. */
static const char *
line_end(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r')
        at++;
    if (end - at >= 2 && at[0] == '\r' && at[1] == '\n')
        return at + 2;
    return at < end ? at + 1 : at;
}

/* Feeds the parser line by line, so that each row knows where it began. */
static void
read_part(struct csv_reading *r, const char *part, size_t length)
{
    const char *end = part + length;
    for (const char *at = part; at < end;) {
        const char *next = line_end(at, end);
        if (!r->continues && r->parser.pstate == NO_ROW_BEGUN)
            r->begun = r->line;
        csv_parse(&r->parser, at, (size_t)(next - at), take_cell, take_row_end, r);
        r->continues = next[-1] != '\n' && next[-1] != '\r';
        r->line += !r->continues;
        r->offset += (uint64_t)(next - at);
        at = next;
    }
}

/* A line break of two bytes is not torn apart: its first byte is read again. */
static size_t
whole_breaks(const char *part, size_t length)
{
    return length > 1 && part[length - 1] == '\r' ? length - 1 : length;
}

/* A quotation that never ends would swallow the rows behind it, so it is not a file to
 * guess about. */
static bool
read_rows(struct csv_reading *r)
{
    char part[PART];
    size_t got = 0;
    do {
        if (!spool_read(r->text, r->offset, part, sizeof(part), &got, r->err))
            return false;
        read_part(r, part, whole_breaks(part, got));
    } while (r->ok && got > 0);
    bool closed = r->parser.pstate != CELL_BEGUN || !r->parser.quoted;
    csv_fini(&r->parser, take_cell, take_row_end, r);
    if (!r->ok)
        return false;
    return closed ||
           error_set(r->err, ERROR_INPUT,
                     _("The quotation mark that opens in the row of line %lld is never "
                       "closed; correct it there."),
                     (long long)r->begun);
}

static bool
find_delimiter(struct csv_reading *r)
{
    char part[PART];
    size_t got;
    if (!spool_read(r->text, r->offset, part, sizeof(part), &got, r->err))
        return false;
    r->file->delimiter = csv_delimiter_find(part, got);
    if (csv_delimiter_is_blanks(part, got))
        return error_set(
            r->err, ERROR_INPUT,
            _("Blanks seem to part the columns of this file, and columns "
              "would be lost: open it in a spreadsheet as fixed width and "
              "save it as CSV.  If each row is a name alone, leave one blank "
              "between its words."));
    csv_set_delim(&r->parser, (unsigned char)r->file->delimiter);
    return true;
}

static bool
csv_file_read(struct table_file *file, struct spool **bytes, struct error *err)
{
    struct csv_reading r = {
        .file = file, .line = 1, .begun = 1, .ok = true, .err = err
    };
    if (csv_init(&r.parser, CSV_APPEND_NULL) != 0)
        return error_set(err, ERROR_SYSTEM, _("The CSV reader could not start."));
    bool ok = text_encoding_decode(file, bytes, &r.offset, err) &&
              csv_wrapped_undo(file, bytes, &r.offset, err) &&
              text_twice_mend(file, bytes, &r.offset, err) &&
              text_encoding_look(file, *bytes, r.offset, err);
    r.text = *bytes;
    bool is_addresses = false;
    ok = ok && address_kind_read(file, r.text, r.offset, &is_addresses, err);
    ok = ok &&
         (is_addresses ||
          (find_delimiter(&r) &&
           csv_quote_mend(&r.text, file->delimiter, &r.offset, err) && read_rows(&r)));
    *bytes = r.text;
    csv_free(&r.parser);
    return ok;
}

static bool
csv_file_knows(const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    return true;
}

const struct table_kind csv_file_kind = { .knows = csv_file_knows,
                                          .read = csv_file_read };
