/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_grid_test.c - the rows of a programme, what goes across, and which workshops
 * stand where
 */
#include "atelier/base/memory.h"
#include "atelier/domain/programme.h"
#include "support/suite.h"

static struct programme programme;
static struct programme_grid grid;

enum { HALL = 7, STUDIO = 9 };

static struct local_time
at(const char *clock)
{
    struct local_time time;
    struct buffer text = { 0 };

    buffer_addf(&text, "2027-03-02 %s", clock);
    ck_assert(local_time_parse(buffer_text(&text), &time));
    buffer_clear(&text);
    return time;
}

static void
set_up(void)
{
    programme.start = at("09:00");
    programme.end = at("17:00");
    programme_add_room(&programme)->id = HALL;
    programme_add_room(&programme)->id = STUDIO;
}

static void
tear_down(void)
{
    programme_clear(&programme);
    programme_grid_clear(&grid);
}

static void
add_slot(const char *start, const char *end)
{
    struct slot_list *slots = &programme.slots;

    slots->items = memory_grow(slots->items, &slots->capacity, slots->count + 1,
                               sizeof slots->items[0]);
    record_init(&slot_entity, &slots->items[slots->count]);
    slots->items[slots->count].head.id = (int64_t)slots->count + 1;
    slots->items[slots->count].start = at(start);
    slots->items[slots->count].end = at(end);
    slots->count++;
}

static void
add(enum entity_kind kind, int64_t id, int64_t room, const char *start, const char *end)
{
    struct programme_part *part = programme_add(&programme);

    part->row = (struct row_ref){ kind, id };
    part->room = room;
    part->start = at(start);
    part->end = at(end);
}

static void
lay_out(void)
{
    programme_sort(&programme);
    programme_grid_fill(&grid, &programme);
}

static void
assert_row(size_t index, const char *start, const char *end, int64_t slot, int64_t item)
{
    const struct programme_row *row = &grid.rows[index];

    ck_assert_uint_lt(index, grid.row_count);
    ck_assert_int_eq(local_time_compare(row->start, at(start)), 0);
    ck_assert_int_eq(local_time_compare(row->end, at(end)), 0);
    ck_assert_int_eq(row->slot, slot);
    ck_assert_int_eq(row->item == PROGRAMME_NONE ? 0 : programme.parts[row->item].row.id,
                     item);
}

static void
assert_cell(int64_t workshop, size_t column, size_t first, size_t last, int lane)
{
    const size_t part =
        programme_find(&programme, (struct row_ref){ ENTITY_WORKSHOP, workshop });
    const size_t cell = programme_grid_of(&grid, part);

    ck_assert_uint_ne(cell, PROGRAMME_NONE);
    ck_assert_uint_eq(grid.cells[cell].column, column);
    ck_assert_uint_eq(grid.cells[cell].first, first);
    ck_assert_uint_eq(grid.cells[cell].last, last);
    ck_assert_int_eq(grid.cells[cell].lane, lane);
}

START_TEST(slots__are_rows__and_what_all_share_goes_across_between_them)
{
    add_slot("09:30", "12:30");
    add_slot("14:00", "17:00");
    add(ENTITY_ITEM, 1, 0, "09:00", "09:30");
    add(ENTITY_ITEM, 2, 0, "12:30", "14:00");
    add(ENTITY_WORKSHOP, 5, STUDIO, "14:00", "17:00");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 4);
    assert_row(0, "09:00", "09:30", 0, 1);
    assert_row(1, "09:30", "12:30", 1, 0);
    assert_row(2, "12:30", "14:00", 0, 2);
    assert_row(3, "14:00", "17:00", 2, 0);
    assert_cell(5, 1, 3, 3, 0);
    ck_assert_uint_eq(programme_grid_cell(&grid, 1, 1, 0), PROGRAMME_NONE);
}
END_TEST

START_TEST(hours__that_nothing_fills__have_no_row)
{
    add_slot("09:30", "12:30");
    add_slot("14:00", "17:00");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 2);
    assert_row(1, "14:00", "17:00", 2, 0);
}
END_TEST

START_TEST(workshop__goes_on_behind_a_break__which_is_told_once)
{
    add_slot("09:30", "12:30");
    add(ENTITY_ITEM, 1, 0, "10:45", "11:00");
    add(ENTITY_WORKSHOP, 5, HALL, "09:30", "12:30");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 3);
    assert_row(1, "10:45", "11:00", 1, 1);
    assert_cell(5, 0, 0, 2, 0);
    ck_assert(!programme_grid_goes_on(&grid, 0));
    ck_assert(!programme_grid_goes_on(&grid, 1));
    ck_assert(programme_grid_goes_on(&grid, 2));
}
END_TEST

START_TEST(item__over_the_begin_of_a_slot__is_one_row_with_its_own_hours)
{
    add_slot("09:30", "12:30");
    add(ENTITY_ITEM, 1, 0, "09:00", "10:00");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 2);
    assert_row(0, "09:00", "10:00", 0, 1);
    assert_row(1, "10:00", "12:30", 1, 0);
}
END_TEST

