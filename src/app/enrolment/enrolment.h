/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment.h - the one way to a seat (rules 1 to 4), inside an act that others began */
#ifndef ATELIER_APP_ENROLMENT_H
#define ATELIER_APP_ENROLMENT_H

#include "atelier/app/register.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/waiting_table.h"
#include "enrolment/seat_survey.h"
#include "session/session.h"

/* A meeting whose list is being changed: loaded once for many people. */
struct enrolment {
    struct atelier *at;
    struct meeting meeting;
    struct seat_survey survey;
    struct waiting_list waiting;  /* of turn.c: who waits, once somebody asked */
    struct waiting_list promised; /* who had their turn, and waits for a yes alone */
    bool knows_waiting;
    int64_t left; /* how many who wait were left by this act: nobody overtakes them */
    bool insists; /* whoever entered last wants a seat now, not the list */
    struct seat_passed passed; /* of the present person */
    bool frees;                /* a seat became free, by anybody of the act */
};

/* Of any meeting, to look at: nothing is written with it. */
bool enrolment_load(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
                    struct error *err);
/* ERROR_RULE when the list does not change any more. */
bool enrolment_open(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
                    struct error *err);
void enrolment_close(struct enrolment *enrolment);

/* Puts a person on the list, or gives them a seat; see register_add(). */
bool enrolment_enter(struct enrolment *enrolment, const struct register_request *request,
                     struct register_outcome *outcome, struct error *err);

/* An act on a registration of this meeting; see register_act(). */
bool enrolment_act(struct enrolment *enrolment, struct registration *registration,
                   enum registration_act act, const char *reason,
                   struct questions *questions, struct register_outcome *outcome,
                   struct error *err);

/* Whoever is offered a seat and is in the room has said yes, whatever the day: the offer
 * is accepted.  Nothing for any other registration: then *answered is false. */
bool enrolment_answer_by_coming(struct atelier *at, int64_t registration, bool *answered,
                                struct error *err);

/* Gives somebody who waits a seat that is free, in that state: offered or accepted;
 * where nobody has said yes to them yet, pending.  *given says which it was. */
bool enrolment_give(struct enrolment *enrolment, int64_t registration,
                    enum registration_state state, int64_t *person,
                    enum registration_state *given, struct error *err);

/* Puts a person on the list as invited: takes no seat. */
bool enrolment_invite(struct enrolment *enrolment, int64_t person, bool *invited,
                      struct error *err);

/* What is known of a registration of this meeting, but for its state; see
 * register_change(). */
bool enrolment_change(struct enrolment *enrolment, const struct registration *before,
                      struct registration *after, struct questions *questions,
                      struct error *err);

/* Whether an act on several leaves out whom that refusal is about, and goes on (rule 11).
 */
bool enrolment_passes_over(const struct error *refusal);

/* What the journal calls the act. */
enum act enrolment_journal_act(enum registration_act act);
/* The same when it is done: a no of somebody who was accepted, or waited, withdraws. */
enum act enrolment_act_done(enum registration_act act, enum registration_state after);

#endif
