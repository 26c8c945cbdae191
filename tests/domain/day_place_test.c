/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_place_test.c - workshops stand side by side in the block of their meeting, each at
 * its own hours: with words, or as bars that are summed up
 */
#include "atelier/domain/day_place.h"

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct agenda agenda;
static struct day_blocks within;
static struct day_places places;

static const struct date tuesday = { 2027, 3, 2 };
static const struct day_hours by_the_hour = { .from = 480, .step = 60, .rows = 12 };

static void
tear_down(void)
{
    agenda_clear(&agenda);
    day_blocks_clear(&within);
    day_places_clear(&places);
}

static void
add(int64_t workshop, const char *start, const char *end)
{
    struct agenda_entry *entry = agenda_add(&agenda);

    entry->row = (struct row_ref){ ENTITY_MEETING, 1 };
    entry->workshop = workshop;
    ck_assert(local_time_parse(start, &entry->start));
    ck_assert(local_time_parse(end, &entry->end));
}

/* From 09:00 to 16:00, with so many workshops from 14:00 on. */
static void
add_meeting(int64_t workshops)
{
    add(0, "2027-03-02 09:00", "2027-03-02 16:00");
    for (int64_t i = 1; i <= workshops; i++)
        add(i, "2027-03-02 14:00", "2027-03-02 16:00");
}

static void
lay(int columns, size_t chosen)
{
    day_blocks_fill_within(&within, &agenda, tuesday, AGENDA_ROOMS, 0);
    day_places_fill(&places, &within, &by_the_hour, 2, 8, columns, chosen);
}

static void
assert_place(size_t at, size_t entry, int top, int rows, int left, int columns)
{
    ck_assert_uint_eq(places.items[at].entry, entry);
    ck_assert_int_eq(places.items[at].top, top);
    ck_assert_int_eq(places.items[at].rows, rows);
    ck_assert_int_eq(places.items[at].left, left);
    ck_assert_int_eq(places.items[at].columns, columns);
    ck_assert_uint_eq(places.items[at].count, 0);
}

static void
assert_sum(size_t at, size_t count, int from, int to, int left, int columns)
{
    ck_assert_uint_eq(places.items[at].count, count);
    ck_assert_int_eq(places.items[at].from, from);
    ck_assert_int_eq(places.items[at].to, to);
    ck_assert_int_eq(places.items[at].left, left);
    ck_assert_int_eq(places.items[at].columns, columns);
}

START_TEST(workshops__with_columns_for_a_word__stand_side_by_side)
{
    add_meeting(2);
    lay(16, 0);
    ck_assert_uint_eq(places.count, 2);
    assert_place(0, 1, 6, 2, 0, 8);
    assert_place(1, 2, 6, 2, 8, 8);
    ck_assert(!places.items[0].is_bar);
}
END_TEST

START_TEST(workshops__without__are_bars_as_long_as_they_last__and_summed_up)
{
    add(0, "2027-03-02 09:00", "2027-03-02 17:00");
    add(1, "2027-03-02 13:00", "2027-03-02 15:00");
    add(2, "2027-03-02 13:00", "2027-03-02 14:00");
    add(3, "2027-03-02 14:00", "2027-03-02 16:30");
    add(4, "2027-03-02 14:00", "2027-03-02 16:00");
    lay(8, 0);
    ck_assert_uint_eq(places.count, 5);
    assert_place(0, 1, 5, 2, 0, 1);
    assert_place(1, 2, 5, 1, 1, 1);
    assert_place(2, 3, 6, 2, 1, 1); /* to the end of the rows */
    assert_place(3, 4, 6, 2, 2, 1);
    ck_assert(places.items[0].is_bar);
    assert_sum(4, 4, 13 * 60, 16 * 60 + 30, 3, 5);
    ck_assert_int_eq(places.items[4].top, 5);
    ck_assert_int_eq(places.items[4].rows, 3);
}
END_TEST

START_TEST(more_workshops__than_columns__are_one_bar__which_is_the_chosen_one)
{
    add_meeting(4);
    lay(8, 0);
    ck_assert_uint_eq(places.count, 2);
    assert_place(0, 1, 6, 2, 0, 1);
    assert_sum(1, 4, 14 * 60, 16 * 60, 1, 7);
    lay(8, 3);
    assert_place(0, 3, 6, 2, 0, 1);
}
END_TEST

START_TEST(row__of_the_meeting_itself__is_left_to_it__and_one_of_two_slots_to_the_later)
{
    add(0, "2027-03-02 09:00", "2027-03-02 16:00");
    add(1, "2027-03-02 09:00", "2027-03-02 12:30");
    add(2, "2027-03-02 09:00", "2027-03-02 12:30");
    add(3, "2027-03-02 12:30", "2027-03-02 14:00");
    lay(9, 0);
    ck_assert_uint_eq(places.count, 4);
    assert_place(0, 1, 2, 2, 0, 1);
    assert_place(1, 2, 2, 2, 1, 1);
    assert_sum(2, 2, 9 * 60, 12 * 60 + 30, 2, 7);
    assert_place(3, 3, 4, 2, 0, 9);
    ck_assert(!places.items[3].is_bar);
}
END_TEST

START_TEST(window__keeps_a_row_for_what_it_leaves_out__and_follows_the_chosen_line)
{
    size_t first = 9;

    ck_assert_uint_eq(day_window(4, 4, 3, &first), 4);
    ck_assert_uint_eq(first, 0);
    ck_assert_uint_eq(day_window(5, 4, 0, &first), 3);
    ck_assert_uint_eq(first, 0);
    ck_assert_uint_eq(day_window(5, 4, 4, &first), 3);
    ck_assert_uint_eq(first, 2);
    ck_assert_uint_eq(day_window(5, 4, 5, &first), 3); /* none is chosen */
    ck_assert_uint_eq(first, 0);
    ck_assert_uint_eq(day_window(5, 1, 2, &first), 1);
    ck_assert_uint_eq(first, 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_test(tests, workshops__with_columns_for_a_word__stand_side_by_side);
    tcase_add_test(tests,
                   workshops__without__are_bars_as_long_as_they_last__and_summed_up);
    tcase_add_test(tests,
                   more_workshops__than_columns__are_one_bar__which_is_the_chosen_one);
    tcase_add_test(
        tests,
        row__of_the_meeting_itself__is_left_to_it__and_one_of_two_slots_to_the_later);
    tcase_add_test(
        tests, window__keeps_a_row_for_what_it_leaves_out__and_follows_the_chosen_line);
}

SUITE_MAIN("day_place")
