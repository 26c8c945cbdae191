/* SPDX-License-Identifier: GPL-3.0-or-later */
/* civil.c - days and times of the civil calendar, and instants */
#include "atelier/base/civil.h"

#include <stdio.h>
#include <string.h>

enum {
    MINUTES_PER_DAY = 24 * 60,
    SECONDS_PER_DAY = 24 * 60 * 60,
    DAYS_PER_ERA = 146097, /* 400 years */
    EPOCH_DAYS = 719468    /* from 0000-03-01 to 1970-01-01 */
};

static int64_t
floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

bool
date_is_none(struct date date)
{
    return date.year == 0;
}

static bool
is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
date_days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
date_is_valid(struct date date)
{
    return date.year >= 1 && date.year <= 9999 && date.day >= 1 &&
           date.day <= date_days_in_month(date.year, date.month);
}

int
date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return a.day < b.day ? -1 : a.day > b.day;
}

/* Years begin in March here, so that the leap day is the last of its year. */
int64_t
date_to_days(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = floor_divide(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t month = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - EPOCH_DAYS;
}

struct date
date_from_days(int64_t days)
{
    days += EPOCH_DAYS;
    int64_t era = floor_divide(days, DAYS_PER_ERA);
    int64_t day_of_era = days - era * DAYS_PER_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    return (struct date){
        .year = (int)(year_of_era + era * 400 + (month >= 10)),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
    };
}

int
date_weekday(struct date date)
{
    int64_t days = date_to_days(date) + 3; /* 1970-01-01 was a Thursday */
    return (int)(days - floor_divide(days, 7) * 7) + 1;
}

/* The week of a day is that of its Thursday, in the year of that. */
int
date_iso_week(struct date date)
{
    const struct date thursday = date_add_days(date, 4 - date_weekday(date));
    const struct date first = { thursday.year, 1, 1 };

    return (int)((date_to_days(thursday) - date_to_days(first)) / 7) + 1;
}

struct date
date_first_of_week(struct date date)
{
    return date_add_days(date, 1 - date_weekday(date));
}

struct date
date_add_days(struct date date, int64_t days)
{
    return date_from_days(date_to_days(date) + days);
}

struct date
date_add_months(struct date date, int months)
{
    enum { MONTHS = 12 };
    const int all = date.year * MONTHS + date.month - 1 + months;
    struct date to = { all / MONTHS, all % MONTHS + 1, date.day };
    const int most = date_days_in_month(to.year, to.month);

    if (to.day > most)
        to.day = most;
    return to;
}

bool
local_time_is_none(struct local_time time)
{
    return date_is_none(time.date);
}

bool
local_time_is_valid(struct local_time time)
{
    return date_is_valid(time.date) && time.hour >= 0 && time.hour <= 23 &&
           time.minute >= 0 && time.minute <= 59;
}

int
local_time_compare(struct local_time a, struct local_time b)
{
    int64_t minutes = local_time_minutes(b, a);
    return minutes < 0 ? -1 : minutes > 0;
}

struct local_time
local_time_add_minutes(struct local_time time, int64_t minutes)
{
    int64_t all = time.hour * 60 + time.minute + minutes;
    int64_t days = floor_divide(all, MINUTES_PER_DAY);
    int64_t left = all - days * MINUTES_PER_DAY;
    return (struct local_time){
        .date = date_add_days(time.date, days),
        .hour = (int)(left / 60),
        .minute = (int)(left % 60),
    };
}

int64_t
local_time_minutes(struct local_time a, struct local_time b)
{
    return (date_to_days(b.date) - date_to_days(a.date)) * MINUTES_PER_DAY +
           (b.hour - a.hour) * 60 + b.minute - a.minute;
}

/* Exactly `count` digits. */
static bool
read_digits(const char **text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (**text < '0' || **text > '9')
            return false;
        *number = *number * 10 + (*(*text)++ - '0');
    }
    return true;
}

