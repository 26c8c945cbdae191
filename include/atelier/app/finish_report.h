/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finish_report.h - a report becomes final, and is kept as it stood: its last words, and
 * the PDF with its SHA-256
 *
 *     job = finish_job_start(at, meeting, NULL, &err);
 *     let child_step(finish_job_child(job)) run to its end, by a loop or child_wait();
 *     finish_job_end(job, child, &outcome, &err);
 *
 * The child prints before the act, which colleagues do not wait for; the act finds out
 * whether the report still says the same.
 */
#ifndef ATELIER_APP_FINISH_REPORT_H
#define ATELIER_APP_FINISH_REPORT_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/base/child.h"
#include "atelier/base/sha256.h"

struct finish_job;

/* In that language; NULL: that of its entries, else the one that is spoken.  NULL when it
 * cannot be begun. */
struct finish_job *finish_job_start(struct atelier *at, int64_t meeting,
                                    const char *language, struct error *err);

/* The caller's from now on, who frees it after finish_job_end(). */
struct child *finish_job_child(struct finish_job *job);

/* Instead of finish_job_end(): nothing was done. */
void finish_job_discard(struct finish_job *job);

struct finish_outcome {
    int64_t number;
    int64_t version;
    char sha256[SHA256_TEXT_SIZE];
    struct buffer missed; /* as print_missed_add() has it */
};

void finish_outcome_clear(struct finish_outcome *outcome);

/* The act; frees the job, also when that fails.  As report_finalise(); ERROR_CONFLICT: a
 * colleague changed what the report says while it was printed. */
bool finish_job_end(struct finish_job *job, const struct child *child,
                    struct finish_outcome *outcome, struct error *err);

/* The act alone, in that language, for who does not print: the words are kept, and the
 * PDF is printed whenever it is asked for. */
bool report_finish_unprinted(struct atelier *at, int64_t meeting, const char *language,
                             struct error *err);

#endif
