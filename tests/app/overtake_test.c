/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overtake_test.c - who has waited longest comes first; to pass them over is asked, and
 * leaves its reason */
#include <string.h>

#include "register_office.h"
#include "several.h"

/* Two take the seats, three wait: chloe, then dana, then emil. */
static void
let_three_wait(int64_t waiting[3])
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    fill();
    waiting[0] = office_register(at, meeting, chloe);
    waiting[1] = office_register(at, meeting, office_add_person(at, "Adler", "Dana"));
    waiting[2] = office_register(at, meeting, office_add_person(at, "Novak", "Emil"));
}

START_TEST(one_question__serves_all_whom_it_concerns)
{
    struct bulk_outcome outcome = { 0 };
    struct questions sheet = { 0 };
    int64_t waiting[3];

    let_three_wait(waiting);
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    int64_t acts = database_file_number(SQL_ACTS);
    /* As the screen passes them: by name. */
    const int64_t ids[] = { waiting[1], waiting[2], waiting[0] };
    struct bulk_request request = several(REGISTRATION_ACCEPT, ids, 3);
    request.questions = &sheet;
    ck_assert(!register_bulk(at, &request, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert_ptr_nonnull(strstr(err.message, "2 of the 3"));
    ck_assert(!question_is_open(&sheet, QUESTION_OVERTAKE));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);

    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "chairs from next door");
    ck_assert_msg(register_bulk(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_uint_eq(outcome.done, 3);
    office_expect(SQL_LAST_ACT, "registration.overbook|chairs from next door\n");
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    bulk_outcome_clear(&outcome);
    questions_clear(&sheet);
    expect_seats(3, 5);
}
END_TEST

START_TEST(who_is_left_of_several__is_who_waits_shortest)
{
    struct bulk_outcome outcome = { 0 };
    int64_t waiting[3];

    let_three_wait(waiting);
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    const int64_t ids[] = { waiting[2], waiting[1], waiting[0] };
    const struct bulk_request request = several(REGISTRATION_ACCEPT, ids, 3);
    ck_assert(register_bulk(at, &request, &outcome, &err));
    ck_assert_uint_eq(outcome.done, 1);
    ck_assert_uint_eq(outcome.count, 3);
    for (size_t i = 0; i < outcome.count; i++) {
        ck_assert_int_eq(outcome.rows[i].registration, waiting[i]);
        ck_assert(outcome.rows[i].refusal.kind == (i == 0 ? ERROR_NONE : ERROR_QUESTION));
    }
    bulk_outcome_clear(&outcome);
    office_expect(
        "SELECT family FROM registration_view WHERE state = 'waiting' ORDER BY rank",
        "Adler\nNovak\n");
}
END_TEST

/* Nobody has given them out yet. */
static void
free_seats_unseen(void)
{
    office_change_unseen(meeting, "seats", "9");
}

static bool
accept(struct atelier *who, int64_t registration, struct questions *answers)
{
    struct register_outcome outcome;
    return register_act(who, registration, REGISTRATION_ACCEPT, NULL, answers, &outcome,
                        &err);
}

START_TEST(overtaking__asks__and_names_who_is_first)
{
    int64_t waiting[3];

    let_three_wait(waiting);
    free_seats_unseen();
    ck_assert(!accept(at, waiting[2], NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_ptr_nonnull(strstr(err.message, "2 people wait longer"));
    ck_assert_ptr_nonnull(strstr(err.message, "Petit, Chloé"));
    ck_assert(!accept(at, waiting[2], office_answer(QUESTION_OVERTAKE, " ")));
    ck_assert(!accept(at, waiting[2], office_answer(QUESTION_SEAT, "another question")));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    expect_seats(9, SEATS);

    ck_assert(accept(at, waiting[2], office_answer(QUESTION_OVERTAKE, "she speaks")));
    office_expect(SQL_LAST_ACT, "registration.overtake|she speaks\n");
    /* In turn nobody asks. */
    ck_assert(accept(at, waiting[0], NULL));
    office_expect(SQL_LAST_ACT, "registration.accept|-\n");
    expect_seats(9, SEATS + 2);
}
END_TEST

START_TEST(overtaking_and_overbooking__keep_both_reasons)
{
    struct questions sheet = { 0 };
    int64_t waiting[3];

    let_three_wait(waiting);
    ck_assert(!accept(at, waiting[1], &sheet));
    ck_assert(question_is_open(&sheet, QUESTION_OVERTAKE));
    ck_assert(question_is_open(&sheet, QUESTION_SEAT));
    question_reply(&sheet, QUESTION_OVERTAKE, QUESTION_YES, "she speaks");
    ck_assert(!accept(at, waiting[1], &sheet));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "a chair more");
    ck_assert_msg(accept(at, waiting[1], &sheet), "%s", err.message);
    questions_clear(&sheet);
    office_expect(SQL_LAST_ACT,
                  "registration.overbook|overtake: she speaks; overbook: a chair more\n");
    expect_seats(SEATS, SEATS + 1);
}
END_TEST

START_TEST(the_desk__lets_nobody_overtake)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    int64_t waiting[3];

    let_three_wait(waiting);
    free_seats_unseen();
    ck_assert(!accept(desk, waiting[1], office_answer(QUESTION_OVERTAKE, "she speaks")));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(accept(desk, waiting[0], NULL));
    atelier_close(desk);
}
END_TEST

/* Who comes from elsewhere takes no seat that somebody waits for, either. */
START_TEST(the_revived_and_the_newcomer__overtake__who_waits)
{
    struct register_outcome outcome;
    int64_t waiting[3];
    int64_t registration;

    let_three_wait(waiting);
    ck_assert(register_find(at, meeting, anna, &registration, &err));
    ck_assert(act(registration, REGISTRATION_WITHDRAW, NULL));
    ck_assert(act(registration, REGISTRATION_REVIVE, NULL));
    office_expect(
        "SELECT state, rank FROM registration_view WHERE family = 'Müller' AND rank > 0",
        "waiting|4\n");

    int64_t newcomer = office_add_person(at, "Olsen", "Olaf");
    ck_assert(!add(at, newcomer, "a chair more", &outcome));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_ptr_nonnull(strstr(err.message, "3 people wait longer"));
    ck_assert(add(at, newcomer, NULL, &outcome));
    ck_assert_int_eq(outcome.state, REGISTRATION_WAITING);
    expect_seats(SEATS, 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, one_question__serves_all_whom_it_concerns);
    tcase_add_test(tests, who_is_left_of_several__is_who_waits_shortest);
    tcase_add_test(tests, overtaking__asks__and_names_who_is_first);
    tcase_add_test(tests, overtaking_and_overbooking__keep_both_reasons);
    tcase_add_test(tests, the_desk__lets_nobody_overtake);
    tcase_add_test(tests, the_revived_and_the_newcomer__overtake__who_waits);
}

SUITE_MAIN("overtake")
