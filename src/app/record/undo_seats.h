/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_seats.h - the meetings whose list or seats an undo changes: may it, and is there a
 * seat for whoever comes back (rules 2, 3 and 7)?
 */
#ifndef ATELIER_APP_UNDO_SEATS_H
#define ATELIER_APP_UNDO_SEATS_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/question.h"
#include "enrolment/seat_survey.h"
#include "session/session.h"

struct undo_meeting {
    int64_t id;
    int64_t taken;   /* before the undo */
    int64_t allowed; /* before the act that is undone, when more than the seats; else 0 */
    int64_t seats;   /* before the undo */
    bool final;      /* its list was, before the undo */
    bool limited;    /* the act changed what limits them */
    struct seat_survey survey; /* before the undo */
    struct seat_survey past;   /* before the act */
};

/* A zeroed struct holds none. */
struct undo_seats {
    struct undo_meeting *meetings;
    size_t count;
    size_t capacity;
};

/* Before the undo: how full the meetings of the act are, and were before it. */
bool undo_seats_measure(struct atelier *at, int64_t act, struct undo_seats *seats,
                        struct error *err);

/* After it, inside the same operation.  ERROR_RULE when the list of a meeting is final;
 * QUESTION_SEAT when a seat that would be taken again has been given away since,
 * QUESTION_QUOTA when a quota keeps from it: who was there before the act may come back
 * unasked. */
bool undo_seats_check(struct atelier *at, const struct undo_seats *seats,
                      struct questions *questions, struct error *err);

void undo_seats_clear(struct undo_seats *seats);

#endif
