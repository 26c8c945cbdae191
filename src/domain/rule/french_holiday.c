/* SPDX-License-Identifier: GPL-3.0-or-later */
/* french_holiday.c - the public holidays of France, reckoned for any year */
#include "atelier/domain/french_holiday.h"

#include <stddef.h>

#include "atelier/base/language.h"

/* The letters are those of the rule as it was printed. */
struct date
easter_sunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;

    return (struct date){ .year = year, .month = n / 31, .day = n % 31 + 1 };
}

static const struct {
    int month;
    int day;
    const char *name;
} fixed[] = {
    { 1, 1, N_("New Year’s Day") },  { 5, 1, N_("Labour Day") },
    { 5, 8, N_("Victory Day") },     { 7, 14, N_("Bastille Day") },
    { 8, 15, N_("Assumption Day") }, { 11, 1, N_("All Saints’ Day") },
    { 11, 11, N_("Armistice Day") }, { 12, 25, N_("Christmas Day") },
};

static const struct {
    int days; /* after Easter Sunday */
    const char *name;
} movable[] = {
    { 1, N_("Easter Monday") },
    { 39, N_("Ascension Day") },
    { 50, N_("Whit Monday") },
};

const char *
french_holiday(struct date day)
{
    for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
        if (fixed[i].month == day.month && fixed[i].day == day.day)
            return fixed[i].name;

    const int64_t after = date_to_days(day) - date_to_days(easter_sunday(day.year));
    for (size_t i = 0; i < sizeof(movable) / sizeof(movable[0]); i++)
        if (movable[i].days == after)
            return movable[i].name;
    return NULL;
}
