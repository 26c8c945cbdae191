/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_grid_test.c - the blocks of a day, side by side where they overlap, and the hours
 * that are shown
 */
#include "atelier/domain/day_grid.h"

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct agenda agenda;
static struct day_blocks blocks;

static const struct date tuesday = { 2027, 3, 2 };
static const struct date wednesday = { 2027, 3, 3 };

static void
tear_down(void)
{
    agenda_clear(&agenda);
    day_blocks_clear(&blocks);
}

static void
add(const char *title, const char *start, const char *end)
{
    struct agenda_entry *entry = agenda_add(&agenda);

    entry->row = (struct row_ref){ ENTITY_MEETING, (int64_t)agenda.count };
    entry->title = memory_copy(title);
    entry->room = (int64_t)agenda.count % 2;
    ck_assert(local_time_parse(start, &entry->start));
    ck_assert(local_time_parse(end, &entry->end));
}

static void
assert_block(size_t at, int from, int to, int lane, int lanes)
{
    ck_assert_int_eq(blocks.items[at].from, from);
    ck_assert_int_eq(blocks.items[at].to, to);
    ck_assert_int_eq(blocks.items[at].lane, lane);
    ck_assert_int_eq(blocks.items[at].lanes, lanes);
}

START_TEST(blocks__that_overlap__stand_side_by_side__and_others_have_the_whole_width)
{
    add("Long", "2027-03-02 09:00", "2027-03-02 12:00");
    add("Short", "2027-03-02 09:30", "2027-03-02 10:00");
    add("Next", "2027-03-02 10:00", "2027-03-02 11:00"); /* in the lane of Short */
    add("Alone", "2027-03-02 12:00", "2027-03-02 13:00");
    day_blocks_fill(&blocks, &agenda, tuesday, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 4);
    assert_block(0, 540, 720, 0, 2);
    assert_block(1, 570, 600, 1, 2);
    assert_block(2, 600, 660, 1, 2);
    assert_block(3, 720, 780, 0, 1);
}
END_TEST

START_TEST(block__of_a_longer_entry__ends_with_its_day)
{
    add("Night", "2027-03-02 22:00", "2027-03-03 02:00");
    day_blocks_fill(&blocks, &agenda, tuesday, AGENDA_ROOMS);
    assert_block(0, 1320, DAY_MINUTES, 0, 1);
    day_blocks_fill(&blocks, &agenda, wednesday, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 1);
    assert_block(0, 0, 120, 0, 1);
}
END_TEST

START_TEST(blocks__of_a_room__are_those_in_it__and_of_none_those_elsewhere)
{
    add("In it", "2027-03-02 09:00", "2027-03-02 12:00");
    add("Elsewhere", "2027-03-02 09:00", "2027-03-02 12:00");
    day_blocks_fill(&blocks, &agenda, tuesday, 1);
    ck_assert_uint_eq(blocks.count, 1);
    ck_assert_uint_eq(blocks.items[0].entry, 0);
    day_blocks_fill(&blocks, &agenda, tuesday, 0);
    ck_assert_uint_eq(blocks.count, 1);
    ck_assert_uint_eq(blocks.items[0].entry, 1);
}
END_TEST

/* A workshop of the first meeting. */
static void
add_workshop(const char *start, const char *end, int64_t room)
{
    add("Maps", start, end);
    struct agenda_entry *entry = &agenda.items[agenda.count - 1];
    entry->row.id = 1;
    entry->workshop = (int64_t)agenda.count;
    entry->room = room;
}

START_TEST(workshops__stand_within_the_block_of_their_meeting__or_in_their_own_room)
{
    add("Meeting", "2027-03-02 09:00", "2027-03-02 12:00");
    add_workshop("2027-03-02 09:30", "2027-03-02 11:00", 1);
    add_workshop("2027-03-02 10:00", "2027-03-02 11:00", 7);
    add_workshop("2027-03-02 14:00", "2027-03-02 15:00", 1); /* of a part not told */
    day_blocks_fill(&blocks, &agenda, tuesday, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 2);
    assert_block(0, 540, 720, 0, 1);
    assert_block(1, 840, 900, 0, 1);
    day_blocks_fill_within(&blocks, &agenda, tuesday, AGENDA_ROOMS, 0);
    ck_assert_uint_eq(blocks.count, 2);
    assert_block(0, 570, 660, 0, 2);
    assert_block(1, 600, 660, 1, 2);
    day_blocks_fill_within(&blocks, &agenda, tuesday, 1, 0);
    ck_assert_uint_eq(blocks.count, 1);
    assert_block(0, 570, 660, 0, 1);
    day_blocks_fill(&blocks, &agenda, tuesday, 7);
    ck_assert_uint_eq(blocks.count, 1);
    assert_block(0, 600, 660, 0, 1);
    day_blocks_walk(&blocks, &agenda, tuesday, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 4);
    for (size_t i = 0; i < blocks.count; i++) /* each behind its meeting, in order */
        ck_assert_uint_eq(blocks.items[i].entry, i);
    ck_assert_uint_eq(day_blocks_at(&blocks, 540, 570, 9), 0);
    ck_assert_uint_eq(day_blocks_at(&blocks, 720, 780, 9), 9);
    ck_assert_uint_eq(agenda_parent(&agenda, 0), agenda.count);
    ck_assert_uint_eq(agenda_parent(&agenda, 3), agenda.count);
}
END_TEST

