/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.c - days and times as people write them */
#include "atelier/domain/when.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "when_word.h"

enum { MOST_WORDS = 6, WORD_SIZE = 24 };

/* A text as words and numbers: "jeu. 16/3" is jeu, 16, 3. */
struct words {
    struct {
        char text[WORD_SIZE]; /* folded letters, or digits */
        int number;           /* -1 for letters */
    } items[MOST_WORDS];
    int count;
};

static bool
split(const char *folded, struct words *words)
{
    words->count = 0;
    for (const char *c = folded; *c;) {
        if (!isalnum((unsigned char)*c)) {
            c++;
            continue;
        }
        bool digits = isdigit((unsigned char)*c) != 0;
        size_t length = 0;
        while (isalnum((unsigned char)c[length]) &&
               (isdigit((unsigned char)c[length]) != 0) == digits)
            length++;
        if (words->count == MOST_WORDS || length >= WORD_SIZE || (digits && length > 8))
            return false;
        memcpy(words->items[words->count].text, c, length);
        words->items[words->count].text[length] = '\0';
        words->items[words->count].number =
            digits ? atoi(words->items[words->count].text) : -1;
        words->count++;
        c += length;
    }
    return words->count > 0;
}

static int
full_year(int year)
{
    return year < 100 ? year + 2000 : year;
}

/* Without a year: the next such day from today on. */
static bool
make_date(int day, int month, int year, struct date today, struct date *date)
{
    struct date made = { .year = year ? full_year(year) : today.year,
                         .month = month,
                         .day = day };
    if (!year) {
        /* 29 February waits for the next leap year. */
        for (int tries = 0; tries < 8; tries++, made.year++)
            if (date_is_valid(made) && date_compare(made, today) >= 0)
                break;
    }
    *date = made;
    return date_is_valid(made);
}

static bool
next_weekday(int weekday, struct date today, struct date *date)
{
    int ahead = (weekday - date_weekday(today) + 7) % 7;
    *date = date_add_days(today, ahead == 0 ? 7 : ahead);
    return true;
}

static struct date
add_months(struct date date, int months)
{
    int month = date.year * 12 + date.month - 1 + months;
    date.year = month / 12;
    date.month = month % 12 + 1;
    int last = date_days_in_month(date.year, date.month);
    if (date.day > last)
        date.day = last;
    return date;
}

/* +7d, +7j, +2w, +2s, +1m, +1y, +1a; a minus goes back. */
static bool
parse_distance(const char *text, struct date today, struct date *date)
{
    char unit[WORD_SIZE];
    int count;
    int used = 0;
    if ((*text != '+' && *text != '-') ||
        sscanf(text, "%5d %23[a-zA-Z]%n", &count, unit, &used) != 2 || text[used])
        return false;
    switch (tolower((unsigned char)unit[0])) {
    case 'd':
    case 'j':
        *date = date_add_days(today, count);
        break;
    case 'w':
    case 's':
        *date = date_add_days(today, (int64_t)count * 7);
        break;
    case 'm':
        *date = add_months(today, count);
        break;
    case 'y':
    case 'a':
        *date = add_months(today, count * 12);
        break;
    default:
        return false;
    }
    return date_is_valid(*date);
}

static bool
is_filler(const char *word)
{
    static const char *const fillers[] = { "le", "on",        "the", "next", "prochain",
                                           "of", "prochaine", "de",  "at",   "a",
                                           "er", "st",        "nd",  "rd",   "th" };
    for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++)
        if (strcmp(fillers[i], word) == 0)
            return true;
    return false;
}

/* What the words of a day say, each at most once. */
struct day_words {
    int weekday;
    int month;
    int numbers[3];
    int count;
};

