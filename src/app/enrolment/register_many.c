/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_many.c - many people in one act; who does not fit is skipped and counted (rule
 * 11) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "enrolment/turn.h"
#include "session/operation.h"

static bool
end_many(struct enrolment *enrolment, bool ok, enum act act, size_t count,
         const char *reason, const struct questions *questions, struct error *err)
{
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (%zu)",
                enrolment->meeting.title ? enrolment->meeting.title : "", count);
    struct operation_note note = {
        .act = act,
        .entity = ENTITY_MEETING,
        .row = enrolment->meeting.head.id,
        .summary = buffer_text(&summary),
        .reason = text_is_blank(reason) ? NULL : reason,
        .questions = questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

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

static bool
is_skipped(const struct error *refusal)
{
    return refusal->kind == ERROR_RULE || refusal->kind == ERROR_QUESTION ||
           refusal->kind == ERROR_NOT_FOUND;
}

/* All of one meeting: the enrolment is opened with the first. */
static bool
act_on(struct enrolment *enrolment, int64_t id, enum registration_act act,
       const char *reason, struct questions *questions, struct register_outcome *outcome,
       struct error *err)
{
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = row_load(enrolment->at->db, &registration_entity, id, &registration, err);
    if (ok && enrolment->meeting.head.id != registration.meeting) {
        struct atelier *at = enrolment->at;
        enrolment_close(enrolment);
        ok = atelier_may(at, act_permission(enrolment_journal_act(act)),
                         record_subject(&registration_entity, &registration), err) &&
             enrolment_open(enrolment, at, registration.meeting, err);
        if (!ok) /* nobody enrols where it did not open */
            enrolment_close(enrolment);
    }
    const bool waits = ok && (registration.state == REGISTRATION_WAITING ||
                              turn_is_promised(registration.state, registration.rank));
    ok = ok &&
         enrolment_act(enrolment, &registration, act, reason, questions, outcome, err);
    if (!ok && waits && err->kind == ERROR_QUESTION)
        enrolment->left++;
    record_clear(&registration_entity, &registration);
    return ok;
}

/* One of those whom the caller passed. */
struct ranked {
    int64_t id;
    int64_t rank; /* INT64_MAX: never waited */
    size_t place; /* in what the caller passed */
};

static int
compare_ranks(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

/* Who waits longest goes first, as in turn.h, so that nobody overtakes another one of the
 * same act; the others keep their order.
 * The caller frees it. */
static struct ranked *
order_by_rank(struct atelier *at, const int64_t *registrations, size_t count)
{
    struct ranked *order = memory_new(count, sizeof(*order));
    for (size_t i = 0; i < count; i++) {
        struct registration registration;
        record_init(&registration_entity, &registration);
        order[i] =
            (struct ranked){ .id = registrations[i], .rank = INT64_MAX, .place = i };
        struct error ignored;
        if (row_load(at->db, &registration_entity, registrations[i], &registration,
                     &ignored) &&
            registration.rank != NUMBER_NONE)
            order[i].rank = registration.rank;
        record_clear(&registration_entity, &registration);
    }
    qsort(order, count, sizeof(*order), compare_ranks);
    return order;
}

/* One question for all whom it concerns. */
static bool
ask_for_all(struct questions *questions, const size_t concerned[QUESTION_COUNT],
            size_t count, struct error *err)
{
    bool ok = true;
    for (int kind = 0; questions && kind < QUESTION_COUNT; kind++) {
        if (concerned[kind] == 0)
            continue;
        char *sentence = memory_copy(questions->entries[kind].sentence);
        ok = count == 1
                 ? question_put(questions, (enum question_kind)kind, err, "%s", sentence)
                 : question_put(questions, (enum question_kind)kind, err,
                                /* TRANSLATORS: behind the sentence that asks */
                                _("%s  It concerns %zu of the %zu people."), sentence,
                                concerned[kind], count);
        free(sentence);
    }
    return ok;
}

bool
register_act_many(struct atelier *at, const int64_t *registrations, size_t count,
                  enum registration_act act, const char *reason,
                  struct questions *questions, size_t *done,
                  struct register_skipped *skipped, struct register_given *given,
                  struct error *err)
{
    struct enrolment enrolment = { .at = at };
    *done = 0;
    *skipped = (struct register_skipped){ 0 };
    if (given)
        *given = (struct register_given){ 0 };
    if (count == 0)
        return true;
    if (!operation_begin(at, act_permission(enrolment_journal_act(act)),
                         session_subject(at, ENTITY_REGISTRATION, registrations[0]), err))
        return false;
    struct ranked *order = order_by_rank(at, registrations, count);
    size_t concerned[QUESTION_COUNT] = { 0 };
    bool overbooks = false;
    bool passes_quota = false;
    bool overtakes = false;
    bool ok = true;
    enum act as = enrolment_journal_act(act);
    for (size_t i = 0; ok && i < count; i++) {
        struct register_outcome outcome;
        struct error refusal = { 0 };
        if (act_on(&enrolment, order[i].id, act, reason, questions, &outcome, &refusal)) {
            const enum act own = enrolment_act_done(act, outcome.state);
            as = (*done)++ == 0 || own == as ? own : enrolment_journal_act(act);
            overbooks = overbooks || outcome.overbooked;
            passes_quota = passes_quota || outcome.passed_quota;
            overtakes = overtakes || outcome.overtook;
        } else if (is_skipped(&refusal)) {
            register_skipped_add(skipped, order[i].id, &refusal);
            concerned[refusal.question] += refusal.kind == ERROR_QUESTION;
        } else {
            *err = refusal;
            ok = false;
        }
    }
    free(order);
    ok = ok && ask_for_all(questions, concerned, count, err);
    ok = end_many(&enrolment, ok,
                  enrolment_knowing_act(as, overbooks, passes_quota, overtakes), *done,
                  reason, questions, err);
    const int64_t meeting = enrolment.meeting.head.id;
    const bool frees = enrolment.frees;
    enrolment_close(&enrolment);
    if (ok && frees)
        enrolment_settle(at, meeting, SETTLE_AS_PLANNED, given);
    return ok;
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
    if (enrolment_enter(enrolment, &own, &added->outcome, &added->refusal))
        return true;
    return is_skipped(&added->refusal) || error_pass(err, &added->refusal);
}

/* What all of them together did that is told by the name of the act. */
struct add_sum {
    size_t added; /* who were not on the list already */
    bool overbooks;
    bool passes_quota;
    bool overtakes;
    bool waits;
};

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
        sum->overbooks = sum->overbooks || outcome->overbooked;
        sum->passes_quota = sum->passes_quota || outcome->passed_quota;
        sum->overtakes = sum->overtakes || outcome->overtook;
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
    ok = end_many(&enrolment, ok,
                  enrolment_knowing_act(ACT_REGISTRATION_ADD_MANY, sum.overbooks,
                                        sum.passes_quota, sum.overtakes),
                  sum.added, NULL, &told, err);
    const bool frees = enrolment.frees;
    enrolment_close(&enrolment);
    questions_clear(&told);
    if (ok && (frees || sum.waits))
        settle_added(at, request->meeting, people, count);
    return ok;
}
