/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_don.h - the D. of Spain before a given name: Don, or an initial? */
#ifndef ATELIER_DOMAIN_IMPORT_DON_H
#define ATELIER_DOMAIN_IMPORT_DON_H

#include "atelier/domain/import.h"

/* Moves the “D.” of “D. Juan” from the given name to the civility, where the language of
 * the row, the headings or two Spanish family names show that it is one. */
void import_don_take(struct import_row *row, const struct import_mapping *mapping);

#endif
