/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.h - days and times as people write them, and as they like to read them
 *
 * French, English and German are understood at any time, whatever language the
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
 * `16/3`, `16.3.27`, `16 mars 2027`, `Mar 16`, `2027-03-16`, `jeu`, `next monday`,
 * `demain`, `in 3 days`, `semaine prochaine`, `+7d`, `+2s` (weeks), `+1m`.  A day without
 * a year is the next one from `today` on, unless it has just passed and would be more
 * than half a year ahead: then its year is asked for, as it is for 29/2.  A weekday is
 * never today's, `ce jeudi` may be; it may be counted in a month: `premier mardi
 * d’avril`, `last Friday of the month`.  ERROR_INPUT with an example otherwise, when a
 * day is given with a weekday that it does not have, and for years before 1970 or more
 * than twenty from today.
 */
bool when_parse_date(const char *text, struct date today, struct date *date,
                     struct error *err);

/*
 * The same for a day that is only looked at: one without a year that has just
 * passed is this year's, and a month is its first day: `mars`, `March 2026`, `3/2026`; a
 * week by its number is its Monday: `S12`, `week 12`, `2027-W12`.
 */
bool when_parse_look(const char *text, struct date today, struct date *date,
                     struct error *err);

/*
 * The days of a time that has been: `2027`, `1/2027-6/2027`, `March to May`, `last year`,
 * `since March`, `depuis le 3/9`, `jusqu’en 2026`.  What has no year is the last one that
 * had begun.  An open end is none, an empty text none at both ends.
 */
bool when_parse_period(const char *text, struct date today, struct date *first,
                       struct date *last, struct error *err);

/*
 * A day and a time (`14h`, `14h30`, `14:30`, `9.30`, `2pm`, `3:30 p.m.`, `midi et demi`,
 * `minuit`, `24h`, `14`), the time before the day, or one of them: what is missing comes
 * from `base`.  Without a base a day alone is an error: a meeting wants its hour.  Four
 * digits after the name of a month are a time (1430) below 2000, a year from there on.
 */
bool when_parse_local_time(const char *text, struct date today, struct local_time base,
                           struct local_time *time, struct error *err);

/* An end: a time without a day is the next one after the start, midnight that which ends
 * the day.  "3h" behind 9:00 is a length: 12:00, and not the night after.  *next_day,
 * which may be NULL: it is on another day though none was named. */
bool when_parse_end(const char *text, struct date today, struct local_time start,
                    struct local_time *end, bool *next_day, struct error *err);

/* A start, or both at once: `16/3 9h30-12h30`, `jeudi de 9h à 12h`, `tue 2-5pm`; of
 * several days in a row those of the first and of the last: `3-4 mars 9h-17h`.  The end
 * is none when the text has a start only.  What may be the one or the other, `mardi 9 à
 * 12h`, is an error that names both. */
bool when_parse_span(const char *text, struct date today, struct local_time base,
                     struct local_time *start, struct local_time *end, bool *next_day,
                     struct error *err);

/* A time with the offset of its zone, as programs write it: 2027-03-16T09:30:00+01:00. */
bool when_parse_instant(const char *text, instant *at);

/* `3h`, `3h30`, `3:30`, `90 min`, `90`: minutes. */
bool when_parse_duration(const char *text, int64_t *minutes, struct error *err);

enum when_style {
    WHEN_SHORT, /* Thu 16/03/2017 */
    WHEN_LONG   /* Thursday 16 March 2017 */
};

void when_format_date(struct date date, enum when_style style, struct buffer *buffer);
/* In figures, as people here write a day: also one that no calendar has, to name it. */
void when_format_day(struct date day, struct buffer *buffer);       /* 16/03/2017 */
void when_format_brief_day(struct date day, struct buffer *buffer); /* 16/03 */
void when_format_month(struct date day, struct buffer *buffer);     /* March 2017 */
const char *when_weekday(int weekday);                              /* 1 Monday: "Mon" */
void when_format_local_time(struct local_time time, struct buffer *buffer); /* short */
/* "3 h 30", "3 h", "45 min": French and English alike. */
void when_format_duration(int64_t minutes, struct buffer *buffer);
/* "Thursday 16 March 2017", or from the first to the last day. */
void when_format_days(struct date first, struct date last, enum when_style style,
                      struct buffer *buffer);
/* The clock alone: "09:30–12:30", whatever the days. */
void when_format_hours(struct local_time start, struct local_time end,
                       struct buffer *buffer);
/* "09:30–12:30"; what ends on another day says which. */
void when_format_hours_of_day(struct local_time start, struct local_time end,
                              struct buffer *buffer);
/* "Thu 16/03/2017 09:30–12:30", or both days in full; the start alone without an end. */
void when_format_span(struct local_time start, struct local_time end,
                      struct buffer *buffer);
/* "2027", "March 2027 – June 2027", "since 03/09/2026": when_parse_period() reads it. */
void when_format_period(struct date first, struct date last, struct buffer *buffer);
/* The place whose clock a zone is, from its name: "Buenos Aires". */
void when_format_place(const char *zone, struct buffer *buffer);

#endif
