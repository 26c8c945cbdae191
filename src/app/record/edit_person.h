/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_person.h - a person and their post, inside an act that others began */
#ifndef ATELIER_APP_EDIT_PERSON_H
#define ATELIER_APP_EDIT_PERSON_H

#include "atelier/domain/affiliation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* The organisation of that name, created when there is none; *created tells. */
bool edit_person_organisation(struct atelier *at, const char *name, int64_t category,
                              const char *territory, int64_t *organisation, bool *created,
                              struct error *err);

/* Makes it the person's main post from today on; a main post elsewhere ends yesterday.
 * function NULL keeps the one that is known. */
bool edit_person_post(struct atelier *at, int64_t person, int64_t organisation,
                      const char *function, struct error *err);

/* A person and their first post, inside an act that others began: as edit_add_person().
 */
bool edit_person_insert(struct atelier *at, struct person *person,
                        const char *organisation, int64_t category, const char *function,
                        struct questions *questions, struct error *err);

#endif
