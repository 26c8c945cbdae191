/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment.c - the one way to a seat (rules 1 to 4) */
#include "enrolment/enrolment.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment_row.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"

bool
enrolment_load(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    *enrolment = (struct enrolment){ .at = at };
    record_init(&meeting_entity, &enrolment->meeting);
    return row_load(at->db, &meeting_entity, meeting, &enrolment->meeting, err) &&
           seat_survey_load(&enrolment->survey, at->db, meeting, atelier_today(at), err);
}

bool
enrolment_open(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    if (!enrolment_load(enrolment, at, meeting, err))
        return false;
    return meeting_is_open(&enrolment->meeting) ||
           error_set(err, ERROR_RULE,
                     _("The meeting is %s: its list does not change any more."),
                     _(meeting_states[enrolment->meeting.state].label));
}

void
enrolment_close(struct enrolment *enrolment)
{
    record_clear(&meeting_entity, &enrolment->meeting);
    seat_survey_clear(&enrolment->survey);
    waiting_list_clear(&enrolment->waiting);
    waiting_list_clear(&enrolment->promised);
    enrolment->knows_waiting = false;
}

static bool
enter(struct enrolment *enrolment, const struct register_request *request,
      struct registration *registration, struct register_outcome *outcome,
      struct error *err)
{
    if (registration->head.id && registration_is_live(registration->state) &&
        registration->state != REGISTRATION_INVITED) {
        outcome->already = true;
        enrolment_row_tell(enrolment, registration, outcome);
        return true;
    }
    if (!seat_taking_check_period(enrolment, err) ||
        !enrolment_row_prepare(enrolment, request, registration, err))
        return false;
    /* Numbers alone are read of it: its texts stay the row's. */
    const struct registration before = *registration;
    const bool is_new = registration->head.id == 0;
    const int64_t has =
        is_new ? 0
               : enrolment_row_seats(enrolment, registration->state, registration->role);
    if (!text_is_blank(request->note))
        memory_replace(&registration->note, request->note);
    const enum registration_state wanted =
        enrolment->meeting.approval && !request->has_come ? REGISTRATION_PENDING
                                                          : REGISTRATION_ACCEPTED;
    if (!seat_taking_choose(enrolment, registration, wanted, has, request->questions,
                            err) ||
        !record_check(&registration_entity, registration, err) ||
        !enrolment_row_save(enrolment, is_new ? NULL : &before, registration, err))
        return false;
    enrolment_row_tell(enrolment, registration, outcome);
    return true;
}

