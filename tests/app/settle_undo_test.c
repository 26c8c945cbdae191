/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_undo_test.c - what an undo does to seats that were given out */
#include "settle_office.h"

/* --- undo */

START_TEST(an_undo_that_takes_seats_away__takes_their_offers_back)
{
    fill();
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    office_expect("SELECT seats, taken FROM seat_view", "2|2\n");
}
END_TEST

START_TEST(an_undo_that_brings_a_quota_back__takes_its_offers_back)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    const int64_t limit = limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 1, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|1\n");
}
END_TEST

/* An offer that nothing has to do with stays. */
START_TEST(an_undo_of_something_else__leaves_offers_alone)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_change(at, &registration_entity, find(people[1]), "note", "late", NULL);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

START_TEST(an_undo__takes_an_unanswered_offer_back)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "registration.withdraw");
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    /* And back again: redone, the seat is offered anew. */
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(a_seat_that_was_taken_since__is_asked_for)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[2], REGISTRATION_ACCEPT));
    ck_assert(undo_last(at, NULL, &entry, &err)); /* the acceptance */
    office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                  "offered\n");
    ck_assert(redo_last(at, NULL, &entry, &err));
    ck_assert(undo_last(at, NULL, &entry, &err));
    ck_assert(redo_last(at, NULL, &entry, &err));
    const int64_t withdrawal = database_file_number(
        "SELECT id FROM journal WHERE act = 'registration.withdraw'");
    ck_assert(!undo_act(at, withdrawal, NULL, &entry, &err));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
}
END_TEST

/* Freed by an undo it is offered, though the meeting gives of itself. */
START_TEST(seats_that_an_undo_frees__are_offered_not_given)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    const int64_t ada = database_file_number(
        "SELECT min(id) FROM journal WHERE act = 'registration.add'");
    ck_assert_msg(undo_act(at, ada, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(what_the_rule_gave__is_nobodys_to_undo)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    const int64_t given =
        database_file_number("SELECT id FROM journal WHERE act = 'registration.promote'");
    ck_assert(!undo_act(at, given, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "by the rule"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_undo_that_takes_seats_away__takes_their_offers_back);
    tcase_add_test(tests, an_undo_that_brings_a_quota_back__takes_its_offers_back);
    tcase_add_test(tests, an_undo_of_something_else__leaves_offers_alone);
    tcase_add_test(tests, an_undo__takes_an_unanswered_offer_back);
    tcase_add_test(tests, a_seat_that_was_taken_since__is_asked_for);
    tcase_add_test(tests, seats_that_an_undo_frees__are_offered_not_given);
    tcase_add_test(tests, what_the_rule_gave__is_nobodys_to_undo);
}

SUITE_MAIN("settle_undo")
