/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item_hook.c - an item of a programme keeps to its rule (item_rule.c) */
#include "atelier/app/part_advice.h"
#include "noun/item_rule.h"
#include "noun/noun_hook.h"

static bool
settle(struct atelier *at, const void *before, void *after, struct questions *questions,
       struct error *err)
{
    return item_rule_settle(at, before, after, questions, err);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return item_rule_check(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return item_rule_check_removal(at, record, err);
}

static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    const struct item *item = record;

    return part_warn(at, item->meeting, (struct row_ref){ ENTITY_ITEM, item->head.id },
                     text);
}

extern const struct noun_hook item_hook;
const struct noun_hook item_hook = {
    .settle = settle,
    .check = check,
    .check_removal = check_removal,
    .warn = warn,
};
