/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_read.h - the parts of a day and time as people write them */
#ifndef ATELIER_DOMAIN_WHEN_READ_H
#define ATELIER_DOMAIN_WHEN_READ_H

#include <stdbool.h>

#include "atelier/base/civil.h"
#include "when/when_word.h"

enum { WHEN_MOST_WORDS = 10, WHEN_WORD_SIZE = 24 };

/* A text as words and numbers: "jeu. 16/3" is jeu, 16, 3. */
struct when_words {
    struct {
        char text[WHEN_WORD_SIZE]; /* folded letters, or digits */
        int number;                /* -1 for letters */
    } items[WHEN_MOST_WORDS];
    int count;
};

bool when_split(const char *folded, struct when_words *words);

/* What the words of a day say, each at most once. */
struct when_day_words {
    int weekday;
    int other_weekday; /* that the word is as well: Di. is dimanche and Dienstag */
    bool is_short;     /* two letters, which are a weekday beside a day alone */
    int month;
    int numbers[3];
    int digits[3]; /* how many each of them has */
    int count;
    int before_month; /* how many numbers stand before its name */
    bool is_this;
    bool is_numbered; /* “le 5”, “the 5th”: a number alone is a day */
};

/* False when they hold what is said of no day. */
bool when_sort_day(const struct when_words *words, struct when_day_words *day);

/* What became of a text that may be a day, from the worst to the best. */
enum when_reading {
    WHEN_NOTHING,
    WHEN_GAP,           /* 3 and 5 March: days in no row */
    WHEN_NO_HOURS,      /* several days without a time for the first and for the last */
    WHEN_NO_SUCH_DAY,   /* 30 February */
    WHEN_MONTH_FIRST,   /* 04/16/2027: a day only where the month stands before it */
    WHEN_OTHER_WEEKDAY, /* a day, but its weekday is another */
    WHEN_FAR,           /* of a year that is a slip of the hand */
    WHEN_PASSED,        /* without a year, and far ahead because it has just passed */
    WHEN_UNSURE,        /* a day that is seldom meant: 29/2, years ahead */
    WHEN_DAY
};

/* Whether a day lies where people plan: from 1970 to twenty years from today. */
bool when_is_near(struct date date, struct date today);

/* 27 is 2027, 99 was 1999; one digit or three are a slip of the hand: 0. */
int when_full_year(int year, int digits, struct date today);

/* Whether a day is more than half a year from today: seldom meant without its year. */
bool when_is_far_ahead(struct date date, struct date today);

/* `+7d`, `-2s`: the sign comes first. */
enum when_reading when_read_distance(const char *text, struct date today,
                                     struct date *date);

/* `in two weeks`, `il y a 3 mois`, `next week`, `vendredi dernier`. */
enum when_reading when_read_away(const struct when_words *words, struct date today,
                                 struct date *date);

/* `first Tuesday of April`, `dernier vendredi du mois`.  False: the words begin
 * otherwise; true is final, and *reading tells what became of them. */
bool when_read_nth(const struct when_words *words, struct date today, struct date *date,
                   enum when_reading *reading);

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

/* `3-4 mars`, `du 3 au 5 mars`, `March 3 and 4`, `jeudi et vendredi`: the first and the
 * last of several days in a row.  What is wrong with one of them is said of *first. */
enum when_reading when_read_days(const char *text, struct date today, struct date *first,
                                 struct date *last);

/* The same with the hours at which the first begins and the last ends: `3-4 mars 9h-17h`,
 * `du 3 au 4 mars de 9h à 17h`.  What is wrong is said of start->date. */
enum when_reading when_read_days_span(const char *text, struct date today,
                                      struct local_time *start, struct local_time *end);

/* Whether the words of a day name its month, so that a number behind may be its year. */
bool when_names_month(const char *text);

struct when_clock {
    int hour; /* to 24, the end of the day */
    int minute;
    bool is_midnight; /* said in words: the end of a day as well as its beginning */
    bool is_plain;    /* 9, from 9, le 9: which may be a day */
    bool is_pm;       /* said by its sign */
    bool is_bare;     /* 2, 2:30: the half of the day may stand behind another time */
};

/* 2-5 pm: the first time is in the afternoon too, if it is before the second there. */
bool when_is_in_afternoon_too(const struct when_clock *first,
                              const struct when_clock *second);

bool when_read_clock(const char *text, struct when_clock *clock);

/* 2027-03-16T09:30:00+01:00, 20270316T093000Z.  Without an offset *has_offset is false.
 */
bool when_read_iso(const char *text, struct local_time *time, bool *has_offset,
                   int *offset_minutes);

#endif
