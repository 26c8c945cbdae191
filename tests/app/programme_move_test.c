/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_move_test.c - a workshop goes to another slot and room, and what is in its
 * way there is said before
 */
#include <string.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/edit.h"
#include "atelier/app/programme_move.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct programme programme;
static struct programme_grid grid;
static struct meeting meeting;
static int64_t hall, studio, first, second;

static void
read_all(void)
{
    struct error err = { 0 };

    ck_assert(edit_load(at, &meeting_entity, meeting.head.id, &meeting, &err));
    ck_assert(browse_programme(at, &meeting, &programme, &err));
    programme_grid_fill(&grid, &programme);
}

static int64_t
add_workshop(const char *title, const char *slot, const char *room)
{
    return office_add(at, &workshop_entity, "meeting", "1", "title", title, "slot", slot,
                      "room", room, "seats", "30", NULL);
}

static void
set_up(void)
{
    at = office_found();
    office_add_group(at, "URB");
    office_add(at, &venue_entity, "name", "House", NULL);
    hall =
        office_add(at, &room_entity, "venue", "1", "name", "Hall", "seats", "50", NULL);
    studio =
        office_add(at, &room_entity, "venue", "1", "name", "Studio", "seats", "12", NULL);
    record_init(&meeting_entity, &meeting);
    meeting.head.id = office_add_meeting(at, 1, "2027-03-16 09:30", 40);
    office_add(at, &slot_entity, "meeting", "1", "start", "2027-03-16 09:30", "end",
               "2027-03-16 10:30", NULL);
    office_add(at, &slot_entity, "meeting", "1", "start", "2027-03-16 10:30", "end",
               "2027-03-16 11:30", NULL);
    first = add_workshop("First", "1", "1");
    second = add_workshop("Second", "2", "1");
    read_all();
}

static void
tear_down(void)
{
    programme_grid_clear(&grid);
    programme_clear(&programme);
    record_clear(&meeting_entity, &meeting);
    office_end(at);
}

static const struct programme_part *
part_of(int64_t workshop)
{
    return &programme.parts[programme_find(
        &programme, (struct row_ref){ ENTITY_WORKSHOP, workshop })];
}

static void
assert_warned(size_t row, int64_t room, const char *expected)
{
    const struct programme_part *part = part_of(first);
    const struct programme_place place =
        programme_place_of(&programme, part, &grid.rows[row], room);
    struct buffer text = { 0 };
    struct error err = { 0 };

    ck_assert(programme_place_warn(at, &meeting, &programme, part, &place, &text, &err));
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(place__names__what_is_in_the_room__and_who_sits_in_two)
{
    const int64_t person = office_add_person(at, "Colas", "Léo");
    struct workshop_person people = { .person = person };
    struct error err = { 0 };

    office_register(at, meeting.head.id, person);
    ck_assert(workshop_register(at, first, &people, 1, &err));
    people = (struct workshop_person){ .person = person };
    ck_assert(workshop_register(at, second, &people, 1, &err));
    assert_warned(0, hall, "");
    assert_warned(1, hall,
                  "Hall is taken 10:30–11:30 by “Second”.  1 person sits in “Second” "
                  "too: Colas, Léo.");
    assert_warned(0, studio, "Studio seats 12, the workshop has 30.");
}
END_TEST

START_TEST(
    place__in_the_room_of_the_meeting__is_taken_by_who_has_none__not_by_two_of_them)
{
    office_change(at, &meeting_entity, meeting.head.id, "room", "1", NULL);
    office_change(at, &workshop_entity, second, "room", NULL, NULL);
    read_all();
    assert_warned(1, hall, "Hall is taken 10:30–11:30 by “Second”.");
    office_change(at, &workshop_entity, first, "room", NULL, NULL);
    read_all();
    assert_warned(1, hall, "");
    assert_warned(1, studio, "Studio seats 12, the workshop has 30.");
    office_change(at, &workshop_entity, second, "room", "1", NULL);
    read_all();
    assert_warned(1, hall, "Hall is taken 10:30–11:30 by “Second”.");
    office_change(at, &workshop_entity, second, "room", "2", NULL);
    office_add(at, &item_entity, "meeting", "1", "title", "Vote", "start",
               "2027-03-16 10:30", "end", "2027-03-16 11:30", NULL);
    read_all();
    struct programme_place place = { .slot = 2,
                                     .start = part_of(second)->start,
                                     .end = part_of(second)->end,
                                     .room = hall };
    struct buffer text = { 0 };
    struct error err = { 0 };
    ck_assert(programme_place_warn(at, &meeting, &programme, part_of(first), &place,
                                   &text, &err));
    ck_assert_str_eq(buffer_text(&text), "Hall is taken 10:30–11:30 by “Vote”.");
    buffer_clear(&text);
}
END_TEST

START_TEST(place__names__another_meeting_in_the_room)
{
    const int64_t other = office_add_meeting(at, 1, "2027-03-16 11:00", 40);

    office_change(at, &meeting_entity, other, "room", "2", NULL);
    assert_warned(0, studio, "Studio seats 12, the workshop has 30.");
    const struct programme_place place =
        programme_place_of(&programme, part_of(first), &grid.rows[1], studio);
    struct buffer text = { 0 };
    struct error err = { 0 };
    ck_assert(programme_place_warn(at, &meeting, &programme, part_of(first), &place,
                                   &text, &err));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "Studio is taken by "));
    buffer_clear(&text);
}
END_TEST

