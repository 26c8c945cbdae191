/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_pages.c - prints certificates, a programme, a month: a child draws the pages */
#include "atelier/app/print_pages.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "print/office_making.h"
#include "print/pages_making.h"
#include "print/print_job.h"
#include "session/session.h"

static bool
fill(struct atelier *at, const struct pages_request *request, struct printed_pages *pages,
     int64_t *count, struct error *err)
{
    switch (request->kind) {
    case PAGES_CERTIFICATES:
        return certificate_making_read(at, request, pages, count, err);
    case PAGES_PROGRAMME:
        return programme_making_read(at, request, pages, err);
    case PAGES_MONTH:
        return month_making_read(at, request, pages, err);
    }
    return false;
}

bool
pages_read(struct atelier *at, const struct pages_request *request,
           struct printed_pages *pages, int64_t *count, struct error *err)
{
    char moment[INSTANT_TEXT_SIZE];

    *count = 0;
    instant_format(atelier_now(at), moment);
    pages->language = memory_copy(language_code());
    pages->made_at = memory_copy(moment);
    office_making_fill(&at->settings, &pages->office);
    return office_making_read_logo(&at->settings, &pages->office, err) &&
           fill(at, request, pages, count, err);
}

struct pages_job {
    struct print_job print;
    int64_t count;
};

struct pages_job *
pages_job_start(struct atelier *at, const struct pages_request *request,
                const struct print_destination *destination, struct error *err)
{
    struct pages_job *job = memory_new(1, sizeof(*job));
    struct printed_pages pages = { 0 };
    struct buffer wire = { 0 };
    bool ok = pages_read(at, request, &pages, &job->count, err);

    if (ok) {
        printed_pages_add_wire(&wire, &pages);
        ok = print_job_start(&job->print, at, &wire, destination, err);
    }
    if (!ok) {
        print_job_clear(&job->print);
        free(job);
        job = NULL;
    }
    buffer_clear(&wire);
    printed_pages_clear(&pages);
    return job;
}

struct child *
pages_job_child(struct pages_job *job)
{
    return print_job_child(&job->print);
}

void
pages_job_discard(struct pages_job *job)
{
    print_job_discard(&job->print);
    print_job_clear(&job->print);
    free(job);
}

void
pages_outcome_clear(struct pages_outcome *outcome)
{
    buffer_clear(&outcome->missed);
    *outcome = (struct pages_outcome){ 0 };
}

bool
pages_job_end(struct pages_job *job, const struct child *child,
              struct pages_outcome *outcome, struct error *err)
{
    *outcome = (struct pages_outcome){ .count = job->count };
    const bool is_whole = child_succeeded(child, err);

    if (is_whole)
        print_missed_add(child, &outcome->missed);
    const bool ok =
        print_job_end(&job->print, is_whole, &outcome->replaced, err) && is_whole;
    print_job_clear(&job->print);
    free(job);
    return ok;
}
