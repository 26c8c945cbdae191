/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_seat_test.c - an undo gives a seat back when there is one, and asks before it
 * makes a meeting overfull */
#include "undo_office.h"

START_TEST(who_withdrew_from_an_overfull_meeting__comes_back)
{
    office_register(at, meeting, bruno);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    office_expect(SQL_TAKEN, "1\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
    expect_undone(at); /* and on to the seats */
    office_expect("SELECT seats FROM meeting", "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_limit_that_was_lowered_since__is_no_limit_of_before)
{
    office_register(at, meeting, bruno);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    office_change(lea, &meeting_entity, meeting, "seats", "1", NULL);
    expect_refused(at);
    expect_said("1 of 1", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_overbooking_that_was__comes_back)
{
    const int64_t bianchi = office_register(at, meeting, bruno);

    overbook(at, office_add_person(at, "Costa", "Carla"));
    office_expect(SQL_TAKEN, "3\n");
    act(at, bianchi, REGISTRATION_WITHDRAW, NULL);
    office_expect(SQL_TAKEN, "2\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "3\n");
    expect_undone(at);
    ck_assert_str_eq(entry.act, "registration.overbook");
    office_expect(SQL_TAKEN, "2\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "3\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_overbooking_that_is_redone__keeps_its_reason)
{
    office_register(at, meeting, bruno);
    overbook(at, office_add_person(at, "Costa", "Carla"));
    for (int i = 0; i < 2; i++) {
        expect_undone(at);
        expect_redone(at);
        office_expect_whole(at);
    }
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "redo");
    ck_assert_str_eq(entry.reason, "the mayor");
    expect_undone(at);
    office_expect("SELECT count(*) FROM journal_reason r JOIN journal j ON j.id ="
                  " r.journal WHERE j.act = 'undo'",
                  "0\n");
}
END_TEST

START_TEST(a_seat_that_somebody_took__is_not_given_twice)
{
    const int64_t carla = office_add_person(lea, "Costa", "Carla");

    office_register(at, meeting, bruno);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    const int64_t hers = office_register(lea, meeting, carla);
    expect_refused(at);
    expect_said("2 of 2", NULL);
    office_expect(SQL_TAKEN, "2\n");

    act(lea, hers, REGISTRATION_WITHDRAW, NULL);
    expect_undone(at);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\nCosta|withdrawn\n");
    expect_refused(lea); /* now it is hers that was taken */
    expect_said("2 of 2", NULL);
    office_expect_whole(at);
}
END_TEST

/* What a yes does, who may say it, and that it is kept. */
START_TEST(a_seat_that_is_gone__is_taken_knowingly)
{
    struct questions sheet = { 0 };
    const int64_t carla = office_add_person(lea, "Costa", "Carla");
    const int64_t hers = office_register(at, meeting, bruno);
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);

    act(desk, registration, REGISTRATION_WITHDRAW, NULL);
    act(at, hers, REGISTRATION_WITHDRAW, NULL);
    office_register(lea, meeting, carla);
    office_register(lea, meeting, office_add_person(lea, "Diaz", "Dora"));
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "agreed on the phone");
    ck_assert(!undo_last(desk, &sheet, &entry, &err)); /* the desk may not overbook */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_TAKEN, "2\n");
    ck_assert_msg(undo_last(at, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_TAKEN, "3\n");
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "undo|agreed on the phone\n");
    office_expect_whole(at);
    questions_clear(&sheet);
    atelier_close(desk);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_withdrew_from_an_overfull_meeting__comes_back);
    tcase_add_test(tests, a_limit_that_was_lowered_since__is_no_limit_of_before);
    tcase_add_test(tests, an_overbooking_that_was__comes_back);
    tcase_add_test(tests, an_overbooking_that_is_redone__keeps_its_reason);
    tcase_add_test(tests, a_seat_that_somebody_took__is_not_given_twice);
    tcase_add_test(tests, a_seat_that_is_gone__is_taken_knowingly);
}

SUITE_MAIN("undo_seat")