START_TEST(workshop__that_goes_on_on_the_next_day__is_shown_on_both)
{
    add("Meeting", "2027-03-02 09:00", "2027-03-02 18:00");
    add_workshop("2027-03-02 15:00", "2027-03-03 10:00", 1);
    add_workshop("2027-03-02 15:00", "2027-03-02 18:00", 1);
    add_workshop("2027-03-02 17:00", "2027-03-03 00:00", 1);
    ck_assert_uint_eq(agenda_parent(&agenda, 1), agenda.count);
    ck_assert_uint_eq(agenda_parent(&agenda, 2), 0);
    ck_assert_uint_eq(agenda_parent(&agenda, 3), 0);
    day_blocks_fill(&blocks, &agenda, tuesday, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 2);
    day_blocks_fill(&blocks, &agenda, (struct date){ 2027, 3, 3 }, AGENDA_ROOMS);
    ck_assert_uint_eq(blocks.count, 1);
    assert_block(0, 0, 600, 0, 1);
}
END_TEST

START_TEST(workshop__stands_within_a_meeting__that_itself_lasts_over_midnight)
{
    add("Night", "2027-03-02 20:00", "2027-03-03 02:00");
    add_workshop("2027-03-02 23:00", "2027-03-03 01:00", 1);
    ck_assert_uint_eq(agenda_parent(&agenda, 1), 0);
}
END_TEST

START_TEST(hours__are_a_working_day__or_more__as_finely_as_there_is_room)
{
    const struct day_hours usual = day_hours_fit(600, 720, 17);
    ck_assert_int_eq(usual.from, 540);
    ck_assert_int_eq(usual.step, 30);
    ck_assert_int_eq(usual.rows, 16);

    const struct day_hours wide = day_hours_fit(430, 1330, 16); /* 07:10 to 22:10 */
    ck_assert_int_eq(wide.from, 420);
    ck_assert_int_eq(wide.step, 60);
    ck_assert_int_eq(wide.rows, 16);

    const struct day_hours open = day_hours_fit(600, 1110, 16); /* until 18:30 */
    ck_assert_int_eq(open.from, 480);
    ck_assert_int_eq(open.step, 60);
    ck_assert_int_eq(open.rows, 12);
}
END_TEST

START_TEST(rows__of_a_block__are_as_many_as_it_lasts__and_one_at_least)
{
    const struct day_hours hours = { .from = 540, .step = 30, .rows = 16 };
    const struct day_block half = { .from = 570, .to = 600 };
    const struct day_block odd = { .from = 575, .to = 640 };

    ck_assert_int_eq(day_hours_row(&hours, 570), 1);
    ck_assert_int_eq(day_hours_end_row(&hours, &half), 2);
    ck_assert_int_eq(day_hours_row(&hours, 575), 1);
    ck_assert_int_eq(day_hours_end_row(&hours, &odd), 4);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_test(
        tests, blocks__that_overlap__stand_side_by_side__and_others_have_the_whole_width);
    tcase_add_test(tests, block__of_a_longer_entry__ends_with_its_day);
    tcase_add_test(tests,
                   blocks__of_a_room__are_those_in_it__and_of_none_those_elsewhere);
    tcase_add_test(
        tests, workshops__stand_within_the_block_of_their_meeting__or_in_their_own_room);
    tcase_add_test(tests, workshop__that_goes_on_on_the_next_day__is_shown_on_both);
    tcase_add_test(tests,
                   workshop__stands_within_a_meeting__that_itself_lasts_over_midnight);
    tcase_add_test(tests, hours__are_a_working_day__or_more__as_finely_as_there_is_room);
    tcase_add_test(tests, rows__of_a_block__are_as_many_as_it_lasts__and_one_at_least);
}

SUITE_MAIN("day_grid")
