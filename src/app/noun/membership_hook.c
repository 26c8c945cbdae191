/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_hook.c - people join a group */
#include "atelier/app/plan.h"
#include "atelier/domain/membership.h"
#include "noun/noun_hook.h"
#include "record/join.h"

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
    return plan_join(at, record, err);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    (void)before;
    return join_check(at, after, err);
}

extern const struct noun_hook membership_hook;
const struct noun_hook membership_hook = {
    .prepare = prepare,
    .check = check,
    .add = add,
};
