/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_cards.h - badges and place cards of those who are expected at a meeting
 *
 *     job = cards_job_start(at, &request, &destination, &err);
 *     let child_step(cards_job_child(job)) run to its end, by a loop or child_wait();
 *     cards_job_end(job, child, &outcome, &err);
 */
#ifndef ATELIER_APP_PRINT_CARDS_H
#define ATELIER_APP_PRINT_CARDS_H

#include "atelier/app/atelier.h"
#include "atelier/app/print_destination.h"
#include "atelier/domain/printed_cards.h"

enum card_kind {
    CARD_BADGE, /* with a code that the door reads */
    CARD_PLACE  /* folded, for the table */
};

/* The size when none is asked for, in millimetres. */
enum {
    CARD_BADGE_WIDTH = 90,
    CARD_BADGE_HEIGHT = 54,
    CARD_PLACE_WIDTH = 100,
    CARD_PLACE_HEIGHT = 90,
    CARD_BADGE_WIDTH_LEAST = 50, /* its code must have room */
    CARD_BADGE_HEIGHT_LEAST = 45
};

struct cards_request {
    int64_t meeting;
    enum card_kind kind;
    int64_t width; /* millimetres; 0: the usual ones */
    int64_t height;
};

/* What would be printed; the caller clears it.  Who is remote has no card. */
bool cards_read(struct atelier *at, const struct cards_request *request,
                struct printed_cards *cards, struct error *err);

struct cards_job;

/* NULL when it cannot be begun.  Texts of the destination are copied. */
struct cards_job *cards_job_start(struct atelier *at, const struct cards_request *request,
                                  const struct print_destination *destination,
                                  struct error *err);

/* The child that prints: the caller's from now on, who frees it after cards_job_end(). */
struct child *cards_job_child(struct cards_job *job);

/* Instead of cards_job_end(): no file is left. */
void cards_job_discard(struct cards_job *job);

struct cards_outcome {
    int64_t count;        /* of cards */
    bool replaced;        /* an older file was there */
    struct buffer missed; /* as print_missed_add() has it */
};

void cards_outcome_clear(struct cards_outcome *outcome);

/* Puts the document in its place, and frees the job, also when that fails. */
bool cards_job_end(struct cards_job *job, const struct child *child,
                   struct cards_outcome *outcome, struct error *err);

#endif
