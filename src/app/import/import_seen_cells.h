/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seen_cells.h - what the cells of a file are like, each text looked at once
 *
 * The answers of a form are a few words, many times over in many columns.
 */
#ifndef ATELIER_APP_IMPORT_SEEN_CELLS_H
#define ATELIER_APP_IMPORT_SEEN_CELLS_H

#include "atelier/domain/import.h"
#include "import/import_category_names.h"

struct import_seen_cells;

/* The names are borrowed; the caller frees what is returned. */
struct import_seen_cells *
import_seen_cells_new(const struct import_category_names *categories);
void import_seen_cells_free(struct import_seen_cells *seen);

/* A column of that cell alone, until the next one is asked for. */
const struct import_column *import_seen_cells_alone(struct import_seen_cells *seen,
                                                    const char *cell);

#endif
