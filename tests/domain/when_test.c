/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_test.c - days as people write them
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include "atelier/domain/when.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static void
expect_date_from(struct date today, const char *text, const char *expected)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE] = "nothing";
    if (when_parse_date(text, today, &date, &err))
        date_format(date, read);
    if (strcmp(read, expected) != 0)
        ck_abort_msg("“%s” is %s, not %s", text, read, expected);
}

static void
expect_date(const char *text, const char *expected)
{
    expect_date_from(monday, text, expected);
}

/* Refused with a sentence that quotes it, and nothing is changed. */
static void
expect_no_date(const char *text)
{
    struct date date = { 1999, 9, 9 };
    struct error err = { 0 };
    if (when_parse_date(text, monday, &date, &err))
        ck_abort_msg("“%s” is %d-%d-%d", text, date.year, date.month, date.day);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "“"));
    ck_assert_int_eq(date.year, 1999);
    ck_assert(!when_parse_date(text, monday, &date, NULL));
}

START_TEST(day__is_written__before_its_month)
{
    expect_date("16/3", "2027-03-16");
    expect_date("16/03/2027", "2027-03-16");
    expect_date("16.3.27", "2027-03-16");
    expect_date("24.12.2026", "2026-12-24");
    expect_date("16-3-2027", "2027-03-16");
    expect_date("16.3.", "2027-03-16");
    expect_date("16 3", "2027-03-16");
    expect_date(" 16 / 3 ", "2027-03-16");
    expect_date("5/6", "2027-06-05");
    expect_no_date("3/16");
}

START_TEST(iso_day__is_read__as_it_stands)
{
    expect_date("2027-03-16", "2027-03-16");
    expect_date(" 2027-03-16 ", "2027-03-16");
    expect_date("2027-3-6", "2027-03-06");
    expect_date("2027/03/16", "2027-03-16");
    expect_date("1998-07-12", "1998-07-12");
    expect_no_date("2027-02-29");
    expect_no_date("2027-16-03");
}

START_TEST(month__may_be_named__in_french_and_english)
{
    expect_date("16 mars 2027", "2027-03-16");
    expect_date("16 mars", "2027-03-16");
    expect_date("March 16", "2027-03-16");
    expect_date("March 16, 2028", "2028-03-16");
    expect_date("16th of March 2027", "2027-03-16");
    expect_date("le 1er avril", "2027-04-01");
    expect_date("1st april", "2027-04-01");
    expect_date("2 août 2027", "2027-08-02");
    expect_date("2 AOUT", "2027-08-02");
    expect_date("3 févr. 2028", "2028-02-03");
    expect_date("24 déc", "2027-12-24");
    expect_date("24 dec 27", "2027-12-24");
    expect_date("5 juin", "2027-06-05");
    expect_date("5 juil", "2027-07-05");
    expect_date("5 jul", "2027-07-05");
    expect_date("16mars2027", "2027-03-16");
    expect_date("2027 march 16", "2027-03-16");
    expect_no_date("5 jui");
    expect_no_date("16 ma");
    expect_no_date("16 marsouin");
}

START_TEST(each_month__has__its_names)
{
    static const char *const french[] = {
        "janvier", "février", "mars",      "avril",   "mai",      "juin",
        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"
    };
    static const char *const english[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"
    };
    for (int month = 1; month <= 12; month++) {
        char text[40];
        char expected[DATE_TEXT_SIZE];
        date_format((struct date){ 2031, month, 28 }, expected);
        snprintf(text, sizeof(text), "28 %s 2031", french[month - 1]);
        expect_date(text, expected);
        snprintf(text, sizeof(text), "%s 28 2031", english[month - 1]);
        expect_date(text, expected);
        snprintf(text, sizeof(text), "28 %.3s 2031", english[month - 1]);
        expect_date(text, expected);
    }
}

START_TEST(weekday__is__the_next_one_and_never_today)
{
    expect_date("mardi", "2027-03-02");
    expect_date("jeu", "2027-03-04");
    expect_date("jeu.", "2027-03-04");
    expect_date("Thursday", "2027-03-04");
    expect_date("sam", "2027-03-06");
    expect_date("sunday", "2027-03-07");
    expect_date("lundi", "2027-03-08");
    expect_date("next monday", "2027-03-08");
    expect_date("lundi prochain", "2027-03-08");
    expect_date("mar", "2027-03-02");
    expect_no_date("next");
    expect_no_date("je");
}

