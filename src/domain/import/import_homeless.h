/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_homeless.h - what only an organisation can hold, in a row that names none */
#ifndef ATELIER_DOMAIN_IMPORT_HOMELESS_H
#define ATELIER_DOMAIN_IMPORT_HOMELESS_H

#include "atelier/domain/import.h"

/*
 * Function, category and territory of a row without an organisation go to its note.
 * `known` is whom the row is about, NULL for somebody new: where an organisation is
 * known, the function is that of the post there, and the rest is not the row's business.
 * An earlier row of the file holds what it says itself.
 */
void import_homeless_keep(struct import_row *row, const struct import_candidate *known);

#endif
