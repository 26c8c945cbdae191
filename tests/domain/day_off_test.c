/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_off_test.c - what a calendar says of holidays and of days without an office */
#include "atelier/domain/day_off.h"

#include "support/suite.h"

static struct clash_days days;

static void
set_up(void)
{
    struct settings settings = {
        .holidays = HOLIDAYS_FRANCE,
        .own_holidays = (char *)"2027-05-07 Bridge\n2027-09-27",
        .closed_days = (char *)"2027-08-02..2027-08-20 Summer\n2027-12-24..2027-12-31\n"
                               "2027-08-28",
    };

    clash_days_init(&days, &settings);
}

static void
tear_down(void)
{
    clash_days_clear(&days);
}

static void
assert_said(const char *day, const char *whole, const char *brief)
{
    struct buffer text = { 0 };
    struct date date;

    ck_assert(date_parse(day, &date));
    ck_assert_int_eq(day_off_add(&days, date, &text), *whole != '\0');
    ck_assert_str_eq(buffer_text(&text), whole);
    buffer_reset(&text);
    ck_assert_int_eq(day_off_add_short(&days, date, &text), *brief != '\0');
    ck_assert_str_eq(buffer_text(&text), brief);
    buffer_clear(&text);
}

START_TEST(day_off__has_its_name__or_says_what_it_is)
{
    assert_said("2027-03-29", "Easter Monday", "Easter Monday");
    assert_said("2027-05-07", "Bridge", "Bridge");
    assert_said("2027-09-27", "Public holiday", "Public holiday");
    assert_said("2027-08-03", "Office closed (Summer)", "Summer");
    assert_said("2027-12-24", "Office closed", "Office closed");
    assert_said("2027-08-15", "Assumption Day · Office closed (Summer)",
                "Assumption Day");
    assert_said("2027-12-25", "Christmas Day · Office closed", "Christmas Day");
    assert_said("2027-08-01", "", "");
    assert_said("2027-08-21", "", "");
}
END_TEST

START_TEST(day_off__of_no_country__is_one_of_its_own_alone)
{
    days.holidays = HOLIDAYS_NONE;
    assert_said("2027-03-29", "", "");
    assert_said("2027-05-07", "Bridge", "Bridge");
}
END_TEST

static bool
is_any(struct date first, int64_t further)
{
    return day_off_any(&days, first, date_add_days(first, further));
}

START_TEST(week__has_a_day_off__on_its_first_and_its_last_day_too)
{
    ck_assert(is_any((struct date){ 2027, 3, 29 }, 6));
    ck_assert(is_any((struct date){ 2027, 3, 23 }, 6));
    ck_assert(!is_any((struct date){ 2027, 3, 22 }, 6));
    ck_assert(is_any((struct date){ 2027, 7, 27 }, 6));
    ck_assert(!is_any((struct date){ 2027, 7, 26 }, 6));
}
END_TEST

START_TEST(closed_period__is_told_of__where_it_begins_and_where_the_list_does)
{
    const struct date first = { 2027, 8, 1 }, within = { 2027, 8, 5 };
    const struct date last = { 2027, 8, 20 };

    ck_assert_int_eq(
        date_compare(day_off_closed_until(&days, date_add_days(first, 1), first), last),
        0);
    ck_assert(date_is_none(day_off_closed_until(&days, within, first)));
    ck_assert_int_eq(date_compare(day_off_closed_until(&days, within, within), last), 0);
    ck_assert(date_is_none(day_off_closed_until(&days, first, first)));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, day_off__has_its_name__or_says_what_it_is);
    tcase_add_test(tests, day_off__of_no_country__is_one_of_its_own_alone);
    tcase_add_test(tests, week__has_a_day_off__on_its_first_and_its_last_day_too);
    tcase_add_test(tests,
                   closed_period__is_told_of__where_it_begins_and_where_the_list_does);
}

SUITE_MAIN("day_off")
