/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_cut_test.c - which half-days a meeting has by the lunch break of the office */
#include "atelier/domain/slot_cut.h"

#include <string.h>

#include "support/suite.h"

static const struct slot_words words = { "Morning", "Afternoon", "Day" };

static struct local_time
time_of(const char *text)
{
    struct local_time time;

    ck_assert_msg(local_time_parse(text, &time), "%s", text);
    return time;
}

/* The slots as "label dd hh:mm-hh:mm", a line each. */
static void
expect(const char *lunch_text, const char *start, const char *end, const char *expected)
{
    const struct meeting meeting = { .head.id = 7,
                                     .start = time_of(start),
                                     .end = time_of(end) };
    struct slot_list list = { 0 };
    struct buffer told = { 0 };
    struct lunch lunch;
    struct error err = { 0 };

    ck_assert_msg(lunch_read(lunch_text, &lunch, &err), "%s", err.message);
    slot_list_cut(&meeting, lunch, &words, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct slot *slot = &list.items[i];
        ck_assert_int_eq(slot->meeting, 7);
        buffer_addf(&told, "%s %02d %02d:%02d-%02d %02d:%02d\n",
                    slot->label ? slot->label : "(hours)", slot->start.date.day,
                    slot->start.hour, slot->start.minute, slot->end.date.day,
                    slot->end.hour, slot->end.minute);
    }
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    slot_list_clear(&list);
}

START_TEST(day__that_has_the_break__is_a_morning_and_an_afternoon)
{
    expect("12:30–14:00", "2027-03-16 09:30", "2027-03-16 17:00",
           "Morning 16 09:30-16 12:30\nAfternoon 16 14:00-16 17:00\n");
    expect("12:30–14:00", "2027-03-16 09:30", "2027-03-16 14:01",
           "Morning 16 09:30-16 12:30\nAfternoon 16 14:00-16 14:01\n");
}
END_TEST

START_TEST(day__on_one_side_of_the_break__stays_whole)
{
    expect("12:30–14:00", "2027-03-16 09:30", "2027-03-16 12:30",
           "(hours) 16 09:30-16 12:30\n");
    expect("12:30–14:00", "2027-03-16 09:30", "2027-03-16 14:00",
           "(hours) 16 09:30-16 14:00\n");
    expect("12:30–14:00", "2027-03-16 12:30", "2027-03-16 17:00",
           "(hours) 16 12:30-16 17:00\n");
    expect("12:30–14:00", "2027-03-16 20:00", "2027-03-17 02:00",
           "(hours) 16 20:00-17 02:00\n");
}
END_TEST

START_TEST(day__stays_whole__without_a_break)
{
    expect(NULL, "2027-03-16 09:30", "2027-03-16 17:00", "(hours) 16 09:30-16 17:00\n");
    expect(NULL, "2027-03-16 20:00", "2027-03-17 02:00", "(hours) 16 20:00-17 02:00\n");
}
END_TEST

START_TEST(several_days__are_a_slot_each__without_a_break)
{
    expect("", "2027-03-16 09:30", "2027-03-18 17:00",
           "Day 16/03 16 09:30-16 17:00\nDay 17/03 17 09:30-17 17:00\n"
           "Day 18/03 18 09:30-18 17:00\n");
    expect(NULL, "2027-03-16 14:00", "2027-03-17 12:00",
           "Day 16/03 16 14:00-16 18:00\nDay 17/03 17 09:00-17 12:00\n");
}
END_TEST

START_TEST(several_days__have_halves_each__that_say_their_day)
{
    expect("12:30–14:00", "2027-03-16 09:30", "2027-03-17 17:00",
           "Morning 16/03 16 09:30-16 12:30\nAfternoon 16/03 16 14:00-16 17:00\n"
           "Morning 17/03 17 09:30-17 12:30\nAfternoon 17/03 17 14:00-17 17:00\n");
    expect("12:30–14:00", "2027-03-16 14:00", "2027-03-18 12:00",
           "Afternoon 16/03 16 14:00-16 18:00\n"
           "Morning 17/03 17 09:00-17 12:30\nAfternoon 17/03 17 14:00-17 18:00\n"
           "Morning 18/03 18 09:00-18 12:00\n");
}
END_TEST

START_TEST(so_many_days__that_nobody_means_them__stay_whole)
{
    expect("12:30–14:00", "2027-01-04 09:00", "2027-03-31 17:00",
           "(hours) 04 09:00-31 17:00\n");
    expect(NULL, "2027-01-04 09:00", "2027-03-31 17:00", "(hours) 04 09:00-31 17:00\n");
}
END_TEST

START_TEST(break__is_read__as_people_write_hours)
{
    static const char *const alike[] = { "12:30–14:00", "12h30-14h", " 12:30 - 14 ",
                                         "12H30 — 14:00", "12:30..14:00" };
    struct lunch lunch;
    struct error err = { 0 };

    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        ck_assert_msg(lunch_read(alike[i], &lunch, &err), "%s", err.message);
        ck_assert_int_eq(lunch.start, 12 * 60 + 30);
        ck_assert_int_eq(lunch.end, 14 * 60);
    }
}
END_TEST

START_TEST(break__that_is_none__is_refused_with_a_sentence)
{
    static const char *const bad[] = { "noon",        "12:30",       "12:60-14:00",
                                       "24:00-25:00", "12:-14:00",   "12:30-14:00 x",
                                       "-",           "123:00-14:00" };
    struct lunch lunch;
    struct error err = { 0 };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        error_clear(&err);
        ck_assert_msg(!lunch_read(bad[i], &lunch, &err), "%s", bad[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
    ck_assert(!lunch_read("14:00-12:30", &lunch, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "end after"));
    ck_assert(!lunch_read("12:30-12:30", &lunch, &err));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, day__that_has_the_break__is_a_morning_and_an_afternoon);
    tcase_add_test(tests, day__on_one_side_of_the_break__stays_whole);
    tcase_add_test(tests, day__stays_whole__without_a_break);
    tcase_add_test(tests, several_days__are_a_slot_each__without_a_break);
    tcase_add_test(tests, several_days__have_halves_each__that_say_their_day);
    tcase_add_test(tests, so_many_days__that_nobody_means_them__stay_whole);
    tcase_add_test(tests, break__is_read__as_people_write_hours);
    tcase_add_test(tests, break__that_is_none__is_refused_with_a_sentence);
}

SUITE_MAIN("slot_cut")
