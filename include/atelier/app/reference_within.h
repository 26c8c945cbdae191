/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_within.h - rows that are chosen among those of one meeting: its slots, its
 * workshops, the items of its programme
 */
#ifndef ATELIER_APP_REFERENCE_WITHIN_H
#define ATELIER_APP_REFERENCE_WITHIN_H

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/search_hit.h"

/* Whether rows of the noun mean something only within a meeting. */
bool reference_is_within(enum entity_kind entity);

/* Those of the meeting that fit what was typed, all when that is blank, by the hour; each
 * with its hours beside it. */
bool reference_find_within(struct atelier *at, enum entity_kind entity, int64_t meeting,
                           const char *text, struct search_hit_list *list,
                           struct error *err);

/* The one of the meeting that a script names: an id, its exact label or title, that but
 * for case and accents, or the only one that holds it. */
bool reference_get_within(struct atelier *at, enum entity_kind entity, int64_t meeting,
                          const char *text, int64_t *id, struct error *err);

#endif
