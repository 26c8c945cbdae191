/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_delimiter.c - what parts the cells of a spreadsheet's text file */
#include "import/csv_delimiter.h"

#include <stdbool.h>
#include <string.h>

/* What may part cells, the likeliest first. */
static const char delimiters[] = ";,\t|";
enum { DELIMITERS = sizeof(delimiters) - 1 };

/* The one of ; , tab and | that parts a row most often, in the first row that is parted
 * at all: a title may stand above.  A quotation begins where a cell does: the inches of
 * 5" are none. */
char
csv_delimiter_find(const char *text, size_t length)
{
    size_t counts[DELIMITERS] = { 0 };
    const char *closed = NULL; /* behind the end of a quotation */
    bool begins = true;
    bool quoted = false;
    bool parted = false;
    for (const char *c = text; c < text + length; c++) {
        const char *delimiter = memchr(delimiters, *c, DELIMITERS);
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
