/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_undo_office.h - the office of settle_office.h, and acts of it that are undone */
#ifndef ATELIER_TESTS_SETTLE_UNDO_OFFICE_H
#define ATELIER_TESTS_SETTLE_UNDO_OFFICE_H

#include "settle_office.h"

static inline int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

static inline void
expect_undone(int64_t number)
{
    err = (struct error){ 0 };
    ck_assert_msg(undo_act(at, number, NULL, &entry, &err), "%s", err.message);
}

static inline void
overbook(int64_t person)
{
    struct register_request request = { .meeting = meeting, .person = person };

    request.questions = office_answer(QUESTION_SEAT, "the mayor");
    question_reply(request.questions, QUESTION_OVERTAKE, QUESTION_YES, "the mayor");
    question_reply(request.questions, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
}

/* Cem was offered the seat that Ada left, before the slip. */
static inline void
offer_to_cem(void)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}

#endif
