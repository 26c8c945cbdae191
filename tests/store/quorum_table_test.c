/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_table_test.c - the quorums of a group, and the people counted for them */
#include "atelier/store/quorum_table.h"

#include <check.h>

#include "atelier/domain/category.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/presence_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static int64_t group, meeting, other;
static int64_t morning, afternoon;
static int64_t city, state;

static int64_t
add_slot(int64_t where, const char *label, const char *start, const char *end)
{
    return rows_add(db, &slot_entity, "meeting", rows_number(where), "label", label,
                    "start", start, "end", end, NULL);
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    meeting = rows_add_meeting(db, group, "Jobs", "2027-03-16 09:00");
    other = rows_add_meeting(db, group, "Homes", "2027-04-16 09:00");
    morning = add_slot(meeting, "Morning", "2027-03-16 09:30", "2027-03-16 12:30");
    afternoon = add_slot(meeting, "Afternoon", "2027-03-16 13:30", "2027-03-16 17:00");
    city = rows_add(db, &category_entity, "name", "City", NULL);
    state = rows_add(db, &category_entity, "name", "State", NULL);
}

static void
tear_down(void)
{
    database_close(db);
}

/* A registration of somebody; category 0: none. */
static int64_t
put_on_list(int64_t where, int64_t person, const char *how, const char *role,
            int64_t category)
{
    int64_t id = rows_add_registration(db, where, person, how);
    rows_change(db, &registration_entity, id, "role", role, NULL);
    if (category)
        rows_change(db, &registration_entity, id, "category", rows_number(category),
                    NULL);
    return id;
}

static int64_t
add_somebody(int64_t where, const char *how, const char *role, int64_t category)
{
    return put_on_list(where, rows_add(db, &person_entity, "family", "Müller", NULL), how,
                       role, category);
}

static void
mark(int64_t registration, int64_t slot, const char *kind)
{
    rows_add(db, &presence_entity, "registration", rows_number(registration), "slot",
             rows_number(slot), "kind", kind, "at", "2027-03-16T08:30:00Z", "by", "lea",
             "reason", "because", NULL);
}

typedef bool count_function(struct database *db, int64_t meeting,
                            struct quorum_count_list *list, struct error *err);

/* The people of a category; each category stands there once. */
static int64_t
people_of(count_function *count, int64_t category)
{
    struct quorum_count_list list = { 0 };
    int64_t people = 0;
    int times = 0;
    for (int round = 0; round < 2; round++)
        ck_assert_msg(count(db, meeting, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].category == category) {
            people = list.items[i].people;
            times++;
        }
    ck_assert_int_le(times, 1);
    quorum_count_list_clear(&list);
    return people;
}

START_TEST(quorums__are_those_of_the_group__as_they_were_made)
{
    struct quorum_list list = { 0 };
    int64_t second =
        rows_add(db, &working_group_entity, "code", "NUM", "name", "Digital", NULL);
    int64_t all =
        rows_add(db, &quorum_entity, "group", rows_number(group), "people", "9", NULL);
    rows_add(db, &quorum_entity, "group", rows_number(second), "people", "3", NULL);
    int64_t cities = rows_add(db, &quorum_entity, "group", rows_number(group), "category",
                              rows_number(city), "people", "4", NULL);

    for (int round = 0; round < 2; round++) {
        ck_assert(quorum_table_list(db, group, &list, &err));
        ck_assert_uint_eq(list.count, 2);
    }
    ck_assert_int_eq(list.items[0].head.id, all);
    ck_assert_int_eq(list.items[0].category, 0);
    ck_assert_int_eq(list.items[0].people, 9);
    ck_assert_int_eq(list.items[1].head.id, cities);
    ck_assert_int_eq(list.items[1].category, city);
    quorum_list_clear(&list);
}
END_TEST

START_TEST(coming__are_those_accepted__speakers_too_but_no_staff)
{
    add_somebody(meeting, "accepted", "participant", city);
    add_somebody(meeting, "accepted", "speaker", city);
    add_somebody(meeting, "accepted", "staff", city);
    add_somebody(meeting, "offered", "participant", city);
    add_somebody(meeting, "invited", "participant", city);
    add_somebody(meeting, "withdrawn", "participant", city);
    add_somebody(meeting, "accepted", "participant", 0);
    add_somebody(other, "accepted", "participant", state);
    ck_assert_int_eq(people_of(quorum_table_count_coming, city), 2);
    ck_assert_int_eq(people_of(quorum_table_count_coming, 0), 1);
    ck_assert_int_eq(people_of(quorum_table_count_coming, state), 0);
}
END_TEST

START_TEST(present__are_those_seen__in_any_slot_and_once)
{
    int64_t twice = add_somebody(meeting, "accepted", "participant", city);
    int64_t left = add_somebody(meeting, "accepted", "speaker", city);
    int64_t excused = add_somebody(meeting, "accepted", "participant", city);
    int64_t annulled = add_somebody(meeting, "accepted", "participant", city);
    int64_t staff = add_somebody(meeting, "accepted", "staff", city);
    int64_t nowhere = add_somebody(meeting, "accepted", "participant", 0);
    int64_t elsewhere = add_somebody(other, "accepted", "participant", state);

    mark(twice, morning, "present");
    mark(twice, afternoon, "signed");
    mark(left, afternoon, "present");
    mark(left, afternoon, "left");
    mark(excused, morning, "excused");
    mark(annulled, morning, "present");
    mark(annulled, morning, "annulled");
    mark(staff, morning, "present");
    mark(nowhere, morning, "signed");
    mark(elsewhere, add_slot(other, "Day", "2027-04-16 09:00", "2027-04-16 11:00"),
         "present");
    ck_assert_int_eq(people_of(quorum_table_count_present, city), 2);
    ck_assert_int_eq(people_of(quorum_table_count_present, 0), 1);
    ck_assert_int_eq(people_of(quorum_table_count_present, state), 0);
}
END_TEST

START_TEST(present__who_came_anew_for_another_category__is_one_person_of_the_new_one)
{
    int64_t person = rows_add(db, &person_entity, "family", "Novak", NULL);
    int64_t old = put_on_list(meeting, person, "accepted", "participant", city);
    mark(old, morning, "present");
    rows_change(db, &registration_entity, old, "state", "withdrawn", NULL);
    int64_t again = put_on_list(meeting, person, "accepted", "participant", state);
    mark(again, afternoon, "present");
    put_on_list(other, person, "accepted", "staff", city);
    ck_assert_int_eq(people_of(quorum_table_count_present, city), 0);
    ck_assert_int_eq(people_of(quorum_table_count_present, state), 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, quorums__are_those_of_the_group__as_they_were_made);
    tcase_add_test(tests, coming__are_those_accepted__speakers_too_but_no_staff);
    tcase_add_test(tests, present__are_those_seen__in_any_slot_and_once);
    tcase_add_test(
        tests, present__who_came_anew_for_another_category__is_one_person_of_the_new_one);
}

SUITE_MAIN("quorum_table")
