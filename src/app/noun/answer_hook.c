/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_hook.c - answers are noted by acts of their own (answering.h), never as a row */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

static bool
refuse(struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("Answers are not typed as a row: “registration answer” notes "
                       "them."));
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

extern const struct noun_hook answer_hook;
const struct noun_hook answer_hook = {
    .check = check,
    .check_removal = check_removal,
};
