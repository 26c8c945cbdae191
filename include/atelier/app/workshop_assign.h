/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign.h - seats in workshops by wishes, for a whole meeting at once
 *
 * The rule is that of assignment.h.  Those who wait somewhere come to a seat that is free
 * before anybody who only wishes for it (rule 4); who is accepted at the meeting takes
 * part; who sits stays, unless told otherwise.
 */
#ifndef ATELIER_APP_WORKSHOP_ASSIGN_H
#define ATELIER_APP_WORKSHOP_ASSIGN_H

#include "atelier/app/atelier.h"
#include "atelier/domain/assignment.h"
#include "atelier/domain/workshop.h"

struct workshop_assign_request {
    int64_t meeting;
    bool dry_run;
    bool moves; /* whoever sits where they wished may come to sit elsewhere, or nowhere */
    int64_t seed; /* 0: one is drawn */
};

/* Somebody who waited for a workshop, and sits there now. */
struct workshop_assign_came {
    int64_t person;
    int64_t workshop;
};

struct workshop_assign_result {
    struct assignment assignment;
    struct workshop_list workshops; /* of the meeting */
    int64_t seed;
    struct workshop_assign_came *came; /* who waited, and came to a seat first */
    size_t waited;
    size_t seated;   /* seats given by this run, with those */
    size_t people;   /* who got them: somebody may get one in each slot */
    size_t without;  /* people who wished in some slot, and sit in no workshop of it */
    size_t sitting;  /* people who sat in some workshop before */
    size_t unseated; /* lists of one slot by which nobody sits */
    size_t moved;    /* sat elsewhere before */
    size_t outside;  /* wish, and are not accepted at the meeting: take no part */
};

/* One act of the journal, with the number drawn; none where nobody gets a seat.  A dry
 * run writes nothing and gives the same.  ERROR_RULE when the meeting does not change any
 * more, has no workshops, or nobody wished for one.  The result is zeroed; the caller
 * clears it.
 */
bool workshop_assign(struct atelier *at, const struct workshop_assign_request *request,
                     struct workshop_assign_result *result, struct error *err);
void workshop_assign_clear(struct workshop_assign_result *result);

/* Adds it in lines: of each slot how many got which wish, everybody who did not get the
 * first one with the reason, the names of those who did, workshops below their least
 * number, and the number drawn. */
void workshop_assign_say(struct atelier *at, const struct workshop_assign_result *result,
                         struct buffer *text);

/* Adds how many seats were given to how many people and who is without one, in a
 * sentence; of none, how many people sit already. */
void workshop_assign_say_sum(const struct workshop_assign_result *result,
                             struct buffer *text);

/* Adds why one list did not get its better wishes, in a sentence each. */
void workshop_assign_say_why(struct atelier *at,
                             const struct workshop_assign_result *result,
                             const struct assignment_place *place, struct buffer *text);

#endif
