/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_test.c - meetings of several days, and which event becomes which */
#include "atelier/domain/meeting_day.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

enum { NOW = 1000000, A_DAY = 24 * 60 * 60 };

static struct meeting_day_list known;
static struct meeting_day_list wanted;
static struct slot slots[MEETING_DAYS + 2];
static size_t slot_count;
static struct date first_known; /* of the meeting that was followed last */

static void
begin(void)
{
    known = wanted = (struct meeting_day_list){ 0 };
    slot_count = 0;
    first_known = (struct date){ 0 };
}

static void
end(void)
{
    meeting_day_list_clear(&known);
    meeting_day_list_clear(&wanted);
}

static struct local_time
time_of(const char *text)
{
    struct local_time time;

    ck_assert_msg(local_time_parse(text, &time), "%s", text);
    return time;
}

static void
add_slot(int64_t id, const char *start, const char *end)
{
    slots[slot_count++] =
        (struct slot){ .head.id = id, .start = time_of(start), .end = time_of(end) };
}

static void
split(const char *start, const char *end)
{
    const struct meeting meeting = { .start = time_of(start), .end = time_of(end) };
    const struct slot_list list = { .items = slots, .count = slot_count };

    meeting_day_list_split(&meeting, &list, &wanted);
}

/* The wanted ones as "slot start/end": one a line. */
static void
expect_wanted(const char *lines)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < wanted.count; i++) {
        char start[LOCAL_TIME_TEXT_SIZE];
        char end[LOCAL_TIME_TEXT_SIZE];
        local_time_format(wanted.items[i].start, start);
        local_time_format(wanted.items[i].end, end);
        buffer_addf(&text, "%lld %s/%s\n", (long long)wanted.items[i].slot, start, end);
    }
    ck_assert_str_eq(buffer_text(&text), lines);
    buffer_clear(&text);
}

/* The known ones as "letter month-day sequence"; what is gone in brackets.  New ones get
 * the next letter. */
static void
expect_known(const char *line)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < known.count; i++) {
        struct meeting_day *day = &known.items[i];
        if (!day->uid) {
            const char letter[] = { (char)('A' + i), '\0' };
            day->uid = memory_copy(letter);
            day->id = (int64_t)i + 1;
        }
        char start[LOCAL_TIME_TEXT_SIZE];
        local_time_format(day->start, start);
        buffer_addf(&text, day->is_gone ? "(%s %.5s %lld) " : "%s %.5s %lld ", day->uid,
                    start + 5, (long long)day->sequence);
    }
    ck_assert_str_eq(buffer_text(&text), line);
    buffer_clear(&text);
}

/* A meeting that has never counted. */
static void
follow_at(instant now, const char *start, const char *end)
{
    const struct date first = time_of(start).date;
    const struct meeting_day_change change = {
        .now = now,
        .is_moved = !date_is_none(first_known) && date_compare(first, first_known) != 0,
    };

    first_known = first;
    split(start, end);
    meeting_day_list_follow(&known, &wanted, &change);
}

static void
follow(const char *start, const char *end)
{
    follow_at(NOW, start, end);
}

/* ---- which events a meeting has ---- */

START_TEST(split__leaves_whole__a_day_a_night_and_a_long_time)
{
    static const char *const nights[][2] = {
        { "2027-03-16 22:00", "2027-03-17 02:00" },
        { "2027-03-16 22:00", "2027-03-17 08:00" },
        { "2027-03-16 20:00", "2027-03-17 12:00" },
        { "2027-03-16 14:00", "2027-03-17 00:00" },
    };

    split("2027-03-16 09:30", "2027-03-16 12:30");
    expect_wanted("0 2027-03-16 09:30/2027-03-16 12:30\n");
    for (size_t i = 0; i < sizeof nights / sizeof nights[0]; i++) {
        split(nights[i][0], nights[i][1]);
        ck_assert_uint_eq(wanted.count, 1);
    }
    split("2027-03-01 09:00", "2027-04-01 12:00");
    expect_wanted("0 2027-03-01 09:00/2027-04-01 12:00\n");
    add_slot(7, "2027-03-16 09:30", "2027-03-16 10:30");
    split("2027-03-16 09:30", "2027-03-16 12:30");
    expect_wanted("0 2027-03-16 09:30/2027-03-16 12:30\n");
    split("2027-03-16 09:30", "2027-03-17 02:00");
    expect_wanted("0 2027-03-16 09:30/2027-03-17 02:00\n");
}
END_TEST

