/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_hook.c - a membership is added by joining (join.c) and keeps to its rule
 * (membership_rule.c) */
#include "atelier/app/join.h"
#include "noun/membership_rule.h"
#include "noun/noun_hook.h"

static void
prepare(struct atelier *at, void *record)
{
    struct membership *membership = record;

    membership->from = atelier_today(at);
}

static bool
add(struct atelier *at, void *record, struct questions *questions, struct error *err)
{
    (void)questions;
    return membership_join(at, record, err);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    (void)before;
    return membership_rule_check(at, after, err);
}

extern const struct noun_hook membership_hook;
const struct noun_hook membership_hook = {
    .prepare = prepare,
    .check = check,
    .add = add,
};
