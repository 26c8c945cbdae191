/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_hook.c - people come onto a list by registering, and stay on it */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/registration.h"
#include "atelier/store/row_table.h"
#include "enrolment/seat_survey.h"
#include "enrolment/settle.h"
#include "noun/noun_hook.h"

static bool
refuse_add(struct atelier *at, void *record, struct questions *questions,
           struct error *err)
{
    (void)questions;
    (void)at;
    (void)record;
    return error_set(err, ERROR_INPUT, _("People come onto a list by registering."));
}

/* Calendars saw what is undone, and see the way back too (rule 8). */
static void
derive(struct atelier *at, const void *before, void *after)
{
    (void)at;
    struct registration *registration = after;

    free(registration->sort_key);
    registration->sort_key = fold_sort_key(registration->family, registration->given);
    if (before)
        registration_count_change(((const struct registration *)before)->state,
                                  registration);
}

/* Beside the field that wants the seat. */
static bool
refuse_seat(struct atelier *at, const struct registration *before,
            const struct registration *after, const struct seating_verdict *verdict,
            struct error *err)
{
    struct buffer why = { 0 };

    seat_survey_say(at->db, verdict, &why);
    error_set_field(err, ERROR_RULE,
                    after->role != before->role           ? "role"
                    : after->category != before->category ? "category"
                                                          : "organisation",
                    _("%s  Free a seat, or give the meeting or its quota more."),
                    buffer_text(&why));
    buffer_clear(&why);
    return false;
}

/* Rule 3: a state changes by enrolment alone, and a role that takes a seat needs one. */
static bool
check_seat(struct atelier *at, const struct registration *before,
           const struct registration *after, struct error *err)
{
    if (after->head.rev != before->head.rev)
        return true; /* a colleague was first: the write says so (rule 10) */
    if (after->state != before->state)
        return error_set_field(
            err, ERROR_RULE, "state",
            _("Accept, decline, withdraw or revive the registration: its state is not "
              "typed."));
    struct seat_survey survey = { 0 };
    struct seating_verdict verdict = { 0 };
    bool ok = seat_survey_load(&survey, at->db, after->meeting, atelier_today(at), err);
    if (ok) {
        seat_survey_follow(&survey, before, NULL);
        const int64_t has = seat_survey_takes(&survey, before->state, before->role);
        const int64_t wants = seat_survey_takes(&survey, after->state, after->role);
        const bool same = has == wants && after->category == before->category &&
                          after->organisation == before->organisation;
        ok = same || wants == 0 ||
             seat_survey_judge(&survey, after->category, after->organisation, wants,
                               &verdict) ||
             refuse_seat(at, before, after, &verdict, err);
    }
    seating_verdict_clear(&verdict);
    seat_survey_clear(&survey);
    return ok;
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

/* A closed meeting's list is final, whoever marries, moves or is merged (rule 7). */
static bool
check(struct atelier *at, const void *old, void *record, struct error *err)
{
    const struct registration *before = old;
    struct registration *after = record;
    if (after->meeting != before->meeting || after->person != before->person)
        return error_set(err, ERROR_RULE,
                         _("A registration stays with its meeting and its person: "
                           "withdraw it, and register anew."));
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = follow_organisation(at, before, after, err) &&
              row_load(at->db, &meeting_entity, after->meeting, &meeting, err);
    if (ok && !meeting_is_open(&meeting))
        ok = error_set(
            err, ERROR_RULE,
            _("The meeting is cancelled or closed: its list does not change any "
              "more."));
    record_clear(&meeting_entity, &meeting);
    derive(at, before, after);
    return ok && check_seat(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    (void)at;
    (void)record;
    return error_set(err, ERROR_RULE,
                     _("A registration is never removed: withdraw it, so that the list "
                       "remembers."));
}

/* Another role may take no seat any more. */
static void
afterwards(struct atelier *at, const void *record)
{
    enrolment_settle(at, ((const struct registration *)record)->meeting,
                     SETTLE_AS_PLANNED, NULL);
}

extern const struct noun_hook registration_hook;
const struct noun_hook registration_hook = {
    .derive = derive,
    .check = check,
    .check_removal = check_removal,
    .add = refuse_add,
    .afterwards = afterwards,
};
