/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_state_test.c - the ways of a registration through its states */
#include <string.h>

#include "atelier/domain/registration.h"

#include "support/suite.h"

enum { ACTS = REGISTRATION_SUBSTITUTE + 1 };

START_TEST(passages__are__those_of_the_design)
{
    static const struct {
        enum registration_state from;
        enum registration_act act;
        enum registration_state to;
    } allowed[] = {
        { REGISTRATION_INVITED, REGISTRATION_ACCEPT, REGISTRATION_ACCEPTED },
        { REGISTRATION_INVITED, REGISTRATION_DECLINE, REGISTRATION_DECLINED },
        { REGISTRATION_INVITED, REGISTRATION_EXCUSE, REGISTRATION_EXCUSED },
        { REGISTRATION_PENDING, REGISTRATION_ACCEPT, REGISTRATION_ACCEPTED },
        { REGISTRATION_PENDING, REGISTRATION_DECLINE, REGISTRATION_WITHDRAWN },
        { REGISTRATION_PENDING, REGISTRATION_REFUSE, REGISTRATION_REFUSED },
        { REGISTRATION_PENDING, REGISTRATION_WITHDRAW, REGISTRATION_WITHDRAWN },
        { REGISTRATION_WAITING, REGISTRATION_ACCEPT, REGISTRATION_ACCEPTED },
        { REGISTRATION_WAITING, REGISTRATION_DECLINE, REGISTRATION_WITHDRAWN },
        { REGISTRATION_WAITING, REGISTRATION_WITHDRAW, REGISTRATION_WITHDRAWN },
        { REGISTRATION_OFFERED, REGISTRATION_ACCEPT, REGISTRATION_ACCEPTED },
        { REGISTRATION_OFFERED, REGISTRATION_DECLINE, REGISTRATION_DECLINED },
        { REGISTRATION_OFFERED, REGISTRATION_WITHDRAW, REGISTRATION_WITHDRAWN },
        { REGISTRATION_ACCEPTED, REGISTRATION_DECLINE, REGISTRATION_WITHDRAWN },
        { REGISTRATION_ACCEPTED, REGISTRATION_EXCUSE, REGISTRATION_EXCUSED },
        { REGISTRATION_ACCEPTED, REGISTRATION_WITHDRAW, REGISTRATION_WITHDRAWN },
        { REGISTRATION_INVITED, REGISTRATION_SUBSTITUTE, REGISTRATION_SUBSTITUTED },
        { REGISTRATION_OFFERED, REGISTRATION_SUBSTITUTE, REGISTRATION_SUBSTITUTED },
        { REGISTRATION_ACCEPTED, REGISTRATION_SUBSTITUTE, REGISTRATION_SUBSTITUTED },
        { REGISTRATION_DECLINED, REGISTRATION_REVIVE, REGISTRATION_ACCEPTED },
        { REGISTRATION_EXCUSED, REGISTRATION_REVIVE, REGISTRATION_ACCEPTED },
        { REGISTRATION_REFUSED, REGISTRATION_REVIVE, REGISTRATION_ACCEPTED },
        { REGISTRATION_LAPSED, REGISTRATION_REVIVE, REGISTRATION_ACCEPTED },
        { REGISTRATION_WITHDRAWN, REGISTRATION_REVIVE, REGISTRATION_ACCEPTED },
    };
    enum { ALLOWED = sizeof allowed / sizeof allowed[0] };
    int passages = 0;

    for (int i = 0; i < ALLOWED; i++) {
        enum registration_state after;
        ck_assert(
            registration_state_after(allowed[i].from, allowed[i].act, &after, NULL));
        ck_assert_int_eq(after, allowed[i].to);
    }
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int act = 0; act < ACTS; act++) {
            enum registration_state after;
            passages += registration_state_after(
                (enum registration_state)state, (enum registration_act)act, &after, NULL);
        }
    ck_assert_int_eq(passages, ALLOWED);
}

START_TEST(history__comes_back__by_revival_only)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int act = 0; act < ACTS; act++) {
            enum registration_state after;

            if (registration_is_live((enum registration_state)state) ||
                !registration_state_after((enum registration_state)state,
                                          (enum registration_act)act, &after, NULL))
                continue;
            ck_assert_int_eq(act, REGISTRATION_REVIVE);
            ck_assert(registration_is_live(after));
        }
}

START_TEST(the_living__need__no_revival)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++) {
        enum registration_state after;

        if (registration_is_live((enum registration_state)state))
            ck_assert(!registration_state_after((enum registration_state)state,
                                                REGISTRATION_REVIVE, &after, NULL));
    }
}

START_TEST(every_live_state__has__a_way_out_of_the_list)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++) {
        bool out = false;

        for (int act = 0; act < ACTS; act++) {
            enum registration_state after;

            out = out ||
                  (registration_state_after((enum registration_state)state,
                                            (enum registration_act)act, &after, NULL) &&
                   !registration_is_live(after));
        }
        ck_assert_int_eq(out, registration_is_live((enum registration_state)state));
    }
}

START_TEST(live__are__those_who_may_still_come)
{
    static const bool live[REGISTRATION_STATE_COUNT] = {
        [REGISTRATION_INVITED] = true,  [REGISTRATION_PENDING] = true,
        [REGISTRATION_WAITING] = true,  [REGISTRATION_OFFERED] = true,
        [REGISTRATION_ACCEPTED] = true,
    };

    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        ck_assert_int_eq(registration_is_live((enum registration_state)state),
                         live[state]);
}

START_TEST(refusal__says_what_is_possible__and_changes_nothing)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int act = 0; act < ACTS; act++) {
            struct error err = { 0 };
            enum registration_state after = REGISTRATION_STATE_COUNT;

            if (registration_state_after((enum registration_state)state,
                                         (enum registration_act)act, &after, &err))
                continue;
            ck_assert_int_eq(err.kind, ERROR_RULE);
            ck_assert_int_eq((int)after, REGISTRATION_STATE_COUNT);
            ck_assert_uint_gt(strlen(err.message), 20);
        }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, passages__are__those_of_the_design);
    tcase_add_test(tests, history__comes_back__by_revival_only);
    tcase_add_test(tests, the_living__need__no_revival);
    tcase_add_test(tests, every_live_state__has__a_way_out_of_the_list);
    tcase_add_test(tests, live__are__those_who_may_still_come);
    tcase_add_test(tests, refusal__says_what_is_possible__and_changes_nothing);
}

SUITE_MAIN("registration_state")
