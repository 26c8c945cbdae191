/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_no_address.h - cells that say in words that there is no e-mail address */
#ifndef ATELIER_DOMAIN_IMPORT_NO_ADDRESS_H
#define ATELIER_DOMAIN_IMPORT_NO_ADDRESS_H

#include <stdbool.h>

/* “pas de mail”, “unknown”, “à venir”, “0”: nothing is lost with it, and it may be left
 * out with a word.  “jean.dupont(at)ville.fr” and “dupont” are addresses gone wrong. */
bool import_cell_says_no_address(const char *cell);

#endif
