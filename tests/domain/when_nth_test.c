/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_nth_test.c - weekdays counted in their month
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
    { "premier mardi d'avril", "2027-04-06" },
    { "premier mardi d’avril", "2027-04-06" },
    { "le premier mardi du mois d’avril", "2027-04-06" },
    { "first Tuesday of April", "2027-04-06" },
    { "the first Tuesday in April 2028", "2028-04-04" },
    { "1er mardi de juin", "2027-06-01" },
    { "1st Tuesday of June", "2027-06-01" },
    { "2e mardi de mai", "2027-05-11" },
    { "2nd Tuesday of May", "2027-05-11" },
    { "le 2ème jeudi d’octobre", "2027-10-14" },
    { "deuxième jeudi d'octobre", "2027-10-14" },
    { "second Thursday in June", "2027-06-10" },
    { "3rd wed of june", "2027-06-16" },
    { "troisième mercredi de juin 2027", "2027-06-16" },
    { "quatrième lundi de mars", "2027-03-22" },
    { "fifth Monday of March", "2027-03-29" },
    { "first Monday of March", "2027-03-01" },
    { "last Friday of March", "2027-03-26" },
    { "dernier vendredi de mars", "2027-03-26" },
    { "dernier vendredi du mois", "2027-03-26" },
    { "the last Friday of the month", "2027-03-26" },
    { "last Friday of this month", "2027-03-26" },
    { "avant-dernier vendredi de mars", "2027-03-19" },
    { "dernier mercredi d’août", "2027-08-25" },
    { "last Wednesday of next month", "2027-04-28" },
    { "premier mardi du mois prochain", "2027-04-06" },
    { "dernier jeudi du mois dernier", "2027-02-25" },
    { "last day of March", "2027-03-31" },
    { "dernier jour du mois", "2027-03-31" },
    { "dernier jour de février 2028", "2028-02-29" },
    { "first Tuesday of January 2028", "2028-01-04" },
    { "dernier dimanche de décembre", "2027-12-26" },
    /* and what they are not */
    { "premier avril", "2027-04-01" },
    { "jeudi premier avril", "2027-04-01" },
    { "Thursday, first of April", "2027-04-01" },
    { "last Friday", "2027-02-26" },
    { "vendredi dernier", "2027-02-26" },
    { "premier mardi", "nothing" },
    { "first Tuesday", "nothing" },
    { "first of Tuesday", "nothing" },
    { "5e mardi d'avril", "nothing" },
    { "8th Tuesday of April", "nothing" },
    { "premier mardi 6 avril", "nothing" },
    { "first Tuesday of April 1027", "nothing" },
    { "last Friday of March April", "nothing" },
    { "premier mardi d'avril prochain", "nothing" },
};

START_TEST(weekday_of_a_month__is_counted__in_it)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE] = "nothing";

    if (when_parse_date(days[_i].text, monday, &date, &err))
        date_format(date, read);
    ck_assert_msg(strcmp(read, days[_i].day) == 0, "“%s” is %s, not %s: %s",
                  days[_i].text, read, days[_i].day, err.message);
}

static void
expect_refused(struct date today, const char *text, const char *saying)
{
    struct date date;
    struct error err = { 0 };

    ck_assert_msg(!when_parse_date(text, today, &date, &err), "“%s” is a day", text);
    if (!strstr(err.message, saying))
        ck_abort_msg("“%s”: %s", text, err.message);
}

START_TEST(weekday_that_has_passed__is_asked_about)
{
    const struct date later = { 2027, 3, 10 };

    expect_refused(monday, "premier mardi de janvier",
                   "is Tuesday 4 January 2028.  If that day is meant, write it like "
                   "04/01/2028.");
    expect_refused(monday, "last Friday of February", "Friday 25 February 2028");
    expect_refused(later, "premier mardi du mois", "is Tuesday 2 March 2027");
    expect_refused(later, "first Tuesday of March", "Tuesday 7 March 2028");
    expect_refused(monday, "5th Tuesday of April", "no such day");
    expect_refused(monday, "first Tuesday of April 1027", "in the year 1027");
}

START_TEST(each_counted_weekday__is_one_of_its_month)
{
    static const char *const which[] = { "first", "second", "third", "fourth", "last" };

    for (size_t w = 0; w < sizeof(which) / sizeof(which[0]); w++)
        for (int month = 1; month <= 12; month++) {
            struct buffer text = { 0 };
            struct date date = { 0 };
            struct buffer name = { 0 };
            when_format_month((struct date){ 2029, month, 1 }, &name);
            buffer_addf(&text, "%s Thursday of %s", which[w], buffer_text(&name));
            ck_assert(when_parse_date(buffer_text(&text), monday, &date, NULL));
            ck_assert_int_eq(date.month, month);
            ck_assert_int_eq(date.year, 2029);
            ck_assert_int_eq(date_weekday(date), 4);
            if (w < 4)
                ck_assert_int_eq((date.day - 1) / 7, (int)w);
            else
                ck_assert_int_gt(date.day + 7, date_days_in_month(2029, month));
            buffer_clear(&text);
            buffer_clear(&name);
        }
}

START_TEST(counted_weekday__has__its_times)
{
    const struct local_time none = { 0 };
    struct local_time start;
    struct local_time end;
    bool next_day;
    struct error err = { 0 };
    struct buffer read = { 0 };

    ck_assert(when_parse_span("premier mardi d’avril de 9h à 12h", monday, none, &start,
                              &end, &next_day, &err));
    when_format_span(start, end, &read);
    ck_assert_str_eq(buffer_text(&read), "Tue 06/04/2027 09:00–12:00");
    buffer_reset(&read);
    ck_assert(when_parse_span("last Friday of March at 2pm", monday, none, &start, &end,
                              &next_day, &err));
    when_format_span(start, end, &read);
    ck_assert_str_eq(buffer_text(&read), "Fri 26/03/2027 14:00");
    buffer_clear(&read);
}

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, weekday_of_a_month__is_counted__in_it, 0,
                        sizeof(days) / sizeof(days[0]));
    tcase_add_test(tests, weekday_that_has_passed__is_asked_about);
    tcase_add_test(tests, each_counted_weekday__is_one_of_its_month);
    tcase_add_test(tests, counted_weekday__has__its_times);
}

SUITE_MAIN("when_nth")
