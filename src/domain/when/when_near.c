/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_near.c - which days and years are meant where people plan */
#include "when/when_read.h"

enum { FIRST_YEAR = 1970, YEARS_AHEAD = 20 };

bool
when_is_near(struct date date, struct date today)
{
    return date_is_valid(date) && date.year >= FIRST_YEAR &&
           date.year <= today.year + YEARS_AHEAD;
}

int
when_full_year(int year, int digits, struct date today)
{
    if (digits == 2)
        return year + 2000 > today.year + YEARS_AHEAD && year + 1900 >= FIRST_YEAR
                   ? year + 1900
                   : year + 2000;
    return digits < 4 ? 0 : year;
}

bool
when_is_far_ahead(struct date date, struct date today)
{
    enum { HALF_A_YEAR = 183 };
    return date_to_days(date) - date_to_days(today) > HALF_A_YEAR;
}
