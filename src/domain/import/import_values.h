/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_values.h - the cells of one row as values: cleaned, and joined where several
 * columns hold one */
#ifndef ATELIER_DOMAIN_IMPORT_VALUES_H
#define ATELIER_DOMAIN_IMPORT_VALUES_H

#include "atelier/domain/import.h"

/* Fills row->values by the mapping, of which columns without a heading may have no cell;
 * row->told says what was changed on the way or left in such a column, row->asked what is
 * doubtful. */
void import_values_read(struct import_row *row, const struct import_mapping *mapping,
                        const char *const *cells, size_t count);

/* Adds a line to the note. */
void import_values_add_note(struct import_row *row, const char *text);

#endif
