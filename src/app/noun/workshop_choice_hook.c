/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice_hook.c - wishes, seats and runs of assigning are written by acts of
 * their own (workshop_seats.h, workshop_assign.h), never as a row */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

static bool
refuse(struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("Wishes and seats of workshops are not typed as a row: register, "
                       "move or assign people."));
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    (void)at;
    (void)before;
    (void)after;
    return refuse(err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    (void)at;
    (void)record;
    return refuse(err);
}

extern const struct noun_hook workshop_choice_hook;
const struct noun_hook workshop_choice_hook = {
    .check = check,
    .check_removal = check_removal,
};
