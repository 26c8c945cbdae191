/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_look_test.c - days, weeks and months that are looked at
 *
 * Today is Monday 1 March 2027, where nothing else is said.
 */
#include "atelier/domain/when.h"

#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static void
expect_look_from(struct date today, const char *text, const char *expected)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE] = "nothing";
    if (when_parse_look(text, today, &date, &err))
        date_format(date, read);
    if (strcmp(read, expected) != 0)
        ck_abort_msg("“%s” is %s, not %s", text, read, expected);
}

static void
expect_look(const char *text, const char *expected)
{
    expect_look_from(monday, text, expected);
}

START_TEST(look__goes_to__a_day_that_has_passed_or_a_month)
{
    expect_look("16/3", "2027-03-16");
    expect_look("28/2", "2027-02-28"); /* yesterday */
    expect_look("16/10", "2027-10-16");
    expect_look_from((struct date){ 2027, 11, 29 }, "16/10", "2027-10-16");
    expect_look_from((struct date){ 2027, 11, 29 }, "16/1", "2028-01-16");
    expect_look_from((struct date){ 2027, 11, 29 }, "octobre", "2027-10-01");
    expect_look_from((struct date){ 2027, 11, 29 }, "mars", "2028-03-01");
    expect_look("16 octobre 2025", "2025-10-16");
    expect_look("yesterday", "2027-02-28");
    expect_look("mars", "2027-03-01");
    expect_look("juin", "2027-06-01");
    expect_look("Dezember", "2027-12-01");
    expect_look("août", "2027-08-01");
    expect_look("March 2026", "2026-03-01");
    expect_look("mars 2026", "2026-03-01");
    expect_look("3/2026", "2026-03-01");
    expect_look("2026-03", "2026-03-01");
    expect_look("mars 26", "2027-03-26");
    expect_look("29/2", "2028-02-29"); /* what is only looked at is not asked about */
    expect_look("premier mardi de janvier", "2028-01-04");
    expect_look("3", "nothing");
    expect_look("30/2", "nothing");
    expect_look("2026", "nothing");
    expect_look("March 1826", "nothing");
}
END_TEST

START_TEST(look__goes_to__a_week_by_its_number)
{
    expect_look("S12", "2027-03-22");
    expect_look("semaine 12", "2027-03-22");
    expect_look("week 53", "nothing"); /* 2027 has 52 */
    expect_look("KW 1", "2027-01-04");
    expect_look("W53 2026", "2026-12-28");
    expect_look("2028-W01", "2028-01-03");
    expect_look_from((struct date){ 2027, 11, 29 }, "S2", "2028-01-10");
    expect_look_from((struct date){ 2027, 11, 29 }, "S40", "2027-10-04");
    expect_look("W54", "nothing");
    expect_look("W0", "nothing");
    expect_look("12 W", "nothing");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, look__goes_to__a_day_that_has_passed_or_a_month);
    tcase_add_test(tests, look__goes_to__a_week_by_its_number);
}

SUITE_MAIN("when_look")
