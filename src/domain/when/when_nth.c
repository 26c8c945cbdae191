/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_nth.c - a weekday counted in its month: first Tuesday of April, dernier vendredi
 * du mois
 */
#include <string.h>

#include "when/when_read.h"
#include "when/when_word.h"

enum { LAST = -1, LAST_BUT_ONE = -2, WEEK = 7, MONTHS = 12, YEAR_DIGITS = 4 };

/* What the words say. */
struct nth {
    int which;   /* 1 for the first, LAST */
    int weekday; /* 0: any, the last day */
    int month;
    int year;
    bool of_month; /* of the month, which is today's but for the turn */
    int turn;
};

static int
ordinal_word(const char *word)
{
    static const struct {
        const char *word;
        int which;
    } words[] = {
        { "first", 1 },       { "premier", 1 },
        { "premiere", 1 },    { "second", 2 },
        { "seconde", 2 },     { "deuxieme", 2 },
        { "third", 3 },       { "troisieme", 3 },
        { "fourth", 4 },      { "quatrieme", 4 },
        { "fifth", 5 },       { "cinquieme", 5 },
        { "last", LAST },     { "dernier", LAST },
        { "derniere", LAST }, { "penultimate", LAST_BUT_ONE },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i].word, word) == 0)
            return words[i].which;
    return 0;
}

/* How many words the ordinal has; 0: there is none here. */
static int
take_ordinal(const struct when_words *words, int at, struct nth *nth)
{
    static const char *const letters[] = { "er", "re",  "ere", "e",  "eme",
                                           "nd", "nde", "st",  "rd", "th" };
    const int left = words->count - at;
    const char *word = left > 0 ? words->items[at].text : "";
    const char *next = left > 1 ? words->items[at + 1].text : "";

    if (strcmp(word, "avant") == 0 && ordinal_word(next) == LAST) {
        nth->which = LAST_BUT_ONE;
        return 2;
    }
    nth->which = ordinal_word(word);
    if (nth->which)
        return 1;
    if (left < 2 || words->items[at].number < 1 || words->items[at].number > 5 ||
        !WHEN_WORD_IS_ONE_OF(next, letters))
        return 0;
    nth->which = words->items[at].number;
    return 2;
}

/* d’avril is one word once folded. */
static int
month_of(const char *word)
{
    const int month = when_word_month(word);

    return !month && *word == 'd' ? when_word_month(word + 1) : month;
}

/* One word behind the weekday. */
static bool
take_rest(const char *word, int number, struct nth *nth)
{
    static const char *const fillers[] = { "of", "in", "the", "du",   "de", "d",
                                           "en", "le", "ce",  "this", "a" };
    static const char *const months[] = { "month", "mois" };
    static const char *const nexts[] = { "next", "prochain" };
    static const char *const lasts[] = { "last", "dernier", "passe" };

    if (number >= 0) {
        if (strlen(word) != YEAR_DIGITS || nth->year || !nth->month)
            return false;
        nth->year = number;
    } else if (!nth->month && month_of(word)) {
        nth->month = month_of(word);
    } else if (WHEN_WORD_IS_ONE_OF(word, months)) {
        nth->of_month = true;
    } else if (WHEN_WORD_IS_ONE_OF(word, nexts)) {
        nth->turn = 1;
    } else if (WHEN_WORD_IS_ONE_OF(word, lasts)) {
        nth->turn = -1;
    } else {
        return WHEN_WORD_IS_ONE_OF(word, fillers);
    }
    return true;
}

static bool
day_in(const struct nth *nth, int year, int month, struct date *date)
{
    const int days = date_days_in_month(year, month);
    int day;

    if (nth->weekday == 0) {
        day = nth->which < 0 ? days + 1 + nth->which : nth->which;
    } else if (nth->which > 0) {
        const int first = date_weekday((struct date){ year, month, 1 });
        day = 1 + (nth->weekday - first + WEEK) % WEEK + (nth->which - 1) * WEEK;
    } else {
        const int last = date_weekday((struct date){ year, month, days });
        day = days - (last - nth->weekday + WEEK) % WEEK + (nth->which + 1) * WEEK;
    }
    *date = (struct date){ year, month, day };
    return day <= days;
}

/* Of the month that is now, or of the one before or behind it. */
static enum when_reading
find_by_turn(const struct nth *nth, struct date today, struct date *date)
{
    const int month = today.year * MONTHS + today.month - 1 + nth->turn;

    if (!day_in(nth, month / MONTHS, month % MONTHS + 1, date))
        return WHEN_NO_SUCH_DAY;
    return nth->turn == 0 && date_compare(*date, today) < 0 ? WHEN_UNSURE : WHEN_DAY;
}

static enum when_reading
find_in_month(const struct nth *nth, struct date today, struct date *date)
{
    if (nth->year) {
        if (!when_is_near((struct date){ nth->year, nth->month, 1 }, today)) {
            *date = (struct date){ nth->year, nth->month, 1 };
            return WHEN_FAR;
        }
        return day_in(nth, nth->year, nth->month, date) ? WHEN_DAY : WHEN_NO_SUCH_DAY;
    }
    bool found = day_in(nth, today.year, nth->month, date);
    if (date_compare(*date, today) < 0)
        found = day_in(nth, today.year + 1, nth->month, date);
    if (!found)
        return WHEN_NO_SUCH_DAY;
    return date->year > today.year && when_is_far_ahead(*date, today) ? WHEN_UNSURE
                                                                      : WHEN_DAY;
}

bool
when_read_nth(const struct when_words *words, struct date today, struct date *date,
              enum when_reading *reading)
{
    static const char *const fillers[] = { "le", "the", "on", "la" };
    static const char *const days[] = { "jour", "day" };
    struct nth nth = { 0 };
    int at = 0;

    while (at < words->count && WHEN_WORD_IS_ONE_OF(words->items[at].text, fillers))
        at++;
    at += take_ordinal(words, at, &nth);
    if (!nth.which || at == words->count)
        return false;
    nth.weekday = when_word_weekday(words->items[at].text);
    if (!nth.weekday && !WHEN_WORD_IS_ONE_OF(words->items[at].text, days))
        return false;
    bool ok = true;
    while (ok && ++at < words->count)
        ok = take_rest(words->items[at].text, words->items[at].number, &nth);
    *reading = WHEN_NOTHING;
    if (ok && nth.month && !nth.turn)
        *reading = find_in_month(&nth, today, date);
    else if (ok && nth.of_month && !nth.month)
        *reading = find_by_turn(&nth, today, date);
    return true;
}
