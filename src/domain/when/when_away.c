/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_away.c - days said by how far they are: in two weeks, +7d, next month */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "when/when_read.h"
#include "when/when_word.h"

static enum when_reading
add_units(int count, const char *unit, struct date today, struct date *date)
{
    switch (when_word_calendar_unit(unit)) {
    case 'd':
        *date = date_add_days(today, count);
        break;
    case 'w':
        *date = date_add_days(today, (int64_t)count * 7);
        break;
    case 'f':
        *date = date_add_days(today, (int64_t)count * 14);
        break;
    case 'm':
        *date = date_add_months(today, count);
        break;
    case 'y':
        *date = date_add_months(today, count * 12);
        break;
    default:
        return WHEN_NOTHING;
    }
    return when_is_near(*date, today) ? WHEN_DAY : WHEN_NOTHING;
}

/* +7d, +7j, +2w, +2s, +1m, +1y, +1a, or the whole word; a minus goes back. */
enum when_reading
when_read_distance(const char *text, struct date today, struct date *date)
{
    char *folded = fold_copy(text + 1);
    struct when_words words;
    bool ok = (text[1] == ' ' || isdigit((unsigned char)text[1])) &&
              when_split(folded, &words) && words.count == 2 &&
              words.items[0].number >= 0 && words.items[0].number < 100000;
    free(folded);
    if (!ok)
        return WHEN_NOTHING;
    int count = *text == '-' ? -words.items[0].number : words.items[0].number;
    return add_units(count, words.items[1].text, today, date);
}

/* In French and German words, eight days are a week and fifteen are two: the first one
 * counts too.  In figures they are what they are. */
static int
count_word(const char *word, const char *unit)
{
    static const char *const eight[] = { "huit", "acht" };

    if (when_word_calendar_unit(unit) == 'd' && WHEN_WORD_IS_ONE_OF(word, eight))
        return 7;
    if (when_word_calendar_unit(unit) == 'd' && strcmp(word, "quinze") == 0)
        return 14;
    return when_word_number(word);
}

/* "two weeks", "12 Tagen": so many units after today, or before it. */
static enum when_reading
read_count(const struct when_words *words, int at, int sign, struct date today,
           struct date *date)
{
    const int written = words->items[at].number;
    const int number = written >= 0
                           ? written
                           : count_word(words->items[at].text, words->items[at + 1].text);

    return number >= 0 && number < 100000
               ? add_units(sign * number, words->items[at + 1].text, today, date)
               : WHEN_NOTHING;
}

/* in two weeks, dans une semaine; three weeks from now; vor zwei Tagen, il y a 3 mois,
 * two months ago */
static enum when_reading
read_way(const struct when_words *words, struct date today, struct date *date)
{
    static const char *const ins[] = { "in", "dans" };
    static const char *const nows[] = { "now", "today" };
    const int count = words->count;
    const char *first = words->items[0].text;

    if (count == 3 && WHEN_WORD_IS_ONE_OF(first, ins))
        return read_count(words, 1, 1, today, date);
    if (count == 3 && strcmp(first, "vor") == 0)
        return read_count(words, 1, -1, today, date);
    if (count == 3 && strcmp(words->items[2].text, "ago") == 0)
        return read_count(words, 0, -1, today, date);
    if (count == 4 && strcmp(words->items[2].text, "from") == 0 &&
        WHEN_WORD_IS_ONE_OF(words->items[3].text, nows))
        return read_count(words, 0, 1, today, date);
    if (count == 5 && strcmp(first, "il") == 0 &&
        strcmp(words->items[1].text, "y") == 0 && strcmp(words->items[2].text, "a") == 0)
        return read_count(words, 3, -1, today, date);
    return WHEN_NOTHING;
}

/* Last Friday is never today. */
static enum when_reading
last_unit(const char *unit, struct date today, struct date *date)
{
    const int weekday = when_word_weekday(unit);

    if (!weekday)
        return add_units(-1, unit, today, date);
    const int back = (date_weekday(today) - weekday + 7) % 7;
    *date = date_add_days(today, back == 0 ? -7 : -back);
    return WHEN_DAY;
}

/* next week, le mois prochain, letzte Woche, vendredi dernier */
static enum when_reading
read_neighbour(const struct when_words *words, struct date today, struct date *date)
{
    static const char *const articles[] = { "the", "la", "le", "l" };
    static const char *const leading[] = { "next",     "nachste",  "nachsten",
                                           "nachster", "nachstes", "kommenden",
                                           "kommende", "kommendes" };
    static const char *const behinds[] = { "prochain", "prochaine" };
    static const char *const passed_before[] = { "last",       "letzte",  "letzten",
                                                 "letztes",    "letzter", "vorige",
                                                 "vorigen",    "voriges", "vergangene",
                                                 "vergangenen" };
    static const char *const passed_behind[] = { "dernier", "derniere", "passe",
                                                 "passee" };
    const int first =
        words->count > 1 && WHEN_WORD_IS_ONE_OF(words->items[0].text, articles) ? 1 : 0;

    if (words->count - first != 2)
        return WHEN_NOTHING;
    const char *word = words->items[first].text;
    const char *other = words->items[first + 1].text;
    if (WHEN_WORD_IS_ONE_OF(word, leading))
        return add_units(1, other, today, date);
    if (WHEN_WORD_IS_ONE_OF(other, behinds))
        return add_units(1, word, today, date);
    if (WHEN_WORD_IS_ONE_OF(word, passed_before))
        return last_unit(other, today, date);
    if (WHEN_WORD_IS_ONE_OF(other, passed_behind))
        return last_unit(word, today, date);
    return WHEN_NOTHING;
}

enum when_reading
when_read_away(const struct when_words *words, struct date today, struct date *date)
{
    const enum when_reading reading = read_way(words, today, date);

    return reading == WHEN_NOTHING ? read_neighbour(words, today, date) : reading;
}
