/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_clock_test.c - slots, workshops and items on the nights when clocks change */
#include "programme_office.h"

#include <string.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/programme_move.h"
#include "atelier/app/slots.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/venue.h"

START_TEST(an_hour_that_is_left_out__is_asked_about__of_all_that_has_hours)
{
    const struct entity *const entities[] = { &slot_entity, &workshop_entity,
                                              &item_entity };

    for (size_t i = 0; i < 3; i++) {
        const struct entity *entity = entities[i];

        ck_assert(!write_row(entity, 0, spring, SPRING "02:30", SPRING "05:00", NULL));
        expect_asked("start");
        ck_assert(write_row(entity, 0, spring, SPRING "02:30", SPRING "05:00",
                            answer(CLOCK_LATER)));
        ck_assert(!write_row(entity, 1, spring, SPRING "01:00", SPRING "02:20", NULL));
        expect_asked("end");
        ck_assert(write_row(entity, 1, spring, SPRING "01:00", SPRING "02:20",
                            answer(CLOCK_EARLIER)));
    }
    office_expect("SELECT start, \"end\" FROM slot", SPRING "01:00|" SPRING "01:20\n");
    office_expect("SELECT start, \"end\" FROM item", SPRING "01:00|" SPRING "01:20\n");
    office_expect(SQL_WORKSHOP,
                  SPRING "01:00|" SPRING "00:00:00|" SPRING "01:20|" SPRING "00:20:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(hours_that_the_answer_turns_round__are_refused)
{
    ck_assert(!write_row(&item_entity, 0, spring, SPRING "02:30", SPRING "03:30",
                         answer(CLOCK_LATER)));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.message, "The end is not after the start.");
}
END_TEST

START_TEST(an_hour_that_comes_twice__is_asked_about__and_kept_by_a_workshop)
{
    ck_assert(
        !write_row(&workshop_entity, 0, autumn, AUTUMN "02:30", AUTUMN "05:00", NULL));
    expect_asked("start");
    ck_assert(write_row(&workshop_entity, 0, autumn, AUTUMN "02:30", AUTUMN "05:00",
                        answer(CLOCK_LATER)));
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:30|" AUTUMN "01:30:00|" AUTUMN "05:00|" AUTUMN "04:00:00\n");

    /* What else changes, and the meeting too, leaves it; the other is asked for. */
    office_change(at, &workshop_entity, 1, "seats", "12", NULL);
    office_change(at, &meeting_entity, autumn, "end", AUTUMN "09:00", NULL);
    office_expect("SELECT datetime(start_at, 'unixepoch'), ics_sequence FROM workshop",
                  AUTUMN "01:30:00|0\n");
    ck_assert(write_row(&workshop_entity, 1, autumn, AUTUMN "02:30", AUTUMN "05:00",
                        answer(CLOCK_EARLIER)));
    office_expect("SELECT datetime(start_at, 'unixepoch'), ics_sequence FROM workshop",
                  AUTUMN "00:30:00|1\n");
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect("SELECT datetime(start_at, 'unixepoch') FROM workshop",
                  AUTUMN "01:30:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_hour_that_comes_twice__is_refused__where_it_is_not_kept)
{
    const struct entity *const entities[] = { &slot_entity, &item_entity };

    for (size_t i = 0; i < 2; i++) {
        ck_assert(!write_row(entities[i], 0, autumn, AUTUMN "02:30", AUTUMN "05:00",
                             answer(CLOCK_LATER)));
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_str_eq(err.field, "start");
        ck_assert_msg(strstr(err.message, "before 02:00, or from 03:00 on") != NULL, "%s",
                      err.message);
        ck_assert(
            write_row(entities[i], 0, autumn, AUTUMN "01:59", AUTUMN "03:00", NULL));
    }
}
END_TEST

/* Somebody has said already which of the two is meant. */
START_TEST(an_hour_of_the_meeting_itself__is_as_the_meeting_has_it)
{
    questions_clear(&sheet);
    question_reply(&sheet, QUESTION_CLOCK, CLOCK_LATER, NULL);
    const int64_t night =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Late",
                   "start", AUTUMN "03:00", "end", AUTUMN "08:00", NULL);
    ck_assert(write_row(&meeting_entity, night, 0, AUTUMN "02:30", AUTUMN "08:00",
                        answer(CLOCK_LATER)));
    ck_assert(
        write_row(&workshop_entity, 0, night, AUTUMN "02:30", AUTUMN "05:00", NULL));
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:30|" AUTUMN "01:30:00|" AUTUMN "05:00|" AUTUMN "04:00:00\n");
    ck_assert(write_row(&slot_entity, 0, night, AUTUMN "02:30", AUTUMN "05:00", NULL));
    ck_assert(write_row(&item_entity, 0, night, AUTUMN "02:30", AUTUMN "05:00", NULL));
}
END_TEST

START_TEST(slots__ask__when_they_are_made_over_the_night)
{
    struct settings settings;
    size_t made = 0;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(&settings.lunch, "02:00-02:45");
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
    const int64_t early =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Early",
                   "start", SPRING "00:30", "end", SPRING "08:00", NULL);
    ck_assert(!slots_make(at, early, NULL, &made, &err));
    expect_asked("end");
    ck_assert_msg(slots_make(at, early, answer(CLOCK_LATER), &made, &err), "%s",
                  err.message);
    office_expect("SELECT start, \"end\" FROM slot ORDER BY id",
                  SPRING "00:30|" SPRING "03:00\n" SPRING "03:45|" SPRING "08:00\n");
}
END_TEST

START_TEST(a_workshop__asks__where_it_is_moved_to)
{
    const struct programme_part *part;
    struct programme programme = { 0 };
    struct meeting meeting;
    bool moved = false;

    ck_assert(
        write_row(&workshop_entity, 0, autumn, AUTUMN "04:00", AUTUMN "05:00", NULL));
    record_init(&meeting_entity, &meeting);
    ck_assert(edit_load(at, &meeting_entity, autumn, &meeting, &err));
    ck_assert(browse_programme(at, &meeting, &programme, &err));
    part = &programme.parts[0];
    struct programme_place place = { .start = part->start, .end = part->end };
    place.start.hour = 2;
    ck_assert(!programme_move(at, part, &place, NULL, &moved, &err));
    expect_asked("start");
    ck_assert(programme_move(at, part, &place, answer(CLOCK_EARLIER), &moved, &err));
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:00|" AUTUMN "00:00:00|" AUTUMN "05:00|" AUTUMN "04:00:00\n");
    programme_clear(&programme);
    record_clear(&meeting_entity, &meeting);
}
END_TEST

/* What would be in the way of the first workshop where it is; all are in one room. */
static void
expect_in_the_way(const char *expected)
{
    struct programme programme = { 0 };
    struct buffer text = { 0 };
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    ck_assert(edit_load(at, &meeting_entity, autumn, &meeting, &err));
    ck_assert(browse_programme(at, &meeting, &programme, &err));
    const struct row_ref row = { ENTITY_WORKSHOP, 1 };
    const struct programme_part *part = &programme.parts[programme_find(&programme, row)];
    const struct programme_place place = { .start = part->start,
                                           .end = part->end,
                                           .room = part->room };
    ck_assert(programme_place_warn(at, &meeting, &programme, part, &place, &text, &err));
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    programme_clear(&programme);
    record_clear(&meeting_entity, &meeting);
}

START_TEST(what_is_at_once__is_judged_by_instants__where_an_hour_comes_twice)
{
    office_add(at, &venue_entity, "name", "House", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Hall", NULL);
    ck_assert(write_row(&workshop_entity, 0, autumn, AUTUMN "02:00", AUTUMN "02:30",
                        answer(CLOCK_LATER)));
    office_change(at, &workshop_entity, 1, "room", "1", NULL);
    ck_assert(write_row(&workshop_entity, 0, autumn, AUTUMN "02:00", AUTUMN "02:30",
                        answer(CLOCK_EARLIER)));
    office_change(at, &workshop_entity, 2, "room", "1", NULL);
    expect_in_the_way(""); /* an hour before, though clocks show the same */
    ck_assert(write_row(&workshop_entity, 2, autumn, AUTUMN "02:45", AUTUMN "03:30",
                        answer(CLOCK_EARLIER)));
    expect_in_the_way("Hall is taken 02:45–03:30 by “Night”.");
    ck_assert(write_row(&workshop_entity, 2, autumn, AUTUMN "02:45", AUTUMN "03:30",
                        answer(CLOCK_LATER)));
    expect_in_the_way("");
}
END_TEST

/* Clocks show 02:40 and then 02:10, half an hour on. */
static int64_t
add_turned(void)
{
    const int64_t meeting = office_add_meeting(at, group, AUTUMN "09:30", 40);

    office_change_unseen(meeting, "start", AUTUMN "02:40");
    office_change_unseen(meeting, "end", AUTUMN "02:10");
    office_change_unseen(meeting, "start_at", "2027-10-31T00:40:00Z");
    office_change_unseen(meeting, "end_at", "2027-10-31T01:10:00Z");
    return meeting;
}

static const struct entity *const with_hours[] = { &slot_entity, &workshop_entity,
                                                   &item_entity };

START_TEST(a_meeting_that_ends_before_it_starts_on_the_clock__has_parts)
{
    const struct entity *entity = with_hours[_i];
    const int64_t night = add_turned();

    ck_assert_msg(write_row(entity, 0, night, AUTUMN "02:40", AUTUMN "02:10", NULL), "%s",
                  err.message);
    if (entity == &workshop_entity) /* whose slot was made */
        office_change(at, entity, 1, "slot", "", "start", AUTUMN "02:40", "end",
                      AUTUMN "02:10", NULL);
    office_change(at, entity, 1, entity == &slot_entity ? "label" : "title", "Vigil",
                  NULL);
    if (entity == &workshop_entity)
        office_expect(SQL_WORKSHOP, AUTUMN "02:40|" AUTUMN "00:40:00|" AUTUMN
                                           "02:10|" AUTUMN "01:10:00\n");
    ck_assert(!write_row(entity, 0, night, AUTUMN "01:40", AUTUMN "02:10", NULL));
    ck_assert_str_eq(err.field, "start");
    ck_assert(!write_row(entity, 0, night, AUTUMN "02:40", AUTUMN "03:10", NULL));
    ck_assert_str_eq(err.field, "end");
}
END_TEST

START_TEST(on_another_night__no_end_is_before_its_start)
{
    const struct entity *entity = with_hours[_i];
    const int64_t night =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "N",
                   "start", "2027-11-06 20:00", "end", "2027-11-07 08:00", NULL);

    ck_assert(!write_row(entity, 0, night, "2027-11-07 02:40", "2027-11-07 02:10", NULL));
    ck_assert_str_eq(err.field, "end");
    ck_assert_str_eq(err.message, "The end is not after the start.");
    ck_assert(!write_row(entity, 0, night, "2027-11-07 07:40", "2027-11-07 07:10", NULL));
    ck_assert_str_eq(err.field, "end");
}
END_TEST

START_TEST(slots__are_made__where_the_meeting_ends_before_it_starts_on_the_clock)
{
    const int64_t night = add_turned();
    size_t made = 0;

    ck_assert_msg(slots_make(at, night, NULL, &made, &err), "%s", err.message);
    office_expect("SELECT start, \"end\" FROM slot", AUTUMN "02:40|" AUTUMN "02:10\n");
    ck_assert(!write_row(&slot_entity, 0, night, AUTUMN "02:40", AUTUMN "02:10", NULL));
    ck_assert_msg(strstr(err.message, "would overlap") != NULL, "%s", err.message);
}
END_TEST

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* What calendars are told of workshop 1. */
static void
expect_told(const char *expected)
{
    struct buffer text = { 0 };
    int64_t events;

    ck_assert_msg(export_calendar(at, (struct row_ref){ ENTITY_WORKSHOP, 1 }, keep, &text,
                                  &events, &err),
                  "%s", err.message);
    const char *event = strstr(buffer_text(&text), "BEGIN:VEVENT");
    ck_assert_ptr_nonnull(event);
    ck_assert_msg(strstr(event, expected) != NULL, "%s", event);
    buffer_clear(&text);
}

START_TEST(an_hour_that_comes_twice__is_told_to_calendars__as_it_was_chosen)
{
    ck_assert(write_row(&workshop_entity, 0, autumn, AUTUMN "02:10", AUTUMN "02:40",
                        answer(CLOCK_EARLIER)));
    expect_told("DTSTART:20271031T001000Z\r\nDTEND:20271031T004000Z\r\n");
    ck_assert(write_row(&workshop_entity, 1, autumn, AUTUMN "02:10", AUTUMN "02:40",
                        answer(CLOCK_LATER)));
    expect_told("DTSTART:20271031T011000Z\r\nDTEND:20271031T014000Z\r\n");
}
END_TEST

START_TEST(a_workshop__lies_within_its_meeting__by_the_hour_that_is_meant)
{
    const int64_t night =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Late",
                   "start", AUTUMN "00:30", "end", AUTUMN "01:30", NULL);
    ck_assert(write_row(&meeting_entity, night, 0, AUTUMN "02:10", AUTUMN "02:50",
                        answer(CLOCK_LATER)));
    ck_assert(!write_row(&workshop_entity, 0, night, AUTUMN "02:20", AUTUMN "02:40",
                         answer(CLOCK_EARLIER)));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "start");
    ck_assert(write_row(&meeting_entity, night, 0, AUTUMN "02:10", AUTUMN "02:50",
                        answer(CLOCK_EARLIER)));
    ck_assert(!write_row(&workshop_entity, 0, night, AUTUMN "02:20", AUTUMN "02:40",
                         answer(CLOCK_LATER)));
    ck_assert_str_eq(err.field, "end");
    ck_assert(write_row(&workshop_entity, 0, night, AUTUMN "02:20", AUTUMN "02:40",
                        answer(CLOCK_EARLIER)));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   an_hour_that_is_left_out__is_asked_about__of_all_that_has_hours);
    tcase_add_test(tests, hours_that_the_answer_turns_round__are_refused);
    tcase_add_test(tests,
                   an_hour_that_comes_twice__is_asked_about__and_kept_by_a_workshop);
    tcase_add_test(tests, an_hour_that_comes_twice__is_refused__where_it_is_not_kept);
    tcase_add_test(tests, an_hour_of_the_meeting_itself__is_as_the_meeting_has_it);
    tcase_add_test(tests, slots__ask__when_they_are_made_over_the_night);
    tcase_add_test(tests, a_workshop__asks__where_it_is_moved_to);
    tcase_add_test(tests,
                   what_is_at_once__is_judged_by_instants__where_an_hour_comes_twice);
    tcase_add_loop_test(
        tests, a_meeting_that_ends_before_it_starts_on_the_clock__has_parts, 0, 3);
    tcase_add_loop_test(tests, on_another_night__no_end_is_before_its_start, 0, 3);
    tcase_add_test(tests,
                   slots__are_made__where_the_meeting_ends_before_it_starts_on_the_clock);
    tcase_add_test(tests,
                   an_hour_that_comes_twice__is_told_to_calendars__as_it_was_chosen);
    tcase_add_test(tests, a_workshop__lies_within_its_meeting__by_the_hour_that_is_meant);
}

SUITE_MAIN("programme_clock")
