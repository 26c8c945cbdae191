/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tz_rule_test.c - TZ strings, and the days on which they change clocks */
#include "atelier/calendar/tz_rule.h"

#include <string.h>

#include "support/suite.h"

static bool
parses(const char *text, struct tz_rule *rule)
{
    return tz_rule_parse(text, strlen(text), rule);
}

static void
expect_change(instant at, const char *expected)
{
    char text[INSTANT_TEXT_SIZE];

    instant_format(at, text);
    ck_assert_str_eq(text, expected);
}

static void
expect_year(const char *text, int year, const char *to_daylight, const char *to_standard)
{
    struct tz_rule rule;

    ck_assert_msg(parses(text, &rule), "%s", text);
    expect_change(tz_rule_to_daylight(&rule, year), to_daylight);
    expect_change(tz_rule_to_standard(&rule, year), to_standard);
}

START_TEST(tz_rule__changes__on_the_days_of_the_rule)
{
    expect_year("CET-1CEST,M3.5.0,M10.5.0/3", 2027, "2027-03-28T01:00:00Z",
                "2027-10-31T01:00:00Z");
    expect_year("EST5EDT,M3.2.0,M11.1.0", 2027, "2027-03-14T07:00:00Z",
                "2027-11-07T06:00:00Z");
    expect_year("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2027, "2027-03-28T01:00:00Z",
                "2027-10-31T01:00:00Z");
    expect_year("EET-2EEST,M4.5.5/0,M10.5.4/24", 2027, "2027-04-29T22:00:00Z",
                "2027-10-28T21:00:00Z");
    expect_year("EET-2EEST,M3.4.4/50,M10.4.4/50", 2027, "2027-03-27T00:00:00Z",
                "2027-10-29T23:00:00Z");
    expect_year("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2027, "2027-10-02T15:30:00Z",
                "2027-04-03T15:00:00Z");
    expect_year("AAA0BBB,J60/0,300/0", 2028, "2028-03-01T00:00:00Z",
                "2028-10-26T23:00:00Z");
    expect_year("AAA0BBB,J60/0,300/0", 2027, "2027-03-01T00:00:00Z",
                "2027-10-27T23:00:00Z");
    expect_year("AAA0BBB,59/0,J300/0", 2028, "2028-02-29T00:00:00Z",
                "2028-10-26T23:00:00Z");
}
END_TEST

START_TEST(tz_rule__holds__without_daylight_time)
{
    struct tz_rule rule;
    instant at;

    ck_assert(parses("<+0545>-5:45", &rule));
    ck_assert(!rule.has_daylight);
    ck_assert_int_eq(rule.standard.offset, 5 * 3600 + 45 * 60);
    ck_assert_str_eq(rule.standard.abbreviation, "+0545");
    ck_assert(!tz_rule_is_daylight(&rule, 1800000000));
    ck_assert(!tz_rule_next(&rule, 1800000000, &at));
}
END_TEST

START_TEST(tz_rule__takes__daylight_time_all_year_as_one_time)
{
    struct tz_rule rule;

    ck_assert(parses("XXX3EDT4,0/0,J365/23", &rule));
    ck_assert(!rule.has_daylight);
    ck_assert_int_eq(rule.standard.offset, -14400);
    ck_assert_str_eq(rule.standard.abbreviation, "EDT");
}
END_TEST

START_TEST(tz_rule__goes_from_change_to_change)
{
    struct tz_rule rule;
    instant at = 1798761600; /* 2027-01-01 */

    ck_assert(parses("CET-1CEST,M3.5.0,M10.5.0/3", &rule));
    ck_assert(tz_rule_next(&rule, at, &at));
    expect_change(at, "2027-03-28T01:00:00Z");
    ck_assert(!tz_rule_is_daylight(&rule, at - 1));
    ck_assert(tz_rule_is_daylight(&rule, at));
    ck_assert(tz_rule_next(&rule, at, &at));
    expect_change(at, "2027-10-31T01:00:00Z");
    ck_assert(!tz_rule_is_daylight(&rule, at));
    ck_assert(tz_rule_next(&rule, at, &at));
    expect_change(at, "2028-03-26T01:00:00Z");
}
END_TEST

START_TEST(tz_rule__refuses__what_is_no_rule)
{
    static const char *const texts[] = {
        "",
        "CET",
        "CE-1",
        "CET-",
        "CET-25",
        "CET-1:60",
        "CET-1 ",
        "CET-1CEST",
        "CET-1CEST,",
        "CET-1CEST,M3.5.0",
        "CET-1CEST,M3.5.0,",
        "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M0.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.0.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0",
        "CET-1CEST,M3.5.0/168,M10.5.0",
        "CET-1CEST,M3.5.0,M10.5.0/3x",
        "CET-1CEST,J0,J300",
        "CET-1CEST,J366,J300",
        "CET-1CEST,366,300",
        "CET-99999999999999999999",
        "<CET-1",
        "<C\x1b>-1",
        "<ABCDEFGHIJKLMNOPQRSTUVWXYZ>-1",
        ":Europe/Paris",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct tz_rule rule;

        ck_assert_msg(!parses(texts[i], &rule), "%s", texts[i]);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, tz_rule__changes__on_the_days_of_the_rule);
    tcase_add_test(tests, tz_rule__holds__without_daylight_time);
    tcase_add_test(tests, tz_rule__takes__daylight_time_all_year_as_one_time);
    tcase_add_test(tests, tz_rule__goes_from_change_to_change);
    tcase_add_test(tests, tz_rule__refuses__what_is_no_rule);
}

SUITE_MAIN("tz_rule")
