/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_nobody.h - rows that hold nobody, or two people */
#ifndef ATELIER_DOMAIN_IMPORT_NOBODY_H
#define ATELIER_DOMAIN_IMPORT_NOBODY_H

#include "atelier/domain/import.h"

/* Why somebody must look at a row that nobody known fits: it is a total, a remark, a seat
 * without a name, or a couple.  A sentence, or NULL. */
const char *import_row_why_no_person(const struct import_row *row);

/* That it holds two people: a sentence. */
const char *import_says_two_people(void);

#endif
