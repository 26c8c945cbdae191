/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tz_rule.c - reads TZ strings and says when clocks change */
#include "atelier/calendar/tz_rule.h"

#include <string.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* ---- reading ---- */

struct cursor {
    const char *at;
    const char *end;
};

static bool
take(struct cursor *cursor, char byte)
{
    if (cursor->at == cursor->end || *cursor->at != byte)
        return false;
    cursor->at++;
    return true;
}

static bool
next_is_digit(const struct cursor *cursor)
{
    return cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9';
}

static bool
take_number(struct cursor *cursor, int least, int most, int *number)
{
    if (!next_is_digit(cursor))
        return false;
    int value = 0;
    while (next_is_digit(cursor)) {
        value = value * 10 + (*cursor->at++ - '0');
        if (value > most)
            return false;
    }
    *number = value;
    return value >= least;
}

/* hh[:mm[:ss]] with a sign. */
static bool
take_time(struct cursor *cursor, int most_hours, int32_t *seconds)
{
    bool negative = take(cursor, '-');

    if (!negative)
        (void)take(cursor, '+');
    int hours = 0;
    if (!take_number(cursor, 0, most_hours, &hours))
        return false;
    int minutes = 0;
    int rest = 0;
    if (take(cursor, ':')) {
        if (!take_number(cursor, 0, 59, &minutes))
            return false;
        if (take(cursor, ':') && !take_number(cursor, 0, 59, &rest))
            return false;
    }
    *seconds = hours * HOUR + minutes * MINUTE + rest;
    if (negative)
        *seconds = -*seconds;
    return true;
}

static bool
is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* Three letters or more; between < and > also digits and signs. */
static bool
take_abbreviation(struct cursor *cursor, char abbreviation[TZ_ABBREVIATION_SIZE])
{
    bool quoted = take(cursor, '<');
    size_t length = 0;

    while (cursor->at < cursor->end) {
        char byte = *cursor->at;
        bool fits =
            is_letter(byte) ||
            (quoted && ((byte >= '0' && byte <= '9') || byte == '+' || byte == '-'));

        if (!fits)
            break;
        if (length + 1 == TZ_ABBREVIATION_SIZE)
            return false;
        abbreviation[length++] = byte;
        cursor->at++;
    }
    abbreviation[length] = '\0';
    return length >= 3 && (!quoted || take(cursor, '>'));
}

/* POSIX counts offsets west of Greenwich; we count east. */
static bool
take_offset(struct cursor *cursor, int32_t *offset)
{
    if (!take_time(cursor, 24, offset))
        return false;
    *offset = -*offset;
    return true;
}

static bool
take_date(struct cursor *cursor, struct tz_date *date)
{
    *date = (struct tz_date){ .time = 2 * HOUR };
    if (take(cursor, 'M')) {
        date->kind = TZ_DAY_MONTH_WEEK;
        if (!take_number(cursor, 1, 12, &date->month) || !take(cursor, '.') ||
            !take_number(cursor, 1, 5, &date->week) || !take(cursor, '.') ||
            !take_number(cursor, 0, 6, &date->weekday))
            return false;
    } else if (take(cursor, 'J')) {
        date->kind = TZ_DAY_JULIAN;
        if (!take_number(cursor, 1, 365, &date->day))
            return false;
    } else {
        date->kind = TZ_DAY_OF_YEAR;
        if (!take_number(cursor, 0, 365, &date->day))
            return false;
    }
    return !take(cursor, '/') || take_time(cursor, 167, &date->time);
}

static bool
take_rule(struct cursor *cursor, struct tz_rule *rule)
{
    if (!take_abbreviation(cursor, rule->standard.abbreviation) ||
        !take_offset(cursor, &rule->standard.offset))
        return false;
    if (cursor->at == cursor->end)
        return true;

    rule->has_daylight = true;
    if (!take_abbreviation(cursor, rule->daylight.abbreviation))
        return false;
    rule->daylight.offset = rule->standard.offset + HOUR;
    if (cursor->at < cursor->end && *cursor->at != ',' &&
        !take_offset(cursor, &rule->daylight.offset))
        return false;
    return take(cursor, ',') && take_date(cursor, &rule->to_daylight) &&
           take(cursor, ',') && take_date(cursor, &rule->to_standard);
}

