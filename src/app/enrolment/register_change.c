/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_change.c - the facts of a registration; those that take a seat ask as every
 * way to one does (rules 3 and 4) */
#include "atelier/app/register.h"

#include <stdlib.h>

#include "answer/answer_note.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/organisation.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/seat_taking.h"
#include "enrolment/settle.h"
#include "session/operation.h"

static bool
check_stays(const struct registration *before, const struct registration *after,
            struct error *err)
{
    if (after->meeting != before->meeting || after->person != before->person)
        return error_set(err, ERROR_RULE,
                         _("A registration stays with its meeting and its person: "
                           "withdraw it, and register anew."));
    return after->state == before->state ||
           error_set_field(
               err, ERROR_RULE, "state",
               _("Accept, decline, withdraw or revive the registration: its state is not "
                 "typed."));
}

/* Whoever comes for another organisation is shown and counted with it. */
static bool
follow_organisation(struct atelier *at, const struct registration *before,
                    struct registration *after, struct error *err)
{
    struct organisation organisation;

    if (after->organisation == before->organisation)
        return true;
    record_init(&organisation_entity, &organisation);
    const bool ok =
        after->organisation == 0 ||
        row_load(at->db, &organisation_entity, after->organisation, &organisation, err);
    if (ok) {
        memory_replace(&after->organisation_name, organisation.name);
        if (after->category == before->category)
            after->category = organisation.category;
    }
    record_clear(&organisation_entity, &organisation);
    return ok;
}

/* A role that takes a seat needs one; whoever has one may change what they are counted
 * with as far as a quota of that lets them. */
static bool
take_seat(struct enrolment *enrolment, const struct registration *before,
          const struct registration *after, struct questions *questions,
          struct error *err)
{
    struct seat_survey *survey = &enrolment->survey;
    const int64_t has = seat_survey_takes(survey, before->state, before->role);
    const int64_t wants = seat_survey_takes(survey, after->state, after->role);

    if (wants == 0)
        return true;
    seat_survey_follow(survey, before, NULL);
    return has < wants ? seat_taking_take(enrolment, after, wants, questions, err)
                       : seat_taking_exchange(enrolment, before, after, questions, err);
}

/* Beside the field that wants the seat. */
static bool
blame(bool ok, const struct registration *before, const struct registration *after,
      struct error *err)
{
    if (ok || !err || err->kind != ERROR_RULE)
        return ok;
    const struct error why = *err;
    return error_set_field(err, ERROR_RULE,
                           after->role != before->role           ? "role"
                           : after->category != before->category ? "category"
                                                                 : "organisation",
                           "%s", why.message);
}

/* Whoever was not first is told so by the write (rule 10). */
bool
enrolment_change(struct enrolment *enrolment, const struct registration *before,
                 struct registration *after, struct questions *questions,
                 struct error *err)
{
    struct atelier *at = enrolment->at;

    if (after->head.rev == before->head.rev) {
        if (!check_stays(before, after, err) ||
            !follow_organisation(at, before, after, err) ||
            !blame(take_seat(enrolment, before, after, questions, err), before, after,
                   err))
            return false;
        free(after->sort_key);
        after->sort_key = fold_sort_key(after->family, after->given);
    }
    return row_update(at->db, &registration_entity, after, at->login, atelier_now(at),
                      err);
}

/* A change of a registration on its way, with what is answered beside it. */
struct changing {
    struct enrolment enrolment;
    struct registration *after;
    const struct answer_typed *typed;
    size_t typed_count;
    struct questions *questions;
    bool is_same; /* but for the answers */
};

static bool
note_answers(const struct changing *changing, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < changing->typed_count; i++) {
        enum act act;
        bool changed;
        ok = answer_note(changing->enrolment.at, changing->after, &changing->typed[i],
                         changing->questions, &act, &changed, err);
    }
    return ok;
}

static bool
end_act(const struct changing *changing, bool ok, struct error *err)
{
    const struct enrolment *enrolment = &changing->enrolment;
    struct buffer title = { 0 };

    if (ok)
        registration_entity.title(changing->after, &title);
    const enum act act = changing->is_same ? ACT_ANSWER_CHANGE : ACT_REGISTRATION_CHANGE;
    const struct operation_note note = {
        .act = seat_passed_act(&enrolment->passed, act),
        .entity = ENTITY_REGISTRATION,
        .row = changing->after->head.id,
        .summary = buffer_text(&title),
        .questions = changing->questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&title);
    return ok;
}

bool
register_change_answered(struct atelier *at, struct registration *registration,
                         const struct answer_typed *typed, size_t count,
                         struct questions *questions, struct error *err)
{
    struct changing changing = { .enrolment = { .at = at },
                                 .after = registration,
                                 .typed = typed,
                                 .typed_count = count,
                                 .questions = questions };
    struct registration before;

    if (!record_check(&registration_entity, registration, err) ||
        !operation_begin(at, ACT_REGISTRATION_CHANGE_NEEDS,
                         record_subject(&registration_entity, registration), err))
        return false;
    record_init(&registration_entity, &before);
    bool ok = row_load(at->db, &registration_entity, registration->head.id, &before, err);
    changing.is_same = ok && before.head.rev == registration->head.rev &&
                       record_equal(&registration_entity, &before, registration);
    ok = ok &&
         (changing.is_same ||
          (enrolment_open(&changing.enrolment, at, before.meeting, err) &&
           enrolment_change(&changing.enrolment, &before, registration, questions, err)));
    ok = ok && note_answers(&changing, err);
    ok = end_act(&changing, ok, err);
    enrolment_close(&changing.enrolment);
    /* Another role may take no seat any more. */
    if (ok)
        enrolment_settle(at, before.meeting, SETTLE_AS_PLANNED, NULL);
    record_clear(&registration_entity, &before);
    return ok;
}

bool
register_change(struct atelier *at, struct registration *registration,
                struct questions *questions, struct error *err)
{
    return register_change_answered(at, registration, NULL, 0, questions, err);
}
