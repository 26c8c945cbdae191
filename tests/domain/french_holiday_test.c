/* SPDX-License-Identifier: GPL-3.0-or-later */
/* french_holiday_test.c - Easter and what follows it, against calendars that were printed
 */
#include "atelier/domain/french_holiday.h"

#include <stddef.h>

#include "support/suite.h"

START_TEST(easter__is_the_sunday__that_calendars_print)
{
    /* The earliest and the latest there are, a leap year's, and years of our own. */
    static const struct date printed[] = {
        { 1818, 3, 22 }, { 1943, 4, 25 }, { 1954, 4, 18 }, { 1981, 4, 19 },
        { 2000, 4, 23 }, { 2008, 3, 23 }, { 2024, 3, 31 }, { 2025, 4, 20 },
        { 2026, 4, 5 },  { 2027, 3, 28 }, { 2028, 4, 16 }, { 2038, 4, 25 },
        { 2049, 4, 18 }, { 2285, 3, 22 },
    };

    for (size_t i = 0; i < sizeof(printed) / sizeof(printed[0]); i++)
        ck_assert_int_eq(date_compare(easter_sunday(printed[i].year), printed[i]), 0);
}
END_TEST

START_TEST(easter__is_a_sunday__from_22_march_to_25_april__in_every_year)
{
    for (int year = 1583; year <= 4099; year++) {
        const struct date easter = easter_sunday(year);

        ck_assert_int_eq(date_weekday(easter), 7);
        ck_assert(date_compare(easter, (struct date){ year, 3, 22 }) >= 0);
        ck_assert(date_compare(easter, (struct date){ year, 4, 25 }) <= 0);
    }
}
END_TEST

START_TEST(eleven_days_of_a_year__are_holidays__and_no_others)
{
    static const struct date days[] = {
        { 2027, 1, 1 },  { 2027, 3, 29 },  { 2027, 5, 1 },   { 2027, 5, 6 },
        { 2027, 5, 8 },  { 2027, 5, 17 },  { 2027, 7, 14 },  { 2027, 8, 15 },
        { 2027, 11, 1 }, { 2027, 11, 11 }, { 2027, 12, 25 },
    };
    size_t found = 0;

    for (struct date day = { 2027, 1, 1 }; day.year == 2027; day = date_add_days(day, 1))
        if (french_holiday(day)) {
            ck_assert_uint_lt(found, sizeof(days) / sizeof(days[0]));
            ck_assert_int_eq(date_compare(day, days[found++]), 0);
        }
    ck_assert_uint_eq(found, sizeof(days) / sizeof(days[0]));
    ck_assert_str_eq(french_holiday((struct date){ 2027, 5, 17 }), "Whit Monday");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, easter__is_the_sunday__that_calendars_print);
    tcase_add_test(tests, easter__is_a_sunday__from_22_march_to_25_april__in_every_year);
    tcase_add_test(tests, eleven_days_of_a_year__are_holidays__and_no_others);
}

SUITE_MAIN("french_holiday")