/* ---- the calendar of changes ---- */

static int64_t
day_of_month_week(const struct tz_date *date, int year)
{
    struct date first = { .year = year, .month = date->month, .day = 1 };
    int first_weekday = date_weekday(first) % 7; /* Sunday is 0 here */
    int day = 1 + (date->weekday - first_weekday + 7) % 7 + (date->week - 1) * 7;

    while (day > date_days_in_month(year, date->month))
        day -= 7;
    return date_to_days(first) + day - 1;
}

static int64_t
day_of_change(const struct tz_date *date, int year)
{
    int64_t new_year = date_to_days((struct date){ .year = year, .month = 1, .day = 1 });

    switch (date->kind) {
    case TZ_DAY_MONTH_WEEK:
        return day_of_month_week(date, year);
    case TZ_DAY_JULIAN: {
        bool leap = date_days_in_month(year, 2) == 29;

        return new_year + date->day - 1 + (leap && date->day > 31 + 28 ? 1 : 0);
    }
    case TZ_DAY_OF_YEAR:
        break;
    }
    return new_year + date->day;
}

instant
tz_rule_to_daylight(const struct tz_rule *rule, int year)
{
    return day_of_change(&rule->to_daylight, year) * DAY + rule->to_daylight.time -
           rule->standard.offset;
}

instant
tz_rule_to_standard(const struct tz_rule *rule, int year)
{
    return day_of_change(&rule->to_standard, year) * DAY + rule->to_standard.time -
           rule->daylight.offset;
}

/* RFC 8536 writes "daylight time all year" as a rule whose return to standard
 * time is also the next departure from it. */
static bool
is_daylight_all_year(const struct tz_rule *rule)
{
    return tz_rule_to_daylight(rule, 2001) <= tz_rule_to_standard(rule, 2000) &&
           tz_rule_to_daylight(rule, 2002) <= tz_rule_to_standard(rule, 2001);
}

bool
tz_rule_parse(const char *text, size_t length, struct tz_rule *rule)
{
    struct cursor cursor = { .at = text, .end = text + length };

    *rule = (struct tz_rule){ 0 };
    if (!take_rule(&cursor, rule) || cursor.at != cursor.end)
        return false;
    if (rule->has_daylight && is_daylight_all_year(rule)) {
        rule->has_daylight = false;
        rule->standard = rule->daylight;
    }
    return true;
}

static int
year_of(instant at)
{
    return local_time_from_instant(at).date.year;
}

/* An hour of 167 can carry a change into the next year, so the years around
 * are looked at too. */
bool
tz_rule_is_daylight(const struct tz_rule *rule, instant at)
{
    if (!rule->has_daylight)
        return false;
    bool is_daylight = false;
    instant latest = INT64_MIN;
    for (int year = year_of(at) - 1; year <= year_of(at) + 1; year++) {
        instant to_standard = tz_rule_to_standard(rule, year);
        instant to_daylight = tz_rule_to_daylight(rule, year);

        if (to_standard <= at && to_standard > latest) {
            latest = to_standard;
            is_daylight = false;
        }
        if (to_daylight <= at && to_daylight >= latest) {
            latest = to_daylight;
            is_daylight = true;
        }
    }
    return is_daylight;
}

bool
tz_rule_next(const struct tz_rule *rule, instant after, instant *at)
{
    if (!rule->has_daylight)
        return false;
    instant next = INT64_MAX;
    for (int year = year_of(after) - 1; year <= year_of(after) + 2; year++) {
        instant changes[] = { tz_rule_to_daylight(rule, year),
                              tz_rule_to_standard(rule, year) };

        for (size_t i = 0; i < 2; i++) {
            if (changes[i] > after && changes[i] < next)
                next = changes[i];
        }
    }
    *at = next;
    return true;
}
