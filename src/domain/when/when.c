/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.c - days and times as people write them */
#include "atelier/domain/when.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "when/when_read.h"

/* --- what is wrong with a day that was read */

static void
blame_passed(const char *text, struct date date, struct date today, struct error *err)
{
    struct buffer next = { 0 };
    struct buffer last = { 0 };

    when_format_day(date, &next);
    when_format_day((struct date){ today.year, date.month, date.day }, &last);
    error_set(err, ERROR_INPUT,
              _("“%s” has passed this year.  Write it with its year: %s if the next one "
                "is meant, else %s."),
              text, buffer_text(&next), buffer_text(&last));
    buffer_clear(&next);
    buffer_clear(&last);
}

/* False when nothing was read at all. */
static bool
explain_day(enum when_reading reading, const char *text, struct date date,
            struct date today, struct error *err)
{
    struct buffer day = { 0 };
    switch (reading) {
    case WHEN_NO_SUCH_DAY:
        error_set(err, ERROR_INPUT,
                  _("The calendar has no such day as “%s”; correct it."), text);
        return true;
    case WHEN_MONTH_FIRST:
        when_format_date(date, WHEN_SHORT, &day);
        error_set(err, ERROR_INPUT,
                  _("“%s” has the month before the day.  Write the day first: %s."), text,
                  buffer_text(&day));
        buffer_clear(&day);
        return true;
    case WHEN_OTHER_WEEKDAY:
        when_format_date(date, WHEN_LONG, &day);
        error_set(err, ERROR_INPUT, _("“%s” is %s.  Correct the day or its weekday."),
                  text, buffer_text(&day));
        buffer_clear(&day);
        return true;
    case WHEN_FAR:
        error_set(err, ERROR_INPUT,
                  _("“%s” is in the year %d; correct it.  Days are from 1970 to twenty "
                    "years from now."),
                  text, date.year);
        return true;
    case WHEN_PASSED:
        blame_passed(text, date, today, err);
        return true;
    case WHEN_NOTHING:
    case WHEN_DAY:
        break;
    }
    return false;
}

bool
when_parse_date(const char *text, struct date today, struct date *date, struct error *err)
{
    struct date read;
    enum when_half half;
    enum when_reading reading = when_read_day(text, today, &read, &half);
    if (reading == WHEN_DAY) {
        *date = read;
        return true;
    }
    if (explain_day(reading, text, read, today, err))
        return false;
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day.  Write it like 16/3, 16/03/2027, thu, tomorrow or +7d: "
          "the day before the month."),
        text);
}

/* --- a day and a time */

/* What was read of a text, besides the time itself. */
struct moment {
    struct local_time time;
    bool has_day;
    bool clock_first; /* the day stands behind it */
    bool has_clock;
    bool is_midnight;
    bool is_plain; /* the clock */
};

static void
set_clock(struct moment *moment, struct when_clock clock, enum when_half half)
{
    moment->time.hour = clock.hour;
    moment->time.minute = clock.minute;
    moment->is_midnight = clock.is_midnight;
    moment->has_clock = true;
    moment->is_plain = clock.is_plain;
    if (half == WHEN_AFTERNOON && clock.hour >= 1 && clock.hour < 12 &&
        !clock.is_midnight)
        moment->time.hour += 12;
    if (clock.hour == 24) {
        moment->time.date = date_add_days(moment->time.date, 1);
        moment->time.hour = 0;
    }
}

/* Whether what looks like a time, 20:27, is the year of the day: 16 mars 2027. */
static bool
is_year_of(const char *day, const char *clock)
{
    size_t digits = strspn(clock, "0123456789");
    if (digits != 4 || clock[digits + strspn(clock + digits, " ")] || *clock < '2')
        return false;
    return when_names_month(day);
}

/* "mar 9": in March, or on a Tuesday?  The number is its day. */
static bool
is_day_of_mar(const char *day)
{
    char *folded = fold_copy(day);
    bool mar = strcmp(folded, "mar") == 0;
    free(folded);
    return mar;
}

