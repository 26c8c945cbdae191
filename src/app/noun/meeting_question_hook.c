/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_hook.c - a question of a meeting keeps to its rule
 * (meeting_question_rule.c) */
#include "noun/meeting_question_rule.h"
#include "noun/noun_hook.h"

static bool
settle(struct atelier *at, const void *before, void *after, struct questions *questions,
       struct error *err)
{
    (void)at;
    (void)before;
    (void)questions;
    (void)err;
    meeting_question_tidy(after);
    return true;
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return meeting_question_rule_check(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return meeting_question_rule_check_removal(at, record, err);
}

static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    return meeting_question_rule_warn(at, record, text);
}

extern const struct noun_hook meeting_question_hook;
const struct noun_hook meeting_question_hook = {
    .settle = settle,
    .check = check,
    .check_removal = check_removal,
    .warn = warn,
};
