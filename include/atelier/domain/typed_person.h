/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_person.h - somebody as one line that a person typed, in its parts
 *
 * `Luc Roux, Ville de Guéret, l.roux@example.org`, `MARTIN Luc <luc@example.org>`,
 * `Durand Marie`, an address alone: as lists are read, so are such lines.
 */
#ifndef ATELIER_DOMAIN_TYPED_PERSON_H
#define ATELIER_DOMAIN_TYPED_PERSON_H

#include "atelier/domain/person_name.h"

/* Owned texts; NULL when there is none. */
struct typed_person {
    struct person_name name;
    char *email, *organisation, *function;
    bool is_parted; /* what shows which name is which: a comma, capitals, the address, a
                     * usual given name */
};

/*
 * Reads a line into a zeroed struct.  An address is one wherever it stands.  Of parts
 * between commas one that is_known() or is called like one is the organisation, else the
 * third; what follows it is the function.
 */
void typed_person_read(struct typed_person *typed, const char *text,
                       bool (*is_known)(void *context, const char *organisation),
                       void *context);

void typed_person_clear(struct typed_person *typed);

#endif
