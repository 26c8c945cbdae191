/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free_seat.c - who waits and could have a seat now, as settling sees it */
#include "enrolment/free_seat.h"

#include "enrolment/enrolment.h"
#include "enrolment/turn.h"

/* As if the seat were given: nothing is written. */
static void
give(struct enrolment *enrolment, const struct waiting *next)
{
    struct seat_survey *survey = &enrolment->survey;
    const struct registration before = { .state = REGISTRATION_WAITING };
    const struct registration after = { .head.id = next->registration,
                                        .state = REGISTRATION_ACCEPTED,
                                        .rank = NUMBER_NONE };

    seat_survey_reserve(survey, next->category, next->organisation,
                        seat_survey_takes(survey, REGISTRATION_ACCEPTED, next->role));
    survey->seats.state[REGISTRATION_WAITING]--;
    turn_follow(enrolment, &before, &after);
}

bool
free_seat_count(struct atelier *at, int64_t meeting, int64_t *people, struct error *err)
{
    struct enrolment enrolment = { .at = at };
    const struct waiting *next = NULL;

    *people = 0;
    bool ok = enrolment_load(&enrolment, at, meeting, err);
    while (ok && (ok = turn_next(&enrolment, &next, err)) && next) {
        give(&enrolment, next);
        ++*people;
    }
    enrolment_close(&enrolment);
    return ok;
}
