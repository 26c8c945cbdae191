/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_contact.h - an address and a telephone in one cell */
#ifndef ATELIER_DOMAIN_IMPORT_CONTACT_H
#define ATELIER_DOMAIN_IMPORT_CONTACT_H

#include <stdbool.h>

/* Parts “ana@example.org / 04 11 22 33 44”: the caller frees both.  False: the cell holds
 * something else, and nothing was made. */
bool import_contact_part(const char *tidy, char **address, char **phone);

#endif
