/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_hook.c - people come onto a list by registering, and stay on it */
#include <stdlib.h>

#include "atelier/app/register.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
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

/* Facts that take a seat need one (rule 3). */
static bool
change(struct atelier *at, void *record, struct questions *questions, struct error *err)
{
    return register_change(at, record, questions, err);
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
    .check_removal = check_removal,
    .add = refuse_add,
    .change = change,
};
