/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats_test.c - who takes a seat, and when one is left (rule 2) */
#include "atelier/domain/seats.h"

#include <string.h>

#include "support/suite.h"

START_TEST(rule__seats__accepted_and_offered_participants)
{
    struct seat_rule rule;

    seat_rule_init(&rule, false, false, false);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            ck_assert_int_eq(
                rule.takes[state][role],
                role == REGISTRATION_PARTICIPANT &&
                    (state == REGISTRATION_ACCEPTED || state == REGISTRATION_OFFERED));
}

START_TEST(rule__obeys__its_three_switches)
{
    struct seat_rule rule;

    seat_rule_init(&rule, true, false, false);
    ck_assert(rule.takes[REGISTRATION_PENDING][REGISTRATION_PARTICIPANT]);
    ck_assert(!rule.takes[REGISTRATION_PENDING][REGISTRATION_SPEAKER]);
    seat_rule_init(&rule, false, true, false);
    ck_assert(rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_SPEAKER]);
    ck_assert(!rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_STAFF]);
    ck_assert(!rule.takes[REGISTRATION_PENDING][REGISTRATION_SPEAKER]);
    seat_rule_init(&rule, true, false, true);
    ck_assert(rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_STAFF]);
    ck_assert(rule.takes[REGISTRATION_PENDING][REGISTRATION_STAFF]);
}

START_TEST(rule__seats_nobody__who_is_history_or_only_invited)
{
    struct seat_rule rule;

    seat_rule_init(&rule, true, true, true);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (!registration_is_live((enum registration_state)state) ||
                state == REGISTRATION_INVITED || state == REGISTRATION_WAITING)
                ck_assert(!rule.takes[state][role]);
}

START_TEST(free__is_never__below_zero)
{
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 39 }), 1);
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 40 }), 0);
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 43 }), 0);
    ck_assert(seats_free(&(struct seats){ .seats = NUMBER_NONE, .taken = 43 }) ==
              NUMBER_NONE);
}

START_TEST(fit__gives__the_last_seat_and_no_more)
{
    struct seats seats = { .seats = 2, .taken = 1 };

    ck_assert(seats_fit(&seats, 1));
    ck_assert(!seats_fit(&seats, 2));
    seats.taken = 2;
    ck_assert(!seats_fit(&seats, 1));
    ck_assert(seats_fit(&seats, 0));
}

START_TEST(fit__has_no_limit__where_there_is_none)
{
    struct seats seats = { .seats = NUMBER_NONE, .taken = 1000 };

    ck_assert(seats_fit(&seats, INT64_MAX));
}

START_TEST(fit__refuses_all__when_there_are_no_seats_at_all)
{
    ck_assert(!seats_fit(&(struct seats){ .seats = 0 }, 1));
}

START_TEST(full_meeting__is_a_question__with_both_figures)
{
    struct questions sheet = { 0 };
    struct error err;

    ck_assert(!seats_ask(&(struct seats){ .seats = 40, .taken = 41 }, 1, &sheet, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert(question_is_open(&sheet, QUESTION_SEAT));
    ck_assert_ptr_nonnull(strstr(err.message, "41 of 40 seats are taken"));

    ck_assert(!seats_ask(&(struct seats){ .seats = 1, .taken = 1 }, 1, &sheet, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "1 of 1 seat is taken"));

    ck_assert(!seats_ask(&(struct seats){ .seats = 40, .taken = 38 }, 5, NULL, &err));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert_ptr_nonnull(strstr(err.message, "2 seats are free and 5"));
    questions_clear(&sheet);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, rule__seats__accepted_and_offered_participants);
    tcase_add_test(tests, rule__obeys__its_three_switches);
    tcase_add_test(tests, rule__seats_nobody__who_is_history_or_only_invited);
    tcase_add_test(tests, free__is_never__below_zero);
    tcase_add_test(tests, fit__gives__the_last_seat_and_no_more);
    tcase_add_test(tests, fit__has_no_limit__where_there_is_none);
    tcase_add_test(tests, fit__refuses_all__when_there_are_no_seats_at_all);
    tcase_add_test(tests, full_meeting__is_a_question__with_both_figures);
}

SUITE_MAIN("seats")
