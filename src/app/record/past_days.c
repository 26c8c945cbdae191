/* SPDX-License-Identifier: GPL-3.0-or-later */
/* past_days.c - the days among words that are typed to look for what was done */
#include "record/past_days.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/when.h"

enum { WEEK = 7, HALF_A_YEAR = 183, YEAR = 365, LETTERS_LEAST = 4, YEAR_DIGITS = 4 };

/* Days from today: "mar" begins names too, and a number alone is any number. */
static bool
looks_like_a_day(const char *text, bool *digits, bool *year)
{
    bool others = false;
    size_t run = 0;

    *digits = *year = false;
    for (const char *c = text; *c != '\0'; c++) {
        const bool digit = isdigit((unsigned char)*c) != 0;

        run = digit ? run + 1 : 0;
        *digits = *digits || digit;
        *year = *year || run == YEAR_DIGITS;
        others = others || !digit;
    }
    return *digits ? others : strlen(text) >= LETTERS_LEAST;
}

static bool
read_from(const char *text, struct date today, int64_t days, struct date *date)
{
    struct error ignored = { 0 };
    const bool ok = when_parse_date(text, date_add_days(today, days), date, &ignored);

    error_clear(&ignored);
    return ok;
}

/* The parser looks ahead from the day that it is told: from one half a year and a year
 * ago it finds the days since. */
static bool
read_past(const char *text, struct date today, struct date *date)
{
    if (!read_from(text, today, -HALF_A_YEAR, date))
        return read_from(text, today, -YEAR, date);
    if (date_compare(*date, today) > 0)
        date->year--;
    return date_is_valid(*date);
}

static bool
read_day(const char *text, struct date today, struct date *date)
{
    struct date before;
    bool digits, year;

    if (!looks_like_a_day(text, &digits, &year))
        return false;
    if (!read_from(text, today, 0, date))
        return digits && !year && read_past(text, today, date) &&
               date_compare(*date, today) <= 0;
    /* "yesterday" and "in 3 days" move with today; a day to come has no acts. */
    if (year || (read_from(text, today, -1, &before) &&
                 date_to_days(*date) - date_to_days(before) == 1))
        return year || date_compare(*date, today) <= 0;
    if (!digits && date_compare(*date, today) > 0)
        *date = date_add_days(*date, -WEEK);
    return date_compare(*date, today) <= 0 ||
           (read_past(text, today, date) && date_compare(*date, today) <= 0);
}

static void
add_day(struct past_days *days, struct date date)
{
    if (date_is_none(days->first) || date_compare(date, days->first) < 0)
        days->first = date;
    if (date_is_none(days->last) || date_compare(date, days->last) > 0)
        days->last = date;
}

void
past_days_read(struct past_days *days, const char *typed, struct date today)
{
    struct date date;

    *days = (struct past_days){ 0 };
    if (!typed)
        return;
    if (read_day(typed, today, &date)) {
        add_day(days, date);
        return;
    }
    for (const char *at = typed; *at != '\0';) {
        const size_t length = strcspn(at, " ");
        char *word = memory_copy_part(at, length);

        if (read_day(word, today, &date)) {
            add_day(days, date);
        } else {
            buffer_add(&days->words, days->words.length > 0 ? " " : "");
            buffer_add(&days->words, word);
        }
        free(word);
        at += length;
        at += strspn(at, " ");
    }
}

void
past_days_clear(struct past_days *days)
{
    buffer_clear(&days->words);
}
