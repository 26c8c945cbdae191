/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_pages.h - certificates of attendance, a programme, a month: printed as a PDF
 *
 *     job = pages_job_start(at, &request, &destination, &err);
 *     let child_step(pages_job_child(job)) run to its end, by a loop or child_wait();
 *     pages_job_end(job, child, &outcome, &err);
 */
#ifndef ATELIER_APP_PRINT_PAGES_H
#define ATELIER_APP_PRINT_PAGES_H

#include "atelier/app/atelier.h"
#include "atelier/app/browse_agenda.h"
#include "atelier/app/print_destination.h"
#include "atelier/domain/printed_pages.h"

enum pages_kind {
    PAGES_CERTIFICATES, /* one for each who was marked as present at the meeting */
    PAGES_PROGRAMME,
    PAGES_MONTH
};

struct pages_request {
    enum pages_kind kind;
    int64_t meeting;
    int64_t person;          /* of certificates this one's alone; 0: all */
    struct agenda_wish wish; /* of a month: which meetings; its first day is the month's
                              */
};

/* What would be printed; the caller clears it.  *count is of the certificates. */
bool pages_read(struct atelier *at, const struct pages_request *request,
                struct printed_pages *pages, int64_t *count, struct error *err);

struct pages_job;

/* NULL when it cannot be begun.  Texts of the destination are copied. */
struct pages_job *pages_job_start(struct atelier *at, const struct pages_request *request,
                                  const struct print_destination *destination,
                                  struct error *err);

/* The child that prints: the caller's from now on, who frees it after pages_job_end(). */
struct child *pages_job_child(struct pages_job *job);

/* Instead of pages_job_end(): no file is left. */
void pages_job_discard(struct pages_job *job);

struct pages_outcome {
    int64_t count;        /* of certificates */
    bool replaced;        /* an older file was there */
    struct buffer missed; /* as print_missed_add() has it */
};

void pages_outcome_clear(struct pages_outcome *outcome);

/* Puts the document in its place, and frees the job, also when that fails. */
bool pages_job_end(struct pages_job *job, const struct child *child,
                   struct pages_outcome *outcome, struct error *err);

#endif
