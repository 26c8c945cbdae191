/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_read.h - the parts of a day and time as people write them */
#ifndef ATELIER_DOMAIN_WHEN_READ_H
#define ATELIER_DOMAIN_WHEN_READ_H

#include <stdbool.h>

#include "atelier/base/civil.h"
#include "when/when_word.h"

enum { WHEN_MOST_WORDS = 8, WHEN_WORD_SIZE = 24 };

/* A text as words and numbers: "jeu. 16/3" is jeu, 16, 3. */
struct when_words {
    struct {
        char text[WHEN_WORD_SIZE]; /* folded letters, or digits */
        int number;                /* -1 for letters */
    } items[WHEN_MOST_WORDS];
    int count;
};

bool when_split(const char *folded, struct when_words *words);

/* What became of a text that may be a day, from the worst to the best. */
enum when_reading {
    WHEN_NOTHING,
    WHEN_NO_SUCH_DAY,   /* 30 February */
    WHEN_MONTH_FIRST,   /* 04/16/2027: a day only where the month stands before it */
    WHEN_OTHER_WEEKDAY, /* a day, but its weekday is another */
    WHEN_FAR,           /* of a year that is a slip of the hand */
    WHEN_PASSED,        /* without a year, and far ahead because it has just passed */
    WHEN_DAY
};

/* Whether a day lies where people plan: from 1970 to twenty years from today. */
bool when_is_near(struct date date, struct date today);

enum when_reading when_read_day(const char *text, struct date today, struct date *date,
                                enum when_half *half);

/* `mars`, `March 2026`, `3/2026`, `2026-03`: its first day. */
bool when_read_month(const char *text, struct date today, struct date *date);

/* `Do`, `am Mi.`: a weekday of two letters without its day, which only a time behind it
 * tells from another word; Di is Dienstag in German alone. */
bool when_read_short_weekday(const char *text, bool german, struct date today,
                             struct date *date);

/* Whether a text names several days, of which none is meant alone: 10-12/3, 5 à 6 mars,
 * March 10-12.  10-12 is the tenth of December. */
bool when_is_several_days(const char *text, bool names_month);

/* Whether the words of a day name its month, so that a number behind may be its year. */
bool when_names_month(const char *text);

struct when_clock {
    int hour; /* to 24, the end of the day */
    int minute;
    bool is_midnight; /* said in words: the end of a day as well as its beginning */
    bool is_plain;    /* 9, from 9, le 9: which may be a day */
};

bool when_read_clock(const char *text, struct when_clock *clock);

/* 2027-03-16T09:30:00+01:00, 20270316T093000Z.  Without an offset *has_offset is false.
 */
bool when_read_iso(const char *text, struct local_time *time, bool *has_offset,
                   int *offset_minutes);

#endif
