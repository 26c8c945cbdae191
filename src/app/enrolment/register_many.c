/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_many.c - many people onto a list in one act; who does not fit is skipped and
 * counted (rule 11) */
#include <stdlib.h>
#include <string.h>

#include "answer/answer_note.h"
#include "atelier/app/register.h"
#include "atelier/base/memory.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "session/operation.h"

void
register_skipped_add(struct register_skipped *skipped, int64_t id,
                     const struct error *why)
{
    skipped->count++;
    if (why->kind != ERROR_NOT_FOUND) {
        skipped->ids = memory_grow(skipped->ids, &skipped->id_capacity,
                                   skipped->id_count + 1, sizeof(*skipped->ids));
        skipped->ids[skipped->id_count++] = id;
    }
    size_t i = 0;
    while (i < skipped->reason_count &&
           strcmp(skipped->reasons[i].why.message, why->message) != 0)
        i++;
    if (i == REGISTER_REASONS)
        return;
    if (i == skipped->reason_count)
        skipped->reasons[skipped->reason_count++].why = *why;
    skipped->reasons[i].count++;
}

void
register_skipped_clear(struct register_skipped *skipped)
{
    free(skipped->ids);
    *skipped = (struct register_skipped){ 0 };
}

/* --- onto the list */

/* What was decided for any of them belongs into the journal. */
static void
gather_decided(struct questions *told, const struct questions *sheet)
{
    for (int kind = 0; sheet && kind < QUESTION_COUNT; kind++) {
        const struct question_entry *entry = &sheet->entries[kind];
        if (!entry->decided)
            continue;
        question_reply(told, (enum question_kind)kind, entry->value, entry->reason);
        question_decide(told, (enum question_kind)kind);
    }
}

/* One of them; false: the act cannot go on. */
static bool
add_one(struct enrolment *enrolment, const struct register_request *request,
        struct register_added *added, struct error *err)
{
    struct register_request own = *request;
    own.person = added->person;
    own.questions = added->questions;
    if (answer_check_all(enrolment->at, own.meeting, own.person, own.typed,
                         own.typed_count, own.questions, &added->refusal) &&
        enrolment_enter(enrolment, &own, &added->outcome, &added->refusal))
        return answer_note_all(enrolment->at, added->outcome.registration, own.typed,
                               own.typed_count, own.questions, &added->outcome.answered,
                               err);
    return enrolment_passes_over(&added->refusal) || error_pass(err, &added->refusal);
}

/* What all of them together did that is told by the name of the act. */
struct add_sum {
    size_t added; /* who were not on the list already */
    struct seat_passed passed;
    bool waits;
};

/* "Title (12)" */
static bool
end_act(struct enrolment *enrolment, bool ok, const struct add_sum *sum,
        const struct questions *told, struct error *err)
{
    struct buffer summary = { 0 };

    buffer_addf(&summary, "%s (%zu)",
                enrolment->meeting.title ? enrolment->meeting.title : "", sum->added);
    const struct operation_note note = {
        .act = seat_passed_act(&sum->passed, ACT_REGISTRATION_ADD_MANY),
        .entity = ENTITY_MEETING,
        .row = enrolment->meeting.head.id,
        .summary = buffer_text(&summary),
        .questions = told,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

static bool
add_each(struct enrolment *enrolment, const struct register_request *request,
         struct register_added *people, size_t count, struct add_sum *sum,
         struct questions *told, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (people[i].refusal.kind != ERROR_NONE)
            continue;
        if (!add_one(enrolment, request, &people[i], err))
            return false;
        if (people[i].refusal.kind != ERROR_NONE)
            continue;
        const struct register_outcome *outcome = &people[i].outcome;
        sum->added += !outcome->already;
        seat_passed_add(&sum->passed, &outcome->passed);
        sum->waits = sum->waits || outcome->state == REGISTRATION_WAITING;
        gather_decided(told, people[i].questions);
    }
    return true;
}

/* Seats go to who waits longest, of the newcomers too. */
static void
settle_added(struct atelier *at, int64_t meeting, struct register_added *people,
             size_t count)
{
    struct register_given given = { 0 };
    struct register_outcome *last = NULL;

    enrolment_settle(at, meeting, SETTLE_AS_PLANNED, &given);
    for (size_t i = 0; i < count; i++)
        if (people[i].refusal.kind == ERROR_NONE) {
            last = &people[i].outcome;
            enrolment_settled_state(at, last);
        }
    if (last)
        last->given = given;
}

bool
register_add_many(struct atelier *at, const struct register_request *request,
                  struct register_added *people, size_t count, struct error *err)
{
    if (!operation_begin(at, ACT_REGISTRATION_ADD_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, request->meeting }, err))
        return false;
    struct enrolment enrolment;
    struct add_sum sum = { 0 };
    struct questions told = { 0 };
    bool ok = enrolment_open(&enrolment, at, request->meeting, err) &&
              add_each(&enrolment, request, people, count, &sum, &told, err);
    ok = end_act(&enrolment, ok, &sum, &told, err);
    const bool frees = enrolment.frees;
    enrolment_close(&enrolment);
    questions_clear(&told);
    if (ok && (frees || sum.waits))
        settle_added(at, request->meeting, people, count);
    return ok;
}
