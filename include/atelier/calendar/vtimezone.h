/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vtimezone.h - a zone told to other calendars (RFC 5545 section 3.6.5) */
#ifndef ATELIER_CALENDAR_VTIMEZONE_H
#define ATELIER_CALENDAR_VTIMEZONE_H

#include "atelier/base/civil.h"
#include "atelier/calendar/content_line.h"
#include "atelier/calendar/zone.h"

/*
 * Writes the zone so that every instant of the window, and the whole years it touches
 * where that asks for no more than its present rules, reads right: as two yearly rules
 * when the window lies in the reign of the zone's present rules, else change by change.
 * The bytes of the first kind do not depend on the window.
 *
 * Summer time is called DAYLIGHT also where the law calls winter the exception
 * (Dublin, Casablanca): calendars expect DAYLIGHT to be ahead.
 */
void vtimezone_write(struct content_line *out, const struct zone *zone,
                     struct span window);

/*
 * The first instant from which two yearly rules, or one offset, tell the zone for good;
 * VTIMEZONE_NEVER when they never do (Casablanca, Nuuk), and for UTC itself.  Some
 * programs refuse a list of changes or take it for UTC, so an event that is not
 * repeated is better written in UTC before that.
 */
instant vtimezone_since(const struct zone *zone);

#define VTIMEZONE_NEVER INT64_MAX

#endif