/* "mars 9 - 12", parted before the 12: it may be a day as well. */
static bool
ends_with_dash(const char *day)
{
    static const char *const dashes[] = { "-", "–", "—" };
    size_t length = strlen(day);
    while (length > 0 && day[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
        size_t dash = strlen(dashes[i]);
        if (length >= dash && strncmp(day + length - dash, dashes[i], dash) == 0)
            return true;
    }
    return false;
}

static bool
says_uhr(const char *clock)
{
    char *folded = fold_copy(clock);
    const bool says = strstr(folded, "uhr");
    free(folded);
    return says;
}

/* A day with the time before or behind it. */
static enum when_reading
read_pair(const char *day, const char *clock_text, bool clock_first, struct date today,
          struct moment *moment)
{
    struct when_clock clock;
    enum when_half half;

    if (!when_read_clock(clock_text, &clock) || (clock_first && clock.is_plain) ||
        (!clock_first &&
         (is_year_of(day, clock_text) ||
          (clock.is_plain && (is_day_of_mar(day) || ends_with_dash(day))))))
        return WHEN_NOTHING;
    enum when_reading reading = when_read_day(day, today, &moment->time.date, &half);
    if (reading == WHEN_NOTHING && !clock_first && !clock.is_plain &&
        when_read_short_weekday(day, says_uhr(clock_text), today, &moment->time.date))
        reading = WHEN_DAY;
    if (reading != WHEN_NOTHING)
        set_clock(moment, clock, half);
    return reading;
}

/* Tries each blank as the place where the day ends and the time begins, or the time and
 * the day, and keeps what comes nearest to a day. */
static enum when_reading
read_both(const char *text, bool clock_first, struct date today, struct moment *moment)
{
    enum when_reading best = WHEN_NOTHING;
    for (const char *blank = strrchr(text, ' '); blank && blank > text;) {
        char *front = memory_copy_part(text, (size_t)(blank - text));
        struct moment read = { .has_day = true, .clock_first = clock_first };
        enum when_reading reading =
            clock_first ? read_pair(blank + 1, front, true, today, &read)
                        : read_pair(front, blank + 1, false, today, &read);
        free(front);
        if (reading > best) {
            best = reading;
            *moment = read;
        }
        if (best == WHEN_DAY)
            break;
        do {
            blank--;
        } while (blank > text && *blank != ' ');
    }
    return best;
}

static enum when_reading
read_moment(const char *text, struct date today, struct local_time base,
            struct moment *moment)
{
    bool has_offset;
    int offset;
    *moment = (struct moment){ .time = base, .has_day = true, .has_clock = true };
    if (when_read_iso(text, &moment->time, &has_offset, &offset) && !has_offset)
        return when_is_near(moment->time.date, today) ? WHEN_DAY : WHEN_FAR;

    enum when_reading reading = read_both(text, false, today, moment);
    if (reading != WHEN_NOTHING)
        return reading;
    struct when_clock clock;
    *moment = (struct moment){ .time = base };
    if (!local_time_is_none(base) && when_read_clock(text, &clock)) {
        set_clock(moment, clock, WHEN_ANY_HALF);
        return WHEN_DAY;
    }
    return read_both(text, true, today, moment);
}

static bool
refuse_time(const char *text, struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day and time.  Write it like 16/3 14:30, thu 14h30 or "
          "2027-03-16 14:30."),
        text);
}

static bool
parse_moment(const char *text, struct date today, struct local_time base,
             struct moment *moment, struct error *err)
{
    enum when_half half;
    enum when_reading reading = read_moment(text, today, base, moment);
    if (reading == WHEN_NOTHING) {
        *moment = (struct moment){ .time = base, .has_day = true };
        reading = when_read_day(text, today, &moment->time.date, &half);
        if (reading == WHEN_DAY && local_time_is_none(base))
            return error_set(err, ERROR_INPUT,
                             _("At what time?  Write it like “%s 14:30”."), text);
    }
    if (reading == WHEN_DAY && !when_is_near(moment->time.date, today))
        reading = WHEN_FAR; /* 24:00 of the last day */
    return reading == WHEN_DAY ||
           (!explain_day(reading, text, moment->time.date, today, err) &&
            refuse_time(text, err));
}

bool
when_parse_local_time(const char *text, struct date today, struct local_time base,
                      struct local_time *time, struct error *err)
{
    struct moment moment;
    if (!parse_moment(text, today, base, &moment, err))
        return false;
    *time = moment.time;
    return true;
}

static void
end_behind(struct moment *end, struct local_time start, bool *next_day)
{
    if (!local_time_is_none(start) && (!end->has_day || end->is_midnight) &&
        local_time_compare(end->time, start) <= 0)
        end->time.date = date_add_days(end->time.date, 1);
    *next_day = !end->has_day && date_compare(end->time.date, start.date) > 0;
}

bool
when_parse_end(const char *text, struct date today, struct local_time start,
               struct local_time *end, bool *next_day, struct error *err)
{
    struct moment moment;
    bool later;
    if (!parse_moment(text, today, start, &moment, err))
        return false;
    end_behind(&moment, start, &later);
    *end = moment.time;
    if (next_day)
        *next_day = later;
    return true;
}

