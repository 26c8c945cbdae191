/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference.h - rows as people and scripts name them: an id, a code, an e-mail, a name */
#ifndef ATELIER_APP_REFERENCE_H
#define ATELIER_APP_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/search_hit.h"

/* Whether the rows of a noun are so few that they are shown before anything is typed:
 * groups, venues, rooms, categories; people, organisations and meetings are not. */
bool reference_has_few(enum entity_kind entity);

/* Rows of a noun that fit what was typed: an id, an e-mail, a code, or words; the first
 * of those that are few when nothing is typed yet. */
bool reference_find(struct atelier *at, enum entity_kind entity, const char *text,
                    size_t most, struct search_hit_list *list, struct error *err);

/* The one row that a script names, told by its id alone, whatever the login may read:
 * PERSON an id or an e-mail, GROUP its code, others an id or their exact name.
 * ERROR_NOT_FOUND, or ERROR_INPUT when several fit, naming their ids. */
bool reference_get(struct atelier *at, enum entity_kind entity, const char *text,
                   int64_t *id, struct error *err);

/* The row of that name, but for case and accents; never one whose name only holds it, and
 * no id.  *id is 0 when there is none. */
bool reference_called(struct atelier *at, enum entity_kind entity, const char *name,
                      int64_t *id, struct error *err);

#endif
