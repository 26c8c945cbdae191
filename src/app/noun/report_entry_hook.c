/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_entry_hook.c - entries are written into a report that is not final, at a place
 */
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "noun/noun_hook.h"
#include "noun/report_rule.h"

/* What acts of their own write: a place, an indent, what became of it. */
static bool
check_untyped(const struct report_entry *before, const struct report_entry *after,
              struct error *err)
{
    const struct entity *entity = &report_entry_entity;

    for (size_t i = 0; i < entity->field_count; i++)
        if ((entity->fields[i].flags & FIELD_DERIVED) &&
            !field_equal(&entity->fields[i], before, after))
            return error_set_field(err, ERROR_RULE, entity->fields[i].name,
                                   _("Move, indent or settle the entry: this is not "
                                     "typed."));
    return true;
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    const struct report_entry *old = before;
    const struct report_entry *new = after;

    return report_rule_check_open(at, old->meeting, err) &&
           report_rule_check_entry(at, old, new, err) &&
           (old->head.rev != new->head.rev || check_untyped(old, new, err));
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return report_rule_check_open(at, ((const struct report_entry *)record)->meeting,
                                  err);
}

static bool
add(struct atelier *at, void *record, struct questions *questions, struct error *err)
{
    (void)questions;
    return entry_add(at, record, ENTRY_AT_END, err);
}

extern const struct noun_hook report_entry_hook;
const struct noun_hook report_entry_hook = {
    .check = check,
    .check_removal = check_removal,
    .add = add,
};
