/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_span.c - a start and an end in one text: 16/3 9h30-12h30 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "when/when_moment.h"

enum { EARLIEST_HOUR = 7 }; /* at which anybody meets */

struct range {
    struct local_time start;
    struct local_time end;
    bool next_day; /* though none was named */
    bool is_plain; /* it starts with a number that may be a day */
    bool is_from;  /* which is said to be none */
};

static bool
has_one_number(const char *text)
{
    static const char figures[] = "0123456789";
    text += strcspn(text, figures);
    text += strspn(text, figures);
    return !strpbrk(text, figures);
}

/* A number alone may be a day: the 5 of "5 to 6 dec 9h" and of "thu 5 - fri 6 dec 9h",
 * the 12 of "March 9 - 12".  In "9-12h on 16/3" the 9 is a clock, as the 12 is. */
static bool
is_range_of_days(const char *left, const struct when_moment *start,
                 const struct when_moment *end)
{
    if (start->clock.is_plain && end->has_day && has_one_number(left))
        return start->has_day || !end->clock_first;
    if (start->has_day && !start->has_clock && end->has_day && has_one_number(left) &&
        strpbrk(left, "0123456789"))
        return true; /* the 5th of "5th to 6th dec 9h" */
    return end->clock.is_plain && !end->has_day && !start->has_clock;
}

/* The unit of "Do 9-12 Uhr" is that of both times. */
static bool
parse_start(const char *left, const char *right, struct date today,
            struct local_time base, struct when_moment *first)
{
    struct when_clock clock;
    const size_t length = strlen(left);

    if (when_parse_moment(left, today, base, first, NULL))
        return true;
    if (length == 0 || !isdigit((unsigned char)left[length - 1]) ||
        !when_read_clock(right, &clock) || clock.is_plain)
        return false;
    struct buffer whole = { 0 };
    buffer_addf(&whole, "%s %s", left, when_says_uhr(right) ? "uhr" : "h");
    const bool ok = when_parse_moment(buffer_text(&whole), today, base, first, NULL);
    buffer_clear(&whole);
    return ok;
}

/* Tue 2-5 pm. */
static void
share_afternoon(struct when_moment *first, const struct when_moment *last)
{
    if (first->has_clock && first->time.hour == first->clock.hour &&
        date_compare(first->time.date, last->time.date) == 0 &&
        when_is_in_afternoon_too(&first->clock, &last->clock))
        first->time.hour += 12;
}

/* "mardi de 9", which may not be the 9th. */
static bool
ends_with_from(const char *text)
{
    static const char *const words[] = { " de ", " from " };
    size_t length = strlen(text);

    while (length > 0 && isdigit((unsigned char)text[length - 1]))
        length--;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        const size_t word = strlen(words[i]);
        if (length >= word && strncmp(text + length - word, words[i], word) == 0)
            return true;
    }
    return false;
}

/* Both sides of a place where the start may end; the day may stand behind both. */
static bool
parse_sides(const char *left, const char *right, struct date today,
            struct local_time base, struct range *range)
{
    const struct local_time none = { 0 };
    struct when_moment first;
    struct when_moment last;
    struct when_clock clock;
    bool next_day = false;

    if (when_read_clock(left, &clock) &&
        when_parse_moment(right, today, none, &last, NULL) &&
        (last.clock_first || local_time_is_none(base))) {
        if (!when_parse_moment(left, today, last.time, &first, NULL) ||
            local_time_compare(first.time, last.time) >= 0)
            return false;
    } else if (parse_start(left, right, today, base, &first) &&
               when_parse_moment(right, today, first.time, &last, NULL)) {
        when_end_behind(&last, first.time, &next_day);
    } else {
        return false;
    }
    share_afternoon(&first, &last);
    *range = (struct range){
        .start = first.time,
        .end = last.time,
        .next_day = next_day,
        .is_plain = first.has_day && first.clock.is_plain && !last.has_day,
        .is_from = ends_with_from(left),
    };
    /* "3/3 9h - 4/3" ends at an hour that nobody said. */
    return last.has_clock && !is_range_of_days(left, &first, &last);
}

/* "16/3 14h au 18" ends on a day: times are parted by à. */
static bool
leads_to_day(const char *sign, const char *right)
{
    struct when_clock clock;
    return strcmp(sign, " au ") == 0 && when_read_clock(right, &clock) && clock.is_plain;
}

/* The last place before `end` where a text has a sign. */
static const char *
last_place(const char *text, const char *end, const char *sign)
{
    const char *found = NULL;
    for (const char *at = strstr(text, sign); at && at < end; at = strstr(at + 1, sign))
        found = at;
    return found;
}

