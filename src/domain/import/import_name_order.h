/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_order.h - which of two names comes first, where the address shows it */
#ifndef ATELIER_DOMAIN_IMPORT_NAME_ORDER_H
#define ATELIER_DOMAIN_IMPORT_NAME_ORDER_H

#include "atelier/domain/import.h"
#include "atelier/domain/person_name.h"

enum import_name_reading {
    IMPORT_NAME_AS_IT_STANDS,
    IMPORT_NAME_BY_ADDRESS,
    IMPORT_NAME_UNKNOWN, /* a usual given name stands last, and the address says nothing
                          */
    IMPORT_NAME_TURNED /* a usual given name stands where that order has the family name,
                          and none beside it */
};

/* Reads a whole name as person_name_read() does, but in the other order, or parted behind
 * another word, where neither comma nor capitals part it and the address, which may be
 * NULL, says so: jean.petit@ of Petit Jean, jgarcia@ of García López José. */
enum import_name_reading import_name_read(struct person_name *name, const char *text,
                                          const char *email,
                                          enum person_name_order order);

/* Where a heading speaks of surnames, as in “Nombre y apellidos”, the last two words are
 * they. */
void import_name_take_surnames(const struct import_mapping *mapping,
                               enum import_target whole, struct person_name *name);

#endif
