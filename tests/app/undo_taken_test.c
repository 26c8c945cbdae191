/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_taken_test.c - what an undo or a redo has taken with it, an offer or a place,
 * keeps nobody from undoing the acts that it came from */
#include "settle_undo_office.h"

#define SQL_FULL                                                                         \
    "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\nDia|waiting|2\nEva|waiting|3\n"

static int64_t
last_of(const char *act_name)
{
    char sql[120];

    (void)snprintf(sql, sizeof sql, "SELECT max(id) FROM journal WHERE act = '%s'",
                   act_name);
    return database_file_number(sql);
}

static int64_t
registering(const char *family)
{
    char sql[300];

    (void)snprintf(sql, sizeof sql,
                   "SELECT j.id FROM journal j JOIN registration_view r ON r.id = j.row"
                   " WHERE j.act = 'registration.add' AND r.family = '%s'",
                   family);
    return database_file_number(sql);
}

static void
expect_redone(void)
{
    err = (struct error){ 0 };
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
}

/* Ada's seat went to Cem, and is hers again. */
START_TEST(an_offer_that_an_undo_took__is_not_in_the_way)
{
    offer_to_cem();
    const int64_t offer = last_of("registration.promote");
    expect_undone(last_of("registration.withdraw"));
    office_expect(SQL_LIST, SQL_FULL);
    expect_undone(offer);
    ck_assert_str_eq(entry.act, "registration.promote");
    office_expect(SQL_LIST, SQL_FULL);
    expect_undone(registering("Cem"));
    office_expect(SQL_LIST,
                  "Ada|accepted|-\nBob|accepted|-\nDia|waiting|2\nEva|waiting|3\n");
}
END_TEST

/* Cem was registered by mistake, and is off the list. */
START_TEST(an_offer_to_somebody_who_is_gone__is_not_in_the_way)
{
    offer_to_cem();
    const int64_t offer = last_of("registration.promote");
    expect_undone(last_of("registration.withdraw"));
    expect_undone(registering("Cem"));
    expect_undone(offer);
    office_expect(SQL_LIST,
                  "Ada|accepted|-\nBob|accepted|-\nDia|waiting|2\nEva|waiting|3\n");
}
END_TEST

/* The undo of Ada's registration brought Cem an offer, its redo took it, and when it was
 * undone once more Cem had another. */
START_TEST(an_offer_that_a_redo_took__is_not_in_the_way)
{
    fill();
    const int64_t ada = registering("Ada");
    expect_undone(ada);
    const int64_t first = last_of("registration.promote");
    expect_redone();
    office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                  "waiting\n");
    expect_undone(ada);
    const int64_t second = last_of("registration.promote");
    ck_assert_int_gt(second, first);
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    expect_undone(second);
    expect_undone(first);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|waiting|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

/* Of two offers to Cem the first is undone, and the second goes with it. */
START_TEST(an_offer_that_went_with_an_older_one__is_not_in_the_way)
{
    offer_to_cem();
    const int64_t first = last_of("registration.promote");
    expect_undone(last_of("registration.withdraw"));
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    const int64_t second = last_of("registration.promote");
    ck_assert_int_gt(second, first);
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    expect_undone(first);
    expect_undone(second);
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|waiting|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

/* What a person did with the offer is theirs to undo. */
START_TEST(an_offer_that_was_answered__is_in_the_way)
{
    offer_to_cem();
    const int64_t offer = last_of("registration.promote");
    expect_undone(last_of("registration.withdraw"));
    ck_assert(act(people[2], REGISTRATION_WITHDRAW));
    ck_assert(!undo_act(at, offer, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "has changed “State” since"));
    ck_assert_ptr_nonnull(strstr(err.message, "withdrew"));
    expect_undone(last_of("registration.withdraw"));
    expect_undone(offer);
    office_expect(SQL_LIST, SQL_FULL);
}
END_TEST

/* Cem declined by mistake, and Dia took the seat: there is none to be offered any more.
 */
START_TEST(an_offer_that_came_back_to_no_seat__is_not_in_the_way)
{
    offer_to_cem();
    const int64_t offer = last_of("registration.promote");
    ck_assert(act(people[2], REGISTRATION_DECLINE));
    const int64_t declined = last_of("registration.decline");
    ck_assert(act(people[3], REGISTRATION_ACCEPT));
    expect_undone(declined);
    office_expect("SELECT state, rank FROM registration_view WHERE family = 'Cem'",
                  "waiting|1\n");
    expect_undone(offer);
    office_expect("SELECT state, rank FROM registration_view WHERE family = 'Cem'",
                  "waiting|1\n");
}
END_TEST

/* Cem left and came again, and waits once more, in the second case for an offer that an
 * undo took: this is not what the first offer found. */
START_TEST(an_offer_to_somebody_who_left__is_in_the_way)
{
    offer_to_cem();
    const int64_t offer = last_of("registration.promote");
    const int64_t cem = find(people[2]);
    ck_assert(act(people[2], REGISTRATION_WITHDRAW));
    ck_assert(register_act(at, cem, REGISTRATION_REVIVE, NULL, NULL, &outcome, &err));
    if (_i == 1) {
        office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
        office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                      "offered\n");
        expect_undone(last_of("meeting.change"));
    }
    office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                  "waiting\n");
    ck_assert(!undo_act(at, offer, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "It cannot be undone: ada has changed"));
}
END_TEST

/* Cem was let in past the list; Dia came to the first place meanwhile, and has it. */
START_TEST(another_place_that_an_undo_gave__is_not_in_the_way)
{
    for (size_t i = 0; i < 3; i++)
        enter(people[i], i < SEATS ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
    ck_assert_msg(register_act(at, find(people[2]), REGISTRATION_ACCEPT, NULL,
                               office_answer(QUESTION_SEAT, "the mayor"), &outcome, &err),
                  "%s", err.message);
    const int64_t let_in = last_act();
    enter(people[3], REGISTRATION_WAITING);
    expect_undone(let_in);
    office_expect(SQL_LIST,
                  "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\nCem|waiting|2\n");
    expect_undone(registering("Cem"));
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_offer_that_an_undo_took__is_not_in_the_way);
    tcase_add_test(tests, an_offer_to_somebody_who_is_gone__is_not_in_the_way);
    tcase_add_test(tests, an_offer_that_a_redo_took__is_not_in_the_way);
    tcase_add_test(tests, an_offer_that_went_with_an_older_one__is_not_in_the_way);
    tcase_add_test(tests, an_offer_that_was_answered__is_in_the_way);
    tcase_add_test(tests, an_offer_that_came_back_to_no_seat__is_not_in_the_way);
    tcase_add_loop_test(tests, an_offer_to_somebody_who_left__is_in_the_way, 0, 2);
    tcase_add_test(tests, another_place_that_an_undo_gave__is_not_in_the_way);
}

SUITE_MAIN("undo_taken")
