/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.c - days and times as people write them */
#include "atelier/domain/when.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "when/when_word.h"

enum { MOST_WORDS = 6, WORD_SIZE = 24, NO_YEAR = -1, FIRST_YEAR = 1000 };

/* What became of a text that may be a day. */
enum reading {
    READ_NOTHING,
    READ_NO_SUCH_DAY,   /* 30 February */
    READ_OTHER_WEEKDAY, /* a day, but its weekday is another */
    READ_DAY
};

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
            digits ? (int)strtol(words->items[words->count].text, NULL, 10) : -1;
        words->count++;
        c += length;
    }
    return words->count > 0;
}

/* 27 is 2027; three digits are a slip of the hand. */
static int
full_year(int year)
{
    if (year < 100)
        return year + 2000;
    return year < FIRST_YEAR ? 0 : year;
}

/* Without a year: the next such day from today on. */
static bool
make_date(int day, int month, int year, struct date today, struct date *date)
{
    struct date made = { .year = year == NO_YEAR ? today.year : full_year(year),
                         .month = month,
                         .day = day };
    if (year == NO_YEAR) {
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

/* Earlier days could not be typed again as they are written: 597 is a slip of the hand.
 */
static bool
is_near(struct date date)
{
    return date_is_valid(date) && date.year >= FIRST_YEAR;
}

/* +7d, +7j, +2w, +2s, +1m, +1y, +1a, or the whole word; a minus goes back. */
static bool
parse_distance(const char *text, struct date today, struct date *date)
{
    char *folded = fold_copy(text + 1);
    struct words words;
    bool ok = (text[1] == ' ' || isdigit((unsigned char)text[1])) &&
              split(folded, &words) && words.count == 2 && words.items[0].number >= 0 &&
              words.items[0].number < 100000;
    free(folded);
    if (!ok)
        return false;
    int count = *text == '-' ? -words.items[0].number : words.items[0].number;
    switch (when_word_calendar_unit(words.items[1].text)) {
    case 'd':
        *date = date_add_days(today, count);
        break;
    case 'w':
        *date = date_add_days(today, count * 7);
        break;
    case 'm':
        *date = add_months(today, (int)count);
        break;
    case 'y':
        *date = add_months(today, (int)count * 12);
        break;
    default:
        return false;
    }
    return is_near(*date);
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
make_date_of(const struct day_words *day, struct date today, struct date *date)
{
    const int *n = day->numbers;
    if (day->month) {
        if (day->count == 0 || day->count == 3)
            return false;
        if (n[0] > 31)
            return day->count == 2 && make_date(n[1], day->month, n[0], today, date);
        return make_date(n[0], day->month, day->count == 2 ? n[1] : NO_YEAR, today, date);
    }
    if (day->count == 3)
        return n[0] > 31 ? make_date(n[2], n[1], n[0], today, date)
                         : make_date(n[0], n[1], n[2], today, date);
    if (day->count == 2)
        return make_date(n[0], n[1], NO_YEAR, today, date);
    return day->count == 0 && day->weekday && next_weekday(day->weekday, today, date);
}

/* Whether what was read is a day that no calendar has, like 30 February. */
static bool
is_no_day_at_all(struct date date)
{
    return date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= 31 && !date_is_valid(date);
}

static enum reading
parse_words(const struct words *words, struct date today, struct date *date)
{
    *date = (struct date){ 0 };
    struct day_words day;
    if (!sort_words(words, &day))
        return READ_NOTHING;
    if (!make_date_of(&day, today, date))
        return is_no_day_at_all(*date) ? READ_NO_SUCH_DAY : READ_NOTHING;
    return day.weekday && date_weekday(*date) != day.weekday ? READ_OTHER_WEEKDAY
                                                             : READ_DAY;
}

/* "demain à", before midi. */
static void
drop_last_filler(char *folded)
{
    char *blank = strrchr(folded, ' ');
    if (blank && is_filler(blank + 1))
        *blank = '\0';
}

static enum reading
parse_day(const char *text, struct date today, struct date *date)
{
    while (*text == ' ')
        text++;
    if (strchr(text, ':'))
        return READ_NOTHING;
    if (*text == '+' || *text == '-')
        return parse_distance(text, today, date) ? READ_DAY : READ_NOTHING;
    if (date_parse(text, date))
        return is_near(*date) ? READ_DAY : READ_NOTHING;

    char *folded = fold_copy(text);
    drop_last_filler(folded);
    struct words words;
    int days;
    enum reading reading = READ_NOTHING;
    if (when_word_day(folded, &days)) {
        *date = date_add_days(today, days);
        reading = date_is_valid(*date) ? READ_DAY : READ_NOTHING;
    } else if (split(folded, &words)) {
        reading = parse_words(&words, today, date);
    }
    free(folded);
    return reading;
}

/* Says what is wrong with a day that was read; false when nothing was read at all. */
static bool
explain_day(enum reading reading, const char *text, struct date date, struct error *err)
{
    struct buffer day = { 0 };
    switch (reading) {
    case READ_NO_SUCH_DAY:
        error_set(err, ERROR_INPUT,
                  _("The calendar has no such day as “%s”; correct it."), text);
        return true;
    case READ_OTHER_WEEKDAY:
        when_format_date(date, WHEN_LONG, &day);
        error_set(err, ERROR_INPUT, _("“%s” is %s.  Correct the day or its weekday."),
                  text, buffer_text(&day));
        buffer_clear(&day);
        return true;
    case READ_NOTHING:
    case READ_DAY:
        break;
    }
    return false;
}

bool
when_parse_date(const char *text, struct date today, struct date *date, struct error *err)
{
    struct date read;
    enum reading reading = parse_day(text, today, &read);
    if (reading == READ_DAY) {
        *date = read;
        return true;
    }
    if (explain_day(reading, text, read, err))
        return false;
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day.  Write it like 16/3, 16/03/2027, thu, tomorrow or +7d: "
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

    *minute = 0;
    int at = 0;
    if (words.items[at].number < 0)
        return false;
    if (words.count == 1 && strlen(words.items[0].text) == 4) { /* 1430 */
        *hour = words.items[0].number / 100;
        *minute = words.items[0].number % 100;
        return *hour < 24 && *minute < 60;
    }
    *hour = words.items[at++].number;
    if (at < words.count && words.items[at].number < 0 &&
        when_word_clock_unit(words.items[at].text) == 'h')
        at++;
    if (at < words.count && words.items[at].number >= 0) {
        if (strlen(words.items[at].text) != 2)
            return false;
        *minute = words.items[at++].number;
    }
    bool afternoon = false;
    bool morning = false;
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

/* What stands between the figures of a day stands in no time. */
static bool
parse_clock(const char *text, int *hour, int *minute)
{
    if (strpbrk(text, "/-+"))
        return false;
    char *folded = fold_copy(text);
    bool ok = read_clock(folded, hour, minute);
    free(folded);
    return ok;
}

/* Whether what looks like a time, 20:27, is the year of the day: 16 mars 2027. */
static bool
is_year_of(const char *day, const char *clock)
{
    size_t digits = strspn(clock, "0123456789");
    if (digits != 4 || clock[digits + strspn(clock + digits, " ")] || *clock < '2')
        return false;
    char *folded = fold_copy(day);
    struct words words;
    struct day_words said;
    bool month = split(folded, &words) && sort_words(&words, &said) && said.month;
    free(folded);
    return month;
}

/* Tries each blank as the place where the day ends and the time begins, and keeps what
 * comes nearest to a day. */
static enum reading
parse_both(const char *text, struct date today, struct local_time *time)
{
    enum reading best = READ_NOTHING;
    for (const char *blank = strrchr(text, ' '); blank && blank > text;) {
        struct buffer day = { 0 };
        buffer_add_part(&day, text, (size_t)(blank - text));
        struct local_time read = { 0 };
        enum reading reading = READ_NOTHING;
        if (parse_clock(blank + 1, &read.hour, &read.minute) &&
            !is_year_of(buffer_text(&day), blank + 1))
            reading = parse_day(buffer_text(&day), today, &read.date);
        buffer_clear(&day);
        if (reading > best) {
            best = reading;
            *time = read;
        }
        if (best == READ_DAY)
            break;
        do {
            blank--;
        } while (blank > text && *blank != ' ');
    }
    return best;
}

bool
when_parse_local_time(const char *text, struct date today, struct local_time base,
                      struct local_time *time, struct error *err)
{
    struct local_time read = base;
    if (local_time_parse(text, &read) && is_near(read.date)) {
        *time = read;
        return true;
    }
    read = base;

    enum reading reading = parse_both(text, today, &read);
    if (reading == READ_NOTHING && !local_time_is_none(base) &&
        parse_clock(text, &read.hour, &read.minute)) {
        reading = READ_DAY;
    } else if (reading == READ_NOTHING) {
        read = base;
        reading = parse_day(text, today, &read.date);
        if (reading == READ_DAY && local_time_is_none(base))
            return error_set(err, ERROR_INPUT,
                             _("At what time?  Write it like “%s 14:30”."), text);
    }
    if (reading == READ_DAY) {
        *time = read;
        return true;
    }
    if (explain_day(reading, text, read.date, err))
        return false;
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day and time.  Write it like 16/3 14:30, thu 14h30 or "
          "2027-03-16 14:30."),
        text);
}

/* 3:30 */
static bool
is_clock(const struct words *words, const char *text)
{
    const char *colon = strchr(text, ':');
    return words->count == 2 && words->items[0].number >= 0 &&
           strlen(words->items[1].text) == 2 && isdigit((unsigned char)colon[1]) &&
           colon > text && isdigit((unsigned char)colon[-1]) && !strchr(colon + 1, ':');
}

/* The words of a duration: 90, 90 min, 3h, 1h30, 1 h 30 min. */
static bool
add_up(const struct words *words, bool clock, int64_t *minutes)
{
    int first = words->items[0].number;
    if (first < 0 || first >= 100000)
        return false;
    if (clock) {
        *minutes = (int64_t)first * 60 + words->items[1].number;
        return words->items[1].number < 60;
    }
    char unit = words->count > 1 ? when_word_clock_unit(words->items[1].text) : 'm';
    if (words->count <= 2 && unit == 'm') {
        *minutes = first;
        return true;
    }
    int rest = words->count > 2 ? words->items[2].number : 0;
    if (unit != 'h' || words->count > 4 || rest < 0 || rest > 59 ||
        (words->count == 4 && when_word_clock_unit(words->items[3].text) != 'm'))
        return false;
    *minutes = (int64_t)first * 60 + rest;
    return true;
}

bool
when_parse_duration(const char *text, int64_t *minutes, struct error *err)
{
    char *folded = fold_copy(text);
    bool clock = strchr(text, ':');
    int64_t sum;
    struct words words;
    bool ok = !strpbrk(text, "-+/.,") && split(folded, &words) &&
              (!clock || is_clock(&words, text)) && add_up(&words, clock, &sum);
    free(folded);
    if (!ok)
        return error_set(
            err, ERROR_INPUT,
            _("“%s” is not a duration.  Write it like 3h30, 3:30 or 90 min."), text);
    *minutes = sum;
    return true;
}
