/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_follow_test.c - slots, workshops and items follow a meeting that moves, into
 * nights when clocks change, too */
#include "programme_office.h"

#include <string.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/plan.h"
#include "atelier/app/slots.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/setting.h"

/* Its slot, workshop and item are from 02:30 to 05:00 of their night. */
static int64_t
add_night(const char *date, const char *until, const struct entity *entity)
{
    struct buffer start = { 0 };
    struct buffer end = { 0 };
    struct buffer from = { 0 };
    struct buffer to = { 0 };

    buffer_addf(&start, "%s 20:00", date);
    buffer_addf(&end, "%s 08:00", until);
    buffer_addf(&from, "%s 02:30", until);
    buffer_addf(&to, "%s 05:00", until);
    const int64_t meeting =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Night",
                   "start", buffer_text(&start), "end", buffer_text(&end), NULL);
    ck_assert_msg(
        write_row(entity, 0, meeting, buffer_text(&from), buffer_text(&to), NULL), "%s",
        err.message);
    buffer_clear(&to);
    buffer_clear(&from);
    buffer_clear(&end);
    buffer_clear(&start);
    return meeting;
}

static bool
move_meeting(int64_t id, const char *start, const char *end, struct questions *questions)
{
    return write_row(&meeting_entity, id, 0, start, end, questions);
}

START_TEST(a_meeting__asks_of_what_moves_with_it_into_an_hour_that_is_left_out)
{
    const struct entity *const entities[] = { &slot_entity, &workshop_entity,
                                              &item_entity };
    const char *const names[] = { "“02:30–05:00”: ", "“Night”: ", "“Night”: " };

    for (size_t i = 0; i < 3; i++) {
        const int64_t meeting = add_night("2027-03-20", "2027-03-21", entities[i]);

        ck_assert(!move_meeting(meeting, "2027-03-27 20:00", SPRING "08:00", NULL));
        expect_asked("start");
        ck_assert_ptr_eq(strstr(err.message, names[i]), err.message);
        ck_assert(strstr(err.message, "02:30 does not exist in Europe/Paris") != NULL);
        office_expect("SELECT start FROM meeting ORDER BY id DESC LIMIT 1",
                      "2027-03-20 20:00\n");
        ck_assert_msg(move_meeting(meeting, "2027-03-27 20:00", SPRING "08:00",
                                   answer(CLOCK_LATER)),
                      "%s", err.message);
    }
    office_expect("SELECT label, start, \"end\" FROM slot",
                  "03:30–05:00|" SPRING "03:30|" SPRING "05:00\n");
    office_expect("SELECT start, \"end\" FROM item", SPRING "03:30|" SPRING "05:00\n");
    office_expect(SQL_WORKSHOP,
                  SPRING "03:30|" SPRING "01:30:00|" SPRING "05:00|" SPRING "03:00:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_meeting__asks_of_what_moves_with_it_into_an_hour_that_comes_twice)
{
    const int64_t meeting = add_night("2027-10-23", "2027-10-24", &workshop_entity);

    ck_assert(!move_meeting(meeting, "2027-10-30 20:00", AUTUMN "08:00", NULL));
    expect_asked("start");
    ck_assert(strstr(err.message, "“Night”: ") != NULL);
    ck_assert_msg(
        move_meeting(meeting, "2027-10-30 20:00", AUTUMN "08:00", answer(CLOCK_LATER)),
        "%s", err.message);
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:30|" AUTUMN "01:30:00|" AUTUMN "05:00|" AUTUMN "04:00:00\n");

    const int64_t other = add_night("2027-10-23", "2027-10-24", &item_entity);
    ck_assert(
        !move_meeting(other, "2027-10-30 20:00", AUTUMN "08:00", answer(CLOCK_LATER)));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "“Night” would be at") != NULL &&
                      strstr(err.message, "to before 02:00 or from 03:00 on") != NULL,
                  "%s", err.message);
    office_expect("SELECT start FROM item", "2027-10-24 02:30\n");
}
END_TEST

