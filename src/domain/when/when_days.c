/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_days.c - several days in a row typed at once, and their hours: 3-4 mars 9h-17h */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "when/when_read.h"

enum { SIDE_DAYS = 3, YEAR_DIGITS = 4, MONTHS = 12, WEEK = 7 };

/* What stands between two days; a list names each of them. */
struct sign {
    const char *text;
    bool is_list;
};

static const struct sign signs[] = {
    { "–", false },       { "—", false },          { "→", false },
    { "->", false },      { "-", false },          { " au ", false },
    { " à ", false },     { " a ", false },        { " to ", false },
    { " until ", false }, { " till ", false },     { " through ", false },
    { " bis ", false },   { " jusqu’au ", false }, { " jusqu'au ", false },
    { " et ", true },     { " and ", true },       { "&", true },
    { "+", true },        { ",", true },
};

/* --- one side of the sign */

struct side {
    char *text;
    struct when_day_words said;
    int days[SIDE_DAYS];
    int count;
    int month; /* 0: that of the other side */
    int year;
    bool is_bound; /* du, les: a number is a day */
};

/* From 3 to 4, les 3 et 4: behind the words before the days. */
static const char *
behind_leading(const char *text)
{
    static const char *const leading[] = { "du",      "les",   "from",  "le",  "the",
                                           "between", "entre", "dates", "both" };

    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof(leading) / sizeof(leading[0]); i++) {
        const size_t length = strlen(leading[i]);
        if (strncasecmp(text, leading[i], length) == 0 && text[length] == ' ')
            return behind_leading(text + length);
    }
    return text;
}

/* 16/3, 16.3. and 2027-03-16, in the order of their parts; 3, 4 are two days. */
static bool
sort_figures(struct side *side, struct date today)
{
    const struct when_day_words *said = &side->said;
    const bool year_first = said->digits[0] == YEAR_DIGITS;

    if (said->count == 3 && strpbrk(side->text, "/.-")) {
        side->days[side->count++] = said->numbers[year_first ? 2 : 0];
        side->month = said->numbers[1];
        side->year = when_full_year(said->numbers[year_first ? 0 : 2],
                                    said->digits[year_first ? 0 : 2], today);
        return side->year > 0;
    }
    if (said->count == 2 && strpbrk(side->text, "/.")) {
        side->days[side->count++] = said->numbers[0];
        side->month = said->numbers[1];
        return true;
    }
    return !strpbrk(side->text, "/-");
}

/* The numbers of a side are its days, and at their end may stand its year. */
static bool
sort_numbers(struct side *side, struct date today)
{
    const struct when_day_words *said = &side->said;
    int count = said->count;

    side->month = said->month;
    if (!side->month && !sort_figures(side, today))
        return false;
    if (side->count > 0)
        return true;
    if (count > 1 &&
        (said->digits[count - 1] == YEAR_DIGITS ||
         (side->month && said->numbers[count - 1] != said->numbers[count - 2] + 1))) {
        count--;
        side->year = when_full_year(said->numbers[count], said->digits[count], today);
        if (!side->year)
            return false;
    }
    for (int i = 0; i < count; i++) {
        if (said->digits[i] > 2)
            return false;
        side->days[side->count++] = said->numbers[i];
    }
    return true;
}

static bool
read_side(const char *text, size_t length, struct date today, struct side *side)
{
    struct when_words words;
    char *whole = memory_copy_part(text, length);
    const char *behind = behind_leading(whole);

    *side = (struct side){ .text = memory_copy(behind),
                           .is_bound = behind > whole + strspn(whole, " ") };
    free(whole);
    char *folded = fold_copy(side->text);
    bool ok = when_split(folded, &words);
    free(folded);
    if (!ok || !strpbrk(side->text, "0123456789"))
        return ok; /* a weekday, tomorrow */
    return when_sort_day(&words, &side->said) && sort_numbers(side, today);
}

/* --- both sides */

static bool
is_in_row(const struct side *side)
{
    for (int i = 1; i < side->count; i++)
        if (side->days[i] != side->days[i - 1] + 1)
            return false;
    return true;
}

static bool
has_weekday(const struct side *side, struct date date)
{
    const int weekday = date_weekday(date);

    return !side->said.weekday || side->said.weekday == weekday ||
           side->said.other_weekday == weekday;
}

