/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_day.c - days as people write them */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "when/when_read.h"
#include "when/when_word.h"

enum { NO_YEAR = -1 };

/* This Thursday may be today. */
static bool
is_this(const char *word)
{
    static const char *const words[] = { "this", "ce", "cet", "cette", "diesen" };
    return WHEN_WORD_IS_ONE_OF(word, words);
}

/* Without a year: the next such day from today on. */
static void
make_date(int day, int month, int year, struct date today, struct date *date)
{
    struct date made = { .year = year == NO_YEAR ? today.year : year,
                         .month = month,
                         .day = day };
    if (year == NO_YEAR) {
        /* 29 February waits for the next leap year. */
        for (int tries = 0; tries < 8; tries++, made.year++)
            if (date_is_valid(made) && date_compare(made, today) >= 0)
                break;
    }
    *date = made;
}

/* Beside a number without a month: le 5, the 5th, den 5. */
static bool
makes_day(const char *word)
{
    static const char *const words[] = { "le", "the", "am", "den", "der", "dem" };
    return when_word_is_ordinal(word) || WHEN_WORD_IS_ONE_OF(word, words);
}

/* “Mar 16, 2027” is in March, “mar 16/3” a Tuesday: one number and no other month. */
static void
settle_mar(const struct when_words *words, struct when_day_words *day)
{
    if (strcmp(words->items[0].text, "mar") != 0 || day->month != 0 || day->count == 0 ||
        day->count == 3 || (day->count == 2 && day->numbers[1] <= 12))
        return;
    day->weekday = 0;
    day->month = 3;
}

bool
when_sort_day(const struct when_words *words, struct when_day_words *day)
{
    *day = (struct when_day_words){ 0 };
    for (int i = 0; i < words->count; i++) {
        const char *word = words->items[i].text;
        int number = words->items[i].number;
        if (strcmp(word, "premier") == 0 || strcmp(word, "first") == 0)
            number = 1;
        day->is_numbered = day->is_numbered || makes_day(word);
        if (number >= 0) {
            if (day->count == 3)
                return false;
            day->digits[day->count] = words->items[i].number < 0 ? 1 : (int)strlen(word);
            day->numbers[day->count++] = number;
        } else if (is_this(word)) {
            day->is_this = true;
        } else if (when_word_is_filler(word) || (i == 0 && strcmp(word, "am") == 0)) {
            continue;
        } else if (!day->month && when_word_month(word) &&
                   !(day->weekday == 0 && i == 0 && strcmp(word, "mar") == 0)) {
            day->month = when_word_month(word);
            day->before_month = day->count;
        } else if (!day->weekday && when_word_weekday(word)) {
            day->weekday = when_word_weekday(word);
        } else if (!day->weekday && when_word_short_weekday(word, &day->other_weekday)) {
            day->weekday = when_word_short_weekday(word, &day->other_weekday);
            day->is_short = true;
        } else {
            return false;
        }
    }
    settle_mar(words, day);
    return true;
}

bool
when_names_month(const char *text)
{
    char *folded = fold_copy(text);
    struct when_words words;
    struct when_day_words said;
    bool month = when_split(folded, &words) && when_sort_day(&words, &said) && said.month;
    free(folded);
    return month;
}

static bool
next_weekday(const struct when_day_words *day, struct date today, struct date *date)
{
    int ahead = (day->weekday - date_weekday(today) + 7) % 7;
    *date = date_add_days(today, ahead == 0 && !day->is_this ? 7 : ahead);
    return true;
}

/* The day with the month and the year among its numbers. */
static void
make_date_with_year(const struct when_day_words *day, int at, int month, int year_at,
                    struct date today, struct date *date)
{
    make_date(day->numbers[at], month,
              when_full_year(day->numbers[year_at], day->digits[year_at], today), today,
              date);
}

/* "10 12 mars": before the name of a month stands one day, and perhaps a whole year. */
static bool
has_two_days(const struct when_day_words *day)
{
    return day->before_month == 2 && day->digits[0] < 4 && day->digits[1] < 4;
}

/* Thursday the 4th, le 5: the next day with that number; of those within two months the
 * one that is that weekday, if any is. */