START_TEST(workshop__over_two_slots__spans_them__and_others_keep_their_lanes)
{
    add_slot("09:30", "12:30");
    add_slot("14:00", "17:00");
    add(ENTITY_WORKSHOP, 1, HALL, "09:30", "17:00");
    add(ENTITY_WORKSHOP, 2, HALL, "09:30", "12:30");
    add(ENTITY_WORKSHOP, 3, HALL, "14:00", "17:00");
    add(ENTITY_WORKSHOP, 4, STUDIO, "14:00", "17:00");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 3); /* between the slots it goes on too */
    assert_cell(1, 0, 0, 2, 0);
    assert_cell(2, 0, 0, 0, 1);
    assert_cell(3, 0, 2, 2, 1);
    assert_cell(4, 1, 2, 2, 0);
    ck_assert_int_eq(grid.rows[0].lanes, 2);
    ck_assert_int_eq(grid.rows[1].lanes, 1);
}
END_TEST

START_TEST(workshop__beside_a_plenary__stands_at_its_own_hours)
{
    add_slot("14:00", "17:00");
    add(ENTITY_ITEM, 1, 0, "14:00", "15:00");
    add(ENTITY_ITEM, 2, 0, "16:00", "17:00");
    add(ENTITY_WORKSHOP, 5, HALL, "14:00", "16:00");
    add(ENTITY_WORKSHOP, 6, STUDIO, "14:00", "17:00");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 5);
    assert_row(0, "14:00", "15:00", 1, 1);
    assert_row(1, "14:00", "15:00", 1, 0);
    assert_row(2, "15:00", "16:00", 1, 0);
    assert_row(3, "16:00", "17:00", 1, 2);
    assert_row(4, "16:00", "17:00", 1, 0);
    assert_cell(5, 0, 1, 2, 0);
    assert_cell(6, 1, 1, 4, 0);
    ck_assert(programme_grid_goes_on(&grid, 2));
}
END_TEST

START_TEST(slot__that_plenaries_fill__has_a_row_all_the_same)
{
    add_slot("09:30", "12:30");
    add_slot("14:00", "17:00");
    add(ENTITY_ITEM, 1, 0, "09:30", "11:30");
    add(ENTITY_ITEM, 2, 0, "11:30", "12:30");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 4);
    assert_row(0, "09:30", "11:30", 1, 1);
    assert_row(1, "09:30", "11:30", 1, 0);
    assert_row(2, "11:30", "12:30", 1, 2);
    assert_row(3, "14:00", "17:00", 2, 0);
}
END_TEST

START_TEST(workshop__beside_a_plenary_alone__has_a_cell_all_the_same)
{
    add_slot("09:00", "12:00");
    add(ENTITY_ITEM, 1, 0, "09:00", "10:00");
    add(ENTITY_WORKSHOP, 5, STUDIO, "09:15", "09:45");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 3);
    assert_row(0, "09:00", "10:00", 1, 1);
    assert_row(1, "09:15", "09:45", 1, 0);
    assert_row(2, "10:00", "12:00", 1, 0);
    assert_cell(5, 1, 1, 1, 0);
}
END_TEST

START_TEST(meeting__without_slots__is_one_row__where_the_first_can_be_planned)
{
    lay_out();
    ck_assert_uint_eq(grid.row_count, 1);
    assert_row(0, "09:00", "17:00", 0, 0);
    ck_assert_int_eq(grid.rows[0].lanes, 1);
    ck_assert(!grid.rows[0].begins_day);
}
END_TEST

/* As in the night when clocks are put back. */
START_TEST(hours_that_end_before_they_start__are_a_row__with_what_lies_in_them)
{
    programme.start = at("02:40");
    programme.end = at("02:10");
    add_slot("02:40", "02:10");
    add(ENTITY_ITEM, 5, 0, "02:40", "02:10");
    add(ENTITY_WORKSHOP, 1, HALL, "02:40", "02:10");
    lay_out();
    ck_assert_uint_eq(grid.row_count, 2);
    assert_row(0, "02:40", "02:10", 1, 5);
    assert_row(1, "02:40", "02:10", 1, 0);
    assert_cell(1, 0, 1, 1, 0);
}
END_TEST

START_TEST(workshop__that_ends_before_it_starts__has_a_cell)
{
    programme.start = at("01:00");
    add(ENTITY_WORKSHOP, 1, HALL, "02:40", "02:10");
    lay_out();
    ck_assert_uint_ne(programme_grid_of(&grid, 0), PROGRAMME_NONE);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, slots__are_rows__and_what_all_share_goes_across_between_them);
    tcase_add_test(tests, hours__that_nothing_fills__have_no_row);
    tcase_add_test(tests, workshop__goes_on_behind_a_break__which_is_told_once);
    tcase_add_test(tests, item__over_the_begin_of_a_slot__is_one_row_with_its_own_hours);
    tcase_add_test(tests,
                   workshop__over_two_slots__spans_them__and_others_keep_their_lanes);
    tcase_add_test(tests, workshop__beside_a_plenary__stands_at_its_own_hours);
    tcase_add_test(tests, slot__that_plenaries_fill__has_a_row_all_the_same);
    tcase_add_test(tests, workshop__beside_a_plenary_alone__has_a_cell_all_the_same);
    tcase_add_test(tests,
                   meeting__without_slots__is_one_row__where_the_first_can_be_planned);
    tcase_add_test(tests,
                   hours_that_end_before_they_start__are_a_row__with_what_lies_in_them);
    tcase_add_test(tests, workshop__that_ends_before_it_starts__has_a_cell);
}

SUITE_MAIN("programme_grid")
