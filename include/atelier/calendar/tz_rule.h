/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tz_rule.h - the rule by which a zone goes on for ever: CET-1CEST,M3.5.0,M10.5.0/3
 *
 * The TZ strings of POSIX (8.3 Other Environment Variables) as TZif files end
 * with them, RFC 8536 section 3.3: hours from -167 to 167.
 */
#ifndef ATELIER_CALENDAR_TZ_RULE_H
#define ATELIER_CALENDAR_TZ_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"

enum { TZ_ABBREVIATION_SIZE = 16 };

enum tz_day {
    TZ_DAY_MONTH_WEEK, /* Mm.w.d */
    TZ_DAY_JULIAN,     /* Jn: 1 to 365, 29 February is never counted */
    TZ_DAY_OF_YEAR     /* n: 0 to 365 */
};

/* When in a year clocks change. */
struct tz_date {
    enum tz_day kind;
    int month;    /* 1 to 12 */
    int week;     /* 1 to 5; 5 is the last */
    int weekday;  /* 0 Sunday to 6 */
    int day;      /* of the other two kinds */
    int32_t time; /* seconds after midnight, on the clock before the change */
};

struct tz_state {
    int32_t offset; /* seconds east of UTC */
    char abbreviation[TZ_ABBREVIATION_SIZE];
};

struct tz_rule {
    struct tz_state standard;
    bool has_daylight; /* only then the rest means something */
    struct tz_state daylight;
    struct tz_date to_daylight;
    struct tz_date to_standard;
};

/* Reads the whole text, or false. */
bool tz_rule_parse(const char *text, size_t length, struct tz_rule *rule);

/* When clocks change in a year. */
instant tz_rule_to_daylight(const struct tz_rule *rule, int year);
instant tz_rule_to_standard(const struct tz_rule *rule, int year);

/* Whether daylight time holds at an instant. */
bool tz_rule_is_daylight(const struct tz_rule *rule, instant at);

/* The first change after an instant; false without daylight time. */
bool tz_rule_next(const struct tz_rule *rule, instant after, instant *at);

#endif
