/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused_headings.h - the headings by which a file of rows that were left out is
 * known
 */
#ifndef ATELIER_APP_IMPORT_REFUSED_HEADINGS_H
#define ATELIER_APP_IMPORT_REFUSED_HEADINGS_H

#include <stddef.h>

/* How many of these columns are the file's own: behind them stand the line and the reason
 * of each row that was left out, once for each time that they were saved. */
size_t import_refused_own_columns(const char *const *headings, size_t count);

#endif
