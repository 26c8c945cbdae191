/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk_in.h - somebody whom nobody expects stands at the desk: onto the list, and marked
 * as present, in one act
 */
#ifndef ATELIER_APP_WALK_IN_H
#define ATELIER_APP_WALK_IN_H

#include "atelier/app/attend.h"
#include "atelier/app/register.h"

struct walk_in_request {
    int64_t meeting;
    int64_t person;
    int64_t slot; /* as in struct attend_request */
    enum attend_place place;
    const char *means;           /* of the mark */
    const char *note;            /* of the registration */
    struct questions *questions; /* NULL: nothing can be answered */
};

struct walk_in_outcome {
    struct register_outcome registration; /* .already: they had their seat */
    struct attend_outcome attendance;     /* .already: they were marked */
};

void walk_in_outcome_init(struct walk_in_outcome *outcome);
void walk_in_outcome_clear(struct walk_in_outcome *outcome);

/*
 * Registers by the rules of register_add() and marks by those of attend_mark(); both or
 * neither, and one undo takes back both.  Whoever has come does not wait, nor for an
 * approval: where no seat is free it is QUESTION_SEAT or its like.  Somebody who was
 * invited or waits is accepted, somebody who has a seat is only marked.  The outcome was
 * initialised by the caller.
 */
bool walk_in_add(struct atelier *at, const struct walk_in_request *request,
                 struct walk_in_outcome *outcome, struct error *err);

#endif
