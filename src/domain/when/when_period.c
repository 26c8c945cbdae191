/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_period.c - a time from one day to another as people write it and like to read it:
 * a year, some months, since a day
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "when/when_read.h"
#include "when/when_word.h"

enum { YEAR_DIGITS = 4, DAY_NUMBERS = 3, MONTHS = 12 };

static const char *const since_words[] = { "since", "from",   "depuis", "des", "a",  "de",
                                           "du",    "partir", "seit",   "ab",  "von" };
static const char *const until_words[] = { "until",  "till",    "to",      "jusqua",
                                           "jusque", "jusquau", "jusquen", "bis",
                                           "a",      "au" };

static struct date
year_start(int year)
{
    return (struct date){ year, 1, 1 };
}

static struct date
month_end(struct date day)
{
    return (struct date){ day.year, day.month, date_days_in_month(day.year, day.month) };
}

/* --- one part: a year, a month, a day */

/* 2027. */
static bool
is_year(const struct when_words *words)
{
    return words->count == 1 && words->items[0].number >= 0 &&
           strlen(words->items[0].text) == YEAR_DIGITS;
}

/* This year, last month, l’an dernier, letztes Jahr: -1 for the last one, 0 for this. */
static bool
is_turn(const struct when_words *words, char *unit, int *turn)
{
    static const char *const lasts[] = { "last",     "past",    "dernier",
                                         "derniere", "letztes", "letzter",
                                         "letzten",  "passe",   "passee" };
    static const char *const these[] = { "this",   "ce",      "cet",   "cette",
                                         "dieses", "current", "diesen" };
    static const char *const articles[] = { "the", "le", "la" };
    bool said = false;

    *unit = 0;
    for (int i = 0; i < words->count; i++) {
        const char *word = words->items[i].text;
        if (words->items[i].number >= 0)
            return false;
        if (WHEN_WORD_IS_ONE_OF(word, lasts) || WHEN_WORD_IS_ONE_OF(word, these)) {
            *turn = WHEN_WORD_IS_ONE_OF(word, lasts) ? -1 : 0;
            said = true;
        } else if (when_word_calendar_unit(word)) {
            *unit = when_word_calendar_unit(word);
        } else if (!WHEN_WORD_IS_ONE_OF(word, articles)) {
            return false;
        }
    }
    return said && (*unit == 'y' || *unit == 'm');
}

/* Whether a day or month was written without its year. */
static bool
lacks_year(const struct when_words *words)
{
    bool names_month = false;
    int numbers = 0;

    for (int i = 0; i < words->count; i++) {
        names_month = names_month || (words->items[i].number < 0 &&
                                      when_word_month(words->items[i].text));
        numbers += words->items[i].number >= 0;
        if (words->items[i].number >= 0 && strlen(words->items[i].text) >= YEAR_DIGITS)
            return false;
    }
    return numbers < DAY_NUMBERS && (names_month ? numbers < 2 : numbers == 2);
}

/* What has been is looked for: of several years the last one in which it had begun. */
static void
go_back(const struct when_words *words, struct date today, struct date *date)
{
    const struct date earlier = { date->year - 1, date->month, date->day };

    if (date_compare(*date, today) > 0 && lacks_year(words) && date_is_valid(earlier))
        *date = earlier;
}

/* The same for a day, some of which are not in each year: 29/2, a first Tuesday. */
static void
go_back_days(const char *text, const struct when_words *words, struct date today,
             struct date *date)
{
    enum { LEAP_YEARS_APART = 8 };
    enum when_half half;

    for (int back = 1;
         back <= LEAP_YEARS_APART && lacks_year(words) && date_compare(*date, today) > 0;
         back++) {
        struct date from = { today.year - back, today.month, today.day };
        if (!date_is_valid(from))
            from = (struct date){ from.year, from.month + 1, 1 };
        (void)when_read_day(text, from, date, &half);
    }
}

static bool
read_turn(char unit, int turn, struct date today, struct date *first, struct date *last)
{
    const int month = today.year * MONTHS + today.month - 1 + turn;

    if (unit == 'y') {
        *first = year_start(today.year + turn);
        *last = (struct date){ today.year + turn, MONTHS, 31 };
    } else {
        *first = (struct date){ month / MONTHS, month % MONTHS + 1, 1 };
        *last = month_end(*first);
    }
    return true;
}

static bool
read_part(const char *text, struct date today, struct date *first, struct date *last)
{
    char *folded = fold_copy(text);
    struct when_words words;
    enum when_half half;
    char unit = 0;
    int turn = 0;
    bool ok = when_split(folded, &words);

    if (ok && is_year(&words)) {
        *first = year_start(words.items[0].number);
        *last = (struct date){ first->year, MONTHS, 31 };
        ok = when_is_near(*first, today);
    } else if (ok && is_turn(&words, &unit, &turn)) {
        ok = read_turn(unit, turn, today, first, last);
    } else if (ok && when_read_month(text, today, first)) {
        go_back(&words, today, first);
        *last = month_end(*first);
    } else if (ok) {
        const enum when_reading reading = when_read_day(text, today, first, &half);
        ok = reading >= WHEN_PASSED;
        if (ok)
            go_back_days(text, &words, today, first);
        *last = *first;
    }
    free(folded);
    return ok;
}

