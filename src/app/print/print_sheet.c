/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_sheet.c - prints an attendance sheet: a child draws it, an act keeps its version
 */
#include "atelier/app/print_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/helper.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/spool.h"
#include "atelier/base/text.h"
#include "atelier/domain/printed_wire.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "atelier/store/sheet_table.h"
#include "export/export_output.h"
#include "print/sheet_making.h"
#include "session/operation.h"

enum { PART = 65536 };

struct sheet_job {
    struct atelier *at;
    struct sheet_request request;
    sheet_sink *sink;
    void *context;
    bool to_file;
    struct export_output output; /* to a file, or: */
    struct spool *spool;
    struct child *child; /* until it is asked for */
    int64_t hash;
    int64_t version;
    instant printed_at;
    bool is_new; /* the register is not what was printed last */
    char *title; /* of the meeting */
};

/* --- the version */

static void
add_version(struct atelier *at, int64_t version, instant printed_at,
            struct printed_sheet *sheet)
{
    struct local_time local = { 0 };
    struct buffer when = { 0 };
    struct buffer text = { 0 };

    if (atelier_local_time(at, printed_at, NULL, &local, NULL))
        when_format_local_time(local, &when);
    buffer_addf(&text, _("Version %" PRId64 ", printed on %s"), version,
                buffer_text(&when));
    sheet->version = buffer_take(&text);
    char moment[INSTANT_TEXT_SIZE];
    instant_format(printed_at, moment);
    sheet->made_at = memory_copy(moment);
    buffer_clear(&when);
}

/* Which version that register is: the one that was printed of it, or the next one. */
static bool
find_version(struct atelier *at, const struct sheet_request *request, int64_t hash,
             int64_t *version, instant *printed_at, bool *is_new, struct error *err)
{
    struct sheet same;
    record_init(&sheet_entity, &same);
    struct sheet newest;
    record_init(&sheet_entity, &newest);
    const bool ok =
        sheet_table_newest(at->db, request->meeting, request->slot, &same, err) &&
        sheet_table_newest_of_all(at->db, request->meeting, &newest, err);
    *is_new = ok && (!same.head.id || same.hash != hash);
    *version = !*is_new ? same.version : newest.head.id ? newest.version + 1 : 1;
    *printed_at = *is_new ? atelier_now(at) : same.head.created_at;
    record_clear(&sheet_entity, &same);
    record_clear(&sheet_entity, &newest);
    return ok;
}

bool
sheet_read(struct atelier *at, const struct sheet_request *request,
           struct printed_sheet *sheet, struct error *err)
{
    struct sheet_standing standing;
    struct buffer text = { 0 };
    int64_t hash = 0;

    if (!sheet_making_read(at, request, sheet, &hash, err) ||
        !sheet_standing_load(at, request->meeting, request->slot, &standing, err))
        return false;
    sheet_standing_add(at, &standing, &text);
    sheet->version = buffer_take(&text);
    return true;
}

/* --- the child */

static void
job_free(struct sheet_job *job)
{
    child_free(job->child);
    spool_close(job->spool);
    free(job->title);
    free(job);
}

/* What is there is replaced by who asked for it and has seen its name. */
static bool
is_any(const char *path, const char *begin, size_t length, struct error *err)
{
    (void)path;
    (void)begin;
    (void)length;
    (void)err;
    return true;
}

static bool
open_document(struct sheet_job *job, const struct sheet_destination *destination,
              int *document, struct error *err)
{
    job->to_file = destination->path != NULL;
    if (!job->to_file) {
        job->spool = spool_open(err);
        *document = job->spool ? spool_descriptor(job->spool) : -1;
        return job->spool != NULL;
    }
    if (!export_output_open(&job->output, job->at, destination->path, OUTPUT_FOR_OWNER,
                            destination->replace ? is_any : NULL, err))
        return false;
    *document = output_file_descriptor(job->output.file);
    return true;
}

static bool
start_child(struct sheet_job *job, const struct printed_sheet *sheet, int document,
            struct error *err)
{
    char *program = helper_path("atelier-print");
    struct buffer wire = { 0 };
    printed_wire_add_sheet(&wire, sheet);
    const char *const arguments[] = { program, NULL };
    const struct child_request request = {
        .arguments = arguments,
        .input = buffer_text(&wire),
        .input_length = wire.length,
        .document = document,
        .if_silent = _("The program that prints ended too early.  Try again."),
    };
    job->child = child_start(&request, err);
    free(program);
    buffer_clear(&wire);
    return job->child != NULL;
}

static bool
start(struct sheet_job *job, const struct sheet_destination *destination,
      struct printed_sheet *sheet, struct error *err)
{
    int document = -1;

