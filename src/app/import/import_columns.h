/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_columns.h - what the columns of a file hold, by its headings and first rows */
#ifndef ATELIER_APP_IMPORT_COLUMNS_H
#define ATELIER_APP_IMPORT_COLUMNS_H

#include "import/import_state.h"

/* Guesses the mapping for the headings that were read; *known is how many of them are
 * understood. */
bool import_columns_guess(struct import *import, size_t *known, struct error *err);

/* Guesses it from the cells alone, also those of the first row. */
bool import_columns_guess_headless(struct import *import, struct error *err);

/* What the first cells of each column are like; zeroed, as many as there are headings. */
bool import_columns_read(struct import *import, struct import_column *columns,
                         struct error *err);

/* Once there are other headings or rows: what import_column_is_idle() found is no more.
 */
void import_columns_forget_filled(struct import *import);

/* “Column 4, “Participe””; the caller frees it. */
char *import_column_name(const struct import *import, size_t column);

#endif
