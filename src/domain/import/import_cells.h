/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_cells.h - what the words of the cells say of a column that no heading names */
#ifndef ATELIER_DOMAIN_IMPORT_CELLS_H
#define ATELIER_DOMAIN_IMPORT_CELLS_H

#include "atelier/domain/import.h"

/* Ville de, Métropole, GmbH: an organisation and no person. */
bool import_cell_is_organisation(const char *folded);
bool import_cell_reads_organisation(const char *text); /* the same, as it is written */

/* Camille, Jean-Luc: a usual given name. */
bool import_cell_is_given(const char *folded, size_t length);

/* Whether a name as it is written begins with one. */
bool import_cell_begins_given(const char *name);

#endif
