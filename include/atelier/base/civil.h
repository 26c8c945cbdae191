/* SPDX-License-Identifier: GPL-3.0-or-later */
/* civil.h - days and times of the civil calendar, and instants
 *
 * An instant is a count of seconds since 1970-01-01T00:00:00Z.  A local time
 * is what a wall clock shows, to the minute, and means nothing without a zone.
 * The calendar is the proleptic Gregorian one; years run from 1 to 9999.
 */
#ifndef ATELIER_BASE_CIVIL_H
#define ATELIER_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t instant;

enum { WEEK_DAYS = 7 };

/* A zeroed date or local time is "none". */
struct date {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

struct local_time {
    struct date date;
    int hour;   /* 0 to 23 */
    int minute; /* 0 to 59 */
};

/* Half open: the end does not belong to it. */
struct span {
    instant start;
    instant end;
};

bool date_is_none(struct date date);
bool date_is_valid(struct date date);
int date_compare(struct date a, struct date b);   /* <0, 0, >0 */
int date_weekday(struct date date);               /* 1 Monday to 7 Sunday (ISO 8601) */
int date_iso_week(struct date date);              /* 1 to 53 (ISO 8601) */
struct date date_first_of_week(struct date date); /* its Monday */
int date_days_in_month(int year, int month);
int64_t date_to_days(struct date date); /* since 1970-01-01 */
struct date date_from_days(int64_t days);
struct date date_add_days(struct date date, int64_t days);

/* The last day of a month that is too short for it. */
struct date date_add_months(struct date date, int months);

bool local_time_is_none(struct local_time time);
bool local_time_is_valid(struct local_time time);
int local_time_compare(struct local_time a, struct local_time b);
struct local_time local_time_add_minutes(struct local_time time, int64_t minutes);

/* Minutes from a to b, by the wall clock. */
int64_t local_time_minutes(struct local_time a, struct local_time b);

/* ISO 8601: "2027-03-16", "2027-03-16 09:30" (a T is read too); false when the text is
 * anything else or no such day exists.  Sizes hold the final zero byte. */
enum { DATE_TEXT_SIZE = 11, LOCAL_TIME_TEXT_SIZE = 17, INSTANT_TEXT_SIZE = 21 };
bool date_parse(const char *text, struct date *date);
bool local_time_parse(const char *text, struct local_time *time);
void date_format(struct date date, char text[DATE_TEXT_SIZE]);
void local_time_format(struct local_time time, char text[LOCAL_TIME_TEXT_SIZE]);

/* RFC 3339 in UTC: "2027-03-16T08:30:00Z". */
void instant_format(instant at, char text[INSTANT_TEXT_SIZE]);

/* Reads that, with or without the seconds; false and untouched when it is something else,
 * another offset than Z included. */
bool instant_parse(const char *text, instant *at);

/* The UTC wall clock of an instant, and back. */
struct local_time local_time_from_instant(instant at);
instant local_time_to_instant(struct local_time utc);

#endif