START_TEST(a_meeting__asks_of_what_lies_in_it__when_its_time_zone_is_another)
{
    const int64_t meeting = office_add(at, &meeting_entity, "group", rows_number(group),
                                       "title", "Night", "start", "2027-03-27 20:00",
                                       "end", SPRING "08:00", "zone", "UTC", NULL);
    ck_assert(
        write_row(&workshop_entity, 0, meeting, SPRING "02:30", SPRING "05:00", NULL));
    struct meeting record;
    record_init(&meeting_entity, &record);
    ck_assert(edit_load(at, &meeting_entity, meeting, &record, &err));
    memory_replace(&record.zone, "Europe/Paris");
    ck_assert(!edit_change_asked(at, &meeting_entity, &record, NULL, &err));
    expect_asked("start");
    ck_assert(strstr(err.message, "“Night”: ") != NULL);
    err = (struct error){ 0 };
    ck_assert_msg(
        edit_change_asked(at, &meeting_entity, &record, answer(CLOCK_EARLIER), &err),
        "%s", err.message);
    office_expect(SQL_WORKSHOP,
                  SPRING "01:30|" SPRING "00:30:00|" SPRING "05:00|" SPRING "03:00:00\n");
    record_clear(&meeting_entity, &record);
    office_expect_whole(at);
}
END_TEST