static bool
sort_words(const struct words *words, struct day_words *day)
{
    *day = (struct day_words){ 0 };
    for (int i = 0; i < words->count; i++) {
        const char *word = words->items[i].text;
        if (words->items[i].number >= 0) {
            if (day->count == 3)
                return false;
            day->numbers[day->count++] = words->items[i].number;
        } else if (is_filler(word)) {
            continue;
        } else if (!day->month && when_word_month(word) &&
                   !(day->weekday == 0 && i == 0 && strcmp(word, "mar") == 0)) {
            day->month = when_word_month(word);
        } else if (!day->weekday && when_word_weekday(word)) {
            day->weekday = when_word_weekday(word);
        } else {
            return false;
        }
    }
    return true;
}

static bool
parse_words(const struct words *words, struct date today, struct date *date)
{
    struct day_words day;
    if (!sort_words(words, &day))
        return false;
    const int *n = day.numbers;
    if (day.month) {
        if (day.count == 0 || day.count == 3)
            return false;
        return n[0] > 31
                   ? make_date(n[1], day.month, n[0], today, date)
                   : make_date(n[0], day.month, day.count == 2 ? n[1] : 0, today, date);
    }
    if (day.count == 3)
        return n[0] > 31 ? make_date(n[2], n[1], n[0], today, date)
                         : make_date(n[0], n[1], n[2], today, date);
    if (day.count == 2)
        return make_date(n[0], n[1], 0, today, date);
    return day.count == 0 && day.weekday && next_weekday(day.weekday, today, date);
}

static bool
parse_day(const char *text, struct date today, struct date *date)
{
    struct words words;
    int days;
    while (*text == ' ')
        text++;
    if (*text == '+' || *text == '-')
        return parse_distance(text, today, date);
    if (date_parse(text, date))
        return true;

    char *folded = fold_copy(text);
    bool ok;
    if (when_word_day(folded, &days)) {
        *date = date_add_days(today, days);
        ok = true;
    } else {
        ok = split(folded, &words) && parse_words(&words, today, date);
    }
    free(folded);
    return ok;
}

/* Whether what was read is a day that no calendar has, like 30 February. */
static bool
is_no_day_at_all(struct date date)
{
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 &&
           !date_is_valid(date);
}

static bool
refuse_day(const char *text, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("The calendar has no such day as “%s”; correct it."), text);
}

bool
when_parse_date(const char *text, struct date today, struct date *date, struct error *err)
{
    struct date read = { 0 };
    if (parse_day(text, today, &read)) {
        *date = read;
        return true;
    }
    if (is_no_day_at_all(read))
        return refuse_day(text, err);
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is no day.  Write it like 16/3, 16/03/2027, thu, tomorrow or +7d: "
          "the day before the month."),
        text);
}

static bool
read_clock(const char *folded, int *hour, int *minute)
{
    struct words words;
    if (!split(folded, &words))
        return false;
    if (words.count == 1 && words.items[0].number < 0) {
        const char *word = words.items[0].text;
        *minute = 0;
        *hour = strcmp(word, "midi") == 0 || strcmp(word, "noon") == 0 ? 12 : 0;
        return *hour == 12 || strcmp(word, "minuit") == 0 ||
               strcmp(word, "midnight") == 0;
    }

    int at = 0;
    bool afternoon = false;
    bool morning = false;
    *minute = 0;
    if (words.items[at].number < 0)
        return false;
    if (words.count == 1 && strlen(words.items[0].text) == 4) { /* 1430 */
        *hour = words.items[0].number / 100;
        *minute = words.items[0].number % 100;
        return *hour < 24 && *minute < 60;
    }
    *hour = words.items[at++].number;
    if (at < words.count && words.items[at].number < 0 && words.items[at].text[0] == 'h')
        at++;
    if (at < words.count && words.items[at].number >= 0) {
        if (strlen(words.items[at].text) != 2)
            return false;
        *minute = words.items[at++].number;
    }
    if (at < words.count && strcmp(words.items[at].text, "pm") == 0) {
        afternoon = true;
        at++;
    } else if (at < words.count && strcmp(words.items[at].text, "am") == 0) {
        morning = true;
        at++;
    }
    if ((afternoon || morning) && (*hour < 1 || *hour > 12))
        return false;
    if (afternoon && *hour < 12)
        *hour += 12;
    if (morning && *hour == 12)
        *hour = 0;
    return at == words.count && *hour < 24 && *minute < 60;
}

