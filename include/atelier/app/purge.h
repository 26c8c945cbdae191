/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge.h - people whom nothing keeps any more are erased, each by an act of their own
 *
 * Due is whoever was to be kept until a day that has passed: their own, else by the
 * setting keep_years.  Whoever is on a list to come, belongs to a group, works here, or
 * stands on a list that a funder may still ask to see stays, and it is said why.
 */
#ifndef ATELIER_APP_PURGE_H
#define ATELIER_APP_PURGE_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/base/work.h"

/* Somebody who is due. */
struct purged {
    int64_t person;
    char *title;       /* as they were called before */
    struct date until; /* they were to be kept */
    bool own_day;      /* it stood with them; else it follows from the setting */
    char *stays;       /* why they stay, a sentence; NULL: they are erased */
};

struct purge_outcome {
    struct purged *items; /* the longest due first */
    size_t count;
    size_t capacity;
    size_t erased; /* or would be */
};
void purge_outcome_clear(struct purge_outcome *outcome);

/* Erases all who are due and kept by nothing, for that reason; what was written when it
 * fails or is stopped is in the outcome.  With `dry_run` nobody, and the outcome is the
 * same. */
bool purge_people(struct atelier *at, const char *reason, bool dry_run,
                  work_progress *progress, void *context, struct purge_outcome *outcome,
                  struct error *err);

/* Adds a line for each, those who are erased first, at most so many of either; with
 * `dry_run` in words of what would be. */
void purge_outcome_say(const struct purge_outcome *outcome, bool dry_run, size_t most,
                       struct buffer *text);

#endif
