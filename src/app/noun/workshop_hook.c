/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_hook.c - a workshop keeps to its rule (workshop_rule.c) */
#include "atelier/base/memory.h"
#include "noun/noun_hook.h"
#include "noun/workshop_rule.h"
#include "workshop/workshop_settle.h"

/* Calendars saw the change, and see the way back too (rule 8). */
static void
derive(struct atelier *at, const void *before, void *after)
{
    struct workshop *workshop = after;

    (void)at;
    /* The one that calendars know by now: an older one does not come back. */
    if (before && ((const struct workshop *)before)->ics_uid)
        memory_replace(&workshop->ics_uid, ((const struct workshop *)before)->ics_uid);
    if (!before || workshop_sequence_rises(before, workshop))
        workshop->ics_sequence++;
}

static bool
ready(struct atelier *at, const void *record, struct questions *questions,
      struct error *err)
{
    return workshop_rule_make_slots(at, record, questions, err);
}

static bool
settle(struct atelier *at, const void *before, void *after, struct questions *questions,
       struct error *err)
{
    return workshop_rule_settle(at, before, after, questions, err);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return workshop_rule_check(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return workshop_rule_check_removal(at, record, err);
}

/* More seats, or more than one may now sit there: those who wait come first. */
static void
afterwards(struct atelier *at, const void *record)
{
    workshop_settle(at, ((const struct workshop *)record)->head.id);
}

static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    return workshop_rule_warn(at, record, text);
}

extern const struct noun_hook workshop_hook;
const struct noun_hook workshop_hook = {
    .derive = derive,
    .ready = ready,
    .settle = settle,
    .check = check,
    .check_removal = check_removal,
    .afterwards = afterwards,
    .warn = warn,
};
