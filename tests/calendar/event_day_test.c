/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_day_test.c - meetings of several days */
#include "atelier/calendar/event_day.h"

#include "support/suite.h"

static struct event_day
day(const char *start, const char *end)
{
    struct event_day made;

    ck_assert_msg(local_time_parse(start, &made.start), "%s", start);
    ck_assert_msg(local_time_parse(end, &made.end), "%s", end);
    return made;
}

static void
expect_day(struct event_day is, const char *start, const char *end)
{
    struct event_day expected = day(start, end);

    ck_assert_int_eq(local_time_compare(is.start, expected.start), 0);
    ck_assert_int_eq(local_time_compare(is.end, expected.end), 0);
}

START_TEST(event_day__leaves_whole__a_day_and_a_night)
{
    struct event_day days[EVENT_DAYS];
    struct event_day whole = day("2027-03-16 09:30", "2027-03-16 12:30");
    struct event_day night = day("2027-03-16 22:00", "2027-03-17 02:00");
    struct event_day odd = day("2027-03-16 14:00", "2027-03-18 12:00");

    ck_assert_uint_eq(event_day_split(whole, NULL, 0, days), 1);
    expect_day(days[0], "2027-03-16 09:30", "2027-03-16 12:30");
    ck_assert_uint_eq(event_day_split(night, NULL, 0, days), 1);
    expect_day(days[0], "2027-03-16 22:00", "2027-03-17 02:00");
    /* starts in the afternoon, ends at noon: its hours are not known */
    ck_assert_uint_eq(event_day_split(odd, NULL, 0, days), 1);
}
END_TEST

START_TEST(event_day__gives_each_day__the_same_hours)
{
    struct event_day days[EVENT_DAYS];
    struct event_day whole = day("2027-03-30 09:30", "2027-04-01 16:00");

    ck_assert_uint_eq(event_day_split(whole, NULL, 0, days), 3);
    expect_day(days[0], "2027-03-30 09:30", "2027-03-30 16:00");
    expect_day(days[1], "2027-03-31 09:30", "2027-03-31 16:00");
    expect_day(days[2], "2027-04-01 09:30", "2027-04-01 16:00");
}
END_TEST

START_TEST(event_day__follows__the_slots)
{
    struct event_day days[EVENT_DAYS];
    struct event_day whole = day("2027-03-16 14:00", "2027-03-18 12:00");
    struct event_day slots[] = {
        day("2027-03-18 09:00", "2027-03-18 12:00"),
        day("2027-03-16 14:00", "2027-03-16 17:30"),
        day("2027-03-17 14:00", "2027-03-17 18:00"),
        day("2027-03-17 09:00", "2027-03-17 12:30"),
    };

    ck_assert_uint_eq(event_day_split(whole, slots, 4, days), 3);
    expect_day(days[0], "2027-03-16 14:00", "2027-03-16 17:30");
    expect_day(days[1], "2027-03-17 09:00", "2027-03-17 18:00");
    expect_day(days[2], "2027-03-18 09:00", "2027-03-18 12:00");
}
END_TEST

START_TEST(event_day__leaves_whole__what_has_too_many_days)
{
    struct event_day days[EVENT_DAYS];
    struct event_day slots[EVENT_DAYS + 1];
    struct event_day whole = day("2027-03-01 09:00", "2027-04-01 12:00");

    for (int i = 0; i <= EVENT_DAYS; i++) {
        slots[i] = day("2027-03-01 09:00", "2027-03-01 12:00");
        slots[i].start.date = slots[i].end.date = date_add_days(slots[i].start.date, i);
    }
    ck_assert_uint_eq(event_day_split(whole, NULL, 0, days), 1);
    ck_assert_uint_eq(event_day_split(whole, slots, EVENT_DAYS + 1, days), 1);
    expect_day(days[0], "2027-03-01 09:00", "2027-04-01 12:00");
    ck_assert_uint_eq(event_day_split(whole, slots, EVENT_DAYS, days), EVENT_DAYS);
}
END_TEST

START_TEST(event_day__names__each_day_after_the_meeting)
{
    struct buffer uid = { 0 };

    event_day_uid(&uid, "1b4e28ba@example.org", 1);
    ck_assert_str_eq(buffer_text(&uid), "1b4e28ba@example.org");
    buffer_reset(&uid);
    event_day_uid(&uid, "1b4e28ba@example.org", 2);
    ck_assert_str_eq(buffer_text(&uid), "1b4e28ba-2@example.org");
    buffer_reset(&uid);
    event_day_uid(&uid, "1b4e28ba", 3);
    ck_assert_str_eq(buffer_text(&uid), "1b4e28ba-3");
    buffer_clear(&uid);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, event_day__leaves_whole__a_day_and_a_night);
    tcase_add_test(tests, event_day__gives_each_day__the_same_hours);
    tcase_add_test(tests, event_day__follows__the_slots);
    tcase_add_test(tests, event_day__leaves_whole__what_has_too_many_days);
    tcase_add_test(tests, event_day__names__each_day_after_the_meeting);
}

SUITE_MAIN("event_day")
