/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_hook.c - people come onto a list by registering, and stay on it */
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
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

static void
derive(struct atelier *at, const void *before, void *after)
{
    (void)at;
    struct registration *registration = after;

    (void)before;
    free(registration->sort_key);
    registration->sort_key = fold_sort_key(registration->family, registration->given);
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
    struct seat_rule rule;
    struct seats seats;
    if (!seats_table_rule(at->db, &rule, err) ||
        !seats_table_count(at->db, after->meeting, &seats, err))
        return false;
    if (rule.takes[before->state][before->role] ||
        !rule.takes[after->state][after->role] || seats_fit(&seats, 1))
        return true;
    return error_set_field(
        err, ERROR_RULE, "role",
        ngettext("The meeting is full: %lld of %lld seat is taken.  Free it, or give the "
                 "meeting more.",
                 "The meeting is full: %lld of %lld seats are taken.  Free a seat, or "
                 "give the meeting more.",
                 (unsigned long)seats.seats),
        (long long)seats.taken, (long long)seats.seats);
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
    bool ok = row_load(at->db, &meeting_entity, after->meeting, &meeting, err);
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

extern const struct noun_hook registration_hook;
const struct noun_hook registration_hook = {
    .derive = derive,
    .check = check,
    .check_removal = check_removal,
    .add = refuse_add,
};
