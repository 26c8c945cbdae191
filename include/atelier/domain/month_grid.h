/* SPDX-License-Identifier: GPL-3.0-or-later */
/* month_grid.h - a month as whole weeks, Monday first, and the rows that each gets
 *
 * Pure: days and numbers alone.
 */
#ifndef ATELIER_DOMAIN_MONTH_GRID_H
#define ATELIER_DOMAIN_MONTH_GRID_H

#include "atelier/base/civil.h"

enum { MONTH_GRID_WEEKS = 6 };

struct month_grid {
    struct date first; /* a Monday, in the month before unless it begins with one */
    int weeks;         /* 4 to 6 */
};

/* The weeks that hold a day of the month. */
struct month_grid month_grid_of(struct date day);

/* Which week of it a day is in, from 0; and the last day of it. */
int month_grid_week_of(const struct month_grid *grid, struct date day);
struct date month_grid_last(const struct month_grid *grid);

/* Shares rows out among the weeks, the first get one more where they do not part evenly;
 * as long as a week keeps two, `spare` are left over. */
void month_grid_share(const struct month_grid *grid, int rows, int spare,
                      int heights[MONTH_GRID_WEEKS]);

#endif
