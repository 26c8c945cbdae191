/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_alike.h - finding those who may be one person with somebody */
#ifndef ATELIER_STORE_PERSON_ALIKE_H
#define ATELIER_STORE_PERSON_ALIKE_H

#include "atelier/domain/person.h"
#include "atelier/store/database.h"
#include "atelier/store/person_filter.h"

/* Those who may be the same person: by folded family name, by swapped names, by e-mail,
 * and when nobody has the same names, by given name and a family name one letter off.
 * At most `most`; the caller judges with person_likeness().  A filter of the people as
 * they are now spares the search for who is surely unknown; NULL is fine. */
bool person_alike_find(struct database *db, const struct person *person,
                       const struct person_filter *filter, size_t most,
                       struct person_list *list, struct error *err);

#endif
