/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_by_name.h - the zone that a file means by a name alone */
#ifndef ATELIER_CALENDAR_ZONE_BY_NAME_H
#define ATELIER_CALENDAR_ZONE_BY_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/calendar/zone.h"

/* Whatever is found lives as long as the cache; NULL: the name says no zone. */

/* IANA's name in any case, that of Windows, either behind what a program puts before it
 * (/mozilla.org/20050126_1/Europe/Paris), or so many whole hours from UTC: GMT+0100. */
const struct zone *zone_by_name(struct zone_cache *cache, const char *name);

/* What Windows and Zimbra show people: "(UTC+01:00) Brussels, Paris" is the first of the
 * reader's own zones that it names, else the first place that it names, if clocks there
 * are so far from UTC in winter. */
const struct zone *zone_by_shown_name(struct zone_cache *cache, const char *name,
                                      const struct zone *const *own, size_t own_count,
                                      int year);

/* Where the text names the city of the zone; NULL: nowhere. */
const char *zone_city_in(const char *text, const char *zone);

#endif