START_TEST(an_undo__asks_of_what_came_since__when_the_time_zone_comes_back)
{
    struct journal_entry entry = { 0 };
    struct atelier *colleague = office_hire(at, "claire", ROLE_ORGANISER);

    office_change(at, &meeting_entity, spring, "zone", "UTC", NULL);
    office_add(colleague, &workshop_entity, "meeting", rows_number(spring), "title",
               "Night", "start", SPRING "02:30", "end", SPRING "05:00", NULL);
    office_add(colleague, &item_entity, "meeting", rows_number(spring), "title", "Tea",
               "start", SPRING "02:00", "end", SPRING "05:00", NULL);
    err = (struct error){ 0 };
    ck_assert(!undo_last(at, NULL, &entry, &err));
    expect_asked("start");
    ck_assert_ptr_nonnull(strstr(err.message, "“Night”: "));
    office_expect("SELECT zone FROM meeting WHERE id = 1", "Etc/UTC\n");
    ck_assert_msg(undo_last(at, answer(CLOCK_LATER), &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    atelier_close(colleague);
    office_expect(SQL_WORKSHOP,
                  SPRING "03:30|" SPRING "01:30:00|" SPRING "05:00|" SPRING "03:00:00\n");
    office_expect("SELECT start FROM item", SPRING "03:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_lies_in_a_meeting__may_move_where_clocks_do_not_change)
{
    const int64_t meeting = add_night("2027-03-20", "2027-03-21", &slot_entity);

    ck_assert(write_row(&workshop_entity, 0, meeting, "2027-03-21 01:00",
                        "2027-03-21 02:00", NULL));
    ck_assert_msg(move_meeting(meeting, "2027-04-03 20:30", "2027-04-04 08:30", NULL),
                  "%s", err.message);
    office_expect("SELECT label FROM slot", "03:00–05:30\n");
    office_expect("SELECT start FROM workshop", "2027-04-04 01:30\n");
}
END_TEST

static void
set_lunch(const char *hours)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(&settings.lunch, hours);
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

#define SQL_SLOTS "SELECT label, start, \"end\" FROM slot ORDER BY start"

START_TEST(slots_as_they_were_made__keep_the_lunch_break__when_their_meeting_moves)
{
    size_t made = 0;

    set_lunch("12:30-14:00");
    const int64_t day =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Day",
                   "start", "2027-06-01 09:30", "end", "2027-06-01 17:00", NULL);
    ck_assert(slots_make(at, day, NULL, &made, &err));
    ck_assert(move_meeting(day, "2027-06-02 10:30", "2027-06-02 18:00", NULL));
    office_expect(SQL_SLOTS, "Morning|2027-06-02 10:30|2027-06-02 12:30\n"
                             "Afternoon|2027-06-02 14:00|2027-06-02 18:00\n");
    /* All of it is an afternoon: the first half is not called a morning any more. */
    ck_assert(move_meeting(day, "2027-06-02 13:00", "2027-06-02 20:30", NULL));
    office_expect("SELECT count(*) FROM slot WHERE label = 'Morning'", "0\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(slots_of_ones_own__move_as_far_as_their_meeting)
{
    size_t made = 0;

    set_lunch("12:30-14:00");
    const int64_t day =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Day",
                   "start", "2027-06-01 09:30", "end", "2027-06-01 17:00", NULL);
    ck_assert(slots_make(at, day, NULL, &made, &err));
    office_change(at, &slot_entity, 1, "end", "2027-06-01 12:00", "label", "Tour", NULL);
    ck_assert(move_meeting(day, "2027-06-02 10:00", "2027-06-02 17:30", NULL));
    office_expect(SQL_SLOTS, "Tour|2027-06-02 10:00|2027-06-02 12:30\n"
                             "Afternoon|2027-06-02 14:30|2027-06-02 17:30\n");
}
END_TEST

START_TEST(a_meeting__takes_its_workshops_to_the_other_hour_of_the_same_name)
{
    const int64_t meeting =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Short",
                   "start", "2027-10-30 02:30", "end", "2027-10-30 02:50", NULL);
    ck_assert(write_row(&workshop_entity, 0, meeting, "2027-10-30 02:35",
                        "2027-10-30 02:40", NULL));
    ck_assert(move_meeting(meeting, AUTUMN "02:30", AUTUMN "02:50", answer(CLOCK_LATER)));
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:35|" AUTUMN "01:35:00|" AUTUMN "02:40|" AUTUMN "01:40:00\n");
    ck_assert(
        move_meeting(meeting, AUTUMN "02:30", AUTUMN "02:50", answer(CLOCK_EARLIER)));
    office_expect(SQL_WORKSHOP,
                  AUTUMN "02:35|" AUTUMN "00:35:00|" AUTUMN "02:40|" AUTUMN "00:40:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(each_workshop__that_hours_cut_short_leave_outside__is_named)
{
    struct buffer text = { 0 };
    struct meeting meeting;
    unsigned warnings = 0;

    ck_assert(
        write_row(&workshop_entity, 0, autumn, AUTUMN "04:00", AUTUMN "05:00", NULL));
    office_add(at, &workshop_entity, "meeting", rows_number(autumn), "title", "Dawn",
               "start", AUTUMN "05:00", "end", AUTUMN "06:00", NULL);
    ck_assert(move_meeting(autumn, "2027-10-30 20:00", AUTUMN "04:30", NULL));
    record_init(&meeting_entity, &meeting);
    ck_assert(edit_load(at, &meeting_entity, autumn, &meeting, &err));
    ck_assert(plan_warnings(at, &meeting, &warnings, &text, &err));
    ck_assert_msg(strstr(buffer_text(&text), "“Night” lies outside") &&
                      strstr(buffer_text(&text), "“Dawn” lies outside"),
                  "%s", buffer_text(&text));
    record_clear(&meeting_entity, &meeting);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   a_meeting__asks_of_what_moves_with_it_into_an_hour_that_is_left_out);
    tcase_add_test(tests,
                   a_meeting__asks_of_what_moves_with_it_into_an_hour_that_comes_twice);
    tcase_add_test(tests,
                   a_meeting__asks_of_what_lies_in_it__when_its_time_zone_is_another);
    tcase_add_test(tests,
                   an_undo__asks_of_what_came_since__when_the_time_zone_comes_back);
    tcase_add_test(tests, what_lies_in_a_meeting__may_move_where_clocks_do_not_change);
    tcase_add_test(tests,
                   a_meeting__takes_its_workshops_to_the_other_hour_of_the_same_name);
    tcase_add_test(
        tests, slots_as_they_were_made__keep_the_lunch_break__when_their_meeting_moves);
    tcase_add_test(tests, slots_of_ones_own__move_as_far_as_their_meeting);
    tcase_add_test(tests, each_workshop__that_hours_cut_short_leave_outside__is_named);
}

SUITE_MAIN("programme_follow")
