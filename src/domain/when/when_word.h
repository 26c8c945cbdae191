/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_word.h - the words of days and times that stand for themselves, in French, English
 * and German: weekdays, months, units, halves of a day, and what stands between
 */
#ifndef ATELIER_DOMAIN_WHEN_WORD_H
#define ATELIER_DOMAIN_WHEN_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a folded word is one of some. */
bool when_word_is_one_of(const char *word, const char *const *words, size_t count);
#define WHEN_WORD_IS_ONE_OF(WORD, WORDS)                                                 \
    when_word_is_one_of(WORD, WORDS, sizeof(WORDS) / sizeof((WORDS)[0]))

/* 1 to 7 / 1 to 12 for a folded word or its beginning of three letters and more; 0: none.
 */
int when_word_weekday(const char *word);
int when_word_month(const char *word);

/* The same for a weekday of two letters, Mi or Ve; *other is what it is in another
 * language, else 0. */
int when_word_short_weekday(const char *word, int *other);

/* Days from today: yesterday -1, today 0, tomorrow 1, the day after 2. */
int when_word_day(const char *word, int *days); /* whether it is one */

/* Numbers that people write in words before a unit: a, two, quinze, zwölf; -1: none. */
int when_word_number(const char *word);

/* 'h' or 'm' (minutes) for a folded word of a time; 0: none. */
char when_word_clock_unit(const char *word);

/* 'd', 'w', 'f' (fortnights), 'm' (months) or 'y' for a folded word of a distance; 0:
 * none. */
char when_word_calendar_unit(const char *word);

/* The half of a day that a folded word names: demain soir. */
enum when_half { WHEN_ANY_HALF, WHEN_MORNING, WHEN_AFTERNOON };

enum when_half when_word_half(const char *word);

/* The letters behind a number: 1er, 10th. */
bool when_word_is_ordinal(const char *word);

/* A word that leads from a day to what is behind it, a time or another day: a, at, from.
 */
bool when_word_leads(const char *word);

/* A word that may stand in a day or before a time: on, the, le, and those above. */
bool when_word_is_filler(const char *word);

#endif
