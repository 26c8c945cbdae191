/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.h - a spreadsheet's text file: its encoding, its delimiter, its rows
 *
 * The text is kept as UTF-8 in a file that only this process can see, and of each row
 * where it begins: a list of fifty thousand people costs no more memory than one of
 * forty, and what was shown is what is read again, whatever becomes of the file.
 */
#ifndef ATELIER_APP_CSV_FILE_H
#define ATELIER_APP_CSV_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"

/* The cells of one row; a zeroed struct is empty. */
struct csv_row {
    char **cells; /* within text */
    size_t count;
    size_t capacity;
    char *text;
    size_t text_capacity;
    int64_t line; /* where it begins, from 1 */
};
void csv_row_clear(struct csv_row *row);

/* Where a row begins. */
struct csv_mark {
    uint32_t offset;
    uint32_t line;
};

struct csv_file {
    const char *encoding; /* a static name */
    char delimiter;
    struct csv_mark *marks; /* blank lines are left out */
    size_t count;
    size_t capacity;
    struct csv_text *text; /* of csv_file.c */
};

/* Files larger than this are not an address list. */
enum { CSV_FILE_LIMIT = 64 * 1024 * 1024 };

/* The caller clears it in any case. */
bool csv_file_read(struct csv_file *file, const char *path, struct error *err);
void csv_file_clear(struct csv_file *file);

/* Whether another file, or another content of it, stands there now.  One that is gone
 * was not changed. */
bool csv_file_has_changed(const struct csv_file *file, const char *path);

/* Reads one row; what it held before is released. */
bool csv_file_row(const struct csv_file *file, size_t index, struct csv_row *row,
                  struct error *err);

#endif
