/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_meant.h - what is meant by texts that are no names of zones, and name hours */
#ifndef ATELIER_CALENDAR_ZONE_MEANT_H
#define ATELIER_CALENDAR_ZONE_MEANT_H

#include <stddef.h>

enum { ZONE_MEANT_MOST = 3 };

/* Places whose clocks go so: of an abbreviation (CEST), of so many hours from UTC (UTC+1,
 * GMT+01:00), which are those of winter.  The names are kept by the program; 0: the text
 * is none of these. */
size_t zone_meant(const char *text, const char *names[static ZONE_MEANT_MOST]);

/* Behind the hours of what Windows shows people, "(UTC+01:00) Amsterdam, Berlin, Rome",
 * to the cities; NULL: it is none. */
const char *zone_meant_cities(const char *text);

#endif