static bool
parse_range(const char *text, struct date today, struct local_time base,
            struct range *range)
{
    static const char *const signs[] = { "–",         "—",      "-",    "→",
                                         "->",        " à ",    " a ",  " to ",
                                         " until ",   " till ", " au ", " jusqu’à ",
                                         " jusqu'à ", " bis " };
    bool found = false;

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]) && !found; i++) {
        const char *place = text + strlen(text);
        while (!found && (place = last_place(text, place, signs[i]))) {
            const char *right = place + strlen(signs[i]);
            char *left = memory_copy_part(text, (size_t)(place - text));
            found = !leads_to_day(signs[i], right) &&
                    parse_sides(left, right, today, base, range);
            free(left);
        }
    }
    return found;
}

static bool
is_number(const char *text, const char *end)
{
    return text + strspn(text, "0123456789") == end;
}

/* "du 3 mars 9h au 4 mars 17h", "le 5 mars entre 9h et 12h", "between 9 and 12": the text
 * with a dash for both words; NULL when it has none of these pairs. */
static char *
join_pair(const char *text)
{
    static const struct {
        const char *before;
        const char *between;
        bool is_of_days;
    } pairs[] = {
        { "du", " au ", true },         { "vom", " bis ", true },
        { "entre", " et ", false },     { "between", " and ", false },
        { "zwischen", " und ", false },
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const size_t length = strlen(pairs[i].before);
        for (const char *at = text; *at; at++) {
            if ((at > text && at[-1] != ' ') ||
                strncasecmp(at, pairs[i].before, length) != 0 || at[length] != ' ')
                continue;
            const char *left = at + length + strspn(at + length, " ");
            const char *sign = strstr(left, pairs[i].between);
            if (!sign || (pairs[i].is_of_days && is_number(left, sign)))
                break; /* du 3 au 5: days */
            struct buffer joined = { 0 };
            buffer_add_part(&joined, text, (size_t)(at - text));
            buffer_add_part(&joined, left, (size_t)(sign - left));
            buffer_addf(&joined, " – %s", sign + strlen(pairs[i].between));
            return buffer_take(&joined);
        }
    }
    return NULL;
}

static bool
parse_joined(const char *text, struct date today, struct local_time base,
             struct range *range)
{
    char *joined = join_pair(text);
    const bool found = joined && parse_range(joined, today, base, range);

    free(joined);
    return found;
}

/* “mardi 9 à 12h”: the 9th at 12, or from 9 to 12?  Nobody meets at 4 in the morning. */
static bool
may_be_range(const struct range *range)
{
    return range->is_plain && !range->next_day && range->start.hour >= EARLIEST_HOUR;
}

/* “mardi de 9 à 12h”; “16/3 10 à 12h” is no day of 2010. */
static bool
is_rather_range(const struct range *range, struct local_time single, struct date today)
{
    return range->is_from || (date_compare(single.date, today) < 0 &&
                              date_compare(range->start.date, today) >= 0);
}

/* “mardi 5 à 12h” when the 5th is no Tuesday: the same in the other direction. */
static bool
is_other_weekday(const char *text, const struct range *range, struct date today,
                 struct local_time base)
{
    struct when_moment moment;

    return range->is_plain && range->start.hour < EARLIEST_HOUR &&
           when_read_moment(text, today, base, &moment) == WHEN_OTHER_WEEKDAY;
}

static bool
refuse_doubtful(const char *text, struct local_time single, const struct range *range,
                struct error *err)
{
    const struct local_time none = { 0 };
    struct buffer one = { 0 };
    struct buffer other = { 0 };

    when_format_span(single, none, &one);
    when_format_span(range->start, range->end, &other);
    error_set(err, ERROR_INPUT,
              _("“%s” may be %s, or %s.  Write which of them is meant."), text,
              buffer_text(&one), buffer_text(&other));
    buffer_clear(&one);
    buffer_clear(&other);
    return false;
}

/* Several days in a row; what is wrong with them says more than what was said before. */
static bool
parse_days(const char *text, struct date today, struct range *range, struct error *err)
{
    struct error wrong = { 0 };
    const enum when_reading reading =
        when_read_days_span(text, today, &range->start, &range->end);

    if (reading == WHEN_DAY)
        return true;
    if (when_explain_day(reading, text, range->start.date, today, &wrong) && err)
        *err = wrong;
    return false;
}

bool
when_parse_span(const char *text, struct date today, struct local_time base,
                struct local_time *start, struct local_time *end, bool *next_day,
                struct error *err)
{
    struct range range = { 0 };
    struct local_time read = { 0 };
    const bool is_range =
        parse_joined(text, today, base, &range) || parse_range(text, today, base, &range);

    if (when_parse_local_time(text, today, base, &read, err)) {
        const bool is_doubtful = is_range && may_be_range(&range);
        if (is_doubtful && !is_rather_range(&range, read, today))
            return refuse_doubtful(text, read, &range, err);
        if (!is_doubtful)
            range = (struct range){ .start = read };
    } else if (is_range ? is_other_weekday(text, &range, today, base)
                        : !parse_days(text, today, &range, err)) {
        return false;
    }
    error_clear(err);
    *start = range.start;
    *end = range.end;
    *next_day = range.next_day;
    return true;
}
