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

/* What is known of organisations by those who ask. */
struct typed_organisations {
    bool (*has)(void *context, const char *name);         /* one of that name */
    bool (*has_like)(void *context, const char *letters); /* one with words that begin so
                                                           */
    void *context;
};

/*
 * Reads a line into a zeroed struct.  An address is one wherever it stands.  Of parts
 * between commas, or behind a dash, one that is known or is called like one is the
 * organisation; so is what follows a whole name and is no given name; else the third.
 * What follows it is the function.
 */
void typed_person_read(struct typed_person *typed, const char *text,
                       const struct typed_organisations *known);

void typed_person_clear(struct typed_person *typed);

#endif
