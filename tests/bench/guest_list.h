/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guest_list.h - a list of people as an office gets them, always the same one
 *
 * Ten columns with French headings; names with particles, in capitals, in two parts;
 * organisations of the sample and others, telephones with signs, blank cells.
 */
#ifndef ATELIER_TESTS_BENCH_GUEST_LIST_H
#define ATELIER_TESTS_BENCH_GUEST_LIST_H

#include <stddef.h>

enum { GUEST_COLUMNS = 10, GUEST_CELL = 96 };

struct guest {
    char cells[GUEST_COLUMNS][GUEST_CELL]; /* UTF-8, "" when blank */
};

extern const char *const guest_headings[GUEST_COLUMNS];

/* The person of that row, counted from 0. */
void guest_make(size_t row, struct guest *guest);

/* Writes so many of them: parted by semicolons, or as a workbook with shared texts. */
void guest_list_write_csv(const char *path, size_t rows);
void guest_list_write_xlsx(const char *path, size_t rows);

#endif