/* --- a start and an end in one text */

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
is_range_of_days(const char *left, const struct moment *start, const struct moment *end)
{
    if (start->is_plain && end->has_day && has_one_number(left))
        return start->has_day || !end->clock_first;
    if (start->has_day && !start->has_clock && end->has_day && has_one_number(left) &&
        strpbrk(left, "0123456789"))
        return true; /* the 5th of "5th to 6th dec 9h" */
    return end->is_plain && !end->has_day && !start->has_clock;
}

/* The unit of "Do 9-12 Uhr" is that of both times. */
static bool
parse_start(const char *left, const char *right, struct date today,
            struct local_time base, struct moment *first)
{
    struct when_clock clock;
    const size_t length = strlen(left);

    if (parse_moment(left, today, base, first, NULL))
        return true;
    if (length == 0 || !isdigit((unsigned char)left[length - 1]) ||
        !when_read_clock(right, &clock) || clock.is_plain)
        return false;
    struct buffer whole = { 0 };
    buffer_addf(&whole, "%s %s", left, says_uhr(right) ? "uhr" : "h");
    const bool ok = parse_moment(buffer_text(&whole), today, base, first, NULL);
    buffer_clear(&whole);
    return ok;
}

/* Both sides of a place where the start may end; the day may stand behind both. */
static bool
parse_sides(const char *left, const char *right, struct date today,
            struct local_time base, struct local_time *start, struct local_time *end,
            bool *next_day)
{
    const struct local_time none = { 0 };
    struct moment first;
    struct moment last;
    struct when_clock clock;

    if (when_read_clock(left, &clock) && parse_moment(right, today, none, &last, NULL) &&
        (last.clock_first || local_time_is_none(base))) {
        if (!parse_moment(left, today, last.time, &first, NULL) ||
            local_time_compare(first.time, last.time) >= 0)
            return false;
        *next_day = false;
    } else if (parse_start(left, right, today, base, &first) &&
               parse_moment(right, today, first.time, &last, NULL)) {
        end_behind(&last, first.time, next_day);
    } else {
        return false;
    }
    *start = first.time;
    *end = last.time;
    return !is_range_of_days(left, &first, &last);
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
            struct local_time *start, struct local_time *end, bool *next_day)
{
    static const char *const signs[] = { "–",    "—",         "-",         " à ",
                                         " a ",  " to ",      " until ",   " till ",
                                         " au ", " jusqu’à ", " jusqu'à ", " bis " };
    bool found = false;

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]) && !found; i++) {
        const char *place = text + strlen(text);
        while (!found && (place = last_place(text, place, signs[i]))) {
            const char *right = place + strlen(signs[i]);
            char *left = memory_copy_part(text, (size_t)(place - text));
            found = !leads_to_day(signs[i], right) &&
                    parse_sides(left, right, today, base, start, end, next_day);
            free(left);
        }
    }
    return found;
}

/* "du 3 mars 9h au 4 mars 17h", "le 5 mars entre 9h et 12h", "between 9 and 12": the text
 * with a dash for both words; NULL when it has none of these pairs. */
static char *
join_pair(const char *text)
{
    static const struct {
        const char *before;
        const char *between;
    } pairs[] = {
        { "du", " au " },       { "vom", " bis " },      { "entre", " et " },
        { "between", " and " }, { "zwischen", " und " },
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const size_t length = strlen(pairs[i].before);
        for (const char *at = text; *at; at++) {
            if ((at > text && at[-1] != ' ') ||
                strncasecmp(at, pairs[i].before, length) != 0 || at[length] != ' ')
                continue;
            const char *left = at + length + strspn(at + length, " ");
            const char *sign = strstr(left, pairs[i].between);
            if (!sign)
                break;
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
             struct local_time *start, struct local_time *end, bool *next_day)
{
    char *joined = join_pair(text);
    const bool found = joined && parse_range(joined, today, base, start, end, next_day);

    free(joined);
    return found;
}

bool
when_parse_span(const char *text, struct date today, struct local_time base,
                struct local_time *start, struct local_time *end, bool *next_day,
                struct error *err)
{
    struct local_time read = { 0 };
    struct local_time read_end = { 0 };
    bool later = false;

    if (when_parse_local_time(text, today, base, &read, err)) {
        *start = read;
        *end = (struct local_time){ 0 };
        *next_day = false;
        return true;
    }
    if (!parse_joined(text, today, base, &read, &read_end, &later) &&
        !parse_range(text, today, base, &read, &read_end, &later))
        return false;
    error_clear(err);
    *start = read;
    *end = read_end;
    *next_day = later;
    return true;
}

bool
when_parse_instant(const char *text, instant *at)
{
    struct local_time time;
    bool has_offset;
    int offset;

    while (*text == ' ')
        text++;
    if (!when_read_iso(text, &time, &has_offset, &offset) || !has_offset)
        return false;
    *at = local_time_to_instant(time) - (instant)offset * 60;
    return true;
}
