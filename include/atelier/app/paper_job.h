/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_job.h - a document that leaves no trace but its file, while a child prints it
 *
 *     job = cards_job_start(at, &request, &destination, &err);   or pages_job_start()
 *     let child_step(paper_job_child(job)) run to its end, by a loop or child_wait();
 *     paper_job_end(job, child, &outcome, &err);
 */
#ifndef ATELIER_APP_PAPER_JOB_H
#define ATELIER_APP_PAPER_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/app/print_destination.h"
#include "atelier/base/error.h"

struct paper_job;

/* The child that prints: the caller's from now on, who frees it after paper_job_end(). */
struct child *paper_job_child(struct paper_job *job);

/* Instead of paper_job_end(): no file is left. */
void paper_job_discard(struct paper_job *job);

struct paper_outcome {
    int64_t count;        /* of what the document has one for each person; else 0 */
    bool replaced;        /* an older file was there */
    struct buffer missed; /* as print_missed_add() has it */
};

void paper_outcome_clear(struct paper_outcome *outcome);

/* Puts the document in its place, and frees the job, also when that fails. */
bool paper_job_end(struct paper_job *job, const struct child *child,
                   struct paper_outcome *outcome, struct error *err);

#endif
