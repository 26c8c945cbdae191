/* SPDX-License-Identifier: GPL-3.0-or-later */
/* past_days.h - the days among words that are typed to look for what was done
 *
 * "24/12/2026", "24/12", "yesterday", "lundi", "16 mars 2027": a day without a year is
 * the last one until today, and several are the time from the first to the last, as are
 * "11/2026", "since March" and "last month".  A year by itself, "2026", may be one of a
 * title, too: it stays among the words.
 */
#ifndef ATELIER_APP_RECORD_PAST_DAYS_H
#define ATELIER_APP_RECORD_PAST_DAYS_H

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"
#include "atelier/domain/listing.h"

struct past_days {
    struct date first; /* none when no day is among the words */
    struct date last;
    struct buffer words; /* the other words */
    int years[LISTING_TIMES];
    size_t year_count;
};

/* To be cleared.  The whole text is one day if it can be read so, else each word may be.
 */
void past_days_read(struct past_days *days, const char *typed, struct date today);
void past_days_clear(struct past_days *days);

#endif
