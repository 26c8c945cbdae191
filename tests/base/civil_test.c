/* SPDX-License-Identifier: GPL-3.0-or-later */
/* civil_test.c - days and times of the civil calendar, and instants */
#include "atelier/base/civil.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

static struct date
day(int year, int month, int day_of_month)
{
    return (struct date){ year, month, day_of_month };
}

static struct local_time
clock_at(struct date date, int hour, int minute)
{
    return (struct local_time){ date, hour, minute };
}

static void
expect_date(struct date date, const char *expected)
{
    char text[DATE_TEXT_SIZE];
    date_format(date, text);
    ck_assert_str_eq(text, expected);
}

static void
expect_local_time(struct local_time time, const char *expected)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    local_time_format(time, text);
    ck_assert_str_eq(text, expected);
}

START_TEST(february__has__a_29th_every_fourth_year_but_three_in_four_centuries)
{
    ck_assert_int_eq(date_days_in_month(2027, 2), 28);
    ck_assert_int_eq(date_days_in_month(2028, 2), 29);
    ck_assert_int_eq(date_days_in_month(1900, 2), 28);
    ck_assert_int_eq(date_days_in_month(2000, 2), 29);
    ck_assert_int_eq(date_days_in_month(2100, 2), 28);
    ck_assert_int_eq(date_days_in_month(2400, 2), 29);
}

START_TEST(date__is_refused__when_no_such_day_exists)
{
    ck_assert(date_is_valid(day(2028, 2, 29)));
    ck_assert(!date_is_valid(day(2027, 2, 29)));
    ck_assert(!date_is_valid(day(2027, 4, 31)));
    ck_assert(!date_is_valid(day(2027, 1, 32)));
    ck_assert(!date_is_valid(day(2027, 1, 0)));
    ck_assert(!date_is_valid(day(2027, 0, 1)));
    ck_assert(!date_is_valid(day(2027, 13, 1)));
    ck_assert(!date_is_valid(day(2027, -1, 1)));
    ck_assert(date_is_valid(day(1, 1, 1)));
    ck_assert(!date_is_valid(day(0, 12, 31)));
    ck_assert(date_is_valid(day(9999, 12, 31)));
    ck_assert(!date_is_valid(day(10000, 1, 1)));
}

START_TEST(zeroed_date__is__none)
{
    ck_assert(date_is_none((struct date){ 0 }));
    ck_assert(!date_is_valid((struct date){ 0 }));
    ck_assert(!date_is_none(day(1, 1, 1)));
    ck_assert(local_time_is_none((struct local_time){ 0 }));
    ck_assert(!local_time_is_valid((struct local_time){ 0 }));
    ck_assert(!local_time_is_none(clock_at(day(2027, 3, 16), 0, 0)));
}

START_TEST(weekday__runs__from_monday_to_sunday)
{
    ck_assert_int_eq(date_weekday(day(1970, 1, 1)), 4);
    ck_assert_int_eq(date_weekday(day(1969, 12, 31)), 3);
    ck_assert_int_eq(date_weekday(day(2027, 3, 15)), 1);
    ck_assert_int_eq(date_weekday(day(2027, 3, 21)), 7);
    ck_assert_int_eq(date_weekday(day(2000, 2, 29)), 2);
    ck_assert_int_eq(date_weekday(day(1, 1, 1)), 1);
    ck_assert_int_eq(date_weekday(day(9999, 12, 31)), 5);
}

START_TEST(week__is_that_of_its_thursday)
{
    ck_assert_int_eq(date_iso_week(day(2027, 1, 3)), 53); /* of 2026 */
    ck_assert_int_eq(date_iso_week(day(2027, 1, 4)), 1);
    ck_assert_int_eq(date_iso_week(day(2027, 3, 7)), 9);
    ck_assert_int_eq(date_iso_week(day(2024, 12, 30)), 1); /* of 2025 */
    ck_assert_int_eq(date_iso_week(day(2026, 12, 31)), 53);
}
END_TEST