static bool
next_numbered(const struct when_day_words *day, struct date today, struct date *date)
{
    enum { WITHIN = 62 };
    bool found = false;

    for (int ahead = 0; ahead <= WITHIN; ahead++) {
        const struct date one = date_add_days(today, ahead);
        if (one.day != day->numbers[0])
            continue;
        if (!found)
            *date = one;
        found = true;
        if (day->weekday == 0 || date_weekday(one) == day->weekday) {
            *date = one;
            break;
        }
    }
    return found;
}

/* Whether the words are those of a day; *guessed: its year was not among them. */
static bool
make_date_of(const struct when_day_words *day, struct date today, struct date *date,
             bool *guessed)
{
    const int *n = day->numbers;

    *guessed = false;
    if (day->month) {
        if (day->count == 0 || day->count == 3 || (n[0] > 31 && day->count == 1) ||
            has_two_days(day))
            return false;
        *guessed = day->count == 1;
        if (*guessed)
            make_date(n[0], day->month, NO_YEAR, today, date);
        else
            make_date_with_year(day, n[0] > 31, day->month, n[0] <= 31, today, date);
        return true;
    }
    if (day->count == 3) {
        bool year_first = n[0] > 31;
        make_date_with_year(day, year_first ? 2 : 0, n[1], year_first ? 0 : 2, today,
                            date);
        return true;
    }
    if (day->count == 2) {
        *guessed = true;
        make_date(n[0], n[1], NO_YEAR, today, date);
        return true;
    }
    if (day->count == 1 && day->digits[0] <= 2 && !day->is_short &&
        (day->is_numbered || day->weekday))
        return next_numbered(day, today, date);
    return day->count == 0 && day->weekday && !day->is_short &&
           next_weekday(day, today, date);
}

/* Whether what was read is a day that no calendar has, like 30 February. */
static bool
is_no_day_at_all(struct date date)
{
    return date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= 31 && !date_is_valid(date);
}

/* 28/2 on 1 March: a year ahead is seldom meant.  29/2 may be the 28th of this year. */
static enum when_reading
doubt_year(struct date date, struct date today)
{
    struct date this_year = { today.year, date.month, date.day };

    if (date.year == today.year || !when_is_far_ahead(date, today))
        return WHEN_DAY;
    return date_is_valid(this_year) ? WHEN_PASSED : WHEN_UNSURE;
}

/* 04/16/2027 is the 16th of April to an American, and no day to anybody else. */
static bool
is_month_first(const struct when_day_words *day, struct date today, struct date *date)
{
    struct when_day_words turned = *day;
    bool guessed;

    if (day->month || day->count < 2 || day->numbers[0] > 12 || day->numbers[1] <= 12)
        return false;
    turned.numbers[0] = day->numbers[1];
    turned.numbers[1] = day->numbers[0];
    return make_date_of(&turned, today, date, &guessed) && when_is_near(*date, today);
}

static enum when_reading
read_words(const struct when_words *words, struct date today, struct date *date)
{
    struct when_day_words day;
    bool guessed;

    *date = (struct date){ 0 };
    if (!when_sort_day(words, &day) || !make_date_of(&day, today, date, &guessed))
        return WHEN_NOTHING;
    if (is_month_first(&day, today, date))
        return WHEN_MONTH_FIRST;
    if (!date_is_valid(*date))
        return is_no_day_at_all(*date) ? WHEN_NO_SUCH_DAY : WHEN_NOTHING;
    if (day.weekday && date_weekday(*date) != day.weekday &&
        date_weekday(*date) != day.other_weekday)
        return WHEN_OTHER_WEEKDAY;
    if (!when_is_near(*date, today))
        return WHEN_FAR;
    return guessed && !day.weekday ? doubt_year(*date, today) : WHEN_DAY;
}

/* Vendredi en huit, demain en quinze, Friday week: so many days behind the day.  The
 * words are taken off. */
