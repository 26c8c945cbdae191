/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register.h - the door to a seat: register, accept, decline, withdraw, revive
 *
 * Rules 1 to 4.  Every way to a seat passes register_add() or register_act().
 */
#ifndef ATELIER_APP_REGISTER_H
#define ATELIER_APP_REGISTER_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seats.h"

struct register_request {
    int64_t meeting;
    int64_t person;
    enum registration_role role;
    enum registration_source source;
    const char *note;
    const char *overbook; /* the reason, when the person said so knowingly; else NULL */
};

struct register_outcome {
    int64_t registration;
    enum registration_state state; /* accepted, pending (meeting.approval), or waiting */
    bool already;                  /* was live already; nothing was written */
    bool overbooked;
    struct seats seats; /* after it */
};

/*
 * Accepted when a seat is free (pending when the meeting wants approval).  An
 * invited person accepts; a withdrawn one is revived.  A full meeting: put on the waiting
 * list when the meeting keeps one, else ERROR_QUESTION with field "overbook" and both
 * figures; with a reason and MAY_OVERBOOK it is done, and the journal holds the reason.
 * A closed, cancelled or past registration period is ERROR_RULE.
 */
bool register_add(struct atelier *at, const struct register_request *request,
                  struct register_outcome *outcome, struct error *err);

/* `reason`: of an excuse, a refusal, a withdrawal; of the overbooking when accepting or
 * reviving needs one (ERROR_QUESTION, field "overbook", asked first); may be NULL. */
bool register_act(struct atelier *at, int64_t registration, enum registration_act act,
                  const char *reason, struct register_outcome *outcome,
                  struct error *err);

/* The live registration of a person at a meeting, else the newest; ERROR_NOT_FOUND when
 * there is none. */
bool register_find(struct atelier *at, int64_t meeting, int64_t person,
                   int64_t *registration, struct error *err);

/* Who was passed over, and why: each reason once, the rest when there are more. */
enum { REGISTER_REASONS = 4 };
struct register_skipped {
    size_t count; /* of them all */
    struct {
        size_t count;
        struct error why;
    } reasons[REGISTER_REASONS];
    size_t reason_count;
};

/* Several at once, in one act of the journal.  Skips those whom the rules refuse and
 * those whom a colleague has removed (rule 11). */
bool register_act_many(struct atelier *at, const int64_t *registrations, size_t count,
                       enum registration_act act, const char *reason, size_t *done,
                       struct register_skipped *skipped, struct error *err);

#endif