START_TEST(days__count__from_1970)
{
    ck_assert_int_eq(date_to_days(day(1970, 1, 1)), 0);
    ck_assert_int_eq(date_to_days(day(1969, 12, 31)), -1);
    ck_assert_int_eq(date_to_days(day(2000, 3, 1)), 11017);
    ck_assert_int_eq(date_to_days(day(1, 1, 1)), -719162);
    ck_assert_int_eq(date_to_days(day(9999, 12, 31)), 2932896);
}

static struct date
day_after(struct date date)
{
    if (++date.day > date_days_in_month(date.year, date.month)) {
        date.day = 1;
        if (++date.month > 12) {
            date.month = 1;
            date.year++;
        }
    }
    return date;
}

/* Every day of the calendar, reached by turning the page, is where arithmetic puts it. */
START_TEST(each_day__of_ten_thousand_years__follows_the_one_before)
{
    struct date date = day(1, 1, 1);
    int weekday = 1;
    for (int64_t days = date_to_days(date); date.year <= 9999; days++) {
        struct date same = date_from_days(days);
        if (date_to_days(date) != days || date_compare(same, date) != 0 ||
            date_weekday(date) != weekday)
            ck_abort_msg("%d-%02d-%02d", date.year, date.month, date.day);
        date = day_after(date);
        weekday = weekday % 7 + 1;
    }
}

START_TEST(each_day__of_forty_years__survives_being_written_and_read)
{
    char text[DATE_TEXT_SIZE];
    for (struct date date = day(2000, 1, 1); date.year < 2040; date = day_after(date)) {
        struct date read;
        date_format(date, text);
        if (!date_parse(text, &read) || date_compare(read, date) != 0)
            ck_abort_msg("%s", text);
    }
}

START_TEST(adding_days__crosses__months_years_and_leap_days)
{
    expect_date(date_add_days(day(2028, 2, 28), 1), "2028-02-29");
    expect_date(date_add_days(day(2027, 2, 28), 1), "2027-03-01");
    expect_date(date_add_days(day(2026, 12, 31), 1), "2027-01-01");
    expect_date(date_add_days(day(2027, 1, 1), -1), "2026-12-31");
    expect_date(date_add_days(day(2027, 3, 1), -366), "2026-02-28");
    expect_date(date_add_days(day(2027, 3, 16), 0), "2027-03-16");
}

