/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item_rule.h - what the items of a programme keep to, and how they follow their meeting
 */
#ifndef ATELIER_APP_ITEM_RULE_H
#define ATELIER_APP_ITEM_RULE_H

#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* An item stays with its meeting and lies within it; a break and a project are called so
 * unless a title was typed, a plenary asks for one.  Items of a meeting that is cancelled
 * or closed stay as they are (rule 7).  `before` is NULL for a new one. */
bool item_rule_check(struct atelier *at, const struct item *before, struct item *after,
                     struct error *err);

/* Hours at which the clocks change: QUESTION_CLOCK, as of meetings, of an hour that is
 * left out; one that comes twice is refused, as an item does not keep which is meant. */
bool item_rule_settle(struct atelier *at, const struct item *before, struct item *after,
                      struct questions *questions, struct error *err);

bool item_rule_check_removal(struct atelier *at, const struct item *item,
                             struct error *err);

/* Moves the items as far as the meeting's start has moved, and asks as
 * item_rule_settle() does. */
bool item_rule_follow(struct atelier *at, const struct meeting *before,
                      const struct meeting *after, struct questions *questions,
                      struct error *err);

/* Removes the items of a meeting that is to go. */
bool item_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

#endif
