/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_hook.c - a report comes with its first entry, and its state has acts of its own
 * (close_report.h): only its note is typed */
#include "atelier/base/language.h"
#include "atelier/domain/report.h"
#include "noun/noun_hook.h"

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    const struct report *old = before;
    const struct report *new = after;

    (void)at;
    if (!old)
        return error_set(err, ERROR_RULE,
                         _("A report begins with its first entry: “report add”."));
    for (size_t i = 0; old->head.rev == new->head.rev &&i < report_entity.field_count;
         i++)
        if ((report_entity.fields[i].flags & (FIELD_DERIVED | FIELD_REQUIRED)) != 0 &&
            !field_equal(&report_entity.fields[i], old, new))
            return error_set_field(err, ERROR_RULE, report_entity.fields[i].name,
                                   _("Send the report round, make it final, reopen or "
                                     "approve it: its state is not typed."));
    return true;
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    (void)at;
    (void)record;
    return error_set(err, ERROR_RULE,
                     _("A report goes with its meeting; remove its entries instead."));
}

extern const struct noun_hook report_hook;
const struct noun_hook report_hook = {
    .check = check,
    .check_removal = check_removal,
};