START_TEST(each_weekday__from_each_day__is_one_to_seven_days_ahead)
{
    static const char *const names[7][4] = {
        { "lundi", "lun", "Monday", "mon" },
        { "mardi", "mar", "Tuesday", "tue" },
        { "mercredi", "mer.", "Wednesday", "wed" },
        { "jeudi", "jeu", "Thursday", "thu" },
        { "vendredi", "ven", "Friday", "fri" },
        { "samedi", "sam", "Saturday", "sat" },
        { "dimanche", "dim", "Sunday", "sun" },
    };
    for (int today = 0; today < 7; today++) {
        for (int weekday = 0; weekday < 28; weekday++) {
            struct date from = date_add_days(monday, today);
            struct date date;
            ck_assert(
                when_parse_date(names[weekday / 4][weekday % 4], from, &date, NULL));
            ck_assert_int_eq(date_weekday(date), weekday / 4 + 1);
            int64_t ahead = date_to_days(date) - date_to_days(from);
            ck_assert_int_ge(ahead, 1);
            ck_assert_int_le(ahead, 7);
        }
    }
}

START_TEST(near_day__has__a_word)
{
    expect_date("demain", "2027-03-02");
    expect_date("Demain", "2027-03-02");
    expect_date("tomorrow", "2027-03-02");
    expect_date("aujourd’hui", "2027-03-01");
    expect_date("aujourd'hui", "2027-03-01");
    expect_date("today", "2027-03-01");
    expect_date("hier", "2027-02-28");
    expect_date("yesterday", "2027-02-28");
    expect_date("après-demain", "2027-03-03");
    expect_date_from((struct date){ 2027, 12, 31 }, "demain", "2028-01-01");
}

START_TEST(distance__counts__from_today)
{
    expect_date("+7d", "2027-03-08");
    expect_date("+7j", "2027-03-08");
    expect_date("+1 jour", "2027-03-02");
    expect_date("+10 days ", "2027-03-11");
    expect_date("+2s", "2027-03-15");
    expect_date("+2w", "2027-03-15");
    expect_date("+2 semaines", "2027-03-15");
    expect_date("+1m", "2027-04-01");
    expect_date("+1 mois", "2027-04-01");
    expect_date("+12m", "2028-03-01");
    expect_date("+1y", "2028-03-01");
    expect_date("+1 an", "2028-03-01");
    expect_date("+2 années", "2029-03-01");
    expect_date("-1d", "2027-02-28");
    expect_date("-3m", "2026-12-01");
    expect_date("+0d", "2027-03-01");
}

START_TEST(distance_in_months__stays__in_the_month)
{
    expect_date_from((struct date){ 2027, 1, 31 }, "+1m", "2027-02-28");
    expect_date_from((struct date){ 2028, 1, 31 }, "+1m", "2028-02-29");
    expect_date_from((struct date){ 2027, 10, 31 }, "+4m", "2028-02-29");
    expect_date_from((struct date){ 2028, 2, 29 }, "+1y", "2029-02-28");
    expect_date_from((struct date){ 2027, 3, 31 }, "-1m", "2027-02-28");
}

START_TEST(distance__of_no_known_unit_or_out_of_the_calendar__is_refused)
{
    static const char *const bad[] = {
        "+",    "+d",      "+7",     "+7x",     "+1 samedi", "+90min", "+7d8",
        "++7d", "+99999y", "-9999y", "-99999m", "+7 d d",    "7d",     "+123456789d",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_date(bad[i]);
}

START_TEST(year__has__two_digits_or_four)
{
    static const char *const bad[] = { "16/3/7",    "16/3/027", "16 mars 7",
                                       "16 mars 1", "Mar 16 7", "7/3/027" };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_date(bad[i]);
    expect_date("16/3/27", "2027-03-16");
    expect_date("16-mars-27", "2027-03-16");
    expect_date("Mar 16th, 27", "2027-03-16");
    expect_date("2027 mars 16", "2027-03-16");
    expect_date("16-3 2027", "2027-03-16");
}

START_TEST(several_days__are_no__day)
{
    static const char *const bad[] = { "10-12/3",    "10-12/03",   "10 à 12/03",
                                       "10-12 mars", "10 12 mars", "March 10-12",
                                       "10/12-03" };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_date(bad[i]);
}

START_TEST(day_without_a_year__is__the_next_one)
{
    expect_date("1/3", "2027-03-01");
    expect_date("2/3", "2027-03-02");
    expect_date("31 décembre", "2027-12-31");
    expect_date("30/8", "2027-08-30");
    expect_date_from((struct date){ 2027, 9, 1 }, "28/2", "2028-02-28");
    expect_date_from((struct date){ 2027, 12, 31 }, "1/1", "2028-01-01");
}

START_TEST(day_that_has_just_passed__is_asked_for__its_year)
{
    struct date date;
    struct error err = { 0 };
    ck_assert(!when_parse_date("28/2", monday, &date, &err));
    ck_assert_str_eq(
        err.message,
        "“28/2” has passed this year.  Write it with its year: 28/02/2028 if "
        "the next one is meant, else 28/02/2027.");
    expect_no_date("1/1");
    expect_no_date("28 février");
    expect_no_date("Feb 28");
    expect_date("28/2/2028", "2028-02-28");
    expect_date("lundi 28/2", "2028-02-28"); /* its weekday says which one */
}

START_TEST(year_far_away__is__refused)
{
    static const char *const bad[] = { "16/3/1027", "1027-03-16", "16/3/2207",
                                       "16/3/1969", "16/3/2048",  "16 mars 2207",
                                       "16/3/50" };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct date date;
        struct error err = { 0 };
        expect_no_date(bad[i]);
        when_parse_date(bad[i], monday, &date, &err);
        if (!strstr(err.message, "is in the year"))
            ck_abort_msg("%s", err.message);
    }
    expect_date("16/3/1970", "1970-03-16");
    expect_date("16/3/2047", "2047-03-16");
    expect_no_date("+21y");
}

