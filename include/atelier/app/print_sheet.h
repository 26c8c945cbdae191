/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_sheet.h - the attendance sheet of a meeting: read, and printed as a PDF
 *
 * Printing keeps a version and a hash of what was printed, in one act.  The register
 * unchanged, printing again is the same version, and the same bytes.
 *
 *     job = sheet_job_start(at, &request, &destination, &err);
 *     let child_step(sheet_job_child(job)) run to its end, by a loop or child_wait();
 *     sheet_job_end(job, &outcome, &err);
 */
#ifndef ATELIER_APP_PRINT_SHEET_H
#define ATELIER_APP_PRINT_SHEET_H

#include "atelier/app/atelier.h"
#include "atelier/app/print_destination.h"
#include "atelier/base/child.h"
#include "atelier/domain/printed_sheet.h"

/* Empty rows, unless other ones are asked for. */
enum { SHEET_BLANK_USUAL = 4 };

struct sheet_request {
    int64_t meeting;
    int64_t slot;  /* its column alone; 0: one for each slot */
    int64_t blank; /* rows for who comes unexpected */
};

/* The sheet as it would be printed now, with the version that stands, if any, in its
 * foot; the caller clears it. */
bool sheet_read(struct atelier *at, const struct sheet_request *request,
                struct printed_sheet *sheet, struct error *err);

/* What was printed last of a meeting, and whether it is still true. */
struct sheet_standing {
    int64_t version; /* 0: nothing was */
    instant printed_at;
    bool is_stale;
    int64_t changed; /* whose registration changed since, when it is */
};

/* With slot 0 of the sheets that have every slot, with -1 of the newest of all. */
bool sheet_standing_load(struct atelier *at, int64_t meeting, int64_t slot,
                         struct sheet_standing *standing, struct error *err);
/* Adds "version 2 of Fri 12/03/2027 17:40; 3 people changed since". */
void sheet_standing_add(struct atelier *at, const struct sheet_standing *standing,
                        struct buffer *buffer);

struct sheet_job;

/* NULL when it cannot be begun.  Texts of the destination are copied. */
struct sheet_job *sheet_job_start(struct atelier *at, const struct sheet_request *request,
                                  const struct print_destination *destination,
                                  struct error *err);

/* The child that prints: the caller's from now on, who frees it after sheet_job_end(). */
struct child *sheet_job_child(struct sheet_job *job);

/* Instead of sheet_job_end(): nothing is printed, and no file is left. */
void sheet_job_discard(struct sheet_job *job);

struct sheet_outcome {
    int64_t version;
    bool is_new;          /* the version is */
    bool replaced;        /* an older file was there */
    struct buffer missed; /* as print_missed_add() has it */
};

void sheet_outcome_clear(struct sheet_outcome *outcome);

/* After the child has ended: writes the act, puts the document in its place, and frees
 * the job, also when that fails. */
bool sheet_job_end(struct sheet_job *job, const struct child *child,
                   struct sheet_outcome *outcome, struct error *err);

#endif
