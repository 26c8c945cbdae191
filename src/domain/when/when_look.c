/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_look.c - a day, a week or a month that is looked at, past or to come */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/domain/when.h"
#include "when/when_read.h"
#include "when/when_word.h"

enum { HALF_A_YEAR = 183, YEAR_FROM = 1000, MONTHS = 12, WEEKS = 53 };

/* Of next year and far ahead, it is rather the one that has passed. */
static struct date
nearest(struct date date, struct date today)
{
    struct date passed = { today.year, date.month, date.day };

    return date.year > today.year && date_is_valid(passed) &&
                   date_to_days(date) - date_to_days(today) > HALF_A_YEAR
               ? passed
               : date;
}

bool
when_read_month(const char *text, struct date today, struct date *date)
{
    struct when_words words;
    char *folded = fold_copy(text);
    int month = 0;
    int year = 0;
    bool ok = when_split(folded, &words);

    for (int i = 0; ok && i < words.count; i++) {
        const char *word = words.items[i].text;
        const int number = words.items[i].number;

        if (number >= YEAR_FROM && year == 0)
            year = number;
        else if (number >= 1 && number <= MONTHS && month == 0)
            month = number;
        else if (number < 0 && month == 0 && when_word_month(word))
            month = when_word_month(word);
        else
            ok = number < 0 && when_word_is_filler(word);
    }
    free(folded);
    if (!ok || month == 0)
        return false;
    if (year == 0 && words.count == 1 && words.items[0].number >= 0)
        return false; /* 3 alone is no month */
    struct date first = { year ? year : today.year, month, 1 };
    if (year == 0 && date_compare(first, today) < 0)
        first.year++;
    *date = year ? first : nearest(first, today);
    return when_is_near(*date, today);
}

static bool
is_week_word(const char *word)
{
    static const char *const words[] = { "w",   "wk",      "week", "s",
                                         "sem", "semaine", "kw",   "woche" };

    return when_word_is_one_of(word, words, sizeof(words) / sizeof(words[0]));
}

/* The Monday of a week by its number (ISO 8601); false: that year has no such week. */
static bool
find_week(int year, int week, struct date *date)
{
    const struct date first =
        date_first_of_week((struct date){ year, 1, 4 }); /* of week 1 */

    *date = date_add_days(first, (int64_t)(week - 1) * WEEK_DAYS);
    return date_iso_week(*date) == week;
}

/* `S12`, `week 12`, `2027-W12`: its Monday.  The number stands behind the word. */
static bool
read_week(const char *text, struct date today, struct date *date)
{
    struct when_words words;
    char *folded = fold_copy(text);
    int week = 0, year = 0;
    bool is_named = false;
    bool ok = when_split(folded, &words);

    free(folded);
    for (int i = 0; ok && i < words.count; i++) {
        const int number = words.items[i].number;

        if (number >= YEAR_FROM && year == 0)
            year = number;
        else if (number >= 1 && number <= WEEKS && is_named && week == 0)
            week = number;
        else if (number < 0 && !is_named && is_week_word(words.items[i].text))
            is_named = true;
        else
            ok = number < 0 && when_word_is_filler(words.items[i].text);
    }
    if (!ok || week == 0 || !find_week(year ? year : today.year, week, date))
        return false;
    if (year == 0 && date_to_days(today) - date_to_days(*date) > HALF_A_YEAR)
        return find_week(today.year + 1, week, date);
    return when_is_near(*date, today);
}

bool
when_parse_look(const char *text, struct date today, struct date *date, struct error *err)
{
    enum when_half half;
    struct date read;

    switch (when_read_day(text, today, &read, &half)) {
    case WHEN_DAY:
    case WHEN_UNSURE:
        *date = read;
        return true;
    case WHEN_PASSED:
        *date = nearest(read, today);
        return true;
    default:
        return read_week(text, today, date) || when_read_month(text, today, date) ||
               when_parse_date(text, today, date, err);
    }
}
