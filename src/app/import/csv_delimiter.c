/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_delimiter.c - what parts the cells of a spreadsheet's text file */
#include "import/csv_delimiter.h"

#include <string.h>

/* What may part cells, the likeliest first. */
static const char delimiters[] = ";,\t|";
enum { DELIMITERS = sizeof(delimiters) - 1, ROWS_MOST = 20 };

struct rows {
    size_t counts[ROWS_MOST][DELIMITERS]; /* of each delimiter in each row */
    size_t count;
};

/* A row without any says nothing of them, and makes room for the next: titles and remarks
 * may stand above a table for a page. */
static void
end_row(struct rows *rows)
{
    for (size_t i = 0; i < DELIMITERS; i++)
        if (rows->counts[rows->count][i] > 0) {
            rows->count++;
            return;
        }
}

/* Counts in the first rows that have some.  A quotation begins where a cell does: the
 * inches of 5" are none. */
static void
count_delimiters(struct rows *rows, const char *text, size_t length)
{
    const char *closed = NULL; /* behind the end of a quotation */
    bool begins = true;
    bool quoted = false;
    for (const char *c = text; c < text + length && rows->count < ROWS_MOST; c++) {
        const char *delimiter = memchr(delimiters, *c, DELIMITERS);
        bool ends = !quoted && (*c == '\n' || *c == '\r');
        if (ends)
            end_row(rows);
        if (*c == '"' && quoted) {
            quoted = false;
            closed = c + 1;
        } else if (*c == '"') {
            quoted = begins || c == closed;
        } else if (delimiter && !quoted) {
            rows->counts[rows->count][delimiter - delimiters]++;
        }
        begins = delimiter || ends || (begins && *c == ' ');
    }
    if (rows->count < ROWS_MOST)
        end_row(rows);
}

/* How many rows a delimiter parts alike; *cells, as the most of them have. */
static size_t
count_alike(const struct rows *rows, size_t delimiter, size_t *cells)
{
    size_t most = 0;
    *cells = 0;
    for (size_t i = 0; i < rows->count; i++) {
        size_t count = rows->counts[i][delimiter];
        size_t alike = 0;
        for (size_t j = 0; j < rows->count && count > 0; j++)
            alike += rows->counts[j][delimiter] == count;
        if (alike > most || (alike == most && count > *cells)) {
            most = alike;
            *cells = count;
        }
    }
    return most;
}

/* The one that parts most of the first rows alike, and then the one that parts them most:
 * titles and notes with a comma may stand above and in them. */
char
csv_delimiter_find(const char *text, size_t length)
{
    struct rows rows = { 0 };
    size_t best = 0;
    size_t best_alike = 0;
    size_t best_cells = 0;
    count_delimiters(&rows, text, length);
    for (size_t i = 0; i < DELIMITERS; i++) {
        size_t cells;
        size_t alike = count_alike(&rows, i, &cells);
        if (alike > best_alike || (alike == best_alike && cells > best_cells)) {
            best = i;
            best_alike = alike;
            best_cells = cells;
        }
    }
    return delimiters[best];
}

/* Two blanks and more between words, in a line that is no cell in quotation marks. */
static bool
has_gap(const char *line, size_t length)
{
    enum { GAP_LEAST = 2 };
    size_t blanks = 0;
    bool begun = false;
    if (length > 0 && line[0] == '"')
        return false;
    for (size_t i = 0; i < length; i++) {
        bool blank = line[i] == ' ';
        if (!blank && begun && blanks >= GAP_LEAST)
            return true;
        begun = begun || !blank;
        blanks = blank ? blanks + 1 : 0;
    }
    return false;
}

bool
csv_delimiter_is_blanks(const char *text, size_t length)
{
    size_t lines = 0;
    size_t gaps = 0;
    const char *end = text + length;
    for (const char *at = text; at < end && lines < ROWS_MOST;) {
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r') {
            if (memchr(delimiters, *stop, DELIMITERS))
                return false;
            stop++;
        }
        lines += stop > at;
        gaps += has_gap(at, (size_t)(stop - at));
        at = stop + 1;
    }
    return gaps > 1 && gaps * 2 > lines;
}
