/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_parts_test.c - an undo leaves no slot, workshop or item outside of its meeting
 */
#include "atelier/domain/item.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/rows.h"
#include "undo_office.h"

#define DAY "2027-03-16 "
#define LATER "2027-03-17 "
#define SQL_SLOT "SELECT label, start, \"end\" FROM slot"

static int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

/* The day of the meeting and the next, all of both. */
static void
set_up_day(void)
{
    set_up();
    office_change(at, &meeting_entity, meeting, "start", DAY "09:00", "end",
                  LATER "17:00", NULL);
}

static int64_t
add_part(const struct entity *entity, const char *name, const char *start,
         const char *end)
{
    return office_add(at, entity, "meeting", rows_number(meeting),
                      entity == &slot_entity ? "label" : "title", name, "start", start,
                      "end", end, NULL);
}

static void
expect_kept(int64_t act, const char *sentence)
{
    err = (struct error){ 0 };
    ck_assert(!undo_act(at, act, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.message, sentence);
    office_expect_whole(at);
}

static void
expect_taken_back(int64_t act)
{
    err = (struct error){ 0 };
    ck_assert_msg(undo_act(at, act, NULL, &entry, &err), "%s", err.message);
    office_expect_whole(at);
}

#define PAST_ITS_END                                                                        \
    "It cannot be undone: “Part” (Wed 17/03/2027 09:00–10:00) would lie outside the " \
    "meeting, which has other hours by now (Tue 16/03/2027 09:00–17:00)."

/* It was brought within the hours that the meeting then lost. */
static void
try_moved(const struct entity *entity)
{
    const int64_t part = add_part(entity, "Part", LATER "09:00", LATER "10:00");
    office_change(at, entity, part, "start", DAY "09:00", "end", DAY "10:00", NULL);
    const int64_t moved = last_act();
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    const int64_t shortened = last_act();
    expect_kept(moved, PAST_ITS_END);
    expect_taken_back(shortened);
    expect_taken_back(moved);
}

START_TEST(a_slot__does_not_go_back_to_hours_that_its_meeting_has_no_more)
{
    try_moved(&slot_entity);
    office_expect(SQL_SLOT, "Part|2027-03-17 09:00|2027-03-17 10:00\n");
}
END_TEST

START_TEST(a_workshop__does_not_go_back_to_hours_that_its_meeting_has_no_more)
{
    try_moved(&workshop_entity);
}
END_TEST

START_TEST(an_item__does_not_go_back_to_hours_that_its_meeting_has_no_more)
{
    try_moved(&item_entity);
}
END_TEST

static void
try_removed(const struct entity *entity)
{
    const int64_t part = add_part(entity, "Part", LATER "09:00", LATER "10:00");
    ck_assert_msg(edit_remove(at, entity, part, 1, &err), "%s", err.message);
    const int64_t removed = last_act();
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    const int64_t shortened = last_act();
    expect_kept(removed, PAST_ITS_END);
    expect_taken_back(shortened);
    expect_taken_back(removed);
}

START_TEST(a_slot_that_was_removed__does_not_come_back_past_the_end_of_its_meeting)
{
    try_removed(&slot_entity);
}
END_TEST

START_TEST(an_item_that_was_removed__does_not_come_back_past_the_end_of_its_meeting)
{
    try_removed(&item_entity);
}
END_TEST

/* The meeting became longer, and something was put there. */
static void
try_longer(const struct entity *entity)
{
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    office_change(at, &meeting_entity, meeting, "end", LATER "17:00", NULL);
    const int64_t longer = last_act();
    add_part(entity, "Part", LATER "09:00", LATER "10:00");
    const int64_t added = last_act();
    expect_kept(longer,
                "It cannot be undone: “Part” (Wed 17/03/2027 09:00–10:00) would lie "
                "outside the meeting (Tue 16/03/2027 09:00–17:00).  Move it first, or "
                "remove it.");
    expect_taken_back(added);
    expect_taken_back(longer);
}

START_TEST(a_meeting__does_not_lose_by_an_undo_the_hours_of_a_workshop_put_there_since)
{
    try_longer(&workshop_entity);
}
END_TEST

START_TEST(a_meeting__does_not_lose_by_an_undo_the_hours_of_an_item_put_there_since)
{
    try_longer(&item_entity);
}
END_TEST

START_TEST(what_is_cancelled__is_in_nobodys_way)
{
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    office_change(at, &meeting_entity, meeting, "end", LATER "17:00", NULL);
    const int64_t longer = last_act();
    const int64_t part = add_part(&workshop_entity, "Part", LATER "09:00", LATER "10:00");
    office_change(at, &workshop_entity, part, "state", "cancelled", NULL);
    const int64_t cancelled = last_act();
    expect_taken_back(longer);
    expect_kept(cancelled, PAST_ITS_END);
}
END_TEST

/* Hours that no undo gives are no reason to refuse it. */
START_TEST(other_fields__come_back_wherever_a_part_lies)
{
    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    const int64_t seats = last_act();
    const int64_t part = add_part(&item_entity, "Part", LATER "09:00", LATER "10:00");
    office_change(at, &item_entity, part, "title", "Other", NULL);
    const int64_t title = last_act();
    office_change(at, &meeting_entity, meeting, "end", DAY "17:00", NULL);
    err = (struct error){ 0 };
    ck_assert_msg(undo_act(at, seats, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, title, NULL, &entry, &err), "%s", err.message);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_day, tear_down);
    tcase_add_test(tests, a_slot__does_not_go_back_to_hours_that_its_meeting_has_no_more);
    tcase_add_test(tests,
                   a_workshop__does_not_go_back_to_hours_that_its_meeting_has_no_more);
    tcase_add_test(tests,
                   an_item__does_not_go_back_to_hours_that_its_meeting_has_no_more);
    tcase_add_test(
        tests, a_slot_that_was_removed__does_not_come_back_past_the_end_of_its_meeting);
    tcase_add_test(
        tests, an_item_that_was_removed__does_not_come_back_past_the_end_of_its_meeting);
    tcase_add_test(
        tests,
        a_meeting__does_not_lose_by_an_undo_the_hours_of_a_workshop_put_there_since);
    tcase_add_test(
        tests, a_meeting__does_not_lose_by_an_undo_the_hours_of_an_item_put_there_since);
    tcase_add_test(tests, what_is_cancelled__is_in_nobodys_way);
    tcase_add_test(tests, other_fields__come_back_wherever_a_part_lies);
}

SUITE_MAIN("undo_parts")
