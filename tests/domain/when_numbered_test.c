/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_numbered_test.c - days said by their number alone: the 5th, jeudi 4
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include "atelier/domain/when.h"

#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static const struct {
    const char *text;
    const char *day;
} days[] = {
    { "le 5", "2027-03-05" },
    { "the 5th", "2027-03-05" },
    { "5th", "2027-03-05" },
    { "on the 22nd", "2027-03-22" },
    { "le 1er", "2027-03-01" },
    { "am 5.", "2027-03-05" },
    { "jeudi 4", "2027-03-04" },
    { "Thursday the 4th", "2027-03-04" },
    { "jeudi 15", "2027-04-15" },
    { "Thursday 1 April", "2027-04-01" },
    { "the 31st", "2027-03-31" },
    { "friday 32", "nothing" },
    { "5", "nothing" },
    { "le 0", "nothing" },
    { "le 123", "nothing" },
    { "di 5", "nothing" },
    { "the 5th or 6th", "nothing" },
    { "du 3 au 5", "nothing" },
};

START_TEST(number_of_a_day__is__the_next_such_day)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE] = "nothing";

    if (when_parse_date(days[_i].text, monday, &date, &err))
        date_format(date, read);
    ck_assert_msg(strcmp(read, days[_i].day) == 0, "“%s” is %s, not %s", days[_i].text,
                  read, days[_i].day);
}

/* A month has one 28th, and the last one has passed. */
START_TEST(number_that_has_passed__is__of_the_next_month)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE];

    ck_assert(when_parse_date("le 28", (struct date){ 2027, 1, 30 }, &date, &err));
    date_format(date, read);
    ck_assert_str_eq(read, "2027-02-28");
    ck_assert(when_parse_date("the 31st", (struct date){ 2027, 4, 2 }, &date, &err));
    date_format(date, read);
    ck_assert_str_eq(read, "2027-05-31");
}

START_TEST(weekday_of_no_such_number__is_said)
{
    struct date date;
    struct error err = { 0 };

    ck_assert(!when_parse_date("mardi 5", monday, &date, &err));
    ck_assert_str_eq(err.message, "“mardi 5” is Friday 5 March 2027.  Correct the day or "
                                  "its weekday.");
}

static const struct {
    const char *text;
    const char *time;
} times[] = {
    { "le 5 à 14h30", "2027-03-05 14:30" },
    { "the 5th 9am", "2027-03-05 09:00" },
    { "9h le 5", "2027-03-05 09:00" },
    { "jeudi 4 à 9h30", "2027-03-04 09:30" },
    { "Thu 4th, 2 pm", "2027-03-04 14:00" },
    { "den 5. 9 Uhr", "2027-03-05 09:00" },
    { "jeudi 14", "2027-03-04 14:00" },
    { "jeudi 9h", "2027-03-04 09:00" },
    { "5 14h30", "nothing" },
};

START_TEST(number_of_a_day__has__its_time)
{
    const struct local_time none = { 0 };
    struct local_time time;
    struct error err = { 0 };
    char read[LOCAL_TIME_TEXT_SIZE] = "nothing";

    if (when_parse_local_time(times[_i].text, monday, none, &time, &err))
        local_time_format(time, read);
    ck_assert_msg(strcmp(read, times[_i].time) == 0, "“%s” is %s, not %s", times[_i].text,
                  read, times[_i].time);
}

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, number_of_a_day__is__the_next_such_day, 0,
                        sizeof(days) / sizeof(days[0]));
    tcase_add_test(tests, number_that_has_passed__is__of_the_next_month);
    tcase_add_test(tests, weekday_of_no_such_number__is_said);
    tcase_add_loop_test(tests, number_of_a_day__has__its_time, 0,
                        sizeof(times) / sizeof(times[0]));
}

SUITE_MAIN("when_numbered")
