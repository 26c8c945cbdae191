/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_merge.h - merged cells: the first alone counts, and what the others hide is said
 */
#ifndef ATELIER_APP_XLSX_MERGE_H
#define ATELIER_APP_XLSX_MERGE_H

#include "import/table_file.h"

/* From B2 to B4: columns from 0, rows from 1. */
struct xlsx_merge {
    int64_t first_row;
    int64_t last_row;
    size_t first_column;
    size_t last_column;
};

/* A zeroed struct is empty. */
struct xlsx_merge_list {
    struct xlsx_merge *items;
    size_t count;
    size_t capacity;
};

/* Adds "B2:B4"; what is none, or is beyond a list of people, is passed over. */
void xlsx_merge_list_add(struct xlsx_merge_list *list, const char *reference);
void xlsx_merge_list_clear(struct xlsx_merge_list *list);

/* Notes which rows of the finished store they leave without a text, or whose text they
 * hide. */
bool xlsx_merge_list_note(const struct xlsx_merge_list *list, struct table_file *file,
                          struct error *err);

/* The column and the row of "AB12", from 0 and 1; the row is 0 when it is missing. */
bool xlsx_cell_parse(const char *reference, size_t *column, int64_t *row,
                     const char **end);

#endif
