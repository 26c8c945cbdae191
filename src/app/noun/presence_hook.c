/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_hook.c - a mark of presence is added or annulled, never typed (rule 6) */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

static bool
refuse(struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("A mark of presence is not typed or changed: mark the person, or "
                       "annul the mark."));
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

extern const struct noun_hook presence_hook;
const struct noun_hook presence_hook = {
    .check = check,
    .check_removal = check_removal,
};
