/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_job.c - a document that a child makes: to a file, or into a sink */
#include "print/print_job.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/helper.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/spool.h"

enum { PART = 65536 };

/* --- begun */

static bool
open_document(struct print_job *job, struct atelier *at,
              const struct print_destination *destination, int *document,
              struct error *err)
{
    job->to_file = destination->path != NULL;
    if (!job->to_file) {
        job->spool = spool_open(err);
        *document = job->spool ? spool_descriptor(job->spool) : -1;
        return job->spool != NULL;
    }
    if (!export_output_open(&job->output, at, destination->path, OUTPUT_FOR_OWNER,
                            destination->replace ? export_output_replace_any : NULL, err))
        return false;
    *document = output_file_descriptor(job->output.file);
    return true;
}

static bool
start_child(struct print_job *job, const struct buffer *wire, int document,
            struct error *err)
{
    char *program = helper_path("atelier-print");
    const char *const arguments[] = { program, NULL };
    const struct child_request request = {
        .arguments = arguments,
        .input = buffer_text(wire),
        .input_length = wire->length,
        .document = document,
        .if_silent = _("The program that prints ended too early.  Try again."),
    };
    job->child = child_start(&request, err);
    free(program);
    return job->child != NULL;
}

bool
print_job_start(struct print_job *job, struct atelier *at, const struct buffer *wire,
                const struct print_destination *destination, struct error *err)
{
    int document = -1;

    *job =
        (struct print_job){ .sink = destination->sink, .context = destination->context };
    if (!open_document(job, at, destination, &document, err))
        return false;
    if (start_child(job, wire, document, err))
        return true;
    print_job_discard(job);
    return false;
}

struct child *
print_job_child(struct print_job *job)
{
    struct child *child = job->child;

    job->child = NULL;
    return child;
}

/* --- ended */

static bool
pour(const struct print_job *job, struct error *err)
{
    char *part = memory_new(PART, 1);
    uint64_t offset = 0;
    size_t got = 0;
    bool ok = spool_measure(job->spool, err);

    while (ok && (ok = spool_read(job->spool, offset, part, PART, &got, err)) &&
           got > 0 && (ok = job->sink(job->context, part, got)))
        offset += got;
    free(part);
    return ok;
}

bool
print_job_end(struct print_job *job, bool is_whole, bool *replaced, struct error *err)
{
    if (job->to_file)
        return export_output_close(&job->output, is_whole, replaced, err);
    return is_whole && pour(job, err);
}

void
print_job_discard(struct print_job *job)
{
    if (job->to_file)
        output_file_discard(job->output.file);
}

void
print_job_clear(struct print_job *job)
{
    child_free(job->child);
    spool_close(job->spool);
    *job = (struct print_job){ 0 };
}
