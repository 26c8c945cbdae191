/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_word.h - the words that name days, months and units, in French and English */
#ifndef ATELIER_DOMAIN_WHEN_WORD_H
#define ATELIER_DOMAIN_WHEN_WORD_H

/* 1 to 7 / 1 to 12 for a folded word or its beginning of three letters and more; 0: none.
 */
int when_word_weekday(const char *word);
int when_word_month(const char *word);

/* Days from today: yesterday -1, today 0, tomorrow 1, the day after 2. */
int when_word_day(const char *word, int *days); /* whether it is one */

/* 'h' or 'm' (minutes) for a folded word of a time; 0: none. */
char when_word_clock_unit(const char *word);

/* 'd', 'w', 'm' (months) or 'y' for a folded word of a distance; 0: none. */
char when_word_calendar_unit(const char *word);

#endif
