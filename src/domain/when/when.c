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
#include "when/when_moment.h"
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

static void
blame_unsure(const char *text, struct date date, struct error *err)
{
    struct buffer words = { 0 };
    struct buffer figures = { 0 };

    when_format_date(date, WHEN_LONG, &words);
    when_format_day(date, &figures);
    error_set(err, ERROR_INPUT,
              /* TRANSLATORS: a text, a day in words and in figures */
              _("“%s” is %s.  If that day is meant, write it like %s."), text,
              buffer_text(&words), buffer_text(&figures));
    buffer_clear(&words);
    buffer_clear(&figures);
}

bool
when_explain_day(enum when_reading reading, const char *text, struct date date,
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
    case WHEN_UNSURE:
        blame_unsure(text, date, err);
        return true;
    case WHEN_GAP:
        error_set(err, ERROR_INPUT,
                  _("“%s” leaves out a day in between.  Write one day, or days in a "
                    "row."),
                  text);
        return true;
    case WHEN_NO_HOURS:
        error_set(err, ERROR_INPUT,
                  _("“%s” is several days.  Write from what time to what time, like "
                    "“16-17/3 9h-17h”."),
                  text);
        return true;
    case WHEN_NOTHING:
    case WHEN_DAY:
        break;
    }
    return false;
}

static bool
is_several_days(const char *text, struct date today)
{
    struct date first;
    struct date last;

    return when_read_days(text, today, &first, &last) != WHEN_NOTHING;
}

static bool
refuse_several(const char *text, struct error *err)
{
    return error_set(err, ERROR_INPUT, _("“%s” is several days; write one of them."),
                     text);
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
    if (when_explain_day(reading, text, read, today, err))
        return false;
    if (is_several_days(text, today))
        return refuse_several(text, err);
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day.  Write it like 16/3, 16/03/2027, thu, tomorrow or +7d: "
          "the day before the month."),
        text);
}

/* --- a day and a time */

static void
set_clock(struct when_moment *moment, struct when_clock clock, enum when_half half)
{
    moment->time.hour = clock.hour;
    moment->time.minute = clock.minute;
    moment->is_midnight = clock.is_midnight;
    moment->has_clock = true;
    moment->clock = clock;
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

bool
when_says_uhr(const char *clock)
{
    char *folded = fold_copy(clock);
    const bool says = strstr(folded, "uhr");
    free(folded);
    return says;
}

/* A day with the time before or behind it. */
static enum when_reading
read_pair(const char *day, const char *clock_text, bool clock_first, struct date today,
          struct when_moment *moment)
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
        when_read_short_weekday(day, when_says_uhr(clock_text), today,
                                &moment->time.date))
        reading = WHEN_DAY;
    if (reading != WHEN_NOTHING)
        set_clock(moment, clock, half);
    return reading;
}

/* Tries each blank as the place where the day ends and the time begins, or the time and
 * the day, and keeps what comes nearest to a day. */
static enum when_reading
read_both(const char *text, bool clock_first, struct date today,
          struct when_moment *moment)
{
    enum when_reading best = WHEN_NOTHING;
    for (const char *blank = strrchr(text, ' '); blank && blank > text;) {
        char *front = memory_copy_part(text, (size_t)(blank - text));
        struct when_moment read = { .has_day = true, .clock_first = clock_first };
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

enum when_reading
when_read_moment(const char *text, struct date today, struct local_time base,
                 struct when_moment *moment)
{
    bool has_offset;
    int offset;
    *moment = (struct when_moment){ .time = base, .has_day = true, .has_clock = true };
    if (when_read_iso(text, &moment->time, &has_offset, &offset) && !has_offset)
        return when_is_near(moment->time.date, today) ? WHEN_DAY : WHEN_FAR;

    enum when_reading reading = read_both(text, false, today, moment);
    if (reading != WHEN_NOTHING)
        return reading;
    struct when_clock clock;
    *moment = (struct when_moment){ .time = base };
    if (!local_time_is_none(base) && when_read_clock(text, &clock)) {
        set_clock(moment, clock, WHEN_ANY_HALF);
        return WHEN_DAY;
    }
    return read_both(text, true, today, moment);
}

static bool
refuse_time(const char *text, struct date today, struct error *err)
{
    if (is_several_days(text, today))
        return refuse_several(text, err);
    return error_set(
        err, ERROR_INPUT,
        _("“%s” is not a day and time.  Write it like 16/3 14:30, thu 14h30 or "
          "2027-03-16 14:30."),
        text);
}

bool
when_parse_moment(const char *text, struct date today, struct local_time base,
                  struct when_moment *moment, struct error *err)
{
    enum when_half half;
    enum when_reading reading = when_read_moment(text, today, base, moment);
    if (reading == WHEN_NOTHING) {
        *moment = (struct when_moment){ .time = base, .has_day = true };
        reading = when_read_day(text, today, &moment->time.date, &half);
        if (reading == WHEN_DAY && local_time_is_none(base))
            return error_set(err, ERROR_INPUT,
                             _("At what time?  Write it like “%s 14:30”."), text);
    }
    if (reading == WHEN_DAY && !when_is_near(moment->time.date, today))
        reading = WHEN_FAR; /* 24:00 of the last day */
    return reading == WHEN_DAY ||
           (!when_explain_day(reading, text, moment->time.date, today, err) &&
            refuse_time(text, today, err));
}

bool
when_parse_local_time(const char *text, struct date today, struct local_time base,
                      struct local_time *time, struct error *err)
{
    struct when_moment moment;
    if (!when_parse_moment(text, today, base, &moment, err))
        return false;
    *time = moment.time;
    return true;
}

void
when_end_behind(struct when_moment *end, struct local_time start, bool *next_day)
{
    if (!local_time_is_none(start) && (!end->has_day || end->is_midnight) &&
        local_time_compare(end->time, start) <= 0)
        end->time.date = date_add_days(end->time.date, 1);
    *next_day = !end->has_day && date_compare(end->time.date, start.date) > 0;
}

enum { HALF_A_DAY = 12 * 60 };

/* "3h" is how long it takes, where the hour of that name would be more than half a day
 * off: the morning after. */
static bool
is_length(const char *text, const struct when_moment *moment, struct local_time start,
          bool next_day, int64_t *minutes)
{
    struct error ignored = { 0 };
    const bool ok = next_day && !strchr(text, ':') &&
                    local_time_minutes(start, moment->time) > HALF_A_DAY &&
                    text[strspn(text, "0123456789 ")] != '\0' &&
                    when_parse_duration(text, minutes, &ignored) && *minutes > 0 &&
                    *minutes <= HALF_A_DAY;

    error_clear(&ignored);
    return ok;
}

bool
when_parse_end(const char *text, struct date today, struct local_time start,
               struct local_time *end, bool *next_day, struct error *err)
{
    struct when_moment moment;
    bool later;
    if (!when_parse_moment(text, today, start, &moment, err))
        return false;
    when_end_behind(&moment, start, &later);
    int64_t minutes = 0;
    if (is_length(text, &moment, start, later, &minutes)) {
        moment.time = local_time_add_minutes(start, minutes);
        later = date_compare(moment.time.date, start.date) > 0;
    }
    *end = moment.time;
    if (next_day)
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