START_TEST(mar_and_one_number__is__in_march)
{
    expect_date("Mar 16", "2027-03-16");
    expect_date("Mar. 16", "2027-03-16");
    expect_date("Mar 16, 2027", "2027-03-16");
    expect_date("Mar. 16 2027", "2027-03-16");
    expect_date("mar 16th", "2027-03-16");
    expect_date("16 Mar 2027", "2027-03-16");
    expect_date("mar", "2027-03-02");
    expect_date("mar 16/3", "2027-03-16");
    expect_date("mar. 16 mars", "2027-03-16");
    expect_date("mar 8 juin", "2027-06-08");
    expect_date("mar 16/3/2027", "2027-03-16");
    expect_no_date("mar 17/3");
}

START_TEST(a_distance_in_words__is__a_day)
{
    expect_date("in two weeks", "2027-03-15");
    expect_date("In three months", "2027-06-01");
    expect_date("in a fortnight", "2027-03-15");
    expect_date("in twelve days", "2027-03-13");
    expect_date("two weeks from now", "2027-03-15");
    expect_date("3 days from today", "2027-03-04");
    expect_date("dans deux semaines", "2027-03-15");
    expect_date("dans quinze jours", "2027-03-15"); /* two weeks, as everybody means it */
    expect_date("dans huit jours", "2027-03-08");
    expect_date("in acht Tagen", "2027-03-08");
    expect_date("il y a huit jours", "2027-02-22");
    expect_date("dans dix jours", "2027-03-11");
    expect_date("dans trois mois", "2027-06-01");
    expect_date("dans un an", "2028-03-01");
    expect_date("in zwei Wochen", "2027-03-15");
    expect_date("in drei Monaten", "2027-06-01");
    expect_date("in zwölf Tagen", "2027-03-13");
    expect_date("in fünf Jahren", "2032-03-01");
    expect_date("two weeks ago", "2027-02-15");
    expect_date("a month ago", "2027-02-01");
    expect_date("il y a trois jours", "2027-02-26");
    expect_date("vor einer Woche", "2027-02-22");
    expect_date("last week", "2027-02-22");
    expect_date("le mois dernier", "2027-02-01");
    expect_date("letzten Monat", "2027-02-01");
    expect_date("last friday", "2027-02-26");
    expect_date("vendredi dernier", "2027-02-26");
    expect_date("letzten Montag", "2027-02-22");
    expect_no_date("in few weeks");
    expect_no_date("dans deux heures");
}

