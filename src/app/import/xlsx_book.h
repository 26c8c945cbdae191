/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_book.h - what the sheets of a workbook share: names, texts, formats of numbers
 *
 * Parts are found by the relations between them, never by their names.
 */
#ifndef ATELIER_APP_XLSX_BOOK_H
#define ATELIER_APP_XLSX_BOOK_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "import/xlsx_number.h"
#include "import/xlsx_part.h"

struct xlsx_sheet {
    char *name;
    char *relation; /* its id */
    char *part;     /* NULL for a chart */
};

/* A zeroed struct is empty. */
struct xlsx_book {
    const struct xlsx_archive *archive; /* borrowed */
    struct xlsx_sheet *sheets;          /* hidden ones are left out */
    size_t sheet_count;
    size_t sheet_capacity;
    size_t hidden_sheets;
    bool since_1904;

    struct buffer texts; /* shared ones, a zero byte behind each */
    uint32_t *text_offsets;
    size_t text_count;
    size_t text_capacity;

    struct xlsx_format *formats; /* one a style of cells */
    size_t format_count;
    size_t format_capacity;
};

/* The caller clears it in any case; the archive stays the caller's. */
bool xlsx_book_read(struct xlsx_book *book, const struct xlsx_archive *archive,
                    struct error *err);
void xlsx_book_clear(struct xlsx_book *book);

/* A shared text by its number, NULL when there is none of it. */
const char *xlsx_book_text(const struct xlsx_book *book, const char *number,
                           size_t *length);

/* The format of a style by its number, which may be NULL; borrowed. */
const struct xlsx_format *xlsx_book_format(const struct xlsx_book *book,
                                           const char *number);

#endif
