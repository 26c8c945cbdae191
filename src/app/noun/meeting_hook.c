/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_hook.c - a meeting is planned, not typed: number, instants, warnings */
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/base/memory.h"
#include "meeting/instants_moved.h"
#include "meeting/meeting_uid.h"
#include "noun/item_rule.h"
#include "noun/meeting_question_rule.h"
#include "noun/noun_hook.h"
#include "noun/report_rule.h"
#include "noun/seat_limit_rule.h"
#include "noun/slot_rule.h"
#include "noun/workshop_rule.h"

static void
prepare(struct atelier *at, void *record)
{
    struct meeting *meeting = record;

    memory_replace(&meeting->zone, at->settings.zone);
}

/* Calendars saw the change, and see the way back too (rule 8).  The instants that come
 * back may be of rules that hold no more. */
static void
derive(struct atelier *at, const void *before, void *after)
{
    struct meeting *meeting = after;
    struct span span;

    if (instants_moved(at, meeting, &span, NULL)) {
        meeting->start_at = span.start;
        meeting->end_at = span.end;
    }
    /* The one that calendars know by now: an older one does not come back. */
    if (before && ((const struct meeting *)before)->ics_uid)
        memory_replace(&meeting->ics_uid, ((const struct meeting *)before)->ics_uid);
    if (before && meeting_uid_is_spent(at, before, meeting)) {
        meeting_uid_make(at, meeting);
        (void)workshop_rule_rename(at, meeting->head.id, NULL);
    } else if (!before || meeting_sequence_rises(before, meeting))
        meeting->ics_sequence++;
}

/* The door sees those of its day. */
static bool
may_see(struct atelier *at, int64_t id, struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, id }, err);
}

static bool
add(struct atelier *at, void *record, struct questions *questions, struct error *err)
{
    unsigned warnings;

    return plan_add(at, record, questions, &warnings, err);
}

static bool
change(struct atelier *at, void *record, struct questions *questions, struct error *err)
{
    unsigned warnings;

    return plan_change(at, record, questions, &warnings, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    const int64_t meeting = ((const struct record *)record)->id;
    bool told = false;

    if (!meeting_uid_was_told(at, meeting, &told, err))
        return false;
    const char *why_not = meeting_refuses_removal(record, told);
    if (why_not)
        return error_set(err, ERROR_RULE, "%s", why_not);
    return report_rule_remove(at, meeting, err) && item_rule_remove(at, meeting, err) &&
           workshop_rule_remove(at, meeting, err) && slot_rule_remove(at, meeting, err) &&
           seat_limit_rule_remove(at, meeting, err) &&
           meeting_question_rule_remove(at, meeting, err);
}

extern const struct noun_hook meeting_hook;
const struct noun_hook meeting_hook = {
    .may_see = may_see,
    .prepare = prepare,
    .derive = derive,
    .check_removal = check_removal,
    .add = add,
    .change = change,
};
