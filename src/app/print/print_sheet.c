/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_sheet.c - prints an attendance sheet: a child draws it, an act keeps its version
 */
#include "atelier/app/print_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/printed_wire.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "atelier/store/sheet_table.h"
#include "print/office_making.h"
#include "print/print_job.h"
#include "print/sheet_making.h"
#include "session/operation.h"

struct sheet_job {
    struct atelier *at;
    struct sheet_request request;
    struct print_job print;
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
    print_job_clear(&job->print);
    free(job->title);
    free(job);
}

static bool
start(struct sheet_job *job, const struct print_destination *destination,
      struct printed_sheet *sheet, struct error *err)
{
    struct buffer wire = { 0 };

    if (!sheet_making_read(job->at, &job->request, sheet, &job->hash, err) ||
        !office_making_read_logo(&job->at->settings, &sheet->office, err) ||
        !find_version(job->at, &job->request, job->hash, &job->version, &job->printed_at,
                      &job->is_new, err))
        return false;
    job->title = memory_copy(sheet->title);
    add_version(job->at, job->version, job->printed_at, sheet);
    printed_wire_add_sheet(&wire, sheet);
    const bool ok = print_job_start(&job->print, job->at, &wire, destination, err);
    buffer_clear(&wire);
    return ok;
}

struct sheet_job *
sheet_job_start(struct atelier *at, const struct sheet_request *request,
                const struct print_destination *destination, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, request->meeting };

    if (!atelier_may(at, ACT_SHEET_ADD_NEEDS, meeting, err))
        return NULL;
    struct sheet_job *job = memory_new(1, sizeof(*job));
    struct printed_sheet sheet = { 0 };
    *job = (struct sheet_job){ .at = at, .request = *request };
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
    return print_job_child(&job->print);
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

void
sheet_job_discard(struct sheet_job *job)
{
    print_job_discard(&job->print);
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
        print_missed_add(child, &outcome->missed);
    ok = print_job_end(&job->print, ok, &outcome->replaced, err) && ok;
    job_free(job);
    return ok;
}
