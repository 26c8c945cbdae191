/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk_in.h - somebody whom nobody expects stands at the desk: onto the list, and marked
 * as present, in one act
 */
#ifndef ATELIER_APP_WALK_IN_H
#define ATELIER_APP_WALK_IN_H

#include "atelier/app/attend.h"
#include "atelier/app/register.h"

/* Somebody whom nobody knows yet; all but the family name may be NULL. */
struct walk_in_newcomer {
    const char *family;
    const char *given;
    const char *organisation; /* by its name; one of none is added */
    const char *function;
    const char *email;
};

struct walk_in_request {
    int64_t meeting;
    int64_t person; /* 0: the newcomer */
    struct walk_in_newcomer newcomer;
    int64_t slot; /* as in struct attend_request */
    enum attend_place place;
    const char *means;           /* of the mark */
    const char *note;            /* of the registration */
    struct questions *questions; /* NULL: nothing can be answered */
};

struct walk_in_outcome {
    int64_t person; /* that it is; of a newcomer the one that was added or recognised */
    struct register_outcome registration; /* .already: they had their seat */
    struct attend_outcome attendance;     /* .already: they were marked */
    char *unanswered; /* "Meal, Train": what they are to answer still; or NULL */
};

void walk_in_outcome_init(struct walk_in_outcome *outcome);
void walk_in_outcome_clear(struct walk_in_outcome *outcome);

/*
 * Registers by the rules of register_add() and marks by those of attend_mark(); both or
 * neither, and one undo takes back both.  Whoever has come does not wait, nor for an
 * approval: where no seat is free it is QUESTION_SEAT or its like.  Somebody who was
 * invited or waits is accepted, somebody who has a seat is only marked.  A newcomer is
 * added in the same act, with organisation and post; QUESTION_DUPLICATE asks whether it
 * is one of those alike, and an undo leaves them known.  Whoever may let people in
 * answers all of it, past the seats too.  The outcome was initialised by the caller.
 */
bool walk_in_add(struct atelier *at, const struct walk_in_request *request,
                 struct walk_in_outcome *outcome, struct error *err);

#endif
