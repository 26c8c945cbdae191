/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan.h - meetings as a whole: plan, move, confirm, postpone, cancel, hold, close */
#ifndef ATELIER_APP_PLAN_H
#define ATELIER_APP_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"

/* Fills what the group gives: zone, room, seats, title, and the end from the duration. */
bool plan_prepare(struct atelier *at, int64_t group, struct meeting *meeting,
                  struct error *err);

/* Makes number, UID and instants; state is draft unless set to confirmed.  What a time
 * means on the two days of the year when clocks change is asked, not guessed:
 * QUESTION_CLOCK, with field "start" or "end".  In a gap both answers move the time by
 * the gap. Warnings (enum meeting_warning bits) are set in any case; they forbid nothing.
 */
bool plan_add(struct atelier *at, struct meeting *meeting, struct questions *questions,
              unsigned *warnings, struct error *err);

/* As edit_change(), with the calendar's SEQUENCE (rule 8); act is "meeting.move" when
 * start, end, zone or place changed. */
bool plan_change(struct atelier *at, struct meeting *meeting, struct questions *questions,
                 unsigned *warnings, struct error *err);

/* Warnings for a meeting as it stands on a form, before saving; *text is one sentence a
 * line. */
bool plan_warnings(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
                   struct buffer *text, struct error *err);

/* What of it is about the field of that name, for a meeting whose times are not settled
 * yet: adds one sentence, or nothing. */
void plan_advise(struct atelier *at, const struct meeting *meeting, const char *field,
                 struct buffer *text);

/* The same for the list from which the value of that field is chosen, the meeting with
 * one of them: by what a room is taken then, in few words, or nothing. */
void plan_add_fit(struct atelier *at, const struct meeting *meeting, const char *field,
                  struct buffer *text);

/* Confirm, postpone, cancel, hold, close.  An act that wants a reason has one: NULL is
 * ERROR_INPUT with field "reason" when all else allows it, and else another error. */
bool plan_act(struct atelier *at, int64_t meeting, enum meeting_act act,
              const char *reason, struct error *err);

#endif
