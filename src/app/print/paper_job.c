/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_job.c - a document that leaves no trace but its file, while a child prints it */
#include "atelier/app/paper_job.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "print/paper_making.h"
#include "print/print_job.h"

struct paper_job {
    struct print_job print;
    int64_t count;
};

static void
job_free(struct paper_job *job)
{
    print_job_clear(&job->print);
    free(job);
}

struct paper_job *
paper_job_start(struct atelier *at, const struct buffer *wire, int64_t count,
                const struct print_destination *destination, struct error *err)
{
    struct paper_job *job = memory_new(1, sizeof(*job));

    job->count = count;
    if (print_job_start(&job->print, at, wire, destination, err))
        return job;
    job_free(job);
    return NULL;
}

struct child *
paper_job_child(struct paper_job *job)
{
    return print_job_child(&job->print);
}

void
paper_job_discard(struct paper_job *job)
{
    print_job_discard(&job->print);
    job_free(job);
}

void
paper_outcome_clear(struct paper_outcome *outcome)
{
    buffer_clear(&outcome->missed);
    *outcome = (struct paper_outcome){ 0 };
}

bool
paper_job_end(struct paper_job *job, const struct child *child,
              struct paper_outcome *outcome, struct error *err)
{
    *outcome = (struct paper_outcome){ .count = job->count };
    const bool is_whole = child_succeeded(child, err);

    if (is_whole)
        print_missed_add(child, &outcome->missed);
    const bool ok =
        print_job_end(&job->print, is_whole, &outcome->replaced, err) && is_whole;
    job_free(job);
    return ok;
}