static bool
read_sign(const char **text, char sign)
{
    return *(*text)++ == sign;
}

static bool
read_date(const char **text, struct date *date)
{
    return read_digits(text, 4, &date->year) && read_sign(text, '-') &&
           read_digits(text, 2, &date->month) && read_sign(text, '-') &&
           read_digits(text, 2, &date->day) && date_is_valid(*date);
}

bool
date_parse(const char *text, struct date *date)
{
    struct date read;
    if (!read_date(&text, &read) || *text)
        return false;
    *date = read;
    return true;
}

static bool
read_clock(const char **text, struct local_time *time)
{
    return read_digits(text, 2, &time->hour) && read_sign(text, ':') &&
           read_digits(text, 2, &time->minute) && local_time_is_valid(*time);
}

bool
local_time_parse(const char *text, struct local_time *time)
{
    struct local_time read;
    if (!read_date(&text, &read.date) || (*text != ' ' && *text != 'T'))
        return false;
    text++;
    if (!read_clock(&text, &read) || *text)
        return false;
    *time = read;
    return true;
}

bool
instant_parse(const char *text, instant *at)
{
    struct local_time utc;
    if (!read_date(&text, &utc.date) || !read_sign(&text, 'T') ||
        !read_clock(&text, &utc))
        return false;
    int second = 0;
    if (*text == ':') {
        text++;
        if (!read_digits(&text, 2, &second) || second > 59)
            return false;
    }
    if (strcmp(text, "Z") != 0)
        return false;
    *at = local_time_to_instant(utc) + second;
    return true;
}

/* Rows are full of them: digit by digit takes a tenth of printf's time. */
static void
put_two(char *text, unsigned number)
{
    text[0] = (char)('0' + number % 100 / 10);
    text[1] = (char)('0' + number % 10);
}

void
date_format(struct date date, char text[DATE_TEXT_SIZE])
{
    put_two(text, (unsigned)date.year % 10000 / 100);
    put_two(text + 2, (unsigned)date.year % 100);
    text[4] = '-';
    put_two(text + 5, (unsigned)date.month);
    text[7] = '-';
    put_two(text + 8, (unsigned)date.day);
    text[DATE_TEXT_SIZE - 1] = '\0';
}

void
local_time_format(struct local_time time, char text[LOCAL_TIME_TEXT_SIZE])
{
    char *hour = text + DATE_TEXT_SIZE - 1;

    date_format(time.date, text);
    hour[0] = ' ';
    put_two(hour + 1, (unsigned)time.hour);
    hour[3] = ':';
    put_two(hour + 4, (unsigned)time.minute);
    text[LOCAL_TIME_TEXT_SIZE - 1] = '\0';
}

void
instant_format(instant at, char text[INSTANT_TEXT_SIZE])
{
    struct local_time utc = local_time_from_instant(at);
    int64_t second = at - floor_divide(at, 60) * 60;
    local_time_format(utc, text);
    text[DATE_TEXT_SIZE - 1] = 'T';
    text[LOCAL_TIME_TEXT_SIZE - 1] = ':';
    put_two(text + LOCAL_TIME_TEXT_SIZE, (unsigned)second);
    text[INSTANT_TEXT_SIZE - 2] = 'Z';
    text[INSTANT_TEXT_SIZE - 1] = '\0';
}

struct local_time
local_time_from_instant(instant at)
{
    int64_t days = floor_divide(at, SECONDS_PER_DAY);
    int64_t seconds = at - days * SECONDS_PER_DAY;
    return (struct local_time){
        .date = date_from_days(days),
        .hour = (int)(seconds / 3600),
        .minute = (int)(seconds / 60 % 60),
    };
}

instant
local_time_to_instant(struct local_time utc)
{
    return date_to_days(utc.date) * SECONDS_PER_DAY + utc.hour * 3600 + utc.minute * 60;
}
