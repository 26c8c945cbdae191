/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_time.c - times and durations as RFC 5545 writes them (sections 3.3.4 to 3.3.6);
 * their letters may be small (RFC 5234 section 2.3) */
#include <ctype.h>
#include <string.h>

#include "source/ics_line.h"

enum { DAYS_PER_WEEK = 7, MINUTE = 60, HOUR = 60 * MINUTE, LONGEST_DAYS = 366 };

/* Reads as many digits; -1 when one is missing. */
static int
digits(const char *text, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static char
capital(char letter)
{
    return (char)toupper((unsigned char)letter);
}

bool
ics_time_parse(const char *text, struct source_time *time)
{
    size_t length = strlen(text);
    *time = (struct source_time){ .kind = SOURCE_DATE };
    if (length < 8)
        return false;
    time->local.date =
        (struct date){ digits(text, 4), digits(text + 4, 2), digits(text + 6, 2) };
    if (!date_is_valid(time->local.date))
        return false;
    if (length == 8)
        return true;
    if (length < 15 || capital(text[8]) != 'T')
        return false;
    time->local.hour = digits(text + 9, 2);
    time->local.minute = digits(text + 11, 2);
    int second = digits(text + 13, 2);
    time->kind = length == 15 ? SOURCE_FLOATING : SOURCE_IN_UTC;
    return (length == 15 || (length == 16 && capital(text[15]) == 'Z')) &&
           local_time_is_valid(time->local) && second >= 0 && second <= 60;
}

/* Adds one number and its unit; false when there is none. */
static bool
duration_part(const char **at, bool in_time, struct source_duration *duration)
{
    int64_t number = 0;
    size_t count = strspn(*at, "0123456789");
    if (count == 0 || count > 7)
        return false;
    number = digits(*at, count);
    *at += count;
    switch (capital(*(*at)++)) {
    case 'W':
        duration->days += number * DAYS_PER_WEEK;
        return !in_time;
    case 'D':
        duration->days += number;
        return !in_time;
    case 'H':
        duration->seconds += number * HOUR;
        return in_time;
    case 'M':
        duration->seconds += number * MINUTE;
        return in_time;
    case 'S':
        duration->seconds += number;
        return in_time;
    default:
        return false;
    }
}

bool
ics_duration_parse(const char *text, struct source_duration *duration)
{
    const char *at = text + (*text == '+');
    bool in_time = false;
    *duration = (struct source_duration){ .is_known = true };
    if (capital(*at++) != 'P' || !*at)
        return false;
    while (*at) {
        if (capital(*at) == 'T' && !in_time) {
            in_time = true;
            at++;
        }
        if (!duration_part(&at, in_time, duration))
            return false;
    }
    return duration->days <= LONGEST_DAYS &&
           duration->seconds <= (int64_t)LONGEST_DAYS * 24 * HOUR;
}
