/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_hook.c - a slot keeps to its rule (slot_rule.c) */
#include "noun/noun_hook.h"
#include "noun/slot_rule.h"

static bool
settle(struct atelier *at, const void *before, void *after, struct questions *questions,
       struct error *err)
{
    return slot_rule_settle(at, before, after, questions, err);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return slot_rule_check(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return slot_rule_check_removal(at, record, err);
}

static bool
follow(struct atelier *at, const void *before, const void *after, struct error *err)
{
    (void)before;
    return slot_rule_follow_slot(at, after, err);
}

extern const struct noun_hook slot_hook;
const struct noun_hook slot_hook = {
    .settle = settle,
    .check = check,
    .check_removal = check_removal,
    .follow = follow,
};
