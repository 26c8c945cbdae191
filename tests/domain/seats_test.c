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

START_TEST(a_number__that_no_hall_holds__is_refused_and_named)
{
    struct error err = { 0 };

    ck_assert(seats_check(NUMBER_NONE, "seats", "Seats", &err));
    ck_assert(seats_check(0, "seats", "Seats", &err));
    ck_assert(seats_check(100000, "seats", "Seats", &err));
    ck_assert(!seats_check(100001, "people", "Seats", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "people");
    ck_assert_ptr_nonnull(strstr(err.message, "Seats: 100000"));
    ck_assert(!seats_check(-1, "seats", "Seats", &err));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, rule__seats__accepted_and_offered_participants);
    tcase_add_test(tests, rule__obeys__its_three_switches);
    tcase_add_test(tests, rule__seats_nobody__who_is_history_or_only_invited);
    tcase_add_test(tests, free__is_never__below_zero);
    tcase_add_test(tests, a_number__that_no_hall_holds__is_refused_and_named);
}

SUITE_MAIN("seats")
