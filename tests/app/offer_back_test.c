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

/* --- a redo */

/* Ada's withdrawal, which its undo and its redo leave as it was; Bob accepts the seat. */
static int64_t
withdraw_again(void)
{
    let_bob_wait();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    const int64_t withdrawal = last_withdrawal();
    expect_undone("registration.withdraw");
    expect_redone("registration.withdraw");
    office_expect(SQL_LIST, "Bob|offered|1\n");
    return withdrawal;
}

static int64_t
last_redo(void)
{
    return database_file_number("SELECT max(id) FROM journal WHERE act = 'redo'");
}

START_TEST(what_was_redone__is_undone_by_either_number_the_same)
{
    const int64_t withdrawal = withdraw_again();
    const int64_t number = _i == 0 ? withdrawal : last_redo();
    struct questions sheet = { 0 };

    office_expect("SELECT count(*) FROM journal_change c JOIN journal j"
                  " ON j.id = c.journal WHERE j.act = 'redo'",
                  "1\n");
    ck_assert(act(people[1], REGISTRATION_ACCEPT));
    ck_assert(!undo_act(at, number, &sheet, &entry, &err));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "both come");
    ck_assert_msg(undo_act(at, number, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
    questions_clear(&sheet);
}
END_TEST

START_TEST(what_was_redone__takes_its_offer_with_it_by_either_number)
{
    const int64_t withdrawal = withdraw_again();
    const int64_t number = _i == 0 ? withdrawal : last_redo();

    ck_assert_msg(undo_act(at, number, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|1\n");
    expect_undone_to_the_start();
}
END_TEST

static void
overbook(int64_t person)
{
    struct questions sheet = { 0 };
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .questions = &sheet };

    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "a guest");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
    questions_clear(&sheet);
}

/* Cem was one too many then; the seat that Ada leaves is offered while he is away. */
START_TEST(a_redo__takes_an_offer_back_where_a_seat_was_passed_before)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
    struct undo_offers offers;

    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    overbook(people[2]);
    expect_undone("registration.overbook");
    const struct register_request bob = { .meeting = meeting, .person = people[1] };
    ck_assert_msg(register_add(lea, &bob, &outcome, &err), "%s", err.message);
    ck_assert(register_act(lea, find(people[0]), REGISTRATION_WITHDRAW, NULL, NULL,
                           &outcome, &err));
    office_expect(SQL_LIST, "Bob|offered|1\n");
    expect_redone("registration.overbook");
    office_expect(SQL_LIST, "Cem|accepted|-\nBob|waiting|1\n");
    ck_assert(undo_offers_find(at, &entry, &offers));
    ck_assert_uint_eq(offers.count, 1);
    ck_assert_int_eq(offers.people[0], people[1]);
    undo_offers_clear(&offers);
    atelier_close(lea);
}
END_TEST

/* --- what is said */

START_TEST(whose_offer_is_taken_back__is_said_by_name)
{
    struct undo_offers offers;
    struct buffer text = { 0 };

    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    expect_undone("meeting.change");
    ck_assert(undo_offers_find(at, &entry, &offers));
    undo_offers_say(at, &offers, &text);
    ck_assert_str_eq(buffer_text(&text), "The offer to Eva is taken back.");
    undo_offers_clear(&offers);
    buffer_clear(&text);

    expect_redone("meeting.change"); /* Eva has an offer again */
    ck_assert(!undo_offers_find(at, &entry, &offers));
    undo_offers_clear(&offers);
    office_change(at, &meeting_entity, meeting, "title", "Second", NULL);
    expect_undone("meeting.change");
    ck_assert(!undo_offers_find(at, &entry, &offers));
    undo_offers_clear(&offers);
}
END_TEST

START_TEST(whose_offers_are_taken_back__are_named_together)
{
    struct undo_offers offers;
    struct buffer text = { 0 };

    fill();
    office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    expect_undone("meeting.change");
    ck_assert(undo_offers_find(at, &entry, &offers));
    undo_offers_say(at, &offers, &text);
    ck_assert_str_eq(buffer_text(&text), "The offers to Cem, Dia are taken back.");
    undo_offers_clear(&offers);
    buffer_clear(&text);
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
    tcase_add_loop_test(tests, what_was_redone__is_undone_by_either_number_the_same, 0,
                        2);
    tcase_add_loop_test(tests, what_was_redone__takes_its_offer_with_it_by_either_number,
                        0, 2);
    tcase_add_test(tests, a_redo__takes_an_offer_back_where_a_seat_was_passed_before);
    tcase_add_test(tests, whose_offer_is_taken_back__is_said_by_name);
    tcase_add_test(tests, whose_offers_are_taken_back__are_named_together);
}

SUITE_MAIN("offer_back")
