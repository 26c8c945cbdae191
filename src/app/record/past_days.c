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

/* Several words, and not those of a name: "de Mai". */
static bool
looks_like_a_period(const char *text)
{
    enum { WORDS = 3 };
    size_t words = 1;

    for (const char *c = strchr(text, ' '); c; c = strchr(c + 1, ' '))
        words++;
    return words >= WORDS || (words > 1 && strcspn(text, " ") >= LETTERS_LEAST);
}

/* "11/2026" anywhere; "since 2025", "last month" when nothing else is typed: "2021-2027"
 * is the name of many a thing. */
static bool
read_period(const char *text, bool whole, struct date today, struct date *first,
            struct date *last)
{
    const struct date earliest = { 1970, 1, 1 };
    struct error ignored = { 0 };
    bool digits, year;

    if (!looks_like_a_day(text, &digits, &year) || (digits && !year))
        return false;
    const bool ok = when_parse_period(text, today, first, last, &ignored);
    error_clear(&ignored);
    if (!ok)
        return false;
    const bool is_month = digits && first->day == 1 && first->year == last->year &&
                          first->month == last->month;
    if (date_is_none(*first))
        *first = earliest;
    if (date_is_none(*last))
        *last = today;
    return date_compare(*first, today) <= 0 &&
           (is_month || (whole && looks_like_a_period(text)));
}

/* 2026, when it has begun. */
static bool
is_year(const char *word, struct date today)
{
    enum { FIRST_YEAR = 1970, DECIMAL = 10 };

    if (strlen(word) != YEAR_DIGITS || word[strspn(word, "0123456789")] != '\0')
        return false;
    const long year = strtol(word, NULL, DECIMAL);
    return year >= FIRST_YEAR && year <= today.year;
}

static void
add_year(struct past_days *days, const char *word)
{
    enum { DECIMAL = 10 };

    if (days->year_count < LISTING_TIMES)
        days->years[days->year_count++] = (int)strtol(word, NULL, DECIMAL);
}

static void
add_day(struct past_days *days, struct date date)
{
    if (date_is_none(days->first) || date_compare(date, days->first) < 0)
        days->first = date;
    if (date_is_none(days->last) || date_compare(date, days->last) > 0)
        days->last = date;
}

/* Where it is a time of some days, "last year", or else a day. */
static bool
add_time(struct past_days *days, const char *text, bool whole, struct date today)
{
    struct date first, last;

    if (!read_period(text, whole, today, &first, &last)) {
        if (!read_day(text, today, &first))
            return false;
        last = first;
    }
    add_day(days, first);
    add_day(days, last);
    return true;
}

void
past_days_read(struct past_days *days, const char *typed, struct date today)
{
    *days = (struct past_days){ 0 };
    if (!typed || add_time(days, typed, true, today))
        return;
    for (const char *at = typed; *at != '\0';) {
        const size_t length = strcspn(at, " ");
        char *word = memory_copy_part(at, length);

        if (!add_time(days, word, false, today)) {
            if (is_year(word, today))
                add_year(days, word);
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
