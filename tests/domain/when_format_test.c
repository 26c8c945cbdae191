/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_format_test.c - days and times as people like to read them, in their language */
#include "config.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "support/suite.h"

static const struct date thursday = { 2017, 3, 16 };

static void
expect_date(struct date date, enum when_style style, const char *expected)
{
    struct buffer buffer = { 0 };
    when_format_date(date, style, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

static void
expect_span(struct local_time start, struct local_time end, const char *expected)
{
    struct buffer buffer = { 0 };
    when_format_span(start, end, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(day__is_written__short_and_long)
{
    expect_date(thursday, WHEN_SHORT, "Thu 16/03/2017");
    expect_date(thursday, WHEN_LONG, "Thursday 16 March 2017");
    expect_date((struct date){ 2027, 5, 1 }, WHEN_SHORT, "Sat 01/05/2027");
    expect_date((struct date){ 2027, 5, 1 }, WHEN_LONG, "Saturday 1 May 2027");
    expect_date((struct date){ 2028, 2, 29 }, WHEN_LONG, "Tuesday 29 February 2028");
    expect_date((struct date){ 987, 7, 3 }, WHEN_SHORT, "Tue 03/07/0987");
}

START_TEST(day__is_written__in_figures_too)
{
    struct buffer buffer = { 0 };

    when_format_day(thursday, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "16/03/2017");
    buffer_reset(&buffer);
    when_format_day((struct date){ 2027, 2, 29 }, &buffer); /* as it was typed */
    ck_assert_str_eq(buffer_text(&buffer), "29/02/2027");
    buffer_reset(&buffer);
    when_format_brief_day(thursday, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "16/03");
    buffer_clear(&buffer);
}

START_TEST(days__are_written__once_where_they_are_one)
{
    struct buffer buffer = { 0 };

    when_format_days(thursday, thursday, WHEN_LONG, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "Thursday 16 March 2017");
    buffer_reset(&buffer);
    when_format_days(thursday, (struct date){ 2017, 3, 17 }, WHEN_SHORT, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "Thu 16/03/2017 – Fri 17/03/2017");
    buffer_clear(&buffer);
}

START_TEST(hours__name_the_day__where_they_end_on_another)
{
    const struct local_time start = { thursday, 9, 5 };
    const struct local_time end = { { 2017, 3, 17 }, 12, 30 };
    struct buffer buffer = { 0 };

    when_format_hours(start, end, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "09:05–12:30");
    buffer_reset(&buffer);
    when_format_hours_of_day(start, end, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "09:05–Fri 17/03/2017 12:30");
    buffer_reset(&buffer);
    when_format_hours_of_day(start, (struct local_time){ thursday, 12, 30 }, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "09:05–12:30");
    buffer_clear(&buffer);
}

START_TEST(day__is_written__in_french)
{
    language_start("fr", "/nonexistent");
    expect_date(thursday, WHEN_SHORT, "jeu. 16/03/2017");
    expect_date(thursday, WHEN_LONG, "jeudi 16 mars 2017");
    expect_date((struct date){ 2027, 8, 1 }, WHEN_LONG, "dimanche 1er août 2027");
    expect_date((struct date){ 2027, 8, 11 }, WHEN_LONG, "mercredi 11 août 2027");
}

START_TEST(time__stands__behind_its_day)
{
    struct buffer buffer = { 0 };
    when_format_local_time((struct local_time){ thursday, 9, 5 }, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "Thu 16/03/2017 09:05");
    buffer_reset(&buffer);
    when_format_local_time((struct local_time){ thursday, 0, 0 }, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "Thu 16/03/2017 00:00");
    buffer_clear(&buffer);
}

START_TEST(span_within_a_day__says__the_day_once)
{
    expect_span((struct local_time){ thursday, 9, 30 },
                (struct local_time){ thursday, 12, 30 }, "Thu 16/03/2017 09:30–12:30");
}

START_TEST(span_over_midnight__says__both_days)
{
    expect_span((struct local_time){ thursday, 18, 0 },
                (struct local_time){ { 2017, 3, 17 }, 0, 0 },
                "Thu 16/03/2017 18:00–Fri 17/03/2017 00:00");
}

START_TEST(nothing__is_written__for_no_day)
{
    expect_date((struct date){ 0 }, WHEN_SHORT, "");
    expect_date((struct date){ 0 }, WHEN_LONG, "");
    expect_date((struct date){ 2027, 2, 29 }, WHEN_LONG, "");
    expect_span((struct local_time){ 0 }, (struct local_time){ 0 }, "");

    struct buffer buffer = { 0 };
    when_format_local_time((struct local_time){ 0 }, &buffer);
    when_format_local_time((struct local_time){ thursday, 24, 0 }, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_clear(&buffer);
}

START_TEST(span_without_an_end__is__its_start)
{
    expect_span((struct local_time){ thursday, 9, 30 }, (struct local_time){ 0 },
                "Thu 16/03/2017 09:30");
}

START_TEST(text__is_added__behind_what_was_there)
{
    struct buffer buffer = { 0 };
    buffer_add(&buffer, "on ");
    when_format_date(thursday, WHEN_SHORT, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "on Thu 16/03/2017");
    buffer_clear(&buffer);
}

/* What the program shows can be typed back, each day of forty years. */
static void
expect_forty_years_to_be_read_back(void)
{
    const struct date today = { 2027, 3, 1 };
    struct buffer buffer = { 0 };
    int64_t last = date_to_days((struct date){ 2039, 12, 31 });
    for (int64_t days = date_to_days((struct date){ 2000, 1, 1 }); days <= last; days++) {
        struct date date = date_from_days(days);
        struct date read = { 0 };
        for (int style = WHEN_SHORT; style <= WHEN_LONG; style++) {
            buffer_reset(&buffer);
            when_format_date(date, (enum when_style)style, &buffer);
            if (!when_parse_date(buffer_text(&buffer), today, &read, NULL) ||
                date_compare(read, date) != 0)
                ck_abort_msg("“%s” is not read back", buffer_text(&buffer));
        }

        struct local_time time = { date, (int)(days % 24), (int)(days % 60) };
        struct local_time same = { 0 };
        buffer_reset(&buffer);
        when_format_local_time(time, &buffer);
        if (!when_parse_local_time(buffer_text(&buffer), today, same, &same, NULL) ||
            local_time_compare(same, time) != 0)
            ck_abort_msg("“%s” is not read back", buffer_text(&buffer));
    }
    buffer_clear(&buffer);
}

START_TEST(each_day__of_forty_years__is_read_back)
{
    expect_forty_years_to_be_read_back();
}

START_TEST(each_day__of_forty_years__is_read_back_in_french)
{
    language_start("fr", "/nonexistent");
    ck_assert_str_eq(language_code(), "fr");
    expect_forty_years_to_be_read_back();
}

/* French is read whatever the interface speaks, and so is English. */
START_TEST(english__is_read__in_a_french_interface)
{
    struct date date;
    struct error err = { 0 };
    const struct date today = { 2027, 3, 1 };
    language_start("fr", "/nonexistent");
    ck_assert(when_parse_date("Thursday 16 March 2017", today, &date, NULL));
    ck_assert_int_eq(date_compare(date, thursday), 0);
    ck_assert(!when_parse_date("soon", today, &date, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "jeu"));
    ck_assert(!when_parse_date("jeu 16/3", today, &date, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "mardi 16 mars 2027"));
}

static void
expect_place(const char *zone, const char *place)
{
    struct buffer said = { 0 };

    when_format_place(zone, &said);
    ck_assert_str_eq(buffer_text(&said), place);
    buffer_clear(&said);
}

START_TEST(place__is_said__as_its_people_write_it)
{
    expect_place("Europe/Bucharest", "Bucharest");
    expect_place("America/Argentina/Buenos_Aires", "Buenos Aires");
    expect_place("America/Port-au-Prince", "Port-au-Prince");
    expect_place("UTC", "UTC");
    expect_place("Europe/", "");
    expect_place("", "");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, day__is_written__short_and_long);
    tcase_add_test(tests, day__is_written__in_figures_too);
    tcase_add_test(tests, days__are_written__once_where_they_are_one);
    tcase_add_test(tests, hours__name_the_day__where_they_end_on_another);
    tcase_add_test(tests, day__is_written__in_french);
    tcase_add_test(tests, time__stands__behind_its_day);
    tcase_add_test(tests, span_within_a_day__says__the_day_once);
    tcase_add_test(tests, span_over_midnight__says__both_days);
    tcase_add_test(tests, nothing__is_written__for_no_day);
    tcase_add_test(tests, span_without_an_end__is__its_start);
    tcase_add_test(tests, text__is_added__behind_what_was_there);
    tcase_add_test(tests, place__is_said__as_its_people_write_it);
    tcase_add_test(tests, each_day__of_forty_years__is_read_back);
    tcase_add_test(tests, each_day__of_forty_years__is_read_back_in_french);
    tcase_add_test(tests, english__is_read__in_a_french_interface);
}

SUITE_MAIN("when_format")
