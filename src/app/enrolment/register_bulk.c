/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_bulk.c - one thing done with several registrations, in one act of the journal;
 * who does not fit is left with the reason (rule 11) */
#include "atelier/app/register_bulk.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "enrolment/turn.h"
#include "session/operation.h"

/* The act while it is made. */
struct bulk_work {
    struct atelier *at;
    const struct bulk_request *request;
    struct bulk_outcome *outcome;
    struct enrolment enrolment; /* of the list that they are on */
    struct enrolment other;     /* BULK_MOVE: of the list that they come to */
    enum act as;                /* what the journal calls it */
    struct seat_passed passed;
    bool frees;     /* a category that was left may leave a seat to others */
    bool is_broken; /* half of a move was written: nothing of the act can stay */
    size_t concerned[QUESTION_COUNT];
};

static enum act
act_wanted(const struct bulk_request *request)
{
    switch (request->deed) {
    case BULK_ACT:
        return enrolment_journal_act(request->act);
    case BULK_MOVE:
        return ACT_REGISTRATION_MOVE;
    case BULK_CATEGORY:
        break;
    }
    return ACT_REGISTRATION_CHANGE;
}

/* --- one of them */

/* All of one meeting: the enrolment is opened with the first.  Another category is judged
 * each time anew, as a change of it leaves the survey behind. */
static bool
open_list(struct bulk_work *work, const struct registration *registration,
          struct error *err)
{
    struct atelier *at = work->at;

    if (work->enrolment.meeting.head.id == registration->meeting &&
        work->request->deed != BULK_CATEGORY)
        return true;
    enrolment_close(&work->enrolment);
    const bool ok =
        atelier_may(at, act_permission(act_wanted(work->request)),
                    record_subject(&registration_entity, registration), err) &&
        enrolment_open(&work->enrolment, at, registration->meeting, err);
    if (!ok) /* nobody enrols where it did not open */
        enrolment_close(&work->enrolment);
    return ok;
}

static bool
act_on(struct bulk_work *work, struct registration *registration,
       struct register_outcome *outcome, struct error *err)
{
    const struct bulk_request *request = work->request;
    const bool waits = registration->state == REGISTRATION_WAITING ||
                       turn_is_promised(registration->state, registration->rank);
    const bool ok = enrolment_act(&work->enrolment, registration, request->act,
                                  request->reason, request->questions, outcome, err);

    if (!ok && waits && err->kind == ERROR_QUESTION)
        work->enrolment.left++;
    return ok;
}

/* Whoever has registered can come at another day instead; who was only asked to come has
 * said nothing yet. */
static bool
check_moves(const struct bulk_work *work, const struct registration *registration,
            struct error *err)
{
    enum registration_state after;

    if (registration->meeting == work->request->target)
        return error_set(err, ERROR_RULE, _("They are on the list of that meeting."));
    if (registration->state == REGISTRATION_INVITED)
        return error_set(err, ERROR_RULE,
                         _("Who is invited and has not answered is not moved: invite "
                           "them to the other meeting."));
    return registration_state_after(registration->state, REGISTRATION_WITHDRAW, &after,
                                    err);
}

/* There first: where there is no seat for them, they stay here. */
static bool
move(struct bulk_work *work, struct registration *registration,
     struct register_outcome *outcome, struct error *err)
{
    const struct bulk_request *request = work->request;
    const struct register_request there = {
        .meeting = request->target,
        .person = registration->person,
        .role = registration->role,
        .source = registration->source,
        .note = registration->note,
        .questions = request->questions,
    };
    struct register_outcome here;

    if (!check_moves(work, registration, err) ||
        !enrolment_enter(&work->other, &there, outcome, err))
        return false;
    if (outcome->already)
        return error_set(err, ERROR_RULE,
                         _("On the list of the other meeting already (%s)."),
                         _(registration_states[outcome->state].label));
    work->is_broken =
        !enrolment_act(&work->enrolment, registration, REGISTRATION_WITHDRAW,
                       request->reason, NULL, &here, err);
    return !work->is_broken;
}

