/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.c - a spreadsheet's text file: its encoding, its delimiter, its rows */
#include "import/csv_file.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/spool.h"
#include "atelier/base/text.h"
#include "import/csv_cell.h"
#include "import/csv_delimiter.h"
#include "import/csv_encoding.h"

/* Read so many bytes at a time, for the rows behind one another and the few before. */
enum { PART = 16384 };

/* csv_parser.pstate between two rows, and within a text. */
enum { NO_ROW_BEGUN = 0, CELL_BEGUN = 2 };

struct csv_text {
    struct spool *spool;
    uint64_t start;   /* of the text in it, behind a byte order mark */
    struct stat read; /* what the file was */
    struct csv_parser parser;
    char *window; /* the bytes that were read last */
    size_t window_capacity;
    uint64_t window_start;
    size_t window_length;
};

/* ---- the file ---- */

static bool
fail_read(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                     error_system_text(errno));
}

static bool
fail_size(const char *path, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("%s is larger than %d MB: that is not a list of people."), path,
                     CSV_FILE_LIMIT / 1024 / 1024);
}

static bool
copy_all(int fd, struct spool *spool, const char *path, struct error *err)
{
    char part[PART];
    ssize_t got;
    while ((got = read(fd, part, sizeof(part))) > 0)
        if (!spool_add(spool, part, (size_t)got, err))
            return false;
        else if (spool_size(spool) > CSV_FILE_LIMIT)
            return fail_size(path, err);
    return got == 0 || fail_read(path, err);
}

/* The file as it is now, however it changes afterwards. */
static bool
load(struct csv_text *text, const char *path, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                         _("%s cannot be opened: %s."), path, error_system_text(errno));

    bool ok = fstat(fd, &text->read) == 0 || fail_read(path, err);
    if (ok && !S_ISREG(text->read.st_mode))
        ok = error_set(err, ERROR_INPUT, _("%s is not a file."), path);
    else if (ok && text->read.st_size > CSV_FILE_LIMIT)
        ok = fail_size(path, err);
    ok = ok && (text->spool = spool_open(err)) && copy_all(fd, text->spool, path, err);
    close(fd);
    if (ok && spool_size(text->spool) == 0)
        ok = error_set(err, ERROR_INPUT, _("%s is empty."), path);
    return ok;
}

bool
csv_file_has_changed(const struct csv_file *file, const char *path)
{
    const struct stat *read = &file->text->read;
    struct stat now;
    return stat(path, &now) == 0 &&
           (now.st_dev != read->st_dev || now.st_ino != read->st_ino ||
            now.st_size != read->st_size || now.st_mtim.tv_sec != read->st_mtim.tv_sec ||
            now.st_mtim.tv_nsec != read->st_mtim.tv_nsec);
}

/* ---- where the rows begin ---- */

struct finder {
    struct csv_file *file;
    uint32_t offset;    /* of the line that is being read */
    uint32_t line;      /* its number */
    struct csv_mark at; /* where the row began */
    bool blank;         /* the row, so far */
    bool continues;     /* the line, from the part before */
};

static void
find_cell(void *bytes, size_t length, void *context)
{
    (void)length;
    struct finder *f = context;
    f->blank = f->blank && text_is_blank(bytes);
}

