/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_filter.h - who is surely not known yet
 *
 * Fifty thousand names of a spreadsheet are mostly new, and asking the database five
 * times for each to learn that takes longer than writing them.  One pass over the people
 * notes what they can be found by as a few bits each: it may say of a stranger
 * that they could be known, never of somebody known that they are not.
 */
#ifndef ATELIER_STORE_PERSON_FILTER_H
#define ATELIER_STORE_PERSON_FILTER_H

#include "atelier/domain/name_kin.h"
#include "atelier/store/database.h"

struct person_filter;

/* Of everybody who is known now; a colleague's act since makes it stale.  NULL and an
 * error when they cannot be read. */
struct person_filter *person_filter_new(struct database *db, struct error *err);
void person_filter_free(struct person_filter *filter); /* NULL is fine */

/* Whether somebody may have that e-mail, or that folded family name. */
bool person_filter_has_email(const struct person_filter *filter, const char *email);
bool person_filter_has_family(const struct person_filter *filter, const char *fold);

/* Whether somebody of that given name may have a family name one letter off. */
bool person_filter_has_slip(const struct person_filter *filter, const char *family,
                            const char *given);

/* Whether somebody may have two names that are kin to these. */
bool person_filter_has_kin(const struct person_filter *filter,
                           const struct name_kin *families,
                           const struct name_kin *givens);

#endif
