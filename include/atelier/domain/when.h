/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.h - days and times as people write them, and as they like to read them
 *
 * French and English are both understood at any time, whatever language the
 * interface speaks.  The day comes before the month, as in European
 * offices; ISO dates are taken too.  Pure: the caller says what day it is.
 */
#ifndef ATELIER_DOMAIN_WHEN_H
#define ATELIER_DOMAIN_WHEN_H

#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"
#include "atelier/base/error.h"

/*
 * `16/3`, `16.3.27`, `16 mars 2027`, `March 16`, `2027-03-16`, `jeu`, `next
 * monday`, `demain`, `+7d`, `+2s` (weeks), `+1m`.  A day without a year is the next one
 * from `today` on; so is a weekday, which is never today's.  ERROR_INPUT with an example
 * otherwise, and when a day is given with a weekday that it does not have.
 */
bool when_parse_date(const char *text, struct date today, struct date *date,
                     struct error *err);

/*
 * A day and a time (`14h`, `14h30`, `14:30`, `9.30`, `2pm`, `midi`, `noon`, `minuit`,
 * `14`), or one of them: what is missing comes from `base`
 * (an end of `12:30` is on the day of the start).  Without a base a day
 * alone is an error: a meeting wants its hour.  Four digits after the name of a
 * month are a time (1430) below 2000, a year from there on.
 */
bool when_parse_local_time(const char *text, struct date today, struct local_time base,
                           struct local_time *time, struct error *err);

/* `3h`, `3h30`, `3:30`, `90 min`, `90`: minutes. */
bool when_parse_duration(const char *text, int64_t *minutes, struct error *err);

enum when_style {
    WHEN_SHORT, /* Thu 16/03/2017 */
    WHEN_LONG   /* Thursday 16 March 2017 */
};

void when_format_date(struct date date, enum when_style style, struct buffer *buffer);
void when_format_local_time(struct local_time time, struct buffer *buffer); /* short */
/* "3 h 30", "3 h", "45 min": French and English alike. */
void when_format_duration(int64_t minutes, struct buffer *buffer);
/* "Thu 16/03/2017 09:30–12:30", or both days in full; the start alone without an end. */
void when_format_span(struct local_time start, struct local_time end,
                      struct buffer *buffer);

#endif
