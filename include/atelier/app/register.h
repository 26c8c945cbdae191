/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register.h - the way to a seat: register, accept, decline, withdraw, revive
 *
 * Rules 1 to 4.  Every way to a seat passes register_add(), register_act() or
 * register_substitute() of substitute.h.
 */
#ifndef ATELIER_APP_REGISTER_H
#define ATELIER_APP_REGISTER_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/app/seat_passed.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seating.h"
#include "atelier/domain/seats.h"

struct answer_typed;

struct register_request {
    int64_t meeting;
    int64_t person;
    enum registration_role role;
    enum registration_source source;
    const char *note;
    bool has_come;               /* a seat or a question: never a wait, or an approval */
    struct questions *questions; /* NULL: nothing can be answered */
    /* What they answer to the questions of the meeting, in the same act. */
    const struct answer_typed *typed;
    size_t typed_count;
};

/* Seats that an act freed, and who got them from the waiting list: a seat is offered, or
 * given at once where the meeting wants that.  Or those who were pending when the meeting
 * stopped asking for a yes: who comes, how many wait for a seat, and how many stay what
 * they are, with what keeps them.  Or the offers of a meeting that took place or was
 * cancelled. */
struct register_given {
    size_t count;
    int64_t person;   /* the first of them */
    int64_t workshop; /* where, of a seat in a workshop; else 0 */
    enum registration_state state;
    bool were_pending;
    size_t waiting;
    size_t pending;
    enum register_hindrance {
        HINDERED_BY_OPENING, /* `day` is still to come */
        HINDERED_BY_CLOSING, /* `day` is past */
        HINDERED_BY_STATE,   /* `meeting_state` */
        HINDERED_BY_SEATS
    } hindrance;
    struct date day;
    enum meeting_state meeting_state;
    size_t lapsed; /* offers that ended with their meeting, unanswered */
    size_t came;   /* offers whose people were marked as there: accepted with it */
};

struct register_outcome {
    int64_t registration;
    enum registration_state state; /* accepted, pending (meeting.approval), or waiting */
    bool already;                  /* was live already, and stays as it was */
    bool answered;                 /* what they answer is noted, or noted anew */
    struct seat_passed passed;
    struct seats seats; /* after it */
    struct register_given given;
};

/*
 * Accepted when a seat is free (pending when the meeting wants approval).  An
 * invited person accepts; a withdrawn one is revived.  Where no seat is free, a quota
 * leaves none, or the seat is somebody's who waits: put on the waiting list when the
 * meeting keeps one, else QUESTION_SEAT or QUESTION_QUOTA.  A sheet that answers one of
 * them or QUESTION_OVERTAKE already wants the seat, not the list: what it does not answer
 * is asked.  The journal holds the reasons.  A closed or cancelled meeting, and a day on
 * which its registration is not open, are ERROR_RULE: for everybody, and for every way to
 * a seat.
 */
bool register_add(struct atelier *at, const struct register_request *request,
                  struct register_outcome *outcome, struct error *err);

/* Somebody among several: who, what was answered for them, and what came of it. */
struct register_added {
    int64_t person;
    struct questions *questions; /* a sheet of their own */
    struct register_outcome outcome;
    struct error refusal; /* of kind ERROR_NONE: they are on the list */
};

/* Several people by register_add(), in one act of the journal: whom the rules refuse, or
 * whom something must be asked about first, is passed over with the reason (rule 11), and
 * so is whoever comes with a refusal.  `request` says what they have in common.  What the
 * act gave to others who wait is told with the last of them.  False: nobody was added. */
bool register_add_many(struct atelier *at, const struct register_request *request,
                       struct register_added *people, size_t count, struct error *err);

/* `reason`: of an excuse, a refusal, a withdrawal; may be NULL.  Accepting somebody who
 * waits asks QUESTION_SEAT, QUESTION_QUOTA, and QUESTION_OVERTAKE when somebody waits
 * longer whom no quota keeps back (rule 4); whoever is accepted or revived otherwise
 * comes to the seat or to the list as by register_add().  A seat that it frees goes on to
 * who waits.  REGISTRATION_SUBSTITUTE is register_substitute()'s. */
bool register_act(struct atelier *at, int64_t registration, enum registration_act act,
                  const char *reason, struct questions *questions,
                  struct register_outcome *outcome, struct error *err);

/* What is known of a registration, but for its state: edit_change() of one, which can
 * ask. Whoever takes a seat by it, as by another role, is asked as by register_add(), and
 * the days of registration bind; a seat that is there may be counted with another quota,
 * where QUESTION_QUOTA is asked only of what the change makes worse. */
bool register_change(struct atelier *at, struct registration *registration,
                     struct questions *questions, struct error *err);

/* The same with what is answered to the questions of the meeting, in one act. */
bool register_change_answered(struct atelier *at, struct registration *registration,
                              const struct answer_typed *typed, size_t count,
                              struct questions *questions, struct error *err);

/* The live registration of a person at a meeting, else the newest; ERROR_NOT_FOUND when
 * there is none. */
bool register_find(struct atelier *at, int64_t meeting, int64_t person,
                   int64_t *registration, struct error *err);

/* Who was passed over, and why: each reason once, the rest when there are more.
 * register_skipped_clear() frees it. */
enum { REGISTER_REASONS = 4 };
struct register_skipped {
    size_t count; /* of them all */
    int64_t *ids; /* who they are, but for those who were removed */
    size_t id_count, id_capacity;
    struct {
        size_t count;
        struct error why;
    } reasons[REGISTER_REASONS];
    size_t reason_count;
};

/* One more, whose reason is told once for all who share it. */
void register_skipped_add(struct register_skipped *skipped, int64_t registration,
                          const struct error *why);
void register_skipped_clear(struct register_skipped *skipped);

/* What the acts since the last call gave out besides what their outcomes say: after more
 * seats, a quota, a setting or an undo.  False: nothing is to be said. */
bool register_given_take(struct atelier *at, struct register_given *given);

/* Whether there is nothing to say of it. */
bool register_given_is_empty(const struct register_given *given);

/* Adds the sentences that say to whom freed seats went, who stays pending and what to do
 * with them, and what became of offers; false where there is nothing to say. */
bool register_given_say(struct atelier *at, const struct register_given *given,
                        struct buffer *text);

/* Why somebody has no seat.  register_reasons_clear() frees it. */
struct register_reasons {
    enum registration_state state;
    size_t place; /* on the waiting list, from 1; 0: not on it */
    size_t waiting;
    size_t ahead;                   /* whoever waits longer, for the same */
    struct seating_verdict verdict; /* the limits that block */
    struct buffer text;             /* all of it in a sentence or two, with names */
};

/* The place on the list, and what blocks; of others how they stand.  The reasons are
 * zeroed, or from before. */
bool register_why(struct atelier *at, int64_t registration,
                  struct register_reasons *reasons, struct error *err);
/* The same of somebody who is not on the list, as for a newcomer: nothing is written. */
bool register_why_newcomer(struct atelier *at, int64_t meeting, int64_t person,
                           struct register_reasons *reasons, struct error *err);
void register_reasons_clear(struct register_reasons *reasons);

/* Gives out what the day has brought, once a day: what holds left free that ended before,
 * and all that is free where registration opens.  The first act of a day does it too. */
void register_settle_released(struct atelier *at);

#endif