/* Half a day here and there is not all that takes place in a season. */
START_TEST(split__of_a_long_time__needs_a_slot_on_each_date)
{
    add_slot(7, "2027-07-05 09:30", "2027-07-05 12:00");
    split("2027-07-01 09:00", "2027-08-02 17:00");
    expect_wanted("0 2027-07-01 09:00/2027-08-02 17:00\n");
    slot_count = 0;
    for (int64_t i = 0; i < MEETING_DAYS + 1; i++) {
        struct slot slot = { .head.id = i + 1, .start = time_of("2027-07-01 10:00") };
        slot.start.date = date_add_days(slot.start.date, i);
        slot.end = local_time_add_minutes(slot.start, 60);
        slots[slot_count++] = slot;
    }
    split("2027-07-01 09:00", "2027-08-01 17:00");
    ck_assert_uint_eq(wanted.count, MEETING_DAYS + 1);
    slots[3].start = slots[3].end = slots[2].start;
    split("2027-07-01 09:00", "2027-08-01 17:00");
    expect_wanted("0 2027-07-01 09:00/2027-08-01 17:00\n");
}
END_TEST

/* From noon to noon, and from the first evening to the last breakfast: no night. */
START_TEST(split__fills_with_usual_days__what_the_hours_leave_open)
{
    split("2027-09-01 14:00", "2027-09-03 12:00");
    expect_wanted("0 2027-09-01 14:00/2027-09-01 18:00\n"
                  "0 2027-09-02 09:00/2027-09-02 18:00\n"
                  "0 2027-09-03 09:00/2027-09-03 12:00\n");
    split("2027-09-01 14:00", "2027-09-02 12:00");
    expect_wanted("0 2027-09-01 14:00/2027-09-01 18:00\n"
                  "0 2027-09-02 09:00/2027-09-02 12:00\n");
    split("2027-09-01 20:00", "2027-09-03 08:30");
    expect_wanted("0 2027-09-01 20:00/2027-09-02 00:00\n"
                  "0 2027-09-02 09:00/2027-09-02 18:00\n"
                  "0 2027-09-03 05:00/2027-09-03 08:30\n");
}
END_TEST

START_TEST(split__ends_a_day__in_the_night_behind_it)
{
    split("2027-09-03 20:00", "2027-09-05 02:00");
    expect_wanted("0 2027-09-03 20:00/2027-09-04 02:00\n"
                  "0 2027-09-04 20:00/2027-09-05 02:00\n");
    split("2027-09-03 14:00", "2027-09-05 00:00");
    expect_wanted("0 2027-09-03 14:00/2027-09-04 00:00\n"
                  "0 2027-09-04 14:00/2027-09-05 00:00\n");
    split("2027-09-03 02:30", "2027-09-04 04:00"); /* they watch badgers */
    expect_wanted("0 2027-09-03 02:30/2027-09-03 04:00\n"
                  "0 2027-09-04 02:30/2027-09-04 04:00\n");
    add_slot(7, "2027-09-03 02:30", "2027-09-03 03:30");
    split("2027-09-03 02:30", "2027-09-04 04:00");
    expect_wanted("7 2027-09-03 02:30/2027-09-03 03:30\n"
                  "0 2027-09-04 02:30/2027-09-04 04:00\n");
}
END_TEST

START_TEST(split__passes_over_slots__that_are_no_part)
{
    add_slot(7, "2026-12-02 09:30", "2026-12-04 17:00"); /* made by a mark of presence */
    split("2026-12-02 09:30", "2026-12-04 17:00");
    expect_wanted("0 2026-12-02 09:30/2026-12-02 17:00\n"
                  "0 2026-12-03 09:30/2026-12-03 17:00\n"
                  "0 2026-12-04 09:30/2026-12-04 17:00\n");
    split("2026-12-02 09:30", "2026-12-05 17:00"); /* and the meeting grows */
    ck_assert_uint_eq(wanted.count, 4);
    slot_count = 0;
    add_slot(7, "2026-12-02 14:00", "2026-12-03 12:00");
    split("2026-12-02 14:00", "2026-12-03 12:00");
    expect_wanted("0 2026-12-02 14:00/2026-12-02 18:00\n"
                  "0 2026-12-03 09:00/2026-12-03 12:00\n");
}
END_TEST

