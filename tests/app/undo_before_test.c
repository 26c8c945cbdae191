/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_before_test.c - where an act cannot be undone: which can be, and where the next
 * undo goes on */
#include "settle_office.h"

static int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

/* Cem and Dia come to two seats more, and stay when these are gone again; Bob has had a
 * seat before. */
static void
let_in_and_lower(void)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    office_expect("SELECT seats, taken FROM seat_view", "2|5\n");
}

static int64_t
registered(int64_t person)
{
    char sql[200];

    (void)snprintf(sql, sizeof sql,
                   "SELECT j.id FROM journal j JOIN registration r ON r.id = j.row"
                   " WHERE j.act = 'registration.add' AND r.person = %lld",
                   (long long)person);
    return database_file_number(sql);
}

/* Eva's, Dia's and Cem's were moved by the rule. */
START_TEST(the_act_that_is_named__is_one_that_can_be_undone)
{
    unsigned asks = 0;

    let_in_and_lower();
    ck_assert(!undo_act(at, registered(people[4]), NULL, &entry, &err));
    ck_assert(undo_find_before(at, registered(people[4]), &entry, &asks));
    ck_assert_int_eq(entry.id, registered(people[1]));
    ck_assert_uint_eq(asks, 0);
    const int64_t acts = last_act();
    ck_assert_msg(undo_act(at, entry.id, NULL, &entry, &err), "%s", err.message);
    ck_assert_int_eq(last_act(), acts + 1); /* what was tried left nothing */
}
END_TEST

START_TEST(what_comes_first__is_named_where_it_can_be_undone)
{
    unsigned asks = 0;

    let_in_and_lower();
    ck_assert(undo_find_first(at, registered(people[4]), &entry, &asks));
    ck_assert_str_eq(entry.act, "registration.promote");
    ck_assert_msg(undo_act(at, entry.id, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, registered(people[4]), NULL, &entry, &err), "%s",
                  err.message);
}
END_TEST

START_TEST(nothing_comes_first__where_it_cannot_be_undone_either)
{
    unsigned asks = 0;

    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(!undo_act(at, registered(people[2]), NULL, &entry, &err));
    ck_assert(!undo_find_first(at, registered(people[2]), &entry, &asks));
}
END_TEST

START_TEST(an_act_that_asks__is_named_with_what_it_asks)
{
    unsigned asks = 0;

    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    enter(people[2], REGISTRATION_ACCEPTED);
    ck_assert(undo_find_before(at, last_act(), &entry, &asks));
    ck_assert_str_eq(entry.act, "registration.withdraw");
    ck_assert_uint_eq(asks, 1U << QUESTION_SEAT);
}
END_TEST

START_TEST(the_next_undo__goes_on_until_something_is_done)
{
    fill();
    ck_assert_int_eq(undo_position(at), 0);
    const int64_t bob = registered(people[1]);
    undo_go_on_before(at, bob + 1);
    ck_assert_int_eq(undo_position(at), bob + 1);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_int_eq(undo_position(at), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_act_that_is_named__is_one_that_can_be_undone);
    tcase_add_test(tests, what_comes_first__is_named_where_it_can_be_undone);
    tcase_add_test(tests, nothing_comes_first__where_it_cannot_be_undone_either);
    tcase_add_test(tests, an_act_that_asks__is_named_with_what_it_asks);
    tcase_add_test(tests, the_next_undo__goes_on_until_something_is_done);
}

SUITE_MAIN("undo_before")
