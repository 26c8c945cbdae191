/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_look.c - a day or a month that is looked at, past or to come */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/domain/when.h"
#include "when/when_read.h"
#include "when/when_word.h"

enum { HALF_A_YEAR = 183, YEAR_FROM = 1000, MONTHS = 12 };

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

bool
when_parse_look(const char *text, struct date today, struct date *date, struct error *err)
{
    enum when_half half;
    struct date read;

    switch (when_read_day(text, today, &read, &half)) {
    case WHEN_DAY:
        *date = read;
        return true;
    case WHEN_PASSED:
        *date = nearest(read, today);
        return true;
    default:
        return when_read_month(text, today, date) ||
               when_parse_date(text, today, date, err);
    }
}