START_TEST(split__tells_a_day__beside_the_evening_before_it)
{
    add_slot(7, "2027-03-22 20:00", "2027-03-23 00:00");
    add_slot(8, "2027-03-24 00:00", "2027-03-24 02:00");
    split("2027-03-22 09:30", "2027-03-24 17:00");
    expect_wanted("7 2027-03-22 20:00/2027-03-23 00:00\n"
                  "0 2027-03-23 09:30/2027-03-23 17:00\n"
                  "8 2027-03-24 00:00/2027-03-24 02:00\n"
                  "0 2027-03-24 09:30/2027-03-24 17:00\n");
}
END_TEST

START_TEST(split__tells_a_day__that_has_no_slot_and_no_hours_of_its_own)
{
    add_slot(7, "2027-09-01 14:00", "2027-09-01 18:00");
    split("2027-09-01 14:00", "2027-09-03 12:00");
    expect_wanted("7 2027-09-01 14:00/2027-09-01 18:00\n"
                  "0 2027-09-02 09:00/2027-09-02 18:00\n"
                  "0 2027-09-03 09:00/2027-09-03 12:00\n");
}
END_TEST

START_TEST(split__gives_each_day__the_same_hours)
{
    split("2027-03-30 09:30", "2027-04-01 16:00");
    expect_wanted("0 2027-03-30 09:30/2027-03-30 16:00\n"
                  "0 2027-03-31 09:30/2027-03-31 16:00\n"
                  "0 2027-04-01 09:30/2027-04-01 16:00\n");
    split("2027-03-01 09:00", "2027-03-31 12:00");
    ck_assert_uint_eq(wanted.count, MEETING_DAYS);
}
END_TEST

/* A clerk who types the slots of the first day has not called off the second. */
START_TEST(split__follows_the_slots__on_days_that_have_some)
{
    add_slot(7, "2027-03-16 14:00", "2027-03-16 17:30");
    add_slot(8, "2027-03-16 09:30", "2027-03-16 12:30");
    split("2027-03-16 09:30", "2027-03-17 17:30");
    expect_wanted("8 2027-03-16 09:30/2027-03-16 12:30\n"
                  "7 2027-03-16 14:00/2027-03-16 17:30\n"
                  "0 2027-03-17 09:30/2027-03-17 17:30\n");
}
END_TEST

START_TEST(split__by_slots__needs_no_hours_that_make_sense)
{
    add_slot(7, "2027-03-16 14:00", "2027-03-16 17:30");
    add_slot(8, "2027-03-17 09:00", "2027-03-17 12:00");
    add_slot(9, "2027-03-20 09:00", "2027-03-20 12:00"); /* left behind by a move */
    split("2027-03-16 14:00", "2027-03-17 12:00");
    expect_wanted("7 2027-03-16 14:00/2027-03-16 17:30\n"
                  "8 2027-03-17 09:00/2027-03-17 12:00\n");
}
END_TEST

/* ---- which becomes which ---- */

START_TEST(day__keeps_its_event__when_one_is_put_before_it)
{
    follow("2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 0 ");
    follow("2027-03-23 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 0 D 03-23 0 ");
}
END_TEST

START_TEST(days__move_along__with_the_whole_meeting)
{
    follow("2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 0 ");
    follow("2027-03-25 09:30", "2027-03-27 17:00");
    expect_known("A 03-25 1 B 03-26 1 C 03-27 1 ");
    follow("2027-04-05 09:30", "2027-04-06 17:00");
    expect_known("A 04-05 2 B 04-06 2 (C 03-27 2) ");
}
END_TEST

START_TEST(day__that_went__comes_back_within_a_day_and_later_as_another)
{
    follow("2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 0 ");
    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 0 (C 03-26 1) ");
    follow_at(NOW + A_DAY, "2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 2 ");
    follow_at(NOW + A_DAY, "2027-03-24 09:30", "2027-03-25 17:00");
    follow_at(NOW + 2 * A_DAY + 1, "2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 (C 03-26 3) D 03-26 0 ");
}
END_TEST

