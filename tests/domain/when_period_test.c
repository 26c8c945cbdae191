/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_period_test.c - a time from one day to another as people write it
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include <string.h>

#include "atelier/domain/when.h"
#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static void
add_day(struct date day, struct buffer *buffer)
{
    char text[DATE_TEXT_SIZE];

    date_format(day, text);
    buffer_add(buffer, date_is_none(day) ? "-" : text);
}

static void
expect_period(const char *text, const char *expected)
{
    struct date first;
    struct date last;
    struct error err = { 0 };
    struct buffer read = { 0 };

    if (when_parse_period(text, monday, &first, &last, &err)) {
        add_day(first, &read);
        buffer_add_char(&read, ' ');
        add_day(last, &read);
    }
    if (strcmp(buffer_text(&read), expected) != 0)
        ck_abort_msg("“%s” is %s, not %s", text, buffer_text(&read), expected);
    buffer_clear(&read);
}

static void
expect_none(const char *text, const char *message)
{
    struct date first = { 1999, 9, 9 };
    struct date last = first;
    struct error err = { 0 };

    ck_assert_msg(!when_parse_period(text, monday, &first, &last, &err), "“%s”", text);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, message));
    ck_assert_int_eq(first.year, 1999);
}

START_TEST(period__is_a_year_a_month_or_a_day)
{
    expect_period("2027", "2027-01-01 2027-12-31");
    expect_period("2/2026", "2026-02-01 2026-02-28");
    expect_period("2026-09", "2026-09-01 2026-09-30");
    expect_period("septembre 2026", "2026-09-01 2026-09-30");
    expect_period("16/3/2026", "2026-03-16 2026-03-16");
    expect_period("yesterday", "2027-02-28 2027-02-28");
    expect_period("", "- -");
    expect_period("  ", "- -");
}

START_TEST(period__without_a_year_is_the_last_one_that_had_begun)
{
    expect_period("June", "2026-06-01 2026-06-30");
    expect_period("mars", "2027-03-01 2027-03-31");
    expect_period("since 3/9", "2026-09-03 -");
    expect_period("since 29/2", "2024-02-29 -");
    expect_period("depuis le premier mardi de janvier", "2027-01-05 -");
    expect_period("since the first Monday of June", "2026-06-01 -");
    expect_period("since 28/2", "2027-02-28 -");
    expect_period("October to February", "2026-10-01 2027-02-28");
    expect_period("January-June", "2027-01-01 2027-06-30");
}

START_TEST(period__goes_from_one_part_to_another)
{
    expect_period("1/2027-6/2027", "2027-01-01 2027-06-30");
    expect_period("1/2027 – 6/2027", "2027-01-01 2027-06-30");
    expect_period("2025-2026", "2025-01-01 2026-12-31");
    expect_period("de janvier à février 2027", "2027-01-01 2027-02-28");
    expect_period("du 1/9/2026 au 30/6/2027", "2026-09-01 2027-06-30");
    expect_period("from 2026-09-01 to 2027-06-30", "2026-09-01 2027-06-30");
    expect_period("2026-09-01 - 2027-06-30", "2026-09-01 2027-06-30");
    expect_period("von 2025 bis 2026", "2025-01-01 2026-12-31");
}

START_TEST(period__is_a_turn_of_the_calendar)
{
    expect_period("last year", "2026-01-01 2026-12-31");
    expect_period("l’an dernier", "2026-01-01 2026-12-31");
    expect_period("l'année dernière", "2026-01-01 2026-12-31");
    expect_period("letztes Jahr", "2026-01-01 2026-12-31");
    expect_period("cette année", "2027-01-01 2027-12-31");
    expect_period("this month", "2027-03-01 2027-03-31");
    expect_period("le mois dernier", "2027-02-01 2027-02-28");
}

START_TEST(period__may_be_open_at_one_end)
{
    expect_period("since March", "2027-03-01 -");
    expect_period("depuis septembre 2026", "2026-09-01 -");
    expect_period("à partir de 2025", "2025-01-01 -");
    expect_period("from 2026", "2026-01-01 -");
    expect_period("since last year", "2026-01-01 -");
    expect_period("jusqu’en 2026", "- 2026-12-31");
    expect_period("until June 2026", "- 2026-06-30");
    expect_period("to 16/3/2026", "- 2026-03-16");
}

START_TEST(period__that_is_none_is_refused_with_examples)
{
    expect_none("soon", "last year");
    expect_none("2027 2028", "1/2027-6/2027");
    expect_none("30/2/2027", "30/2/2027");
    expect_none("since", "since March");
    expect_none("-", "2027");
    expect_none("9999", "9999");
    expect_none("6/2027-1/2027", "before the first");
    expect_none("last", "last year");
}

static void
expect_written(const char *typed, const char *expected)
{
    struct date first;
    struct date last;
    struct date first_again;
    struct date last_again;
    struct buffer text = { 0 };

    ck_assert(when_parse_period(typed, monday, &first, &last, NULL));
    when_format_period(first, last, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    if (!date_is_none(first) || !date_is_none(last)) {
        ck_assert(when_parse_period(expected, monday, &first_again, &last_again, NULL));
        ck_assert_int_eq(date_compare(first, first_again), 0);
        ck_assert_int_eq(date_compare(last, last_again), 0);
    }
    buffer_clear(&text);
}

START_TEST(period__is_written_so_that_it_reads_back)
{
    expect_written("2027", "2027");
    expect_written("2025-2026", "2025 – 2026");
    expect_written("2/2026", "February 2026");
    expect_written("1/2027-6/2027", "January 2027 – June 2027");
    expect_written("16/3/2026", "16/03/2026");
    expect_written("3/9/2026-30/6/2027", "03/09/2026 – 30/06/2027");
    expect_written("since March", "since March 2027");
    expect_written("until 2026", "until 2026");
    expect_written("since 3/9", "since 03/09/2026");
    expect_written("", "all the time");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, period__is_a_year_a_month_or_a_day);
    tcase_add_test(tests, period__without_a_year_is_the_last_one_that_had_begun);
    tcase_add_test(tests, period__goes_from_one_part_to_another);
    tcase_add_test(tests, period__is_a_turn_of_the_calendar);
    tcase_add_test(tests, period__may_be_open_at_one_end);
    tcase_add_test(tests, period__that_is_none_is_refused_with_examples);
    tcase_add_test(tests, period__is_written_so_that_it_reads_back);
}

SUITE_MAIN("when_period")
