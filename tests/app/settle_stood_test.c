/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_stood_test.c - an undo leaves the offers that stood before the act that it
 * undoes */
#include "settle_undo_office.h"

START_TEST(an_offer_of_before__stands_when_seats_are_fewer_since)
{
    offer_to_cem();
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_undone(last_act());
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(an_offer_of_before__stands_whatever_quota_is_undone)
{
    let_work_for(people[2], town);
    offer_to_cem();
    const int64_t late = office_add_person(at, "Fay", NULL);
    overbook(late);
    const int64_t most = limit_to(regions, "most", "9", NULL);
    expect_undone(last_act());
    const int64_t hold = limit_to(regions, "hold", "1", NULL);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, hold, 1, &err), "%s", err.message);
    expect_undone(last_act());
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
    ck_assert_int_ne(most, 0);
}
END_TEST

START_TEST(an_offer_of_before__stands_when_more_seats_are_undone)
{
    offer_to_cem();
    overbook(office_add_person(at, "Fay", NULL));
    const int64_t acts = last_act();
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    ck_assert_int_eq(last_act(), acts + 1);
    expect_undone(last_act());
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

/* Dia's offer came by the undone act, Cem's stood before. */
START_TEST(an_offer_of_before__is_not_taken_for_one_that_came_since)
{
    offer_to_cem();
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    office_expect("SELECT rank FROM registration_view WHERE state = 'offered'"
                  " ORDER BY rank",
                  "1\n2\n");
    expect_undone(
        database_file_number("SELECT max(id) FROM journal WHERE act = 'meeting.change'"));
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

/* An offer that came since stands, too, where the undo leaves it its seat. */
START_TEST(an_offer_of_since__stands_where_nothing_is_passed_further)
{
    fill();
    limit_to(regions, "most", "9", NULL);
    const int64_t harmless = last_act();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    overbook(office_add_person(at, "Fay", NULL));
    expect_undone(harmless);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

/* What is held is asked of nobody by an offer that the undo itself would take. */
START_TEST(an_undo_of_a_quota_that_limits_nobody__asks_nothing)
{
    let_work_for(people[2], town);
    let_work_for(people[4], region);
    offer_to_cem();
    limit_to(towns, "hold", "2", NULL);
    overbook(office_add_person(at, "Fay", NULL));
    limit_to(regions, "most", "9", NULL);
    expect_undone(last_act());
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

START_TEST(a_hold_that_an_undo_brings_back__takes_the_offers_that_came_of_its_end)
{
    let_work_for(people[2], region);
    const int64_t hold = limit_to(towns, "hold", "1", NULL);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, hold, 1, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\n");
    expect_undone(database_file_number(
        "SELECT max(id) FROM journal WHERE act = 'seat_limit.remove'"));
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|waiting|1\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_offer_of_before__stands_when_seats_are_fewer_since);
    tcase_add_test(tests, an_offer_of_before__stands_whatever_quota_is_undone);
    tcase_add_test(tests, an_offer_of_before__stands_when_more_seats_are_undone);
    tcase_add_test(tests, an_offer_of_before__is_not_taken_for_one_that_came_since);
    tcase_add_test(tests, an_offer_of_since__stands_where_nothing_is_passed_further);
    tcase_add_test(tests, an_undo_of_a_quota_that_limits_nobody__asks_nothing);
    tcase_add_test(
        tests, a_hold_that_an_undo_brings_back__takes_the_offers_that_came_of_its_end);
}

SUITE_MAIN("settle_stood")
