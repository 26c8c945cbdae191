/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_guest.h - somebody who comes with a person of a list and has no row */
#ifndef ATELIER_DOMAIN_IMPORT_GUEST_H
#define ATELIER_DOMAIN_IMPORT_GUEST_H

#include "atelier/domain/import.h"

/* Takes “(+1)”, “+ 2 invités”, “et un collègue”, “with guest” off the end of a name to
 * the note of its row, and tells that nobody else was read there.  What names somebody,
 * “et Marie Petit”, stays. */
void import_guest_take(struct import_row *row, char **name);

/* Cuts “à confirmer”, “(tbc)” or “?” off the end of a name: what it was, for the caller
 * to free, or NULL. */
char *import_guest_cut_remark(char *name);

#endif
