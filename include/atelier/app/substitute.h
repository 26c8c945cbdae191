/* SPDX-License-Identifier: GPL-3.0-or-later */
/* substitute.h - somebody comes in the place of somebody else: who, and who is proposed
 *
 * Rule 3: by the same enrolment as every way to a seat.
 */
#ifndef ATELIER_APP_SUBSTITUTE_H
#define ATELIER_APP_SUBSTITUTE_H

#include "atelier/app/register.h"

struct substitute_request {
    int64_t registration;      /* in whose place */
    int64_t person;            /* who comes */
    enum registration_act act; /* what becomes of the first: REGISTRATION_SUBSTITUTE; or
                                * excused, with a seat that is passed on; or declined or
                                * withdrawn, where there is none to pass on */
    bool invites;              /* without a seat: invited, not registered */
    const char *reason;        /* may be NULL */
    struct questions *questions;
};

/*
 * In one act, the person comes in the place of somebody on the list; the outcome is
 * theirs, and their registration says for whom.
 *
 * A seat that is accepted or offered stays the same seat: no free seat and nobody who
 * waits matters, and QUESTION_QUOTA is put only for a quota that did not concern the one
 * who leaves.  The days bind who takes an offer, as they bind the yes to it.  Role and
 * note go on; name, organisation and category are those of now. Without a seat the person
 * comes as by register_add().  Somebody who is on the list already is ERROR_RULE, but for
 * who is invited or waits for the seat.
 */
bool register_substitute(struct atelier *at, const struct substitute_request *request,
                         struct register_outcome *outcome, struct error *err);

/* Starts as zeros; register_alternates_clear() frees it. */
struct register_alternates {
    int64_t *persons; /* by name */
    size_t count;
    size_t capacity;
    enum registration_state state; /* of the registration */
    bool has_seat;                 /* there is one that they could take over */
};

/* Who stands in for the person of a registration: alternates of theirs in the group on
 * the day of the meeting, who could come and are not there yet. */
bool register_alternates(struct atelier *at, int64_t registration,
                         struct register_alternates *list, struct error *err);
void register_alternates_clear(struct register_alternates *list);

/* Adds the sentence that names them; false where there are none. */
bool register_alternates_say(struct atelier *at, const struct register_alternates *list,
                             struct buffer *text);

#endif
