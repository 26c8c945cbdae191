/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_moment.h - a day and a time that are read from a text, and what is wrong with it
 */
#ifndef ATELIER_DOMAIN_WHEN_MOMENT_H
#define ATELIER_DOMAIN_WHEN_MOMENT_H

#include "atelier/base/error.h"
#include "when/when_read.h"

/* What was read of a text, besides the time itself. */
struct when_moment {
    struct local_time time;
    bool has_day;
    bool clock_first; /* the day stands behind it */
    bool has_clock;
    bool is_midnight;
    struct when_clock clock; /* as it stood there */
};

enum when_reading when_read_moment(const char *text, struct date today,
                                   struct local_time base, struct when_moment *moment);

bool when_parse_moment(const char *text, struct date today, struct local_time base,
                       struct when_moment *moment, struct error *err);

/* An end without its day is the next such time behind the start. */
void when_end_behind(struct when_moment *end, struct local_time start, bool *next_day);

/* Says what is wrong with a day; false when nothing was read at all. */
bool when_explain_day(enum when_reading reading, const char *text, struct date date,
                      struct date today, struct error *err);

bool when_says_uhr(const char *clock);

#endif
