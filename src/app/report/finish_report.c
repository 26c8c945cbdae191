/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finish_report.c - a report becomes final, and is kept as it stood */
#include "atelier/app/finish_report.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/close_report.h"
#include "atelier/app/gather_report.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/store/report_table.h"
#include "print/print_job.h"
#include "session/session.h"

struct finish_job {
    struct atelier *at;
    struct report_wish wish;
    char *language;
    struct buffer wire; /* what is printed, as it is kept */
    struct print_job print;
    struct buffer pdf;
    struct finish_outcome *outcome;
};

/* A picture is no text: the office's own stands above what is written later. */
static void
add_wire(struct report_document *document, struct buffer *wire)
{
    buffer_clear(&document->logo);
    report_document_add_wire(wire, document);
}

/* --- printed */

static void
job_free(struct finish_job *job)
{
    print_job_clear(&job->print);
    buffer_clear(&job->wire);
    buffer_clear(&job->pdf);
    free(job->language);
    free(job);
}

static bool
take_bytes(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static bool
start(struct finish_job *job, struct error *err)
{
    const struct print_destination to = { .sink = take_bytes, .context = &job->pdf };
    struct report_document document = { 0 };
    struct printed_pages pages = { 0 };
    struct buffer request = { 0 };
    bool ok = report_gather(job->at, &job->wish, &document, err);

    if (ok) {
        job->language = memory_copy(document.language);
        job->wish.language = job->language;
        report_pages(&document, &pages);
        printed_pages_add_wire(&request, &pages);
        add_wire(&document, &job->wire);
        ok = print_job_start(&job->print, job->at, &request, &to, err);
    }
    buffer_clear(&request);
    printed_pages_clear(&pages);
    report_document_clear(&document);
    return ok;
}

struct finish_job *
finish_job_start(struct atelier *at, int64_t meeting, const char *language,
                 struct error *err)
{
    if (!report_check_finalise(at, meeting, err))
        return NULL;
    struct finish_job *job = memory_new(1, sizeof(*job));
    *job = (struct finish_job){ .at = at };
    job->wish = (struct report_wish){ .meeting = meeting,
                                      .language = language,
                                      .as_final = true,
                                      .made_at = atelier_now(at) };
    if (start(job, err))
        return job;
    job_free(job);
    return NULL;
}

struct child *
finish_job_child(struct finish_job *job)
{
    return print_job_child(&job->print);
}

void
finish_job_discard(struct finish_job *job)
{
    print_job_discard(&job->print);
    job_free(job);
}

/* --- kept */

/* Inside the transaction: what was printed is what the report says. */
static bool
is_unchanged(const struct finish_job *job, struct error *err)
{
    struct report_wish wish = job->wish;
    struct report_document document = { 0 };
    struct buffer wire = { 0 };

    wish.without_logo = true;
    bool ok = report_gather_within(job->at, &wish, &document, err);
    if (ok) {
        add_wire(&document, &wire);
        ok = (wire.length == job->wire.length &&
              memcmp(buffer_text(&wire), buffer_text(&job->wire), wire.length) == 0) ||
             error_set(err, ERROR_CONFLICT,
                       _("The report has changed while it was printed; look at it, and "
                         "make it final again."));
    }
    buffer_clear(&wire);
    report_document_clear(&document);
    return ok;
}

static bool
keep(struct atelier *at, const struct report *report, void *context, struct error *err)
{
    struct finish_job *job = context;
    struct finish_outcome *outcome = job->outcome;

    sha256_text(buffer_text(&job->pdf), job->pdf.length, outcome->sha256);
    outcome->number = report->number;
    outcome->version = report->version;
    const struct report_edition edition = {
        .report = report->head.id,
        .version = report->version,
        .final_at = report->final_at,
        .final_by = at->login,
        .language = job->language,
        .document = job->wire.text,
        .pdf = job->pdf.text,
        .pdf_size = job->pdf.length,
        .sha256 = outcome->sha256,
    };
    return is_unchanged(job, err) && report_table_keep_edition(at->db, &edition, err);
}

void
finish_outcome_clear(struct finish_outcome *outcome)
{
    buffer_clear(&outcome->missed);
    *outcome = (struct finish_outcome){ 0 };
}

bool
finish_job_end(struct finish_job *job, const struct child *child,
               struct finish_outcome *outcome, struct error *err)
{
    const struct report_keeping keeping = { .keep = keep, .context = job };
    bool replaced = false;

    *outcome = (struct finish_outcome){ 0 };
    job->outcome = outcome;
    bool ok = child_succeeded(child, err);
    if (ok)
        print_missed_add(child, &outcome->missed);
    ok = print_job_end(&job->print, ok, &replaced, err) && ok &&
         report_finalise(job->at, job->wish.meeting, &keeping, err);
    job_free(job);
    return ok;
}

/* --- unprinted */

static bool
keep_words(struct atelier *at, const struct report *report, void *context,
           struct error *err)
{
    struct report_wish wish = { .meeting = report->meeting,
                                .language = context,
                                .without_logo = true };
    struct report_document document = { 0 };
    struct buffer wire = { 0 };
    bool ok = report_gather_within(at, &wish, &document, err);

    if (ok) {
        add_wire(&document, &wire);
        const struct report_edition edition = {
            .report = report->head.id,
            .version = report->version,
            .final_at = report->final_at,
            .final_by = at->login,
            .language = document.language,
            .document = wire.text,
        };
        ok = report_table_keep_edition(at->db, &edition, err);
    }
    buffer_clear(&wire);
    report_document_clear(&document);
    return ok;
}

bool
report_finish_unprinted(struct atelier *at, int64_t meeting, const char *language,
                        struct error *err)
{
    char *wished = memory_copy(language);
    const struct report_keeping keeping = { .keep = keep_words, .context = wished };
    const bool ok = report_finalise(at, meeting, &keeping, err);

    free(wished);
    return ok;
}
