/* SPDX-License-Identifier: GPL-3.0-or-later */
/* month_grid.c - a month as whole weeks */
#include "atelier/domain/month_grid.h"

struct month_grid
month_grid_of(struct date day)
{
    const struct date begin = { day.year, day.month, 1 };
    const struct date first = date_first_of_week(begin);
    const int before = (int)(date_to_days(begin) - date_to_days(first));
    const int days = before + date_days_in_month(day.year, day.month);

    return (struct month_grid){ .first = first,
                                .weeks = (days + WEEK_DAYS - 1) / WEEK_DAYS };
}

int
month_grid_week_of(const struct month_grid *grid, struct date day)
{
    return (int)((date_to_days(day) - date_to_days(grid->first)) / WEEK_DAYS);
}

struct date
month_grid_last(const struct month_grid *grid)
{
    return date_add_days(grid->first, (int64_t)grid->weeks * WEEK_DAYS - 1);
}

void
month_grid_share(const struct month_grid *grid, int rows, int spare,
                 int heights[MONTH_GRID_WEEKS])
{
    enum { LEAST = 2 };
    const int kept = rows - spare >= grid->weeks * LEAST ? rows - spare : rows;

    for (int i = 0; i < grid->weeks; i++)
        heights[i] = kept / grid->weeks + (i < kept % grid->weeks);
}
