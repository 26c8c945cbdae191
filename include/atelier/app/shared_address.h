/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shared_address.h - who else has the e-mail address of a person
 *
 * An address is no key: offices share theirs, so that nobody is asked about it.  It may
 * also be a slip, or one person under two names, so that it is said.
 */
#ifndef ATELIER_APP_SHARED_ADDRESS_H
#define ATELIER_APP_SHARED_ADDRESS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/person.h"

/* Adds a sentence; false: nobody else has it, it is the one that `before` has, or this
 * role reads no addresses.  `before` NULL: the person is new, and whoever is like them is
 * left to QUESTION_DUPLICATE of edit_add_person(). */
bool shared_address_warn(struct atelier *at, const struct person *before,
                         const struct person *person, struct buffer *text);

#endif