bool
enrolment_enter(struct enrolment *enrolment, const struct register_request *request,
                struct register_outcome *outcome, struct error *err)
{
    enrolment_row_begin(enrolment, outcome);
    enrolment->insists = request->has_come;
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, request->meeting,
                                      request->person, &registration, err) &&
              enter(enrolment, request, &registration, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* Whoever is accepted comes to a seat or onto the list, unless they wait there already,
 * had their turn on it, or hold a seat as an offer. */
static bool
is_new_to_seats(const struct registration *registration, enum registration_act act)
{
    return act == REGISTRATION_REVIVE ||
           (act == REGISTRATION_ACCEPT && registration->state != REGISTRATION_WAITING &&
            registration->state != REGISTRATION_OFFERED &&
            !turn_is_promised(registration->state, registration->rank));
}

/* A seat that is held for them already, as an offer, waits for a yes that the days bind
 * as every way to a seat. */
static bool
check_last_day(const struct enrolment *enrolment, const struct registration *registration,
               enum registration_act act, struct error *err)
{
    return act != REGISTRATION_ACCEPT ||
           enrolment_row_seats(enrolment, REGISTRATION_ACCEPTED, registration->role) ==
               0 ||
           seat_taking_check_period(enrolment, err);
}

static bool
pass_on(struct enrolment *enrolment, struct registration *registration,
        enum registration_act act, struct questions *questions, struct error *err)
{
    enum registration_state after;
    if (!registration_state_after(registration->state, act, &after, err))
        return false;
    /* One that an older program left: offers lapse with their meeting now. */
    if (registration->state == REGISTRATION_OFFERED && act == REGISTRATION_ACCEPT &&
        meeting_is_past_offers(&enrolment->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its offers are over.  Withdraw it, and "
                           "revive it if they came."),
                         _(meeting_states[enrolment->meeting.state].label));
    const int64_t has =
        enrolment_row_seats(enrolment, registration->state, registration->role);
    if (!check_last_day(enrolment, registration, act, err))
        return false;
    if (is_new_to_seats(registration, act)) {
        registration->rank = NUMBER_NONE;
        return seat_taking_choose(enrolment, registration, after, has, questions, err);
    }
    if (!seat_taking_take(enrolment, registration,
                          enrolment_row_seats(enrolment, after, registration->role) - has,
                          questions, err))
        return false;
    registration->state = after;
    return true;
}

bool
enrolment_act(struct enrolment *enrolment, struct registration *registration,
              enum registration_act act, const char *reason, struct questions *questions,
              struct register_outcome *outcome, struct error *err)
{
    const struct registration before = *registration; /* its numbers alone */

    enrolment_row_begin(enrolment, outcome);
    if (!pass_on(enrolment, registration, act, questions, err))
        return false;
    registration->previous_state = before.state;
    if (registration->state == REGISTRATION_ACCEPTED)
        registration->rank = NUMBER_NONE;
    if (act != REGISTRATION_ACCEPT && act != REGISTRATION_REVIVE &&
        !text_is_blank(reason))
        memory_replace(&registration->excuse, reason);
    if (!enrolment_row_save(enrolment, &before, registration, err))
        return false;
    enrolment_row_tell(enrolment, registration, outcome);
    return true;
}

bool
enrolment_give(struct enrolment *enrolment, int64_t id, enum registration_state state,
               int64_t *person, enum registration_state *given, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(enrolment->at->db, &registration_entity, id, &registration, err);
    const struct registration before = registration;
    /* Nobody has said yes to whoever did not come onto the list as approved. */
    const bool is_approved = !enrolment->meeting.approval ||
                             registration.previous_state == REGISTRATION_PENDING;
    registration.previous_state = registration.state;
    /* The rank stays: it says how they came to it. */
    registration.state = is_approved ? state : REGISTRATION_PENDING;
    *given = registration.state;
    ok = ok && enrolment_row_save(enrolment, &before, &registration, err);
    *person = registration.person;
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
enrolment_answer_by_coming(struct atelier *at, int64_t id, bool *answered,
                           struct error *err)
{
    struct enrolment enrolment = { .at = at };
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err);
    const struct registration before = registration; /* its numbers alone */
    *answered = ok && before.state == REGISTRATION_OFFERED;
    if (*answered) {
        registration.previous_state = before.state;
        registration.state = REGISTRATION_ACCEPTED;
        registration.rank = NUMBER_NONE;
        ok = enrolment_load(&enrolment, at, before.meeting, err) &&
             enrolment_row_save(&enrolment, &before, &registration, err);
        enrolment_close(&enrolment);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
enrolment_passes_over(const struct error *refusal)
{
    return refusal->kind == ERROR_RULE || refusal->kind == ERROR_QUESTION ||
           refusal->kind == ERROR_NOT_FOUND;
}

enum act
enrolment_journal_act(enum registration_act act)
{
    switch (act) {
    case REGISTRATION_ACCEPT:
        return ACT_REGISTRATION_ACCEPT;
    case REGISTRATION_DECLINE:
        return ACT_REGISTRATION_DECLINE;
    case REGISTRATION_EXCUSE:
        return ACT_REGISTRATION_EXCUSE;
    case REGISTRATION_REFUSE:
        return ACT_REGISTRATION_REFUSE;
    case REGISTRATION_WITHDRAW:
        return ACT_REGISTRATION_WITHDRAW;
    case REGISTRATION_REVIVE:
        return ACT_REGISTRATION_REVIVE;
    case REGISTRATION_SUBSTITUTE:
        return ACT_REGISTRATION_SUBSTITUTE;
    }
    return ACT_REGISTRATION_CHANGE;
}

enum act
enrolment_act_done(enum registration_act act, enum registration_state after)
{
    return act == REGISTRATION_DECLINE && after == REGISTRATION_WITHDRAWN
               ? ACT_REGISTRATION_WITHDRAW
               : enrolment_journal_act(act);
}

bool
enrolment_invite(struct enrolment *enrolment, int64_t person, bool *invited,
                 struct error *err)
{
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, enrolment->meeting.head.id,
                                      person, &registration, err);
    *invited = ok && registration.head.id == 0;
    if (*invited) {
        registration.meeting = enrolment->meeting.head.id;
        registration.person = person;
        registration.source = SOURCE_CONVENED;
        registration.state = REGISTRATION_INVITED;
        registration.previous_state = REGISTRATION_INVITED;
        ok = enrolment_row_fill(enrolment, &registration, err) &&
             enrolment_row_save(enrolment, NULL, &registration, err);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}
