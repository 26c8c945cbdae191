/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register.c - the way to a seat, as acts of a person: one act, one row of the journal
 */
#include "atelier/app/register.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "answer/answer_note.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "session/operation.h"

/* "Müller, Anna · Title": language-neutral, as all summaries. */
static bool
end_act(struct enrolment *enrolment, bool ok, enum act act, int64_t registration,
        int64_t person, const char *reason, const struct questions *questions,
        struct error *err)
{
    struct buffer summary = { 0 };
    if (ok) {
        display_title(enrolment->at, ENTITY_PERSON, person, &summary);
        journal_add_where(enrolment->meeting.title, &summary);
    }
    struct operation_note note = {
        .act = seat_passed_act(&enrolment->passed, act),
        .entity = ENTITY_REGISTRATION,
        .row = registration,
        .summary = buffer_text(&summary),
        .reason = text_is_blank(reason) ? NULL : reason,
        .questions = questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

bool
register_add(struct atelier *at, const struct register_request *request,
             struct register_outcome *outcome, struct error *err)
{
    *outcome = (struct register_outcome){ 0 };
    bool frees = false;
    bool ok = operation_begin(at, ACT_REGISTRATION_ADD_NEEDS,
                              (struct row_ref){ ENTITY_MEETING, request->meeting }, err);
    if (ok) {
        struct enrolment enrolment;
        ok = enrolment_open(&enrolment, at, request->meeting, err) &&
             enrolment_enter(&enrolment, request, outcome, err) &&
             answer_note_all(at, outcome->registration, request->typed,
                             request->typed_count, request->questions, &outcome->answered,
                             err);
        ok = end_act(&enrolment, ok, ACT_REGISTRATION_ADD, outcome->registration,
                     request->person, NULL, request->questions, err);
        frees = enrolment.frees;
        enrolment_close(&enrolment);
    }
    /* Somebody who could have had the seat before may wait still. */
    if (ok && (frees || outcome->state == REGISTRATION_WAITING)) {
        enrolment_settle(at, request->meeting, SETTLE_AS_PLANNED, &outcome->given);
        if (outcome->given.count + at->given.count > 0)
            enrolment_settled_state(at, outcome);
    }
    return ok;
}

bool
register_find(struct atelier *at, int64_t meeting, int64_t person, int64_t *id,
              struct error *err)
{
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok =
        atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        registration_table_find(at->db, meeting, person, &registration, err);
    *id = registration.head.id;
    record_clear(&registration_entity, &registration);
    if (ok && !*id)
        return error_set(err, ERROR_NOT_FOUND, _("This person is not on the list."));
    return ok;
}

/* Reviving beside a live row would seat somebody twice. */
static bool
check_revival(struct atelier *at, const struct registration *registration,
              enum registration_act act, struct error *err)
{
    if (act != REGISTRATION_REVIVE)
        return true;
    struct registration live;
    record_init(&registration_entity, &live);
    bool ok = registration_table_find(at->db, registration->meeting, registration->person,
                                      &live, err);
    bool other =
        ok && live.head.id != registration->head.id && registration_is_live(live.state);
    record_clear(&registration_entity, &live);
    return ok && (!other ||
                  error_set(err, ERROR_RULE, _("This person is on the list already.")));
}

bool
register_act(struct atelier *at, int64_t id, enum registration_act act,
             const char *reason, struct questions *questions,
             struct register_outcome *outcome, struct error *err)
{
    assert(act != REGISTRATION_SUBSTITUTE);
    char *tidy = text_is_blank(reason) ? NULL : text_tidy(reason);
    bool frees = false;

    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = operation_begin(at, act_permission(enrolment_journal_act(act)),
                              session_subject(at, ENTITY_REGISTRATION, id), err);
    if (ok) {
        struct enrolment enrolment = { 0 };
        ok = row_load(at->db, &registration_entity, id, &registration, err) &&
             enrolment_open(&enrolment, at, registration.meeting, err) &&
             check_revival(at, &registration, act, err) &&
             enrolment_act(&enrolment, &registration, act, tidy, questions, outcome, err);
        enrolment.at = at;
        /* Who accepts somebody of a full meeting lets them wait: that is what is told. */
        ok = end_act(&enrolment, ok,
                     ok && outcome->state == REGISTRATION_WAITING
                         ? ACT_REGISTRATION_WAIT
                         : enrolment_act_done(act, outcome->state),
                     id, registration.person, tidy, questions, err);
        frees = enrolment.frees;
        enrolment_close(&enrolment);
    }
    if (ok && (frees || outcome->state == REGISTRATION_WAITING))
        enrolment_settle(at, registration.meeting, SETTLE_AS_PLANNED, &outcome->given);
    record_clear(&registration_entity, &registration);
    free(tidy);
    return ok;
}
