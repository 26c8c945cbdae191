/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.c - a spreadsheet's text file: its encoding, its delimiter, its rows */
#include "csv_file.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "csv_encoding.h"

static bool
read_all(int fd, size_t size, struct buffer *bytes, const char *path, struct error *err)
{
    char part[65536];
    ssize_t got;
    while ((got = read(fd, part, sizeof(part))) > 0 && bytes->length <= size)
        buffer_add_part(bytes, part, (size_t)got);
    if (got < 0)
        return error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                         error_system_text(errno));
    return true;
}

static bool
load(const char *path, struct buffer *bytes, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                         _("%s cannot be opened: %s."), path, error_system_text(errno));

    struct stat status;
    bool ok = fstat(fd, &status) == 0;
    if (!ok)
        error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                  error_system_text(errno));
    else if (!S_ISREG(status.st_mode))
        ok = error_set(err, ERROR_INPUT, _("%s is no file."), path);
    else if (status.st_size > CSV_FILE_LIMIT)
        ok = error_set(err, ERROR_INPUT,
                       _("%s is larger than %d MB: that is no list of people."), path,
                       CSV_FILE_LIMIT / 1024 / 1024);
    ok = ok && read_all(fd, CSV_FILE_LIMIT, bytes, path, err);
    close(fd);
    if (ok && bytes->length == 0)
        ok = error_set(err, ERROR_INPUT, _("%s is empty."), path);
    return ok;
}

/* What may part cells, the likeliest first. */
static const char delimiters[] = ";,\t";
enum { DELIMITERS = sizeof(delimiters) - 1 };

/* The one of ; , and tab that parts a row most often, in the first row that is parted at
 * all: a title may stand above.  A quotation begins where a cell does: the inches of 5"
 * are none. */
static char
find_delimiter(const char *text)
{
    size_t counts[DELIMITERS] = { 0 };
    const char *closed = NULL; /* behind the end of a quotation */
    bool begins = true;
    bool quoted = false;
    bool parted = false;
    for (const char *c = text; *c; c++) {
        const char *delimiter = strchr(delimiters, *c);
        bool ends = !quoted && (*c == '\n' || *c == '\r');
        if (ends && parted)
            break;
        if (*c == '"' && quoted) {
            quoted = false;
            closed = c + 1;
        } else if (*c == '"') {
            quoted = begins || c == closed;
        } else if (delimiter && !quoted) {
            counts[delimiter - delimiters]++;
            parted = true;
        }
        begins = delimiter || ends || (begins && *c == ' ');
    }
    size_t best = 0;
    for (size_t i = 1; i < DELIMITERS; i++)
        if (counts[i] > counts[best])
            best = i;
    return delimiters[best];
}

/* csv_parser.pstate between two rows, and within a text. */
enum { NO_ROW_BEGUN = 0, CELL_BEGUN = 2 };

struct reader {
    struct csv_file *file;
    struct csv_row row;
    size_t capacity;
    int64_t line;  /* being read */
    int64_t start; /* where the row began */
};

/* What a spreadsheet would take for a formula, blanks before it or not. */
static bool
is_formula(const char *text)
{
    const char *first = text + strspn(text, " \t\r\n");
    return *first && (strchr("=+-@", *first) || strchr("\t\r\n", *text));
}

/* A cell without the apostrophe that csv_add_cell() put there. */
static void
add_cell(void *bytes, size_t length, void *context)
{
    struct reader *r = context;
    const char *text = bytes ? bytes : "";
    if (length >= 2 && text[0] == '\'' && is_formula(text + 1)) {
        text++;
        length--;
    }
    r->row.cells =
        memory_grow(r->row.cells, &r->capacity, r->row.count + 1, sizeof(*r->row.cells));
    r->row.cells[r->row.count++] = memory_copy_part(text, length);
}

static bool
row_is_blank(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!text_is_blank(row->cells[i]))
            return false;
    return true;
}

static void
row_clear(struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        free(row->cells[i]);
    free(row->cells);
    *row = (struct csv_row){ 0 };
}

static void
end_row(int end, void *context)
{
    (void)end;
    struct reader *r = context;
    struct csv_file *file = r->file;
    if (row_is_blank(&r->row)) {
        row_clear(&r->row);
    } else {
        r->row.line = r->start;
        file->rows = memory_grow(file->rows, &file->capacity, file->count + 1,
                                 sizeof(*file->rows));
        file->rows[file->count++] = r->row;
        r->row = (struct csv_row){ 0 };
    }
    r->capacity = 0;
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

/* Feeds the parser line by line, so that each row knows where it began.  A quotation
 * that never ends would swallow the rows behind it, so it is no file to guess about. */
static bool
parse(struct csv_file *file, const struct buffer *text, struct error *err)
{
    struct csv_parser parser;
    struct reader r = { .file = file, .line = 1, .start = 1 };
    if (csv_init(&parser, CSV_APPEND_NULL) != 0)
        return error_set(err, ERROR_SYSTEM, _("The CSV reader could not start."));
    csv_set_delim(&parser, (unsigned char)file->delimiter);

    const char *at = buffer_text(text);
    const char *end = at + text->length;
    while (at < end) {
        const char *next = line_end(at, end);
        if (parser.pstate == NO_ROW_BEGUN)
            r.start = r.line;
        csv_parse(&parser, at, (size_t)(next - at), add_cell, end_row, &r);
        at = next;
        r.line++;
    }
    bool closed = parser.pstate != CELL_BEGUN || !parser.quoted;
    csv_fini(&parser, add_cell, end_row, &r);
    csv_free(&parser);
    row_clear(&r.row);
    return closed ||
           error_set(err, ERROR_INPUT,
                     _("The quotation mark that opens in the row of line %lld is never "
                       "closed; correct it there."),
                     (long long)r.start);
}

bool
csv_file_read(struct csv_file *file, const char *path, struct error *err)
{
    struct buffer bytes = { 0 };
    struct buffer text = { 0 };
    bool ok = load(path, &bytes, err);
    if (ok) {
        file->encoding =
            csv_encoding_decode(buffer_text(&bytes), bytes.length, &text, err);
        ok = file->encoding != NULL;
    }
    if (ok) {
        file->delimiter = find_delimiter(buffer_text(&text));
        ok = parse(file, &text, err);
    }
    if (ok && file->count == 0)
        ok = error_set(err, ERROR_INPUT, _("%s has no rows."), path);
    buffer_clear(&bytes);
    buffer_clear(&text);
    return ok;
}

void
csv_file_clear(struct csv_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        row_clear(&file->rows[i]);
    free(file->rows);
    *file = (struct csv_file){ 0 };
}

/* At the start of a file it would not be taken for a part of the cell. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void
csv_add_cell(struct buffer *line, const char *text, char delimiter)
{
    /* Any delimiter, so that the right one is found when the file is read again. */
    const char special[] = { delimiter, ';', ',', '\t', '"', '\n', '\r', '\0' };
    size_t length = strlen(text);
    bool formula = is_formula(text);
    bool quoted = formula || strpbrk(text, special) || *text == ' ' ||
                  strncmp(text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0 ||
                  (length > 0 && text[length - 1] == ' ');

    if (quoted)
        buffer_add_char(line, '"');
    if (formula)
        buffer_add_char(line, '\'');
    for (const char *c = text; *c; c++) {
        if (*c == '"')
            buffer_add_char(line, '"');
        buffer_add_char(line, *c);
    }
    if (quoted)
        buffer_add_char(line, '"');
}