START_TEST(adding_months__keeps_the_day__or_takes_the_last_of_a_shorter_month)
{
    static const struct {
        struct date from;
        int months;
        struct date to;
    } cases[] = {
        { { 2027, 1, 31 }, 1, { 2027, 2, 28 } },
        { { 2027, 12, 5 }, 1, { 2028, 1, 5 } },
        { { 2027, 1, 5 }, -1, { 2026, 12, 5 } },
        { { 2027, 3, 31 }, -13, { 2026, 2, 28 } },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_int_eq(
            date_compare(date_add_months(cases[i].from, cases[i].months), cases[i].to),
            0);
}
END_TEST

START_TEST(comparison__orders__by_year_then_month_then_day)
{
    ck_assert_int_eq(date_compare(day(2027, 3, 16), day(2027, 3, 16)), 0);
    ck_assert_int_lt(date_compare(day(2026, 12, 31), day(2027, 1, 1)), 0);
    ck_assert_int_lt(date_compare(day(2027, 2, 28), day(2027, 3, 1)), 0);
    ck_assert_int_gt(date_compare(day(2027, 3, 17), day(2027, 3, 16)), 0);
    ck_assert_int_lt(local_time_compare(clock_at(day(2027, 3, 16), 9, 30),
                                        clock_at(day(2027, 3, 16), 9, 31)),
                     0);
    ck_assert_int_gt(local_time_compare(clock_at(day(2027, 3, 17), 0, 0),
                                        clock_at(day(2027, 3, 16), 23, 59)),
                     0);
    ck_assert_int_eq(local_time_compare(clock_at(day(2027, 3, 17), 8, 5),
                                        clock_at(day(2027, 3, 17), 8, 5)),
                     0);
}

START_TEST(adding_minutes__crosses__midnight_both_ways)
{
    expect_local_time(local_time_add_minutes(clock_at(day(2027, 12, 31), 23, 30), 45),
                      "2028-01-01 00:15");
    expect_local_time(local_time_add_minutes(clock_at(day(2028, 3, 1), 0, 0), -1),
                      "2028-02-29 23:59");
    expect_local_time(local_time_add_minutes(clock_at(day(2027, 3, 16), 9, 30), 0),
                      "2027-03-16 09:30");
    ck_assert_int_eq(local_time_minutes(clock_at(day(2027, 12, 31), 23, 30),
                                        clock_at(day(2028, 1, 1), 0, 15)),
                     45);
    ck_assert_int_eq(local_time_minutes(clock_at(day(2027, 3, 16), 12, 0),
                                        clock_at(day(2027, 3, 16), 9, 30)),
                     -150);
}

START_TEST(local_time__is_refused__beyond_its_hours_and_minutes)
{
    struct date date = day(2027, 3, 16);
    ck_assert(local_time_is_valid(clock_at(date, 0, 0)));
    ck_assert(local_time_is_valid(clock_at(date, 23, 59)));
    ck_assert(!local_time_is_valid(clock_at(date, 24, 0)));
    ck_assert(!local_time_is_valid(clock_at(date, 9, 60)));
    ck_assert(!local_time_is_valid(clock_at(date, -1, 0)));
    ck_assert(!local_time_is_valid(clock_at(date, 9, -1)));
    ck_assert(!local_time_is_valid(clock_at(day(2027, 2, 29), 9, 0)));
}

START_TEST(iso_date__is_read__and_nothing_that_is_only_like_it)
{
    static const char *const bad[] = {
        "",           "2027",        "2027-03",     "2027-3-16",  "27-03-16",
        "2027/03/16", "2027-03-16 ", " 2027-03-16", "2027-02-29", "2027-13-01",
        "0000-01-01", "+027-03-16",  "2027-03-1x",  "20270316",   "2027-03-160",
    };
    struct date read;
    ck_assert(date_parse("2028-02-29", &read));
    expect_date(read, "2028-02-29");
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        read = day(1999, 9, 9);
        if (date_parse(bad[i], &read))
            ck_abort_msg("“%s” was read", bad[i]);
        expect_date(read, "1999-09-09");
    }
}

START_TEST(iso_local_time__is_read__with_a_blank_or_a_t)
{
    static const char *const bad[] = {
        "",
        "2027-03-16",
        "2027-03-16 ",
        "2027-03-16 9:30",
        "2027-03-16 24:00",
        "2027-03-16 09:60",
        "2027-03-16  09:30",
        "2027-03-16 09:30:00",
        "2027-03-16T09:30Z",
        "2027-02-29 09:30",
        "2027-03-16t09:30",
        "2027-03-16 09.30",
    };
    struct local_time read;
    ck_assert(local_time_parse("2027-03-16 09:30", &read));
    expect_local_time(read, "2027-03-16 09:30");
    ck_assert(local_time_parse("2027-03-16T00:00", &read));
    expect_local_time(read, "2027-03-16 00:00");
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        read = clock_at(day(1999, 9, 9), 9, 9);
        if (local_time_parse(bad[i], &read))
            ck_abort_msg("“%s” was read", bad[i]);
        expect_local_time(read, "1999-09-09 09:09");
    }
}

START_TEST(early_years__keep__four_digits)
{
    expect_date(day(1, 1, 1), "0001-01-01");
    expect_date(day(9999, 12, 31), "9999-12-31");
    expect_local_time(clock_at(day(987, 7, 3), 4, 5), "0987-07-03 04:05");
}

