/* SPDX-License-Identifier: GPL-3.0-or-later */
/* month_grid_test.c - a month as whole weeks */
#include "atelier/domain/month_grid.h"

#include "support/suite.h"

static void
assert_date(struct date date, int year, int month, int day)
{
    ck_assert_int_eq(date.year, year);
    ck_assert_int_eq(date.month, month);
    ck_assert_int_eq(date.day, day);
}

START_TEST(grid__begins_on_the_monday_of_the_first__and_ends_with_a_week)
{
    const struct month_grid march = month_grid_of((struct date){ 2027, 3, 17 });
    assert_date(march.first, 2027, 3, 1); /* a Monday */
    ck_assert_int_eq(march.weeks, 5);
    assert_date(month_grid_last(&march), 2027, 4, 4);

    const struct month_grid january = month_grid_of((struct date){ 2027, 1, 31 });
    assert_date(january.first, 2026, 12, 28);
    assert_date(month_grid_last(&january), 2027, 1, 31);
}
END_TEST

START_TEST(grid__has_four_to_six_weeks)
{
    ck_assert_int_eq(month_grid_of((struct date){ 2027, 2, 1 }).weeks, 4);
    ck_assert_int_eq(month_grid_of((struct date){ 2027, 8, 1 }).weeks, 6);
}
END_TEST

START_TEST(rows__are_shared_alike__the_first_get_the_odd_ones__and_some_are_spared)
{
    const struct month_grid grid = { { 2027, 3, 1 }, 5 };
    int heights[MONTH_GRID_WEEKS];

    month_grid_share(&grid, 18, 1, heights);
    for (int i = 0; i < 5; i++)
        ck_assert_int_eq(heights[i], i < 2 ? 4 : 3);
    month_grid_share(&grid, 10, 1, heights); /* two a week come first */
    for (int i = 0; i < 5; i++)
        ck_assert_int_eq(heights[i], 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, grid__begins_on_the_monday_of_the_first__and_ends_with_a_week);
    tcase_add_test(tests, grid__has_four_to_six_weeks);
    tcase_add_test(
        tests, rows__are_shared_alike__the_first_get_the_odd_ones__and_some_are_spared);
}

SUITE_MAIN("month_grid")
