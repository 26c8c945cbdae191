/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.h - a spreadsheet's text file: its encoding, its delimiter, its rows */
#ifndef ATELIER_APP_CSV_FILE_H
#define ATELIER_APP_CSV_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"

struct csv_row {
    char **cells;
    size_t count;
    int64_t line; /* where it begins, from 1 */
};

struct csv_file {
    const char *encoding; /* a static name */
    char delimiter;
    struct csv_row *rows; /* blank lines are left out */
    size_t count;
    size_t capacity;
};

/* Files larger than this are no address list. */
enum { CSV_FILE_LIMIT = 64 * 1024 * 1024 };

/* The caller clears it in any case. */
bool csv_file_read(struct csv_file *file, const char *path, struct error *err);
void csv_file_clear(struct csv_file *file);

/* Adds one cell to a line of CSV: quoted where needed, and with an apostrophe
 * before what a spreadsheet would take for a formula (csv_file_read() takes it off
 * again). */
struct buffer;
void csv_add_cell(struct buffer *line, const char *text, char delimiter);

#endif
