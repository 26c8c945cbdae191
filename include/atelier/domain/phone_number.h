/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phone_number.h - a telephone number without what other programs put around it */
#ifndef ATELIER_DOMAIN_PHONE_NUMBER_H
#define ATELIER_DOMAIN_PHONE_NUMBER_H

#include <stdbool.h>

#include "atelier/base/error.h"

/*
 * Takes off the label (`Tél :`, `tel:`) and the apostrophe before a tidied text, puts 0
 * for a letter O among digits, and parts by a comma the numbers that Google parts by
 * `:::`.  What it does not understand stays.  The caller frees it.
 */
char *phone_number_clean(const char *text);

/* ERROR_INPUT, of that field, when a number has no digit, or more than any in the world.
 */
bool phone_number_check(const char *text, const char *field, struct error *err);

/* Whether both are the same number: however its digits are grouped, and whether the code
 * of the country stands before it or, for one whose numbers begin with 0 at home, a 0. */
bool phone_number_is_same(const char *one, const char *other);

/* Whether a number with the code of its country belongs to one whose numbers begin with 0
 * at home: +33 but not +34.  *abroad is whether the text begins with such a code. */
bool phone_number_has_zero(const char *text, bool *abroad);

#endif
