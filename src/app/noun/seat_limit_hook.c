/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_hook.c - a quota keeps to its rule (seat_limit_rule.c) */
#include "enrolment/settle.h"
#include "noun/noun_hook.h"
#include "noun/seat_limit_rule.h"

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return seat_limit_rule_check(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return seat_limit_rule_check_removal(at, record, err);
}

static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    return seat_limit_rule_warn(at, record, text);
}

/* More seats for some: those who wait come first. */
static void
afterwards(struct atelier *at, const void *record)
{
    enrolment_settle(at, ((const struct seat_limit *)record)->meeting, SETTLE_AS_PLANNED,
                     NULL);
}

extern const struct noun_hook seat_limit_hook;
const struct noun_hook seat_limit_hook = {
    .check = check,
    .check_removal = check_removal,
    .afterwards = afterwards,
    .warn = warn,
};
