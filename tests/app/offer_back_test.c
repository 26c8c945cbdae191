/* SPDX-License-Identifier: GPL-3.0-or-later */
/* offer_back_test.c - an offer that an undo took back leaves nothing behind: the undo
 * goes on to the acts before it, as far as the start */
#include <stdlib.h>

#include "settle_office.h"

#define SQL_ROWS                                                                         \
    "SELECT family, state, previous_state, rank FROM registration ORDER BY id"
#define SQL_MEETING "SELECT seats, taken FROM seat_view"

static void
expect_undone(const char *name)
{
    err = (struct error){ 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s: %s", name, err.message);
    ck_assert_str_eq(entry.act, name);
}

static void
expect_redone(const char *name)
{
    err = (struct error){ 0 };
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s: %s", name, err.message);
    ck_assert_str_eq(entry.act, name);
}

/* Ada has a seat of one, Bob waits; and nobody is left on the list at the end. */
static void
let_bob_wait(void)
{
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
}

static void
expect_undone_to_the_start(void)
{
    expect_undone("registration.add");
    expect_undone("registration.add");
    office_expect(SQL_ROWS, "");
    expect_undone("meeting.change");
    office_expect(SQL_MEETING, "2|0\n");
}

START_TEST(a_withdrawal__is_undone_with_its_offer_and_all_before_it)
{
    let_bob_wait();
    char *before = database_file_dump(SQL_ROWS);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(1, people[1], REGISTRATION_OFFERED);
    expect_undone("registration.withdraw");
    office_expect(SQL_ROWS, before);
    expect_undone_to_the_start();
    free(before);
}
END_TEST

START_TEST(a_seat_more__is_undone_with_its_offer_and_all_before_it)
{
    let_bob_wait();
    char *before = database_file_dump(SQL_ROWS);
    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
    expect_undone("meeting.change");
    office_expect(SQL_ROWS, before);
    expect_undone_to_the_start();
    free(before);
}
END_TEST

START_TEST(a_quota_that_comes_back__leaves_all_before_it_to_be_undone)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    const int64_t limit = limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    char *before = database_file_dump(SQL_ROWS);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 1, &err), "%s", err.message);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
    expect_undone("seat_limit.remove");
    office_expect(SQL_ROWS, before);
    expect_undone("registration.add");
    expect_undone("registration.add");
    office_expect(SQL_ROWS, "");
    free(before);
}
END_TEST

/* Cem is offered what Bob declines. */
START_TEST(a_refused_offer__is_undone_with_the_next_one_and_all_before_it)
{
    let_bob_wait();
    enter(people[2], REGISTRATION_WAITING);
    char *before = database_file_dump(SQL_ROWS);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[1], REGISTRATION_DECLINE));
    expect_given(1, people[2], REGISTRATION_OFFERED);
    expect_undone("registration.decline");
    office_expect("SELECT family, state FROM registration_view ORDER BY id",
                  "Ada|withdrawn\nBob|offered\nCem|waiting\n");
    expect_undone("registration.withdraw");
    office_expect(SQL_ROWS, before);
    expect_undone("registration.add");
    expect_undone_to_the_start();
    free(before);
}
END_TEST

/* The second time the offer is the redo's, and is taken back with it. */
START_TEST(what_is_undone_with_its_offer__goes_back_and_forth)
{
    let_bob_wait();
    char *before = database_file_dump(SQL_ROWS);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    char *after = database_file_dump(SQL_ROWS);
    for (int round = 0; round < 2; round++) {
        expect_undone("registration.withdraw");
        office_expect(SQL_ROWS, before);
        expect_undone("registration.add");
        expect_redone("registration.add");
        office_expect(SQL_ROWS, before);
        expect_redone("registration.withdraw");
        office_expect(SQL_ROWS, after);
    }
    expect_undone("registration.withdraw");
    expect_undone_to_the_start();
    free(before);
    free(after);
}
END_TEST

/* --- undone out of order */

static int64_t
last_withdrawal(void)
{
    return database_file_number("SELECT max(id) FROM journal"
                                " WHERE act = 'registration.withdraw'");
}

/* Cem's offer, of the first withdrawal, holds the seat that Bob left by the second. */
START_TEST(an_open_offer_of_before__makes_way_for_who_comes_back)
{
    fill();
    char *before = database_file_dump(SQL_ROWS);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    const int64_t first = last_withdrawal();
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    const int64_t second = last_withdrawal();
    ck_assert_msg(undo_act(at, first, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
    ck_assert_msg(undo_act(at, second, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_ROWS, before);
    for (size_t i = 0; i < PEOPLE; i++)
        expect_undone("registration.add");
    office_expect(SQL_ROWS, "");
    free(before);
}
END_TEST

/* The last offer is taken back before one that stood, though it be nearer its turn. */
START_TEST(an_open_offer_of_before__goes_after_those_of_since)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    ck_assert_msg(undo_act(at, last_withdrawal(), NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_withdrawal__is_undone_with_its_offer_and_all_before_it);
    tcase_add_test(tests, a_seat_more__is_undone_with_its_offer_and_all_before_it);
    tcase_add_test(tests, a_quota_that_comes_back__leaves_all_before_it_to_be_undone);
    tcase_add_test(tests, a_refused_offer__is_undone_with_the_next_one_and_all_before_it);
    tcase_add_test(tests, what_is_undone_with_its_offer__goes_back_and_forth);
    tcase_add_test(tests, an_open_offer_of_before__makes_way_for_who_comes_back);
    tcase_add_test(tests, an_open_offer_of_before__goes_after_those_of_since);
}

SUITE_MAIN("offer_back")
