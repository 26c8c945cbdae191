/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_pending.c - who was pending when a meeting stopped asking for a yes */
#include "enrolment/settle_pending.h"

#include "atelier/domain/registration.h"
#include "atelier/domain/registration_period.h"
#include "atelier/store/row_table.h"
#include "atelier/store/waiting_table.h"
#include "enrolment/enrolment.h"

/* Whom something keeps from a seat, where there is no list, stays what they are. */
static bool
settle_one(struct enrolment *enrolment, int64_t id, struct register_given *came,
           struct error *err)
{
    struct registration registration;
    struct register_outcome outcome;
    struct error refusal = { 0 };

    record_init(&registration_entity, &registration);
    bool ok = row_load(enrolment->at->db, &registration_entity, id, &registration, err);
    if (ok && enrolment_act(enrolment, &registration, REGISTRATION_ACCEPT, NULL, NULL,
                            &outcome, &refusal)) {
        if (outcome.state == REGISTRATION_WAITING)
            came->waiting++;
        else if (came->count++ == 0)
            came->person = registration.person;
    } else if (ok && refusal.kind == ERROR_QUESTION) {
        came->pending++;
    } else if (ok) {
        ok = error_pass(err, &refusal);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

/* What keeps all of them, whoever they are; false: nothing does. */
static bool
find_hindrance(const struct enrolment *enrolment, struct register_given *came)
{
    const struct meeting *meeting = &enrolment->meeting;
    const enum registration_period period =
        registration_period_on(meeting, atelier_today(enrolment->at));

    came->hindrance = HINDERED_BY_SEATS;
    came->meeting_state = meeting->state;
    if (!meeting_is_undecided(meeting)) {
        came->hindrance = HINDERED_BY_STATE;
    } else if (period == PERIOD_TO_COME) {
        came->hindrance = HINDERED_BY_OPENING;
        came->day = meeting->opens;
    } else if (period == PERIOD_OVER) {
        came->hindrance = HINDERED_BY_CLOSING;
        came->day = meeting->closes;
    }
    return came->hindrance != HINDERED_BY_SEATS;
}

bool
enrolment_settle_pending(struct atelier *at, int64_t meeting, struct register_given *came,
                         struct error *err)
{
    struct enrolment enrolment;
    struct waiting_list pending = { 0 };

    *came =
        (struct register_given){ .state = REGISTRATION_ACCEPTED, .were_pending = true };
    bool ok = enrolment_load(&enrolment, at, meeting, err) &&
              waiting_table_list_pending(at->db, meeting, &pending, err);
    if (ok && find_hindrance(&enrolment, came))
        came->pending = pending.count;
    for (size_t i = 0; ok && came->hindrance == HINDERED_BY_SEATS && i < pending.count;
         i++)
        ok = settle_one(&enrolment, pending.items[i].registration, came, err);
    waiting_list_clear(&pending);
    enrolment_close(&enrolment);
    return ok;
}
