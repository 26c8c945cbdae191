/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_bulk.h - one thing done with several registrations, in one act of the journal
 *
 * Rule 11: whom the rules refuse is left as they were, with the reason, and what a dry
 * run tells is what the act does.  All is decided inside the transaction.
 */
#ifndef ATELIER_APP_REGISTER_BULK_H
#define ATELIER_APP_REGISTER_BULK_H

#include "atelier/app/register.h"

enum bulk_deed {
    BULK_ACT,     /* accepted, declined, withdrawn: as by register_act() */
    BULK_MOVE,    /* registered at another meeting, and withdrawn here */
    BULK_CATEGORY /* counted with another category on this list alone, see rule 7 */
};

struct bulk_request {
    const int64_t *registrations;
    size_t count;
    enum bulk_deed deed;
    enum registration_act act;   /* of BULK_ACT */
    int64_t target;              /* the other meeting, or the category */
    const char *reason;          /* as by register_act(); may be NULL */
    struct questions *questions; /* NULL: nothing can be answered */
    bool asks;    /* what nobody answered is asked, once for all whom it concerns, and
                     nothing is done before; else those are passed over */
    bool dry_run; /* tells, asks nothing, and writes nothing */
};

/* What came of one of them. */
struct bulk_row {
    int64_t registration;
    int64_t person;                  /* 0: a colleague removed the row */
    enum registration_state before;  /* of that registration */
    struct register_outcome outcome; /* of a move: at the other meeting */
    struct error refusal;            /* of kind ERROR_NONE: it is done */
};

/* Starts as zeros; bulk_outcome_clear() frees it. */
struct bulk_outcome {
    struct bulk_row *rows; /* in the order of the act: who waits longest comes first */
    size_t count;
    size_t done;
    bool passes_on;              /* a dry run frees seats for which people wait */
    struct register_given given; /* who got them, after the act */
};

/* False: nothing was done.  Nobody to whom it applies is no error: outcome->done is 0. */
bool register_bulk(struct atelier *at, const struct bulk_request *request,
                   struct bulk_outcome *outcome, struct error *err);
void bulk_outcome_clear(struct bulk_outcome *outcome);

/* Adds who comes to stand how, a line a state, and who is left as they were, a line a
 * reason; of each line at most so many by name. */
void bulk_outcome_say(struct atelier *at, const struct bulk_request *request,
                      const struct bulk_outcome *outcome, size_t names,
                      struct buffer *text);

#endif
