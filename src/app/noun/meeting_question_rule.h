/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_rule.h - what the questions of a meeting keep to */
#ifndef ATELIER_APP_MEETING_QUESTION_RULE_H
#define ATELIER_APP_MEETING_QUESTION_RULE_H

#include "atelier/domain/meeting_question.h"
#include "session/session.h"

/* They stay as they are once it was cancelled or closed. */
bool meeting_question_rule_check_open(struct atelier *at, int64_t meeting,
                                      struct error *err);

/* What was answered already stays an answer. */
bool meeting_question_rule_check(struct atelier *at,
                                 const struct meeting_question *before,
                                 const struct meeting_question *after, struct error *err);

/* Its answers go with it. */
bool meeting_question_rule_check_removal(struct atelier *at,
                                         const struct meeting_question *question,
                                         struct error *err);

/* All of a meeting that is removed. */
bool meeting_question_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

/* Adds which choices more people take than they have seats, "Past their seats: fish (3 of
 * 2)."; false: none. */
bool meeting_question_rule_warn(struct atelier *at,
                                const struct meeting_question *question,
                                struct buffer *text);

#endif
