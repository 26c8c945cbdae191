/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_past_test.c - what a group's past meetings tell who plans its next one */
#include "atelier/app/plan_past.h"

#include <check.h>

#include "atelier/app/attend.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static int64_t group;
static struct meeting *next;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    next = record_new(&meeting_entity);
    next->group = group;
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    record_free(&meeting_entity, next);
    office_end(at);
}

/* A meeting that took place, to which so many came. */
static int64_t
hold(const char *start, int came)
{
    const int64_t id = office_add_meeting(at, group, start, 40);

    for (int i = 0; i < came; i++) {
        struct attend_request request = { .meeting = id, .kind = PRESENCE_PRESENT };
        struct attend_outcome outcome;
        request.person = office_add_person(at, "Novak", "Anna");
        office_register(at, id, request.person);
        attend_outcome_init(&outcome);
        ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
        attend_outcome_clear(&outcome);
    }
    ck_assert_msg(plan_act(at, id, MEETING_HOLD, NULL, &err), "%s", err.message);
    return id;
}

static const char *
past(void)
{
    static struct buffer text;
    struct plan_past past;

    buffer_reset(&text);
    ck_assert_msg(plan_past_load(at, next, &past, &err), "%s", err.message);
    plan_past_add(&past, &text);
    return buffer_text(&text);
}

START_TEST(the_last_three_that_took_place__are_told__the_newest_first)
{
    ck_assert_str_eq(past(), "");
    hold("2027-01-05 09:30", 4);
    ck_assert_str_eq(past(), "last meeting: 4 came");
    hold("2027-01-19 09:30", 2);
    hold("2027-02-02 09:30", 0); /* nobody was marked: it says nothing */
    hold("2027-02-16 09:30", 3);
    office_add_meeting(at, group, "2027-02-23 09:30", 40); /* not said to have been */
    ck_assert_str_eq(past(), "last 2: 3, 2 came");
}
END_TEST

START_TEST(the_next_one__takes_place_hours_and_seats__and_a_weekday)
{
    struct meeting *last = record_new(&meeting_entity);
    const int64_t id = office_add_meeting(at, group, "2027-02-16 09:30", 40);

    office_change(at, &meeting_entity, id, "place", "Town hall", NULL);
    const int64_t off = office_add_meeting(at, group, "2027-05-04 14:00", 12);
    ck_assert(plan_act(at, off, MEETING_CANCEL, "Strike", &err));
    ck_assert_msg(plan_past_take(at, next, last, &err), "%s", err.message);
    ck_assert_int_eq(last->head.id, id);
    ck_assert_str_eq(next->place, "Town hall");
    ck_assert_int_eq(next->seats, 40);
    ck_assert_int_eq(
        local_time_compare(next->start, (struct local_time){ { 2027, 3, 16 }, 9, 30 }),
        0);
    ck_assert_int_eq(next->end.hour, 11);
    record_free(&meeting_entity, last);
}
END_TEST

START_TEST(a_day_that_was_chosen__stays__with_the_hours_of_the_last)
{
    struct meeting *last = record_new(&meeting_entity);

    office_add_meeting(at, group, "2027-02-16 09:30", 40);
    next->start = (struct local_time){ { 2027, 4, 1 }, 15, 0 };
    ck_assert(plan_past_take(at, next, last, &err));
    ck_assert_int_eq(
        local_time_compare(next->start, (struct local_time){ { 2027, 4, 1 }, 9, 30 }), 0);
    ck_assert_int_eq(next->end.date.day, 1);
    record_free(&meeting_entity, last);
}
END_TEST

START_TEST(a_group_that_never_met__has_nothing_to_take)
{
    struct meeting *last = record_new(&meeting_entity);

    ck_assert(!plan_past_take(at, next, last, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    record_free(&meeting_entity, last);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_last_three_that_took_place__are_told__the_newest_first);
    tcase_add_test(tests, the_next_one__takes_place_hours_and_seats__and_a_weekday);
    tcase_add_test(tests, a_day_that_was_chosen__stays__with_the_hours_of_the_last);
    tcase_add_test(tests, a_group_that_never_met__has_nothing_to_take);
}

SUITE_MAIN("plan_past")
