/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_asking.h - what is asked before somebody takes a seat that is not there, in a
 * meeting or in a workshop
 *
 * Each question whose answer stands on the sheet is passed, if the login may give that
 * answer.  All others are put at once.
 */
#ifndef ATELIER_APP_SEAT_ASKING_H
#define ATELIER_APP_SEAT_ASKING_H

#include "atelier/app/seat_passed.h"
#include "enrolment/seat_survey.h"
#include "session/session.h"

struct seat_asking {
    struct atelier *at;
    const struct meeting *meeting;
    struct questions *questions;
    const struct seating_verdict *verdict;
    /* Adds what blocks that the question is about; NULL: as seat_survey_say_of() does. */
    void (*say)(const void *context, const struct seating_verdict *verdict,
                enum question_kind kind, struct buffer *text);
    const void *context;
    int64_t ahead;             /* those who wait longer */
    int64_t first;             /* the registration of the first of them */
    struct seat_passed passed; /* which of them it decided to do */
};

/* Rules 2 and 4.  False: ERROR_QUESTION, or the login may not answer so. */
bool seat_asking_pass(struct seat_asking *asking, struct error *err);

#endif