START_TEST(everyday_words__are__days)
{
    expect_date("day after tomorrow", "2027-03-03");
    expect_date("the day after tomorrow", "2027-03-03");
    expect_date("avant-hier", "2027-02-27");
    expect_date("this thursday", "2027-03-04");
    expect_date("ce jeudi", "2027-03-04");
    expect_date("ce lundi", "2027-03-01");
    expect_date("lundi", "2027-03-08");
    expect_date("in 3 days", "2027-03-04");
    expect_date("dans 3 jours", "2027-03-04");
    expect_date("in a week", "2027-03-08");
    expect_date("dans une semaine", "2027-03-08");
    expect_date("dans un mois", "2027-04-01");
    expect_date("dans 15 jours", "2027-03-16");
    expect_date("next week", "2027-03-08");
    expect_date("semaine prochaine", "2027-03-08");
    expect_date("vendredi en huit", "2027-03-12");
    expect_date("jeudi en quinze", "2027-03-18");
    expect_date("demain en huit", "2027-03-09");
    expect_date("Friday week", "2027-03-12");
    expect_date("la semaine prochaine", "2027-03-08");
    expect_date("next month", "2027-04-01");
    expect_date("le mois prochain", "2027-04-01");
    expect_date("l’an prochain", "2028-03-01");
    expect_date("tonight", "2027-03-01");
    expect_date("ce soir", "2027-03-01");
    expect_date("demain matin", "2027-03-02");
    expect_date("tomorrow evening", "2027-03-02");
    expect_date("jeudi après-midi", "2027-03-04");
    expect_date("premier avril", "2027-04-01");
    expect_date("le premier avril 2027", "2027-04-01");
    expect_date("first of April", "2027-04-01");
    expect_no_date("matin");
    expect_no_date("in days");
    expect_no_date("ce");
    expect_no_date("next");
    expect_no_date("prochaine");
}

static void
expect_unsure(struct date today, const char *text, const char *saying)
{
    struct date date = { 1999, 9, 9 };
    struct error err = { 0 };

    ck_assert_msg(!when_parse_date(text, today, &date, &err), "“%s” is a day", text);
    if (!strstr(err.message, saying))
        ck_abort_msg("“%s”: %s", text, err.message);
    ck_assert_int_eq(date.year, 1999);
}

START_TEST(leap_day__far_ahead_without_its_year__is_not_guessed)
{
    static const char *const ways[] = { "29/2",          "29 février", "29.2.", "Feb 29",
                                        "le 29 février", "29 Feb",     "29-2",  "29/02" };

    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
        expect_unsure(monday, ways[i],
                      "is Tuesday 29 February 2028.  If that day is meant, write it like "
                      "29/02/2028.");
    expect_unsure((struct date){ 2027, 1, 10 }, "29/2", "2028");
    expect_unsure((struct date){ 2029, 3, 1 }, "29/2", "29/02/2032");
    expect_unsure((struct date){ 2097, 3, 1 }, "29/2", "29/02/2104");
    expect_unsure((struct date){ 2028, 3, 1 }, "29/2", "29/02/2032");
    expect_date_from((struct date){ 2028, 2, 29 }, "29/2", "2028-02-29");
    expect_date_from((struct date){ 2028, 1, 5 }, "29/2", "2028-02-29");
    expect_date_from((struct date){ 2027, 11, 29 }, "29/2", "2028-02-29");
    expect_date("29/2/2028", "2028-02-29");
    expect_date("29/2/28", "2028-02-29");
    expect_date("mardi 29 février", "2028-02-29");
}

/* Whatever the day, the guess is from today on, and within this year or half a year. */
START_TEST(guess__is_never__in_the_past)
{
    for (int from = 0; from < 366; from += 5) {
        struct date today = date_add_days(monday, from);
        for (int ahead = 0; ahead < 365; ahead++) {
            struct date date = date_add_days(today, ahead);
            struct date read;
            char text[8];
            if (date.month == 2 && date.day == 29)
                continue;
            bool sure = date.year == today.year || ahead <= 183;
            snprintf(text, sizeof(text), "%d/%d", date.day, date.month);
            if (when_parse_date(text, today, &read, NULL) != sure ||
                (sure && date_compare(read, date) != 0))
                ck_abort_msg("%s, %d days ahead", text, ahead);
        }
    }
}

/* Refused as a day that no calendar has, which is not a slip in how it is written. */
static void
expect_no_such_day(const char *text)
{
    struct date date;
    struct error err = { 0 };
    expect_no_date(text);
    when_parse_date(text, monday, &date, &err);
    if (!strstr(err.message, "no such day"))
        ck_abort_msg("%s", err.message);
}