static int
take_weeks(char *folded)
{
    static const struct {
        const char *words;
        int days;
    } weeks[] = { { " en huit", 7 }, { " en quinze", 14 }, { " week", 7 } };
    const size_t length = strlen(folded);

    for (size_t i = 0; i < sizeof(weeks) / sizeof(weeks[0]); i++) {
        const size_t words = strlen(weeks[i].words);
        if (length <= words || strcmp(folded + length - words, weeks[i].words) != 0)
            continue;
        struct when_words day;
        int days;
        char *rest = memory_copy_part(folded, length - words);
        const bool is_day =
            when_word_day(rest, &days) ||
            (when_split(rest, &day) && when_word_weekday(day.items[day.count - 1].text));
        free(rest);
        if (is_day) {
            folded[length - words] = '\0';
            return weeks[i].days;
        }
    }
    return 0;
}

static char *
last_word(char *folded)
{
    char *blank = strrchr(folded, ' ');
    return blank ? blank + 1 : folded;
}

static void
drop_last_word(char *folded)
{
    char *word = last_word(folded);
    if (word > folded)
        word--;
    *word = '\0';
}

/* "demain matin", "jeudi après-midi", "ce soir", "tonight": leaves the day. */
static enum when_half
take_half(char *folded)
{
    static const char *const joints[] = {
        "in", "the", "au", "du", "dans", "la", "l", "am"
    };
    enum when_half half = when_word_half(last_word(folded));

    if (strcmp(folded, "tonight") == 0) {
        memcpy(folded, "ce", sizeof("ce"));
        return WHEN_AFTERNOON;
    }
    size_t length = strlen(folded);
    if (length > 10 && strcmp(folded + length - 11, " apres midi") == 0) {
        drop_last_word(folded);
        half = WHEN_AFTERNOON;
    }
    if (half == WHEN_ANY_HALF)
        return half;
    drop_last_word(folded);
    while (*folded && WHEN_WORD_IS_ONE_OF(last_word(folded), joints))
        drop_last_word(folded);
    return half;
}

bool
when_read_short_weekday(const char *text, bool german, struct date today,
                        struct date *date)
{
    char *folded = fold_copy(text);
    struct when_words words;
    struct when_day_words day;
    const bool is_one = when_split(folded, &words) && when_sort_day(&words, &day) &&
                        day.is_short && day.count == 0 && !day.month &&
                        (german || !day.other_weekday);
    free(folded);
    return is_one && next_weekday(&day, today, date);
}

static enum when_reading
read_near(char *folded, struct date today, struct date *date, enum when_half *half)
{
    struct when_words words;
    int days;

    *half = take_half(folded);
    if (*half != WHEN_ANY_HALF && is_this(folded)) {
        *date = today;
        return WHEN_DAY;
    }
    if (when_word_day(folded, &days)) {
        *date = date_add_days(today, days);
        return date_is_valid(*date) ? WHEN_DAY : WHEN_NOTHING;
    }
    if (!when_split(folded, &words))
        return WHEN_NOTHING;
    enum when_reading reading = when_read_away(&words, today, date);
    if (reading != WHEN_NOTHING || when_read_nth(&words, today, date, &reading))
        return reading;
    return read_words(&words, today, date);
}

static enum when_reading
read_folded(char *folded, struct date today, struct date *date, enum when_half *half)
{
    const int weeks = take_weeks(folded);
    const enum when_reading reading = read_near(folded, today, date, half);

    if (reading == WHEN_DAY && weeks > 0)
        *date = date_add_days(*date, weeks);
    return reading;
}

enum when_reading
when_read_day(const char *text, struct date today, struct date *date,
              enum when_half *half)
{
    *half = WHEN_ANY_HALF;
    while (*text == ' ')
        text++;
    if (strchr(text, ':'))
        return WHEN_NOTHING;
    if (*text == '+' || *text == '-')
        return when_read_distance(text, today, date);
    if (date_parse(text, date))
        return when_is_near(*date, today) ? WHEN_DAY : WHEN_FAR;
    if (when_is_several_days(text, when_names_month(text)))
        return WHEN_NOTHING;

    char *folded = fold_copy(text);
    /* "demain à", before midi */
    if (strchr(folded, ' ') && when_word_is_filler(last_word(folded)) &&
        strncmp(last_word(folded), "prochain", 8) != 0)
        drop_last_word(folded);
    enum when_reading reading = read_folded(folded, today, date, half);
    free(folded);
    return reading;
}
