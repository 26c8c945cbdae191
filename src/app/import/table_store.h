/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_store.h - rows of cells, poured once and read in any order
 *
 * The cells are kept as UTF-8 in a file that only this process can see, and so is where
 * each row begins: a list of fifty thousand people costs no more memory than one of
 * forty, and what was shown is what is read again, whatever becomes of the file.
 */
#ifndef ATELIER_APP_TABLE_STORE_H
#define ATELIER_APP_TABLE_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/paged_list.h"
#include "atelier/base/spool.h"

/* The cells of one row; a zeroed struct is empty. */
struct table_row {
    char **cells; /* within text */
    size_t count;
    size_t capacity;
    char *text;
    size_t text_capacity;
    int64_t line;        /* where it begins in the file, from 1 */
    const char *refusal; /* why it holds nobody, whatever its columns mean; or NULL */
};
void table_row_clear(struct table_row *row);

/* Where a row begins: in the store, and in the file. */
struct table_mark {
    uint32_t offset;
    uint32_t line : 31;
    uint32_t refused : 1; /* its last cell says why */
};

/* Is given each row once it is kept: its cells, a zero byte behind each. */
typedef bool table_store_watch(void *context, const char *cells, size_t length,
                               int64_t line, struct error *err);

/* The cells of all rows, a zero byte behind each. */
struct table_store {
    struct paged_list *marks; /* of each row; blank rows are left out */
    size_t count;
    size_t width; /* shorter rows are read with empty cells up to it */

    struct spool *cells;
    struct buffer row;        /* that is being poured */
    struct buffer pending;    /* whole rows that are not in the spool yet */
    bool begun;               /* the row has a cell that is not blank */
    table_store_watch *watch; /* NULL: nobody */
    void *context;            /* for it */
    char *window;             /* the bytes that were read last */
    size_t window_capacity;
    uint64_t window_start;
    size_t window_length;
};

/* The caller clears it in any case. */
bool table_store_open(struct table_store *store, struct error *err);
void table_store_clear(struct table_store *store);

/* The next cell of the row that is being poured, as UTF-8 without a zero byte. */
void table_store_add_cell(struct table_store *store, const char *text, size_t length);

/* The end of that row, which is left out if all its cells are blank. */
bool table_store_end_row(struct table_store *store, int64_t line, struct error *err);

/* The same of a row that is refused, and why: a sentence. */
bool table_store_refuse_row(struct table_store *store, int64_t line, const char *why,
                            struct error *err);

/* All rows are poured: from now on they can be read. */
bool table_store_finish(struct table_store *store, struct error *err);

/* The line of the file on which a row begins, from 1. */
int64_t table_store_line(const struct table_store *store, size_t index);

/* Reads one row; what it held before is released. */
bool table_store_row(struct table_store *store, size_t index, struct table_row *row,
                     struct error *err);

#endif
