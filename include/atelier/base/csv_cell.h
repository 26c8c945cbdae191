/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_cell.h - one cell of a CSV file, safe for the spreadsheet that opens it */
#ifndef ATELIER_BASE_CSV_CELL_H
#define ATELIER_BASE_CSV_CELL_H

#include <stddef.h>

#include "atelier/base/buffer.h"

/* What parts the cells of the files that we write: French spreadsheets expect it, and all
 * others find it. */
enum { CSV_CELL_DELIMITER = ';' };

/* Adds one cell to a line of CSV: quoted where needed, and with an apostrophe
 * before what a spreadsheet would take for a formula. */
void csv_cell_add(struct buffer *line, const char *text, char delimiter);

/* Without the apostrophe that csv_cell_add() put there; a spreadsheet that saves our CSV
 * as a workbook keeps it. */
const char *csv_cell_unguarded(const char *cell);

/* The text of a cell without that apostrophe, and without
 * the ="…" by which a program kept the zero of a telephone; borrowed, *length long. */
const char *csv_cell_text(const char *cell, size_t *length);

#endif
