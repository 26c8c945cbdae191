/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_seats.h - the way to a seat in a workshop: register, withdraw, move, wish
 *
 * Rule 5: a seat belongs to somebody who is on the list of the meeting, fits the seats
 * and quotas of the workshop, and no two of a person's overlap.  Whether there is one is
 * asked by the rule of meetings (seating.h); a freed one never goes to a newcomer while
 * somebody waits (rule 4).
 */
#ifndef ATELIER_APP_WORKSHOP_SEATS_H
#define ATELIER_APP_WORKSHOP_SEATS_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/question.h"
#include "atelier/domain/workshop_choice.h"

struct workshop_outcome {
    enum workshop_choice_state state; /* seated or waiting; of who left: withdrawn */
    bool already;                     /* was so before; nothing was written */
    bool overbooked;
    int64_t taken; /* after it */
    int64_t seats; /* NUMBER_NONE: no limit */
    int64_t next;  /* who waits first for a seat that is free now, where none is given of
                      itself; 0: nobody */
};

/* Somebody among several: who, what was answered for them, and what came of it. */
struct workshop_person {
    int64_t person;
    struct questions *questions; /* a sheet of their own; NULL: nothing can be answered */
    struct workshop_outcome outcome;
    struct error refusal; /* of kind ERROR_NONE: done */
};

/*
 * Gives each a seat, in one act of the journal.  Who is not on the list, sits elsewhere
 * at that time, or of whom something must be asked first is passed over with the reason
 * (rule 11), and so is whoever comes with a refusal.  Where no seat is free they wait if
 * the meeting keeps a list, else QUESTION_SEAT, QUESTION_QUOTA, QUESTION_OVERTAKE are
 * asked; who waits already and is registered again is asked them too.  False: nothing was
 * done, with the last refusal.
 */
bool workshop_register(struct atelier *at, int64_t workshop,
                       struct workshop_person *people, size_t count, struct error *err);

/* Takes each out of the workshop or off its waiting list; a wish goes with it.  What it
 * frees goes on to who waits, where the meeting gives seats of itself. */
bool workshop_withdraw(struct atelier *at, int64_t workshop,
                       struct workshop_person *people, size_t count, struct error *err);

/* From one workshop into another of the meeting, in one act: a seat or a question, never
 * a wait.  Who only waited there gives up waiting. */
bool workshop_move(struct atelier *at, int64_t workshop, int64_t other,
                   struct workshop_person *person, struct error *err);

/*
 * Notes what somebody wishes for, the best first; the order counts within each slot.  The
 * lists of the slots of these workshops are replaced, all lists when there is none; a
 * list that is the same keeps its time.  Who sits keeps the seat.  ERROR_RULE once the
 * last day of the meeting for wishes is over.
 */
bool workshop_wish(struct atelier *at, int64_t meeting, int64_t person,
                   const int64_t *workshops, size_t count, struct error *err);

/* Calls it off, with a reason: whoever sits or waits there no longer does.  A sentence
 * that says who they are is added to `told`, which may be NULL. */
bool workshop_cancel(struct atelier *at, int64_t workshop, const char *reason,
                     struct buffer *told, struct error *err);

/* Plans one again that was called off; nobody comes back to it of themselves. */
bool workshop_revive(struct atelier *at, int64_t workshop, struct error *err);

/* Adds why somebody sits where they sit, a line each workshop that they chose, with what
 * keeps them from those that they wished for more. */
bool workshop_why(struct atelier *at, int64_t meeting, int64_t person,
                  struct buffer *text, struct error *err);

#endif
