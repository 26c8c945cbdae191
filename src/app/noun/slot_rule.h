/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_rule.h - what the slots of a meeting keep to, and how they follow it */
#ifndef ATELIER_APP_SLOT_RULE_H
#define ATELIER_APP_SLOT_RULE_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"
#include "atelier/domain/slot.h"
#include "session/session.h"

/* A slot lies within its meeting, stays with it, overlaps no other, and has a label: its
 * hours, when none was given.  Slots of a meeting that is cancelled or closed stay as
 * they are (rule 7). `before` is NULL for a new one. */
bool slot_rule_check(struct atelier *at, const struct slot *before, struct slot *after,
                     struct error *err);

/* The same but for the others: where several go to other hours at once. */
bool slot_rule_check_alone(struct atelier *at, const struct slot *before,
                           struct slot *after, struct error *err);

/* Those others, once all are written: none overlaps but those that did `before`. */
bool slot_rule_check_all(struct atelier *at, const struct slot_list *before,
                         int64_t meeting, struct error *err);

/* Says of which two, with their hours; false. */
bool slot_rule_refuse_overlap(const struct slot *slot, const struct slot *other,
                              struct error *err);

/* Hours at which the clocks change: QUESTION_CLOCK, as of meetings, of an hour that is
 * left out; one that comes twice is refused, as a slot does not keep which is meant. */
bool slot_rule_settle(struct atelier *at, const struct slot *before, struct slot *after,
                      struct questions *questions, struct error *err);

bool slot_rule_check_removal(struct atelier *at, const struct slot *slot,
                             struct error *err);

/* After its hours were written: the workshops that lie in it go with it. */
bool slot_rule_follow_slot(struct atelier *at, const struct slot *slot,
                           struct error *err);

/* Moves the slots that were made of the meeting's hours to those of the new ones, else as
 * far as its start has moved, but for one in which somebody was marked and that still
 * lies within; asks as slot_rule_settle() does; refused where one would come over one
 * that stays. */
bool slot_rule_follow(struct atelier *at, const struct meeting *before,
                      const struct meeting *after, struct questions *questions,
                      struct error *err);

/* After an undo gave the meeting other hours than the act `left` it with: slots that were
 * made of those since go along; ERROR_RULE where one would lie outside. */
bool slot_rule_return(struct atelier *at, const struct meeting *left,
                      const struct meeting *now, struct questions *questions,
                      struct error *err);

/* Removes the slots of a meeting that is to go; a marked one stays and keeps
 * it. */
bool slot_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

#endif
