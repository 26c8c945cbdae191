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
#include "undo/undo_answers.h"
#include "undo/undo_workshops.h"

struct undo_meeting {
    int64_t id;
    bool final;                /* its list was, before the undo */
    bool gives;                /* free seats went to those who wait, before the undo */
    bool shuts;                /* and do not any more */
    struct seat_survey survey; /* before the undo */
    struct seat_survey past;   /* before the act */
    struct undo_workshops workshops;
    struct undo_answers answers;
};

/* A zeroed struct holds none. */
struct undo_seats {
    int64_t act;  /* the one that is undone */
    bool by_rule; /* it changed which states and roles take a seat */
    struct undo_meeting *meetings;
    size_t count;
    size_t capacity;
};

/* Before the undo: which meetings the act is about, and how full they are. */
bool undo_seats_measure(struct atelier *at, int64_t act, struct undo_seats *seats,
                        struct error *err);

/* After it, inside the same operation.  Rule 7: ERROR_RULE when the list of a meeting
 * that is cancelled or closed would change. */
bool undo_seats_check_open(struct atelier *at, const struct undo_seats *seats,
                           struct error *err);

/* And then.  Offers that nobody answered are taken back where
 * what comes back leaves no seat for them, those that were made since the act first, and
 * all of these where the undo closes registration or ends the waiting list: who had one
 * waits again, as before it.  QUESTION_SEAT when a seat that would be taken again has
 * been given away since, or seats that go with the act are taken by people who came in
 * since, QUESTION_QUOTA when a quota keeps from it: who was there before the act may come
 * back unasked, but keeps no offer that was made since. */
bool undo_seats_check(struct atelier *at, struct undo_seats *seats,
                      struct questions *questions, struct error *err);

/* Whether free seats of that meeting go to those who wait, today. */
bool undo_seats_gives(struct atelier *at, int64_t meeting);

void undo_seats_clear(struct undo_seats *seats);

#endif
