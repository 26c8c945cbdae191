/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_run.c - the meetings of a calendar that were agreed on, in one act */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/meeting_day_table.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/row_table.h"
#include "calendar/import_attendee.h"
#include "calendar/import_judge.h"
#include "calendar/import_part_move.h"
#include "calendar/import_room.h"
#include "enrolment/settle.h"
#include "meeting/plan_step.h"
#include "session/operation.h"

enum { PROGRESS_ROWS = 25, ROWS_MANY = 100 };

struct runner {
    struct calendar_import *import;
    struct calendar_import_outcome *outcome;
    struct register_given *ended; /* offers, of meetings that are cancelled */
    struct error *err;
};

/* Nobody is asked at every row.  An hour that comes twice is the one that the file means,
 * else the first that is after that instant; one that is left out is as clocks show it.
 */
static void
settle_clock(const struct zone *zone, struct local_time *time, instant after, instant *at)
{
    const struct zone_reading reading = zone_read_local(zone, *time);

    if (reading.match == ZONE_FOLD) {
        const bool is_later =
            *at != INSTANT_NONE ? *at >= reading.later : reading.earlier <= after;
        *at = is_later ? reading.later : reading.earlier;
    } else if (reading.match == ZONE_GAP) {
        *at = reading.later;
        *time = zone_instant_to_local(zone, *at);
    } else {
        *at = reading.earlier;
    }
}

static void
settle_clocks(struct atelier *at, struct meeting *meeting)
{
    const struct zone *zone = zone_cache_get(at->zones, meeting->zone, NULL);

    if (!zone)
        return;
    settle_clock(zone, &meeting->start, INSTANT_NONE, &meeting->start_at);
    settle_clock(zone, &meeting->end, meeting->start_at, &meeting->end_at);
}

/* What lies in it at an hour that is left out is as clocks show it, too. */
static bool
change(struct runner *r, struct meeting *meeting, bool confirms)
{
    struct atelier *at = r->import->at;
    struct meeting before;
    record_init(&meeting_entity, &before);
    bool ok = row_load(at->db, &meeting_entity, meeting->head.id, &before, r->err);
    if (ok && confirms)
        meeting->state = before.state;
    struct questions of_parts = { 0 };
    question_reply(&of_parts, QUESTION_CLOCK, CLOCK_LATER, NULL);
    ok = ok && plan_step_change(at, &before, meeting, NULL, &of_parts, r->err) &&
         (!confirms ||
          plan_step_act(at, meeting, MEETING_CONFIRM, NULL, r->ended, r->err));
    questions_clear(&of_parts);
    record_clear(&meeting_entity, &before);
    return ok;
}

/* Days and slots of a meeting move together, with the first of them. */
static bool
change_parts(struct runner *r, const struct imported *imported, struct meeting *meeting)
{
    struct calendar_import *import = r->import;
    struct import_part_move *move = &import->moves.items[imported->part.move - 1];

    record_copy(&meeting_entity, meeting, &move->after);
    settle_clocks(import->at, meeting);
    if (move->is_written)
        return true;
    move->is_written = true;
    const bool ok =
        change(r, meeting, false) && import_part_move_slots(import, move, r->err);
    r->outcome->changed += ok;
    return ok;
}

/* As it is, but for the version of the event that it follows now: neither people nor
 * calendars see that. */
static bool
load_as_noted(struct runner *r, const struct calendar_import_row *row,
              struct meeting *meeting)
{
    struct atelier *at = r->import->at;

    if (!row_load(at->db, &meeting_entity, row->meeting.head.id, meeting, r->err))
        return false;
    meeting->source_hash = row->meeting.source_hash;
    meeting->source_start = row->meeting.source_start;
    meeting->source_sequence = row->meeting.source_sequence;
    meeting->source_stamp = row->meeting.source_stamp;
    return true;
}

/* What a row says is done to the copy: a rehearsal leaves the row as it is. */
static bool
write_meeting(struct runner *r, const struct imported *imported, struct meeting *meeting)
{
    const struct calendar_import_row *row = &imported->row;
    const char *why = imported->wanted.reason;
    struct atelier *at = r->import->at;
    bool ok = true;

    settle_clocks(at, meeting);
    switch (row->deed) {
    case CALENDAR_IMPORT_ADD:
        ok = plan_step_add(at, meeting, NULL, r->err);
        r->outcome->added += ok;
        break;
    case CALENDAR_IMPORT_CHANGE:
        if (imported->part.move)
            return change_parts(r, imported, meeting);
        ok = change(r, meeting, row->confirms);
        r->outcome->changed += ok;
        break;
    case CALENDAR_IMPORT_CANCEL:
        ok = load_as_noted(r, row, meeting) &&
             plan_step_act(at, meeting, MEETING_CANCEL,
                           why ? why : _("Cancelled in the calendar that was imported."),
                           r->ended, r->err);
        r->outcome->cancelled += ok;
        break;
    case CALENDAR_IMPORT_NOTE:
        ok = load_as_noted(r, row, meeting) &&
             row_update(at->db, &meeting_entity, meeting, at->login, atelier_now(at),
                        r->err);
        r->outcome->noted += ok;
        break;
    case CALENDAR_IMPORT_NOTHING:
    case CALENDAR_IMPORT_DEED_COUNT:
        break;
    }
    return ok;
}

