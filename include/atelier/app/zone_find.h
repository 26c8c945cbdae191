/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_find.h - time zones as people call them: by a city or a country
 */
#ifndef ATELIER_APP_ZONE_FIND_H
#define ATELIER_APP_ZONE_FIND_H

#include "atelier/app/atelier.h"
#include "atelier/domain/search_hit.h"

/* Zones that fit what was typed, else those that are spelt nearly so: the name is the
 * title, the country the detail.  `present` (may be NULL) comes first if it fits. */
bool zone_find(struct atelier *at, const char *text, const char *present, size_t most,
               struct search_hit_list *list, struct error *err);

/* Whether the system knows the zone; else the sentence names those that may be meant. */
bool zone_check(struct atelier *at, const char *name, struct error *err);

#endif