static bool
set_category(struct bulk_work *work, struct registration *registration,
             struct register_outcome *outcome, struct error *err)
{
    struct enrolment *enrolment = &work->enrolment;
    struct registration before;

    if (!registration_is_live(registration->state))
        return error_set(err, ERROR_RULE, _("Not on the list any more (%s)."),
                         _(registration_states[registration->state].label));
    if (registration->category == work->request->target)
        return error_set(err, ERROR_RULE, _("Has that category already."));
    record_init(&registration_entity, &before);
    bool ok =
        row_load(work->at->db, &registration_entity, registration->head.id, &before, err);
    registration->category = work->request->target;
    ok = ok && enrolment_change(enrolment, &before, registration,
                                work->request->questions, err);
    if (ok) {
        work->frees = true;
        *outcome = (struct register_outcome){
            .registration = registration->head.id,
            .state = registration->state,
            .passed = enrolment->passed,
        };
    }
    record_clear(&registration_entity, &before);
    return ok;
}

static bool
treat(struct bulk_work *work, struct bulk_row *row, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(work->at->db, &registration_entity, row->registration,
                       &registration, err);
    row->person = registration.person;
    row->before = registration.state;
    ok = ok && open_list(work, &registration, err);
    if (ok)
        ok = work->request->deed == BULK_ACT
                 ? act_on(work, &registration, &row->outcome, err)
             : work->request->deed == BULK_MOVE
                 ? move(work, &registration, &row->outcome, err)
                 : set_category(work, &registration, &row->outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* --- all of them */

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
 * same act; the others keep their order. */
static void
order_by_rank(struct bulk_work *work)
{
    const struct bulk_request *request = work->request;
    struct bulk_outcome *outcome = work->outcome;
    struct ranked *order = memory_new(request->count, sizeof(*order));

    for (size_t i = 0; i < request->count; i++) {
        struct registration registration;
        struct error ignored;

        record_init(&registration_entity, &registration);
        order[i] = (struct ranked){ request->registrations[i], INT64_MAX, i };
        if (row_load(work->at->db, &registration_entity, order[i].id, &registration,
                     &ignored) &&
            registration.rank != NUMBER_NONE)
            order[i].rank = registration.rank;
        record_clear(&registration_entity, &registration);
    }
    qsort(order, request->count, sizeof(*order), compare_ranks);
    outcome->rows = memory_new(request->count, sizeof(*outcome->rows));
    outcome->count = request->count;
    for (size_t i = 0; i < request->count; i++)
        outcome->rows[i].registration = order[i].id;
    free(order);
}

static void
count_done(struct bulk_work *work, const struct register_outcome *outcome)
{
    const enum act wanted = act_wanted(work->request);
    const enum act own = work->request->deed == BULK_ACT
                             ? enrolment_act_done(work->request->act, outcome->state)
                             : wanted;

    work->as = work->outcome->done++ == 0 || own == work->as ? own : wanted;
    seat_passed_add(&work->passed, &outcome->passed);
}

static bool
treat_all(struct bulk_work *work, struct error *err)
{
    for (size_t i = 0; i < work->outcome->count; i++) {
        struct bulk_row *row = &work->outcome->rows[i];
        struct error *refusal = &row->refusal;

        if (treat(work, row, refusal))
            count_done(work, &row->outcome);
        else if (work->is_broken || !enrolment_passes_over(refusal))
            return error_pass(err, refusal);
        else
            work->concerned[refusal->question] += refusal->kind == ERROR_QUESTION;
    }
    return true;
}

/* One question for all whom it concerns. */
static bool
ask_for_all(const struct bulk_work *work, struct error *err)
{
    struct questions *questions = work->request->questions;
    const size_t count = work->request->count;
    bool ok = true;

    for (int kind = 0; questions && kind < QUESTION_COUNT; kind++) {
        if (work->concerned[kind] == 0)
            continue;
        char *sentence = memory_copy(questions->entries[kind].sentence);
        ok = count == 1
                 ? question_put(questions, (enum question_kind)kind, err, "%s", sentence)
                 : question_put(questions, (enum question_kind)kind, err,
                                /* TRANSLATORS: behind the sentence that asks */
                                _("%s  It concerns %zu of the %zu people."), sentence,
                                work->concerned[kind], count);
        free(sentence);
    }
    return ok;
}

/* Whether seats go on to others after it. */
static bool
passes_on(const struct bulk_work *work)
{
    const struct enrolment *list = &work->enrolment;

    return (list->frees || work->frees) && list->meeting.waiting_list != WAITING_NONE &&
           list->survey.seats.state[REGISTRATION_WAITING] > 0;
}

static void
add_summary(const struct bulk_work *work, struct buffer *summary)
{
    const char *here = work->enrolment.meeting.title;

    buffer_add(summary, here ? here : "");
    if (work->request->deed == BULK_MOVE)
        buffer_addf(summary, " → %s", work->other.meeting.title);
    buffer_addf(summary, " (%zu)", work->outcome->done);
}

static bool
end(struct bulk_work *work, bool ok, struct error *err)
{
    const struct bulk_request *request = work->request;
    struct buffer summary = { 0 };

    add_summary(work, &summary);
    const struct operation_note note = {
        .act = seat_passed_act(&work->passed, work->as),
        .entity = ENTITY_MEETING,
        .row = work->enrolment.meeting.head.id,
        .summary = buffer_text(&summary),
        .reason = text_is_blank(request->reason) ? NULL : request->reason,
        .questions = request->questions,
    };
    ok = operation_end(work->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

static void
settle(const struct bulk_work *work, int64_t here)
{
    struct bulk_outcome *outcome = work->outcome;
    const bool comes = work->request->deed == BULK_MOVE && outcome->done > 0;

    if (work->enrolment.frees || work->frees)
        enrolment_settle(work->at, here, SETTLE_AS_PLANNED, &outcome->given);
    if (!comes)
        return;
    enrolment_settle(work->at, work->request->target, SETTLE_AS_PLANNED, NULL);
    for (size_t i = 0; i < outcome->count; i++)
        if (outcome->rows[i].refusal.kind == ERROR_NONE)
            enrolment_settled_state(work->at, &outcome->rows[i].outcome);
}

bool
register_bulk(struct atelier *at, const struct bulk_request *request,
              struct bulk_outcome *outcome, struct error *err)
{
    struct bulk_work work = { .at = at,
                              .request = request,
                              .outcome = outcome,
                              .enrolment = { .at = at },
                              .other = { .at = at },
                              .as = act_wanted(request) };

    bulk_outcome_clear(outcome);
    if (request->count == 0)
        return true;
    if (!operation_begin(
            at, act_permission(work.as),
            session_subject(at, ENTITY_REGISTRATION, request->registrations[0]), err))
        return false;
    order_by_rank(&work);
    const bool ok = (request->deed != BULK_MOVE ||
                     enrolment_open(&work.other, at, request->target, err)) &&
                    treat_all(&work, err) &&
                    (request->dry_run || !request->asks || ask_for_all(&work, err));
    outcome->passes_on = ok && request->dry_run && passes_on(&work);
    const bool written = end(&work, ok && !request->dry_run, err);
    const int64_t here = work.enrolment.meeting.head.id;
    enrolment_close(&work.enrolment);
    enrolment_close(&work.other);
    if (written)
        settle(&work, here);
    return written || (ok && request->dry_run);
}

void
bulk_outcome_clear(struct bulk_outcome *outcome)
{
    free(outcome->rows);
    *outcome = (struct bulk_outcome){ 0 };
}