/* Of many, what clashes with each is looked for no further back than any meeting lasts.
 */
static bool
measure_meetings(const struct runner *r)
{
    int64_t longest = 0;

    if (r->import->count < ROWS_MANY)
        return true;
    if (!meeting_table_longest(r->import->at->db, &longest, r->err))
        return false;
    r->import->at->longest_meeting = longest > 0 ? longest : 1;
    return true;
}

static void
measure(struct atelier *at, const struct meeting *meeting)
{
    if (at->longest_meeting > 0 && meeting->end_at != INSTANT_NONE &&
        meeting->start_at != INSTANT_NONE &&
        meeting->end_at - meeting->start_at > at->longest_meeting)
        at->longest_meeting = meeting->end_at - meeting->start_at;
}

static bool
run_row(struct runner *r, struct imported *imported)
{
    struct calendar_import_row *row = &imported->row;
    struct meeting meeting;
    unsigned warnings;

    buffer_reset(&row->warnings);
    if (row->verdict == IMPORT_DOUBTFUL || row->verdict == IMPORT_REFUSED)
        return true;
    record_init(&meeting_entity, &meeting);
    record_copy(&meeting_entity, &meeting, &row->meeting);
    bool ok = import_room_take(r->import, row, &meeting, r->outcome, r->err) &&
              write_meeting(r, imported, &meeting);
    measure(r->import->at, &meeting);
    if (!ok && r->err && (r->err->kind == ERROR_INPUT || r->err->kind == ERROR_RULE)) {
        const struct error why = *r->err;
        error_set_field(r->err, why.kind, why.field, _("Line %lld: %s"),
                        (long long)row->line, why.message);
    }
    const bool may_warn =
        row->deed == CALENDAR_IMPORT_ADD || row->deed == CALENDAR_IMPORT_CHANGE;
    ok =
        ok &&
        (!may_warn ||
         plan_warnings(r->import->at, &meeting, &warnings, &row->warnings, r->err)) &&
        (meeting.head.id == 0 || imported->takes_nothing ||
         import_attendee_place(r->import, imported, meeting.head.id, r->outcome, r->err));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* --- in order of their start, so that the group counts them so */

static int
compare(const void *a, const void *b)
{
    const struct imported *const *left = a;
    const struct imported *const *right = b;
    const int order =
        local_time_compare((*left)->row.meeting.start, (*right)->row.meeting.start);

    if (order != 0)
        return order;
    return ((*left)->row.line > (*right)->row.line) -
           ((*left)->row.line < (*right)->row.line);
}

static bool
run_rows(struct runner *r, work_progress *progress, void *context)
{
    const size_t count = r->import->count;
    struct imported **ordered = memory_new(count + 1, sizeof(struct imported *));
    bool ok = measure_meetings(r);

    for (size_t i = 0; i < count; i++)
        ordered[i] = r->import->rows[i];
    qsort(ordered, count, sizeof(struct imported *), compare);
    for (size_t i = 0; ok && i < count; i++) {
        if (progress && i % PROGRESS_ROWS == 0 &&
            progress(context, (int64_t)i, (int64_t)count))
            ok = error_set(r->err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        ok = ok && run_row(r, ordered[i]);
    }
    r->import->at->longest_meeting = 0;
    free(ordered);
    return ok;
}

/* --- as they were agreed on */

struct verdict {
    enum import_verdict verdict;
    enum calendar_import_deed deed;
    int64_t meeting;
    int64_t rev;
    int64_t slot_rev;
};

static struct verdict
verdict_of(const struct imported *imported)
{
    return (struct verdict){ imported->row.verdict, imported->row.deed,
                             imported->row.meeting.head.id,
                             imported->row.meeting.head.rev, imported->part.slot_rev };
}

static bool
is_the_same(struct verdict a, struct verdict b)
{
    return a.verdict == b.verdict && a.deed == b.deed && a.meeting == b.meeting &&
           a.rev == b.rev && a.slot_rev == b.slot_rev;
}

/* Whether the rows are still what was looked at, asked inside the transaction. */
static bool
still_stands(struct calendar_import *import, struct error *err)
{
    const size_t count = import->count;
    struct verdict *seen = memory_new(count + 1, sizeof *seen);
    for (size_t i = 0; i < count; i++)
        seen[i] = verdict_of(import->rows[i]);
    bool ok = import_judge_rows(import, (struct telling){ 0 }, err);
    bool same = ok && import->count == count;
    for (size_t i = 0; same && i < count; i++)
        same = is_the_same(seen[i], verdict_of(import->rows[i]));
    free(seen);
    if (ok && !same)
        ok = error_set(err, ERROR_CONFLICT,
                       _("A colleague has changed meetings of this calendar meanwhile.  "
                         "Nothing was written; look at the rows again."));
    return ok;
}

static struct row_ref
subject(const struct calendar_import *import)
{
    return (struct row_ref){ ENTITY_WORKING_GROUP, import->choice.group };
}

static bool
write_all(struct calendar_import *import, work_progress *progress, void *context,
          struct calendar_import_outcome *outcome, struct register_given *ended,
          struct error *err)
{
    struct runner r = {
        .import = import, .outcome = outcome, .ended = ended, .err = err
    };

    return (!import->choice.attendees ||
            atelier_may(import->at, ACT_REGISTRATION_ADD_NEEDS, subject(import), err)) &&
           import_room_begin(import, err) && still_stands(import, err) &&
           run_rows(&r, progress, context);
}

bool
calendar_import_rehearse(struct calendar_import *import, work_progress *progress,
                         void *context, struct calendar_import_outcome *outcome,
                         struct error *err)
{
    struct register_given ended = { 0 };

    *outcome = (struct calendar_import_outcome){ 0 };
    if (!operation_begin(import->at, ACT_MEETING_IMPORT_NEEDS, subject(import), err))
        return false;
    const bool ok =
        write_all(import, progress, context, outcome, &ended, err) &&
        meeting_day_table_settle(import->at->db, atelier_now(import->at), err);
    transaction_roll_back(import->at->db);
    return ok;
}

/* As after each act by hand: a meeting that takes place again, or where somebody
 * declined, may have a seat for who waits. */
static void
settle_seats(const struct calendar_import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        const struct imported *imported = import->rows[i];
        if (imported->row.meeting.head.id != 0 &&
            (imported->row.deed != CALENDAR_IMPORT_NOTHING || imported->people_count > 0))
            enrolment_settle(import->at, imported->row.meeting.head.id, SETTLE_AS_PLANNED,
                             NULL);
    }
}

/* What it was: of people alone, or of versions that nobody sees, the journal says so. */
static enum act
act_done(const struct calendar_import_outcome *outcome)
{
    if (outcome->added + outcome->changed + outcome->cancelled > 0)
        return ACT_MEETING_IMPORT;
    if (outcome->registered + outcome->invited + outcome->declined > 0)
        return ACT_REGISTRATION_ADD_MANY;
    return outcome->noted > 0 ? ACT_MEETING_IMPORT_NOTE : ACT_MEETING_IMPORT;
}

static void
write_summary(const struct calendar_import *import,
              const struct calendar_import_outcome *outcome, struct buffer *summary)
{
    const enum act act = act_done(outcome);
    const char *name = strcmp(import->name, _("standard input")) == 0
                           ? CALENDAR_SOURCE_INPUT
                           : import->name;

    if (act == ACT_MEETING_IMPORT)
        buffer_addf(summary, "%s (+%" PRId64 ", ~%" PRId64 ")", name, outcome->added,
                    outcome->changed + outcome->cancelled);
    else
        buffer_addf(summary, "%s (%" PRId64 ")", name,
                    act == ACT_MEETING_IMPORT_NOTE
                        ? outcome->noted
                        : outcome->registered + outcome->invited + outcome->declined);
}

bool
calendar_import_run(struct calendar_import *import, work_progress *progress,
                    void *context, struct calendar_import_outcome *outcome,
                    struct error *err)
{
    struct register_given ended = { 0 };

    *outcome = (struct calendar_import_outcome){ 0 };
    if (!operation_begin(import->at, ACT_MEETING_IMPORT_NEEDS, subject(import), err))
        return false;
    bool ok = write_all(import, progress, context, outcome, &ended, err);
    struct buffer summary = { 0 };
    write_summary(import, outcome, &summary);
    const struct operation_note note = {
        .act = act_done(outcome),
        .entity = ENTITY_WORKING_GROUP,
        .row = import->choice.group,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(import->at, ok, &note, err);
    buffer_clear(&summary);
    if (ok)
        settle_seats(import);
    if (ok && !register_given_is_empty(&ended))
        import->at->given = ended;
    return ok;
}
