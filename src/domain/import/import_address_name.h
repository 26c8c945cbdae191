/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_address_name.h - the name of somebody of whom a list has the address alone */
#ifndef ATELIER_DOMAIN_IMPORT_ADDRESS_NAME_H
#define ATELIER_DOMAIN_IMPORT_ADDRESS_NAME_H

#include "atelier/domain/import.h"

/* Whether the file has addresses and nothing else: names stand before them, or nowhere.
 */
bool import_address_is_all(const struct import_mapping *mapping);

/* Guesses the names of a row that has none from its address, zoe.durand@example.org, and
 * says so: somebody new is doubtful. */
void import_address_name_guess(struct import_row *row);

#endif