START_TEST(workshop__moves__to_the_slot_and_room__once)
{
    struct programme_place place =
        programme_place_of(&programme, part_of(first), &grid.rows[1], studio);
    struct error err = { 0 };
    bool moved = false;

    ck_assert(programme_move(at, part_of(first), &place, NULL, &moved, &err));
    ck_assert(moved);
    office_expect("SELECT slot, room, ics_sequence FROM workshop WHERE id = 1",
                  "2|2|1\n");
    read_all();
    place = programme_place_of(&programme, part_of(first), &grid.rows[1], studio);
    ck_assert(programme_move(at, part_of(first), &place, NULL, &moved, &err));
    ck_assert(!moved);
}
END_TEST

START_TEST(workshop__with_hours_of_its_own__keeps_how_long_it_lasts)
{
    office_change(at, &workshop_entity, first, "slot", "", "start", "2027-03-16 09:30",
                  "end", "2027-03-16 10:00", NULL);
    read_all();
    struct error err = { 0 };
    bool moved = false;
    const struct programme_place place = programme_place_of(
        &programme, part_of(first), &grid.rows[grid.row_count - 1], hall);
    ck_assert(programme_move(at, part_of(first), &place, NULL, &moved, &err));
    office_expect("SELECT start, \"end\" FROM workshop WHERE id = 1",
                  "2027-03-16 10:30|2027-03-16 11:00\n");
}
END_TEST

/* Two days: a morning and an afternoon, and a late morning and an evening. */
static void
add_slots(struct programme *longer)
{
    static const char *const hours[][2] = { { "2027-03-16 09:30", "2027-03-16 10:30" },
                                            { "2027-03-16 14:00", "2027-03-16 15:30" },
                                            { "2027-03-17 11:00", "2027-03-17 12:00" },
                                            { "2027-03-17 18:00", "2027-03-17 19:00" } };

    longer->slots.count = sizeof hours / sizeof hours[0];
    longer->slots.items = memory_new(longer->slots.count, sizeof longer->slots.items[0]);
    for (size_t i = 0; i < longer->slots.count; i++) {
        struct slot *slot = &longer->slots.items[i];

        record_init(&slot_entity, slot);
        slot->head.id = (int64_t)i + 1;
        ck_assert(local_time_parse(hours[i][0], &slot->start));
        ck_assert(local_time_parse(hours[i][1], &slot->end));
    }
}

static void
assert_step(const struct programme *of, struct programme_place *place, int days,
            int steps, int64_t slot)
{
    const bool goes = slot != place->slot;

    ck_assert_int_eq(programme_place_step(of, days, steps, place), goes);
    ck_assert_int_eq(place->slot, slot);
    ck_assert(local_time_compare(place->start, of->slots.items[slot - 1].start) == 0 &&
              local_time_compare(place->end, of->slots.items[slot - 1].end) == 0);
}

START_TEST(workshop__goes_by_keys__from_slot_to_slot__and_to_the_nearest_of_another_day)
{
    struct programme longer = { 0 };

    add_slots(&longer);
    struct programme_place place = { .slot = 1,
                                     .start = longer.slots.items[0].start,
                                     .end = longer.slots.items[0].end,
                                     .room = studio };
    assert_step(&longer, &place, 0, -1, 1);
    assert_step(&longer, &place, 0, 1, 2);
    assert_step(&longer, &place, 0, 1, 2);
    assert_step(&longer, &place, -1, 0, 2);
    assert_step(&longer, &place, 1, 0, 3);
    assert_step(&longer, &place, 0, 1, 4);
    assert_step(&longer, &place, -1, 0, 2);
    ck_assert_int_eq(place.room, studio);
    programme_clear(&longer);
}
END_TEST

START_TEST(workshop__with_hours_of_its_own__goes_by_half_hours__and_stays_in_its_meeting)
{
    struct programme_place place = { .start = meeting.start };

    place.end = local_time_add_minutes(meeting.end, -60);
    const struct local_time whole = place.end;
    ck_assert(!programme_place_step(&programme, 0, -1, &place));
    ck_assert(programme_place_step(&programme, 0, 1, &place));
    ck_assert(programme_place_step(&programme, 0, 1, &place));
    ck_assert_int_eq(local_time_minutes(whole, place.end), 60);
    ck_assert_int_eq(local_time_minutes(meeting.start, place.start), 60);
    ck_assert(!programme_place_step(&programme, 0, 1, &place));
    ck_assert(!programme_place_step(&programme, 1, 0, &place));
    ck_assert_int_eq(local_time_minutes(meeting.start, place.start), 60);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(
        tests,
        workshop__goes_by_keys__from_slot_to_slot__and_to_the_nearest_of_another_day);
    tcase_add_test(
        tests,
        workshop__with_hours_of_its_own__goes_by_half_hours__and_stays_in_its_meeting);
    tcase_add_test(tests, place__names__what_is_in_the_room__and_who_sits_in_two);
    tcase_add_test(
        tests,
        place__in_the_room_of_the_meeting__is_taken_by_who_has_none__not_by_two_of_them);
    tcase_add_test(tests, place__names__another_meeting_in_the_room);
    tcase_add_test(tests, workshop__moves__to_the_slot_and_room__once);
    tcase_add_test(tests, workshop__with_hours_of_its_own__keeps_how_long_it_lasts);
}

SUITE_MAIN("programme_move")
