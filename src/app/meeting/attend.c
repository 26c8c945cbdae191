/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attend.c - who was there: marks, of one or of several people, an act and a row of the
 * journal each time (rules 6 and 7) */
#include "atelier/app/attend.h"

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "meeting/marking.h"
#include "session/operation.h"

void
attend_outcome_init(struct attend_outcome *outcome)
{
    *outcome = (struct attend_outcome){ 0 };
    record_init(&presence_entity, &outcome->mark);
}

void
attend_outcome_clear(struct attend_outcome *outcome)
{
    record_clear(&presence_entity, &outcome->mark);
}

static enum act
act_of_mark(const struct attend_request *request)
{
    return request->kind == PRESENCE_ANNULLED ? ACT_PRESENCE_ANNUL : ACT_PRESENCE_ADD;
}

/* "Müller, Anna · Title": language-neutral, as all summaries. */
static bool
end_mark(struct marking *marking, bool ok, const struct presence *mark, struct error *err)
{
    const struct attend_request *request = marking->request;
    struct buffer summary = { 0 };
    if (ok) {
        display_title(marking->at, ENTITY_PERSON, request->person, &summary);
        journal_add_where(marking->meeting.title, &summary);
    }
    struct operation_note note = {
        .act = act_of_mark(request),
        .entity = ENTITY_PRESENCE,
        .row = mark->head.id,
        .summary = buffer_text(&summary),
        .reason = mark->reason,
    };
    ok = operation_end(marking->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

/* Begins an act of marks; *opened: the meeting had no slot, and that was made instead. */
static bool
begin(struct marking *marking, enum act act, bool *opened, struct error *err)
{
    const struct row_ref meeting = { ENTITY_MEETING, marking->request->meeting };

    *opened = false;
    if (!operation_begin(marking->at, act_permission(act), meeting, err))
        return false;
    if (!marking_open(marking, err))
        return operation_end(marking->at, false, &(struct operation_note){ 0 }, err);
    return true;
}

static bool
mark_once(struct marking *marking, struct attend_outcome *outcome, bool *opened,
          struct error *err)
{
    struct database *db = marking->at->db;
    if (!begin(marking, act_of_mark(marking->request), opened, err))
        return false;
    bool ok = marking_prepare(marking, err);
    if (ok && !marking->slot) {
        *opened = true;
        return marking_open_slots(marking, err);
    }
    const int64_t meeting = marking->request->meeting;
    ok = ok && marking_write(marking, &outcome->mark, err) &&
         presence_table_count(db, meeting, marking->slot, &outcome->slot, err);
    outcome->already = ok && marking->verdict == PRESENCE_UNCHANGED;
    outcome->accepted_offer = marking->accepts_offer;
    ok = end_mark(marking, ok, &outcome->mark, err);
    if (outcome->already) /* maybe a colleague's */
        session_withhold(marking->at, &presence_entity, &outcome->mark);
    return ok;
}

bool
attend_mark(struct atelier *at, const struct attend_request *request,
            struct attend_outcome *outcome, struct error *err)
{
    attend_outcome_clear(outcome);
    bool opened;
    bool ok;
    do {
        struct marking marking;
        marking_init(&marking, at, request);
        ok = mark_once(&marking, outcome, &opened, err);
        marking_clear(&marking);
    } while (ok && opened);
    return ok;
}

/* --- several people in one act */

/* One of them; false: the act cannot go on. */
static bool
mark_next(struct marking *all, int64_t id, struct attend_sum *sum, struct error *err)
{
    struct attend_request request = *all->request;
    struct error refusal = { 0 };
    struct marking marking;
    struct presence mark;

    marking_init(&marking, all->at, &request);
    record_init(&presence_entity, &mark);
    bool ok =
        row_load(all->at->db, &registration_entity, id, &marking.registration, &refusal);
    request.person = marking.registration.person;
    marking.slot = all->slot;
    marking.meeting.mode = all->meeting.mode;
    ok = ok && marking_prepare(&marking, &refusal) &&
         marking_write(&marking, &mark, &refusal);
    const bool skipped =
        !ok && (refusal.kind == ERROR_RULE || refusal.kind == ERROR_NOT_FOUND);
    if (skipped)
        register_skipped_add(&sum->skipped, id, &refusal);
    else if (ok && marking.verdict == PRESENCE_UNCHANGED)
        sum->already++;
    else if (ok)
        sum->done++;
    if (ok && marking.accepts_offer)
        sum->accepted_offers++;
    record_clear(&presence_entity, &mark);
    marking_clear(&marking);
    return ok || skipped || error_pass(err, &refusal);
}

static bool
mark_all(struct marking *marking, const int64_t *registrations, size_t count,
         struct attend_sum *sum, struct error *err)
{
    const struct attend_request *request = marking->request;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = mark_next(marking, registrations[i], sum, err);
    ok = ok && presence_table_count(marking->at->db, request->meeting, marking->slot,
                                    &sum->slot, err);
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (%zu)", marking->meeting.title, sum->done);
    struct operation_note note = {
        .act = request->kind == PRESENCE_ANNULLED ? ACT_PRESENCE_ANNUL
                                                  : ACT_PRESENCE_ADD_MANY,
        .entity = ENTITY_MEETING,
        .row = request->meeting,
        .summary = buffer_text(&summary),
        .reason = text_is_blank(request->reason) ? NULL : request->reason,
    };
    ok = operation_end(marking->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

bool
attend_mark_many(struct atelier *at, const struct attend_request *request,
                 const int64_t *registrations, size_t count, struct attend_sum *sum,
                 struct error *err)
{
    *sum = (struct attend_sum){ 0 };
    bool opened;
    bool ok;
    do {
        struct marking marking;
        marking_init(&marking, at, request);
        ok = begin(&marking, act_of_mark(request), &opened, err);
        if (ok && !marking.slot) {
            opened = true;
            ok = marking_open_slots(&marking, err);
        } else if (ok) {
            ok = mark_all(&marking, registrations, count, sum, err);
        }
        marking_clear(&marking);
    } while (ok && opened);
    return ok;
}

void
attend_sum_clear(struct attend_sum *sum)
{
    register_skipped_clear(&sum->skipped);
}

/* --- what is known */

bool
attend_slot_now(struct atelier *at, const struct meeting *meeting,
                const struct slot_list *list, int64_t *slot, struct error *err)
{
    return marking_slot_now(at, meeting, list, slot, err);
}

bool
attend_slots(struct atelier *at, int64_t meeting, struct slot_list *list,
             struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           slot_table_list(at->db, meeting, list, err);
}

bool
attend_count(struct atelier *at, int64_t meeting, int64_t slot,
             struct presence_count *count, struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           presence_table_count(at->db, meeting, slot, count, err);
}