START_TEST(slots__take_over_the_event_of_their_day__and_keep_their_own)
{
    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 0 ");
    add_slot(7, "2027-03-25 14:00", "2027-03-25 17:00");
    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 1 ");
    add_slot(8, "2027-03-25 09:30", "2027-03-25 12:00");
    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 1 C 03-25 0 ");
    ck_assert_int_eq(known.items[1].slot, 7);
    slot_count = 0;
    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 2 (C 03-25 1) ");
}
END_TEST

/* A slot that changes its day leaves the day between as it is. */
START_TEST(day__keeps_its_event__when_a_slot_goes_past_it)
{
    add_slot(7, "2027-05-10 14:00", "2027-05-10 17:00");
    follow("2027-05-10 09:30", "2027-05-12 17:00");
    expect_known("A 05-10 0 B 05-11 0 C 05-12 0 ");
    slot_count = 0;
    add_slot(7, "2027-05-12 14:00", "2027-05-12 17:00");
    follow("2027-05-10 09:30", "2027-05-12 17:00");
    expect_known("A 05-12 1 B 05-11 0 (C 05-12 1) D 05-10 0 ");
}
END_TEST

/* Whatever becomes of the meeting then; and what comes back is heard. */
START_TEST(sequence__of_a_day_that_went__stands)
{
    struct meeting_day_change change = { .now = NOW, .sequence = 4, .is_counted = true };

    follow("2027-03-24 09:30", "2027-03-26 17:00");
    expect_known("A 03-24 0 B 03-25 0 C 03-26 0 ");
    split("2027-03-24 09:30", "2027-03-25 17:00");
    meeting_day_list_follow(&known, &wanted, &change);
    expect_known("A 03-24 0 B 03-25 0 (C 03-26 4) ");
    change.sequence = 9;
    meeting_day_list_follow(&known, &wanted, &change);
    expect_known("A 03-24 0 B 03-25 0 (C 03-26 4) ");
    change.sequence = 4;
    split("2027-03-24 09:30", "2027-03-26 17:00");
    meeting_day_list_follow(&known, &wanted, &change);
    expect_known("A 03-24 0 B 03-25 0 C 03-26 1 ");
}
END_TEST

START_TEST(sequence__that_the_meeting_counts__is_not_counted_twice)
{
    const struct meeting_day_change change = { .now = NOW, .is_counted = true };

    follow("2027-03-24 09:30", "2027-03-25 17:00");
    expect_known("A 03-24 0 B 03-25 0 ");
    split("2027-03-24 10:30", "2027-03-25 17:00");
    known.items[0].is_changed = false;
    meeting_day_list_follow(&known, &wanted, &change);
    expect_known("A 03-24 0 B 03-25 0 ");
    ck_assert(known.items[0].is_changed);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, split__leaves_whole__a_day_a_night_and_a_long_time);
    tcase_add_test(tests, split__of_a_long_time__needs_a_slot_on_each_date);
    tcase_add_test(tests, split__fills_with_usual_days__what_the_hours_leave_open);
    tcase_add_test(tests, split__ends_a_day__in_the_night_behind_it);
    tcase_add_test(tests, split__passes_over_slots__that_are_no_part);
    tcase_add_test(tests, split__tells_a_day__beside_the_evening_before_it);
    tcase_add_test(tests, split__tells_a_day__that_has_no_slot_and_no_hours_of_its_own);
    tcase_add_test(tests, split__gives_each_day__the_same_hours);
    tcase_add_test(tests, split__follows_the_slots__on_days_that_have_some);
    tcase_add_test(tests, split__by_slots__needs_no_hours_that_make_sense);
    tcase_add_test(tests, day__keeps_its_event__when_one_is_put_before_it);
    tcase_add_test(tests, days__move_along__with_the_whole_meeting);
    tcase_add_test(tests, day__that_went__comes_back_within_a_day_and_later_as_another);
    tcase_add_test(tests, slots__take_over_the_event_of_their_day__and_keep_their_own);
    tcase_add_test(tests, day__keeps_its_event__when_a_slot_goes_past_it);
    tcase_add_test(tests, sequence__of_a_day_that_went__stands);
    tcase_add_test(tests, sequence__that_the_meeting_counts__is_not_counted_twice);
}

SUITE_MAIN("meeting_day")