static bool
parse_clock(const char *text, int *hour, int *minute)
{
    char *folded = fold_copy(text);
    bool ok = read_clock(folded, hour, minute);
    free(folded);
    return ok;
}

bool
when_parse_time(const char *text, int *hour, int *minute, struct error *err)
{
    int h;
    int m;
    if (parse_clock(text, &h, &m)) {
        *hour = h;
        *minute = m;
        return true;
    }
    return error_set(err, ERROR_INPUT,
                     _("“%s” is no time.  Write it like 14:30 or 14h30."), text);
}

/* Whether the text can only be a time: "14:30", "14h", "2pm", "midi". */
static bool
looks_like_clock(const char *text)
{
    for (const char *c = text; *c; c++)
        if (*c == '/' || *c == '-' || *c == '+')
            return false;
    int hour;
    int minute;
    return parse_clock(text, &hour, &minute);
}

/* Tries each blank as the place where the day ends and the time begins; *lacking becomes
 * a day that was read and that no calendar has. */
static bool
parse_both(const char *text, struct date today, struct local_time *time,
           struct date *lacking)
{
    for (const char *blank = strrchr(text, ' '); blank && blank > text;) {
        struct buffer day = { 0 };
        buffer_add_part(&day, text, (size_t)(blank - text));
        struct local_time read = { 0 };
        bool ok = looks_like_clock(blank + 1) &&
                  parse_clock(blank + 1, &read.hour, &read.minute) &&
                  parse_day(buffer_text(&day), today, &read.date);
        buffer_clear(&day);
        if (ok) {
            *time = read;
            return true;
        }
        if (is_no_day_at_all(read.date))
            *lacking = read.date;
        do {
            blank--;
        } while (blank > text && *blank != ' ');
    }
    return false;
}

bool
when_parse_local_time(const char *text, struct date today, struct local_time base,
                      struct local_time *time, struct error *err)
{
    struct local_time read = base;
    struct date lacking = { 0 };
    if (local_time_parse(text, time) || parse_both(text, today, time, &lacking))
        return true;
    if (is_no_day_at_all(lacking))
        return refuse_day(text, err);
    if (!local_time_is_none(base)) {
        if (looks_like_clock(text) && parse_clock(text, &read.hour, &read.minute)) {
            *time = read;
            return true;
        }
        if (parse_day(text, today, &read.date)) {
            *time = read;
            return true;
        }
    } else if (parse_day(text, today, &read.date)) {
        return error_set(err, ERROR_INPUT, _("At what time?  Write it like “%s 14:30”."),
                         text);
    }
    if (is_no_day_at_all(read.date))
        return refuse_day(text, err);
    return error_set(err, ERROR_INPUT,
                     _("“%s” is no day and time.  Write it like 16/3 14:30, thu 14h30 or "
                       "2027-03-16 14:30."),
                     text);
}

bool
when_parse_duration(const char *text, int64_t *minutes, struct error *err)
{
    struct words words;
    char *folded = fold_copy(text);
    bool ok = split(folded, &words) && words.items[0].number >= 0 &&
              words.items[0].number < 100000;
    free(folded);
    if (ok && words.count == 1) {
        *minutes = words.items[0].number;
        return true;
    }
    if (ok && words.count == 2 && words.items[1].text[0] == 'm') {
        *minutes = words.items[0].number;
        return true;
    }
    if (ok && words.items[1].text[0] == 'h' && words.count <= 3 &&
        (words.count == 2 ||
         (words.items[2].number >= 0 && words.items[2].number < 60))) {
        *minutes =
            words.items[0].number * 60 + (words.count == 3 ? words.items[2].number : 0);
        return true;
    }
    return error_set(err, ERROR_INPUT,
                     _("“%s” is no duration.  Write it like 3h, 1h30 or 90 min."), text);
}
