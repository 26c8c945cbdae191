/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_today_test.c - a free seat of a workshop that somebody waits for is told, with
 * who waits first
 */
#include <check.h>
#include <stdio.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum { PEOPLE = 4 };

static struct atelier *at;
static struct error err;
static int64_t meeting;
static int64_t roads; /* a workshop of one seat */
static int64_t water; /* another, at the same time */
static int64_t people[PEOPLE];

static int64_t
add_workshop(int64_t slot, const char *title)
{
    char of_meeting[24];
    char of_slot[24];

    (void)snprintf(of_meeting, sizeof of_meeting, "%lld", (long long)meeting);
    (void)snprintf(of_slot, sizeof of_slot, "%lld", (long long)slot);
    return office_add(at, &workshop_entity, "meeting", of_meeting, "title", title, "slot",
                      of_slot, "seats", "1", NULL);
}

static void
set_up(void)
{
    static const char *const names[PEOPLE] = { "Ada", "Bob", "Cem", "Dia" };
    char of_meeting[24];

    at = office_found();
    meeting = office_add_meeting(at, office_add_group(at, "URB"), "2027-04-16 09:00", 20);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    (void)snprintf(of_meeting, sizeof of_meeting, "%lld", (long long)meeting);
    const int64_t slot =
        office_add(at, &slot_entity, "meeting", of_meeting, "label", "All", "start",
                   "2027-04-16 09:00", "end", "2027-04-16 11:00", NULL);
    roads = add_workshop(slot, "Roads");
    water = add_workshop(slot, "Water");
    for (int i = 0; i < PEOPLE; i++) {
        people[i] = office_add_person(at, names[i], "A");
        office_register(at, meeting, people[i]);
    }
}

static void
tear_down(void)
{
    office_end(at);
}

static void
enter(int64_t workshop, int person)
{
    struct workshop_person some = { .person = people[person] };

    ck_assert_msg(workshop_register(at, workshop, &some, 1, &err), "%s", err.message);
}

static void
leave(int64_t workshop, int person)
{
    struct workshop_person some = { .person = people[person] };

    ck_assert_msg(workshop_withdraw(at, workshop, &some, 1, &err), "%s", err.message);
}

/* first < 0: nothing is told. */
static void
expect_told(int64_t count, int first)
{
    struct today_list list = { 0 };
    size_t told = 0;

    ck_assert_msg(browse_today(at, 8, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++) {
        const struct today_item *item = &list.items[i];
        if (item->kind != TODAY_WORKSHOP_FREE_SEAT)
            continue;
        char sql[200];
        (void)snprintf(sql, sizeof sql,
                       "SELECT r.person FROM workshop_choice c JOIN registration r"
                       " ON r.id = c.registration WHERE c.id = %lld",
                       (long long)item->other);
        told++;
        ck_assert_int_eq(item->workshop, roads);
        ck_assert_int_eq(item->meeting, meeting);
        ck_assert_str_eq(item->other_title, "Roads");
        ck_assert_int_eq(item->count, count);
        ck_assert_int_ge(first, 0);
        ck_assert_int_eq(database_file_number(sql), people[first]);
    }
    ck_assert_uint_eq(told, first < 0 ? 0 : 1);
    today_list_clear(&list);
}

START_TEST(free_seat__is_told_with_who_waits_first)
{
    enter(roads, 0);
    enter(roads, 1);
    enter(roads, 2);
    expect_told(0, -1);
    leave(roads, 0);
    expect_told(1, 1);
    enter(roads, 1); /* the seat goes to Bob */
    expect_told(0, -1);
}
END_TEST

START_TEST(more_seats__are_told_to_as_many)
{
    enter(roads, 0);
    enter(roads, 1);
    enter(roads, 2);
    enter(roads, 3);
    office_change(at, &workshop_entity, roads, "seats", "3", NULL);
    expect_told(2, 1);
    office_change(at, &workshop_entity, roads, "seats", NULL, NULL);
    expect_told(3, 1);
}
END_TEST

START_TEST(who_sits_elsewhere__is_passed_over)
{
    enter(roads, 0);
    enter(roads, 1);
    enter(roads, 2);
    enter(water, 1);
    leave(roads, 0);
    expect_told(1, 2);
    leave(roads, 2);
    expect_told(0, -1);
}
END_TEST

START_TEST(quota__keeps_its_people_out)
{
    char of_meeting[24];
    char of_workshop[24];

    (void)snprintf(of_meeting, sizeof of_meeting, "%lld", (long long)meeting);
    (void)snprintf(of_workshop, sizeof of_workshop, "%lld", (long long)roads);
    enter(roads, 0);
    enter(roads, 1);
    leave(roads, 0);
    expect_told(1, 1);
    const int64_t organisation =
        office_add(at, &organisation_entity, "name", "Lyon", NULL);
    char of_organisation[24];
    (void)snprintf(of_organisation, sizeof of_organisation, "%lld",
                   (long long)organisation);
    office_add(at, &seat_limit_entity, "meeting", of_meeting, "workshop", of_workshop,
               "scope", "organisation", "organisation", of_organisation, "kind", "hold",
               "people", "1", "until", "2027-04-01", NULL);
    expect_told(0, -1);
}
END_TEST

START_TEST(cancelled_or_past__is_not_told)
{
    enter(roads, 0);
    enter(roads, 1);
    leave(roads, 0);
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    expect_told(1, 1); /* who waits still does */
    ck_assert(workshop_cancel(at, roads, "no room", NULL, &err));
    expect_told(0, -1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, free_seat__is_told_with_who_waits_first);
    tcase_add_test(tests, more_seats__are_told_to_as_many);
    tcase_add_test(tests, who_sits_elsewhere__is_passed_over);
    tcase_add_test(tests, quota__keeps_its_people_out);
    tcase_add_test(tests, cancelled_or_past__is_not_told);
}

SUITE_MAIN("workshop_today")