/* Thursday to Friday, demain et après-demain. */
static enum when_reading
read_words_alone(const struct side *left, const struct side *right, struct date today,
                 struct date *first, struct date *last)
{
    enum when_half half;

    if (when_read_day(left->text, today, first, &half) != WHEN_DAY ||
        when_read_day(right->text, today, last, &half) != WHEN_DAY)
        return WHEN_NOTHING;
    if (date_compare(*last, *first) < 0 && date_compare(*first, today) >= 0 &&
        date_to_days(*first) - date_to_days(*last) < WEEK)
        *last = date_add_days(*last, WEEK); /* from Thursday to Tuesday */
    return WHEN_DAY;
}

/* Du 3 au 5, lundi 3 et mardi 4: the next such days. */
static enum when_reading
read_without_month(const struct side *left, const struct side *right, struct date today,
                   struct date *first, struct date *last)
{
    enum when_half half;
    struct buffer text = { 0 };

    if (!left->is_bound && !left->said.is_numbered && !left->said.weekday)
        return WHEN_NOTHING;
    buffer_addf(&text, "le %s", left->text);
    const enum when_reading reading =
        when_read_day(buffer_text(&text), today, first, &half);
    buffer_clear(&text);
    *last = (struct date){ first->year, first->month, right->days[0] };
    if (reading == WHEN_DAY && right->days[0] < first->day) {
        last->year += first->month == MONTHS;
        last->month = first->month % MONTHS + 1;
    }
    return reading;
}

/* The month and the year may stand on one side for both. */
static enum when_reading
read_with_month(const struct side *left, const struct side *right, struct date today,
                struct date *first, struct date *last)
{
    enum when_half half;
    enum when_reading reading = WHEN_DAY;

    *first = (struct date){ left->year, left->month ? left->month : right->month,
                            left->days[0] };
    *last = (struct date){ right->year, right->month ? right->month : left->month,
                           right->days[0] };
    const bool turns = last->month < first->month; /* of the year */
    if (!first->year && last->year)
        first->year = last->year - turns;
    struct buffer text = { 0 };
    buffer_addf(&text, "%d/%d", first->day, first->month);
    if (first->year)
        buffer_addf(&text, "/%04d", first->year);
    reading = when_read_day(buffer_text(&text), today, first, &half);
    buffer_clear(&text);
    if (!last->year)
        last->year = first->year + turns;
    return reading;
}

static enum when_reading
judge(const struct side *left, const struct side *right, bool is_list, struct date today,
      struct date *first, const struct date *last)
{
    if (!has_weekday(left, *first))
        return WHEN_OTHER_WEEKDAY;
    if (!date_is_valid(*last))
        return WHEN_NO_SUCH_DAY;
    const int64_t ahead = date_to_days(*last) - date_to_days(*first);
    if (ahead <= 0)
        return WHEN_NOTHING;
    if (is_list && (!is_in_row(left) || ahead != (left->count > 1 ? left->count : 1)))
        return WHEN_GAP;
    if (has_weekday(right, *last) && when_is_near(*last, today))
        return WHEN_DAY;
    *first = *last;
    return has_weekday(right, *last) ? WHEN_FAR : WHEN_OTHER_WEEKDAY;
}

static enum when_reading
read_two(const struct side *left, const struct side *right, bool is_list,
         struct date today, struct date *first, struct date *last)
{
    const bool has_month = left->month || right->month;
    enum when_reading reading = WHEN_NOTHING;

    if (left->count == 0 && right->count == 0 && !has_month)
        reading = read_words_alone(left, right, today, first, last);
    else if (left->count == 0 || right->count != 1 || (left->count > 1 && !is_list))
        return WHEN_NOTHING;
    else if (has_month)
        reading = read_with_month(left, right, today, first, last);
    else
        reading = read_without_month(left, right, today, first, last);
    return reading == WHEN_DAY ? judge(left, right, is_list, today, first, last)
                               : reading;
}