START_TEST(instant__is_written__in_utc_to_the_second)
{
    char text[INSTANT_TEXT_SIZE];
    instant_format(0, text);
    ck_assert_str_eq(text, "1970-01-01T00:00:00Z");
    instant_format(-1, text);
    ck_assert_str_eq(text, "1969-12-31T23:59:59Z");
    instant_format(1805185800 + 7, text);
    ck_assert_str_eq(text, "2027-03-16T08:30:07Z");
    instant_format(4294967296, text); /* past 32 bits */
    ck_assert_str_eq(text, "2106-02-07T06:28:16Z");
}

START_TEST(instant__is_read__as_it_is_written__and_nothing_else_is_taken_for_one)
{
    static const char *const wrong[] = {
        "",
        "noon",
        "2027-03-16",
        "2027-03-16T08:00",
        "2027-03-16T08:00:00",
        "2027-03-16T08:00:00+02:00",
        "2027-03-16T08:00+00:00",
        "2027-03-16T08:00:00Zgarbage",
        "2027-03-16T08:00Z ",
        "2027-03-16T08:00:60Z",
        "2027-03-16T08:00:0Z",
        "2027-03-16T08:00:00.5Z",
        "2027-02-29T08:00:00Z",
        "2027-03-16T24:00:00Z",
        "2027-03-16 08:00:00Z",
    };
    instant at = 7;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(!instant_parse(wrong[i], &at), "%s", wrong[i]);
        ck_assert_int_eq(at, 7);
    }
    ck_assert(instant_parse("2027-03-16T08:30:07Z", &at));
    ck_assert_int_eq(at, 1805185800 + 7);
    ck_assert(instant_parse("2027-03-16T08:30Z", &at));
    ck_assert_int_eq(at, 1805185800);
    ck_assert(instant_parse("1969-12-31T23:59:59Z", &at));
    ck_assert_int_eq(at, -1);
}

START_TEST(instant__and_its_wall_clock__are_the_same_minute)
{
    for (instant at = -4102444800; at < 4102444800; at += 86400 * 11 + 60 * 427) {
        struct local_time utc = local_time_from_instant(at);
        ck_assert(local_time_is_valid(utc));
        ck_assert_int_eq(local_time_to_instant(utc), at);
    }
    expect_local_time(local_time_from_instant(-1), "1969-12-31 23:59");
    expect_local_time(local_time_from_instant(59), "1970-01-01 00:00");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests,
                   february__has__a_29th_every_fourth_year_but_three_in_four_centuries);
    tcase_add_test(tests, date__is_refused__when_no_such_day_exists);
    tcase_add_test(tests, zeroed_date__is__none);
    tcase_add_test(tests, weekday__runs__from_monday_to_sunday);
    tcase_add_test(tests, week__is_that_of_its_thursday);
    tcase_add_test(tests, days__count__from_1970);
    tcase_add_test(tests, each_day__of_ten_thousand_years__follows_the_one_before);
    tcase_add_test(tests, each_day__of_forty_years__survives_being_written_and_read);
    tcase_add_test(tests,
                   adding_months__keeps_the_day__or_takes_the_last_of_a_shorter_month);
    tcase_add_test(tests, adding_days__crosses__months_years_and_leap_days);
    tcase_add_test(tests, comparison__orders__by_year_then_month_then_day);
    tcase_add_test(tests, adding_minutes__crosses__midnight_both_ways);
    tcase_add_test(tests, local_time__is_refused__beyond_its_hours_and_minutes);
    tcase_add_test(tests, iso_date__is_read__and_nothing_that_is_only_like_it);
    tcase_add_test(tests, iso_local_time__is_read__with_a_blank_or_a_t);
    tcase_add_test(tests, early_years__keep__four_digits);
    tcase_add_test(tests, instant__is_written__in_utc_to_the_second);
    tcase_add_test(tests,
                   instant__is_read__as_it_is_written__and_nothing_else_is_taken_for_one);
    tcase_add_test(tests, instant__and_its_wall_clock__are_the_same_minute);
}

SUITE_MAIN("civil")