START_TEST(day__that_no_calendar_has__is_said_to_be_one)
{
    static const char *const bad[] = {
        "31/2",   "30/2",       "29/2/2027",       "31/4",      "31 avril",
        "31.11.", "2027-04-31", "29 février 2027", "29/2/2100", "2027-02-29",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_such_day(bad[i]);
}

START_TEST(figures__that_are_no_day_of_any_month__are_refused)
{
    static const char *const bad[] = { "32/1",   "0/3",   "16/0",       "16/13",
                                       "0 mars", "99/99", "16/3/20277", "00/00/0000" };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_date(bad[i]);
}

START_TEST(year__of_two_digits__is_the_one_near_today)
{
    expect_date("16/3/28", "2028-03-16");
    expect_date("16/3/00", "2000-03-16");
    expect_date("16/3/47", "2047-03-16");
    expect_date("16/3/99", "1999-03-16");
    expect_date("16 mars 05", "2005-03-16");
}

START_TEST(year__of_three_digits__is_a_slip)
{
    expect_no_date("16/3/202");
    expect_no_date("16 mars 207");
}

/* 04/05 is the 4th of May; what can only be of the other order is told. */
START_TEST(month_before_the_day__is_refused_with_the_day_that_is_meant)
{
    static const char *const texts[] = { "04/16/2027", "4/16/27", "4-16-2027", "4/16" };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct error err = { 0 };
        struct date date;
        ck_assert(!when_parse_date(texts[i], monday, &date, &err));
        ck_assert_msg(strstr(err.message, "has the month before the day") &&
                          strstr(err.message, "16/04/2027"),
                      "%s", err.message);
    }
    expect_date("04/05/2027", "2027-05-04");
}
END_TEST

START_TEST(what_is_no_day__is_refused)
{
    static const char *const bad[] = {
        "",
        " ",
        "16",
        "bientôt",
        "mars",
        "mars 2027",
        "16/3/4/5",
        "/",
        "1/2 mars 27 28",
        "lundi mardi",
        "mars avril 3",
        "14:10",
        "16/3 14:30",
        "\xff\xfe",
        "2027",
        "20270316",
        "999999999/3",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect_no_date(bad[i]);
}

START_TEST(refusal__says__how_to_write_a_day)
{
    struct date date;
    struct error err = { 0 };
    ck_assert(!when_parse_date("soon\033[2J", monday, &date, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "“soon?[2J”"));
    ck_assert_ptr_nonnull(strstr(err.message, "16/3"));
}

START_TEST(weekday_beside_a_day__must_be__its_own)
{
    expect_date("mar 16/3", "2027-03-16");
    expect_date("mar. 16/03/2027", "2027-03-16");
    expect_date("mardi 16 mars", "2027-03-16");
    expect_date("Tuesday, March 16, 2027", "2027-03-16");
    expect_date("thu 24.12.2026", "2026-12-24");

    expect_no_date("jeu 16/3");
    struct date date;
    struct error err = { 0 };
    ck_assert(!when_parse_date("jeudi 16 mars", monday, &date, &err));
    ck_assert_str_eq(err.message,
                     "“jeudi 16 mars” is Tuesday 16 March 2027.  Correct the "
                     "day or its weekday.");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, day__is_written__before_its_month);
    tcase_add_test(tests, iso_day__is_read__as_it_stands);
    tcase_add_test(tests, month__may_be_named__in_french_and_english);
    tcase_add_test(tests, each_month__has__its_names);
    tcase_add_test(tests, weekday__is__the_next_one_and_never_today);
    tcase_add_test(tests, each_weekday__from_each_day__is_one_to_seven_days_ahead);
    tcase_add_test(tests, near_day__has__a_word);
    tcase_add_test(tests, distance__counts__from_today);
    tcase_add_test(tests, distance_in_months__stays__in_the_month);
    tcase_add_test(tests, distance__of_no_known_unit_or_out_of_the_calendar__is_refused);
    tcase_add_test(tests, year__has__two_digits_or_four);
    tcase_add_test(tests, several_days__are_no__day);
    tcase_add_test(tests, day_without_a_year__is__the_next_one);
    tcase_add_test(tests, day_that_has_just_passed__is_asked_for__its_year);
    tcase_add_test(tests, year_far_away__is__refused);
    tcase_add_test(tests, mar_and_one_number__is__in_march);
    tcase_add_test(tests, a_distance_in_words__is__a_day);
    tcase_add_test(tests, everyday_words__are__days);
    tcase_add_test(tests, leap_day__far_ahead_without_its_year__is_not_guessed);
    tcase_add_test(tests, guess__is_never__in_the_past);
    tcase_add_test(tests, day__that_no_calendar_has__is_said_to_be_one);
    tcase_add_test(tests, figures__that_are_no_day_of_any_month__are_refused);
    tcase_add_test(tests, year__of_two_digits__is_the_one_near_today);
    tcase_add_test(tests, year__of_three_digits__is_a_slip);
    tcase_add_test(tests, month_before_the_day__is_refused_with_the_day_that_is_meant);
    tcase_add_test(tests, what_is_no_day__is_refused);
    tcase_add_test(tests, refusal__says__how_to_write_a_day);
    tcase_add_test(tests, weekday_beside_a_day__must_be__its_own);
}

SUITE_MAIN("when")