    if (!sheet_making_read(job->at, &job->request, sheet, &job->hash, err) ||
        !find_version(job->at, &job->request, job->hash, &job->version, &job->printed_at,
                      &job->is_new, err))
        return false;
    job->title = memory_copy(sheet->title);
    add_version(job->at, job->version, job->printed_at, sheet);
    if (!open_document(job, destination, &document, err))
        return false;
    if (start_child(job, sheet, document, err))
        return true;
    if (job->to_file)
        output_file_discard(job->output.file);
    return false;
}

struct sheet_job *
sheet_job_start(struct atelier *at, const struct sheet_request *request,
                const struct sheet_destination *destination, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, request->meeting };

    if (!atelier_may(at, ACT_SHEET_ADD_NEEDS, meeting, err))
        return NULL;
    struct sheet_job *job = memory_new(1, sizeof(*job));
    struct printed_sheet sheet = { 0 };
    *job = (struct sheet_job){ .at = at,
                               .request = *request,
                               .sink = destination->sink,
                               .context = destination->context };
    if (!start(job, destination, &sheet, err)) {
        job_free(job);
        job = NULL;
    }
    printed_sheet_clear(&sheet);
    return job;
}

struct child *
sheet_job_child(struct sheet_job *job)
{
    struct child *child = job->child;

    job->child = NULL;
    return child;
}

/* --- the act */

/* Inside the transaction: what was printed is still so, and no colleague printed since.
 */
static bool
is_unchanged(struct sheet_job *job, struct error *err)
{
    struct printed_sheet now = { 0 };
    int64_t hash = 0;
    int64_t version = 0;
    instant printed_at = 0;
    bool is_new = false;
    const bool ok =
        sheet_making_read(job->at, &job->request, &now, &hash, err) &&
        find_version(job->at, &job->request, hash, &version, &printed_at, &is_new, err);

    printed_sheet_clear(&now);
    return ok && ((hash == job->hash && version == job->version && is_new) ||
                  error_set(err, ERROR_CONFLICT,
                            _("The list has changed while it was printed; print it "
                              "again.")));
}

static bool
keep_version(struct sheet_job *job, struct error *err)
{
    struct atelier *at = job->at;
    const struct row_ref meeting = { ENTITY_MEETING, job->request.meeting };

    if (!operation_begin(at, ACT_SHEET_ADD_NEEDS, meeting, err))
        return false;
    struct sheet row;
    record_init(&sheet_entity, &row);
    row.meeting = job->request.meeting;
    row.version = job->version;
    row.slot = job->request.slot;
    row.hash = job->hash;
    const bool ok = is_unchanged(job, err) && row_insert(at->db, &sheet_entity, &row,
                                                         at->login, job->printed_at, err);
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (%" PRId64 ")", job->title, job->version);
    const struct operation_note note = {
        .act = ACT_SHEET_ADD,
        .entity = ENTITY_SHEET,
        .row = row.head.id,
        .summary = buffer_text(&summary),
    };
    const bool written = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    record_clear(&sheet_entity, &row);
    return written;
}

/* --- the end */

/* "U+F1234 Name", behind "! ". */
static void
add_missed(const char *line, size_t length, struct buffer *missed)
{
    char *text = text_tidy_bytes(line, length);
    char *name = strchr(text, ' ');

    if (name)
        *name++ = '\0';
    if (name && *name)
        buffer_addf(missed,
                    _("No font here has the sign %s in “%s”: a box is printed.\n"), text,
                    name);
    else if (*text)
        buffer_addf(missed, _("No font here has the sign %s: a box is printed.\n"), text);
    free(text);
}

void
sheet_job_add_missed(const struct child *child, struct buffer *missed)
{
    const char *notes = child_notes(child);

    while (*notes) {
        const size_t length = strcspn(notes, "\n");
        if (length > 2 && notes[0] == '!' && notes[1] == ' ')
            add_missed(notes + 2, length - 2, missed);
        notes += length + (notes[length] == '\n');
    }
}

static bool
pour(const struct sheet_job *job, struct error *err)
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

void
sheet_job_discard(struct sheet_job *job)
{
    if (job->to_file)
        output_file_discard(job->output.file);
    job_free(job);
}

void
sheet_outcome_clear(struct sheet_outcome *outcome)
{
    buffer_clear(&outcome->missed);
    *outcome = (struct sheet_outcome){ 0 };
}

bool
sheet_job_end(struct sheet_job *job, const struct child *child,
              struct sheet_outcome *outcome, struct error *err)
{
    *outcome = (struct sheet_outcome){ .version = job->version, .is_new = job->is_new };
    bool ok = child_succeeded(child, err) && (!job->is_new || keep_version(job, err));
    if (ok)
        sheet_job_add_missed(child, &outcome->missed);
    if (job->to_file)
        ok = export_output_close(&job->output, ok, &outcome->replaced, err) && ok;
    else
        ok = ok && pour(job, err);
    job_free(job);
    return ok;
}