/* --- one part, or one and another */

/* Behind a word that is one of some; NULL when the text begins with another. */
static const char *
behind_word(const char *text, const char *const *words, size_t count)
{
    const size_t length = strcspn(text, " ");
    char *word = memory_copy_part(text, length);
    char *folded = fold_copy(word);
    const bool is_one = when_word_is_one_of(folded, words, count);

    free(folded);
    free(word);
    return is_one && text[length] ? text + length + strspn(text + length, " ") : NULL;
}

/* How long the sign or the word between two parts is; 0: there is none here. */
static size_t
joint_length(const char *text)
{
    static const char *const dashes[] = { "-", "–", "—" };

    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
        if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
            return strlen(dashes[i]);
    if (*text != ' ')
        return 0;
    const char *rest =
        behind_word(text + 1, until_words, sizeof(until_words) / sizeof(until_words[0]));
    return rest ? (size_t)(rest - text) : 0;
}

/* From January to March, on the first of February: of one year. */
static void
set_in_order(const char *text, const struct date *first, struct date *last)
{
    char *folded = fold_copy(text);
    struct when_words words;

    if (date_compare(*last, *first) < 0 && when_split(folded, &words) &&
        lacks_year(&words)) {
        last->year++;
        if (!date_is_valid(*last))
            last->day--;
    }
    free(folded);
}

static bool
read_two(const char *text, struct date today, struct date *first, struct date *last)
{
    bool found = false;

    for (size_t at = 1; !found && text[0] && text[at]; at++) {
        const size_t length = joint_length(text + at);
        struct date end_first;
        struct date start_last;
        if (length == 0)
            continue;
        char *before = memory_copy_part(text, at);
        found = read_part(before, today, first, &start_last) &&
                read_part(text + at + length, today, &end_first, last);
        free(before);
        if (found)
            set_in_order(text + at + length, first, last);
    }
    return found;
}

static bool
read_period(const char *text, struct date today, struct date *first, struct date *last)
{
    struct date unused;
    const char *rest = text;
    const char *behind;

    if (read_part(text, today, first, last) || read_two(text, today, first, last))
        return true;
    if ((behind = behind_word(text, until_words,
                              sizeof(until_words) / sizeof(until_words[0])))) {
        *first = (struct date){ 0 };
        if (read_part(behind, today, &unused, last))
            return true;
    }
    while ((behind = behind_word(rest, since_words,
                                 sizeof(since_words) / sizeof(since_words[0]))))
        rest = behind;
    if (rest == text)
        return false;
    if (read_two(rest, today, first, last))
        return true;
    *last = (struct date){ 0 };
    return read_part(rest, today, first, &unused);
}

bool
when_parse_period(const char *text, struct date today, struct date *first,
                  struct date *last, struct error *err)
{
    struct date from = { 0 };
    struct date to = { 0 };

    text += strspn(text, " ");
    if (*text && !read_period(text, today, &from, &to))
        return error_set(err, ERROR_INPUT,
                         _("“%s” is no time that is understood.  Write 2027, "
                           "1/2027-6/2027, last year, since March."),
                         text);
    if (!date_is_none(from) && !date_is_none(to) && date_compare(from, to) > 0)
        return error_set(err, ERROR_INPUT, _("The last day is before the first one."));
    *first = from;
    *last = to;
    return true;
}

/* --- as people like to read it */

static bool
is_whole_months(struct date first, struct date last)
{
    return (date_is_none(first) || first.day == 1) &&
           (date_is_none(last) || date_compare(last, month_end(last)) == 0);
}

static bool
is_whole_years(struct date first, struct date last)
{
    return is_whole_months(first, last) && (date_is_none(first) || first.month == 1) &&
           (date_is_none(last) || last.month == MONTHS);
}

static void
add_part(struct date first, struct date last, struct date day, struct buffer *buffer)
{
    if (is_whole_years(first, last))
        buffer_addf(buffer, "%d", day.year);
    else if (is_whole_months(first, last))
        when_format_month(day, buffer);
    else
        when_format_day(day, buffer);
}

static bool
is_one_part(struct date first, struct date last)
{
    return (is_whole_years(first, last) && first.year == last.year) ||
           (is_whole_months(first, last) && first.year == last.year &&
            first.month == last.month) ||
           date_compare(first, last) == 0;
}

void
when_format_period(struct date first, struct date last, struct buffer *buffer)
{
    struct buffer from = { 0 };
    struct buffer to = { 0 };

    add_part(first, last, first, &from);
    add_part(first, last, last, &to);
    if (date_is_none(first) && date_is_none(last))
        buffer_add(buffer, _("all the time"));
    else if (date_is_none(last))
        /* TRANSLATORS: a year, a month or a day */
        buffer_addf(buffer, _("since %s"), buffer_text(&from));
    else if (date_is_none(first))
        /* TRANSLATORS: a year, a month or a day */
        buffer_addf(buffer, _("until %s"), buffer_text(&to));
    else if (is_one_part(first, last))
        buffer_add(buffer, buffer_text(&from));
    else
        buffer_addf(buffer, "%s – %s", buffer_text(&from), buffer_text(&to));
    buffer_clear(&from);
    buffer_clear(&to);
}