enum when_reading
when_read_days(const char *text, struct date today, struct date *first, struct date *last)
{
    enum when_half half;
    enum when_reading reading = WHEN_NOTHING;

    if (when_read_day(text, today, first, &half) == WHEN_DAY)
        return WHEN_NOTHING; /* Thursday, 4 March */
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const char *at = text;
        while (reading == WHEN_NOTHING && *at && (at = strstr(at + 1, signs[i].text))) {
            const char *behind = at + strlen(signs[i].text);
            struct side left;
            struct side right = { 0 };
            if (read_side(text, (size_t)(at - text), today, &left) &&
                read_side(behind, strlen(behind), today, &right))
                reading = read_two(&left, &right, signs[i].is_list, today, first, last);
            free(left.text);
            free(right.text);
        }
    }
    return reading;
}

/* --- and their hours */

/* "9h-17h each day": the words say what is meant anyway. */
static void
drop_each_day(char *text)
{
    static const char *const ends[] = { " chaque jour", " each day",      " every day",
                                        " both days",   " daily",         " par jour",
                                        " a day",       " tous les jours" };
    const size_t length = strlen(text);

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const size_t end = strlen(ends[i]);
        if (length > end && strcmp(text + length - end, ends[i]) == 0) {
            text[length - end] = '\0';
            return;
        }
    }
}

/* "entre 9h et 17h": only there the hours are parted by these words. */
static bool
parts_hours(const struct sign *sign, bool is_between)
{
    return !sign->is_list || (is_between && sign->text[0] == ' ');
}

static bool
read_hours(const char *text, struct when_clock *from, struct when_clock *to)
{
    char *whole = memory_copy(text);
    const char *hours = behind_leading(whole);
    const bool is_between = hours > whole;
    bool found = false;

    drop_each_day(whole);
    for (size_t i = 0; !found && i < sizeof(signs) / sizeof(signs[0]); i++) {
        const char *at = hours;
        while (!found && *at && (at = strstr(at + 1, signs[i].text))) {
            char *left = memory_copy_part(hours, (size_t)(at - hours));
            found = parts_hours(&signs[i], is_between) && when_read_clock(left, from) &&
                    when_read_clock(at + strlen(signs[i].text), to) && from->hour < 24;
            free(left);
        }
    }
    free(whole);
    if (found && when_is_in_afternoon_too(from, to))
        from->hour += 12;
    return found;
}

static struct local_time
at_clock(struct date date, const struct when_clock *clock)
{
    return clock->hour == 24 || clock->is_midnight
               ? (struct local_time){ date_add_days(date, 1), 0, clock->minute }
               : (struct local_time){ date, clock->hour, clock->minute };
}

static enum when_reading
read_parts(const char *days, const char *hours, struct date today,
           struct local_time *start, struct local_time *end)
{
    struct when_clock from;
    struct when_clock to;
    struct date last;
    const bool has_hours = read_hours(hours, &from, &to);

    if (!has_hours && !when_read_clock(hours, &from))
        return WHEN_NOTHING;
    const enum when_reading reading = when_read_days(days, today, &start->date, &last);
    if (reading != WHEN_DAY)
        return reading;
    if (!has_hours)
        return WHEN_NO_HOURS;
    *start = (struct local_time){ start->date, from.hour, from.minute };
    *end = at_clock(last, &to);
    return WHEN_DAY;
}

/* Tries each blank as the place where the days end and the hours begin, or the other way
 * round, and keeps what comes nearest. */
static enum when_reading
read_both(const char *text, bool hours_first, struct date today, struct local_time *start,
          struct local_time *end)
{
    enum when_reading best = WHEN_NOTHING;

    for (const char *blank = strchr(text, ' '); blank && best != WHEN_DAY;
         blank = strchr(blank + 1, ' ')) {
        char *front = memory_copy_part(text, (size_t)(blank - text));
        struct local_time from = { 0 };
        struct local_time to = { 0 };
        const enum when_reading reading =
            hours_first ? read_parts(blank + 1, front, today, &from, &to)
                        : read_parts(front, blank + 1, today, &from, &to);
        free(front);
        if (reading <= best)
            continue;
        best = reading;
        *start = from;
        *end = to;
    }
    return best;
}

enum when_reading
when_read_days_span(const char *text, struct date today, struct local_time *start,
                    struct local_time *end)
{
    struct date last;
    enum when_reading reading = read_both(text, false, today, start, end);

    if (reading == WHEN_NOTHING)
        reading = read_both(text, true, today, start, end);
    if (reading != WHEN_NOTHING)
        return reading;
    reading = when_read_days(text, today, &start->date, &last);
    return reading == WHEN_DAY ? WHEN_NO_HOURS : reading;
}
