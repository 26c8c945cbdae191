/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vtimezone.h - a zone told to other calendars (RFC 5545 section 3.6.5) */
#ifndef ATELIER_CALENDAR_VTIMEZONE_H
#define ATELIER_CALENDAR_VTIMEZONE_H

#include "atelier/base/civil.h"
#include "atelier/calendar/content_line.h"
#include "atelier/calendar/zone.h"

/*
 * Writes the zone so that every instant of the window, and at least the whole
 * years it touches, reads right: as two yearly rules when the window lies in
 * the reign of the zone's present rules, else change by change.  The bytes of
 * the first kind do not depend on the window.
 *
 * Summer time is called DAYLIGHT also where the law calls winter the exception
 * (Dublin, Casablanca): calendars expect DAYLIGHT to be ahead.
 */
void vtimezone_write(struct content_line *out, const struct zone *zone,
                     struct span window);

#endif
