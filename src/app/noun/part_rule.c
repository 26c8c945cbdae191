/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_rule.c - what all parts of a meeting keep to: slots, workshops, items */
#include "noun/part_rule.h"

#include "atelier/base/language.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/when.h"

bool
part_rule_check_open(const struct meeting *meeting, struct error *err)
{
    return meeting_is_open(meeting) ||
           error_set(err, ERROR_RULE,
                     _("The meeting is %s: its programme stays as it is."),
                     _(meeting_states[meeting->state].label));
}

bool
part_rule_refuse_outside(const struct meeting *meeting, enum entity_kind kind,
                         const char *field, struct error *err)
{
    struct buffer span = { 0 };

    when_format_span(meeting->start, meeting->end, &span);
    const char *hours = buffer_text(&span);
    if (kind == ENTITY_SLOT)
        error_set_field(err, ERROR_RULE, field,
                        _("The slot must lie within its meeting: %s."), hours);
    else if (kind == ENTITY_WORKSHOP)
        error_set_field(err, ERROR_RULE, field,
                        _("The workshop must lie within its meeting: %s."), hours);
    else
        error_set_field(err, ERROR_RULE, field, _("It must lie within its meeting: %s."),
                        hours);
    buffer_clear(&span);
    return false;
}

bool
part_rule_check_within(const struct meeting *meeting, enum entity_kind kind,
                       struct local_time start, struct local_time end, struct error *err)
{
    const struct part_hours within =
        part_hours_within(start, end, meeting->start, meeting->end);

    return (within.starts && within.ends) ||
           part_rule_refuse_outside(meeting, kind, within.starts ? "end" : "start", err);
}