static void
find_row_end(int end, void *context)
{
    (void)end;
    struct finder *f = context;
    struct csv_file *file = f->file;
    if (!f->blank) {
        file->marks = memory_grow(file->marks, &file->capacity, file->count + 1,
                                  sizeof(*file->marks));
        file->marks[file->count++] = f->at;
    }
    f->blank = true;
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
find_in_part(struct finder *f, const char *part, size_t length)
{
    struct csv_parser *parser = &f->file->text->parser;
    const char *end = part + length;
    for (const char *at = part; at < end;) {
        const char *next = line_end(at, end);
        if (!f->continues && parser->pstate == NO_ROW_BEGUN)
            f->at = (struct csv_mark){ .offset = f->offset, .line = f->line };
        csv_parse(parser, at, (size_t)(next - at), find_cell, find_row_end, f);
        f->continues = next[-1] != '\n' && next[-1] != '\r';
        f->line += !f->continues;
        f->offset += (uint32_t)(next - at);
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
find_rows(struct csv_file *file, struct error *err)
{
    struct csv_text *text = file->text;
    struct finder f = { .file = file, .line = 1, .blank = true };

    f.offset = (uint32_t)text->start;
    f.at = (struct csv_mark){ .offset = f.offset, .line = 1 };
    char part[PART];
    size_t got = 0;
    do {
        if (!spool_read(text->spool, f.offset, part, sizeof(part), &got, err))
            return false;
        find_in_part(&f, part, whole_breaks(part, got));
    } while (got > 0);
    bool closed = text->parser.pstate != CELL_BEGUN || !text->parser.quoted;
    csv_fini(&text->parser, find_cell, find_row_end, &f);
    return closed ||
           error_set(err, ERROR_INPUT,
                     _("The quotation mark that opens in the row of line %lld is never "
                       "closed; correct it there."),
                     (long long)f.at.line);
}

static bool
find_delimiter(struct csv_file *file, struct error *err)
{
    char part[PART];
    size_t got;
    if (!spool_read(file->text->spool, file->text->start, part, sizeof(part), &got, err))
        return false;
    file->delimiter = csv_delimiter_find(part, got);
    csv_set_delim(&file->text->parser, (unsigned char)file->delimiter);
    return true;
}

bool
csv_file_read(struct csv_file *file, const char *path, struct error *err)
{
    struct csv_text *text = file->text = memory_new(1, sizeof(*text));
    if (csv_init(&text->parser, CSV_APPEND_NULL) != 0)
        return error_set(err, ERROR_SYSTEM, _("The CSV reader could not start."));
    if (!load(text, path, err))
        return false;
    file->encoding = csv_encoding_decode(&text->spool, &text->start, err);
    return file->encoding && find_delimiter(file, err) && find_rows(file, err) &&
           (file->count > 0 || error_set(err, ERROR_INPUT, _("%s has no rows."), path));
}

void
csv_file_clear(struct csv_file *file)
{
    if (file->text) {
        csv_free(&file->text->parser);
        spool_close(file->text->spool);
        free(file->text->window);
        free(file->text);
    }
    free(file->marks);
    *file = (struct csv_file){ 0 };
}

/* ---- one row ---- */

/* The bytes of the spool from an offset on, by way of the window. */
static const char *
borrow_bytes(struct csv_text *text, uint64_t offset, size_t length, struct error *err)
{
    size_t most = length > PART ? length : PART;
    if (offset >= text->window_start &&
        offset + length <= text->window_start + text->window_length)
        return text->window + (offset - text->window_start);
    text->window = memory_grow(text->window, &text->window_capacity, most, 1);
    text->window_start = offset;
    text->window_length = 0;
    if (!spool_read(text->spool, offset, text->window, most, &text->window_length, err))
        return NULL;
    return text->window;
}

/* Puts the cells of the first row of some bytes into a row. */
struct filler {
    struct csv_row *row;
    size_t used; /* of its text */
    bool done;
};

static void
fill_cell(void *bytes, size_t length, void *context)
{
    struct filler *f = context;
    struct csv_row *row = f->row;
    if (f->done)
        return;
    row->cells =
        memory_grow(row->cells, &row->capacity, row->count + 1, sizeof(*row->cells));
    char *cell = row->text + f->used;
    if (length > 0)
        memcpy(cell, bytes, length);
    cell[length] = '\0';
    f->used += length + 1;
    row->cells[row->count++] = cell + (csv_cell_text(cell) - cell);
}

static void
fill_row_end(int end, void *context)
{
    (void)end;
    ((struct filler *)context)->done = true;
}

bool
csv_file_row(const struct csv_file *file, size_t index, struct csv_row *row,
             struct error *err)
{
    struct csv_text *text = file->text;
    const struct csv_mark *mark = &file->marks[index];
    uint64_t end = index + 1 < file->count ? mark[1].offset : spool_size(text->spool);
    size_t length = (size_t)(end - mark->offset);
    const char *bytes = borrow_bytes(text, mark->offset, length, err);
    if (!bytes)
        return false;

    /* Each cell is followed by a delimiter or the end: its zero byte has that room. */
    row->text = memory_grow(row->text, &row->text_capacity, length + 2, 1);
    row->count = 0;
    row->line = mark->line;
    struct filler f = { .row = row };
    csv_parse(&text->parser, bytes, length, fill_cell, fill_row_end, &f);
    csv_fini(&text->parser, fill_cell, fill_row_end, &f);
    return true;
}

void
csv_row_clear(struct csv_row *row)
{
    free(row->cells);
    free(row->text);
    *row = (struct csv_row){ 0 };
}
