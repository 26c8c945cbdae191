/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_rule.h - what the workshops of a meeting keep to, and how they follow it */
#ifndef ATELIER_APP_WORKSHOP_RULE_H
#define ATELIER_APP_WORKSHOP_RULE_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"
#include "atelier/domain/workshop.h"
#include "session/session.h"

/*
 * A workshop stays with its meeting, lies in one of its slots or within its hours, and
 * gives again one of the same meeting that is not itself given again.  Without slot and
 * hours it takes the only slot there is, or the hours of the meeting; a new one whose
 * hours are those of a slot lies in it.  Works out the
 * instants, and for a new one (`before` is NULL) by what calendars know it.  Workshops of
 * a meeting that is cancelled or closed stay as they are (rule 7).
 */
bool workshop_rule_check(struct atelier *at, const struct workshop *before,
                         struct workshop *after, struct error *err);

/* A new one whose hours, typed or not, are those of a slot that its meeting would have,
 * makes the slots of a meeting without any: as an act of its own, so that the workshop
 * can be undone after others have followed. */
bool workshop_rule_make_slots(struct atelier *at, const struct workshop *workshop,
                              struct questions *questions, struct error *err);

/* Hours of its own at which the clocks change: QUESTION_CLOCK, as of meetings. */
bool workshop_rule_settle(struct atelier *at, const struct workshop *before,
                          struct workshop *after, struct questions *questions,
                          struct error *err);

/* Whether its meeting still changes. */
bool workshop_rule_check_open(struct atelier *at, const struct workshop *workshop,
                              struct error *err);

/* Before it is removed, which takes its quotas and speakers along: its meeting changes
 * still, and was never confirmed, so that no calendar has it. */
bool workshop_rule_check_removal(struct atelier *at, const struct workshop *workshop,
                                 struct error *err);

/* Adds that there are fewer seats than people who sit there, what it clashes with, or
 * that the room holds less: nobody is taken out. */
bool workshop_rule_warn(struct atelier *at, const struct workshop *workshop,
                        struct buffer *text);

/* After hours or zone of the meeting were written: those with hours of their own go with
 * it, and it is asked as in workshop_rule_settle() what that means; all have their
 * instants worked out anew, and SEQUENCE rises where they moved. */
bool workshop_rule_follow(struct atelier *at, const struct meeting *before,
                          const struct meeting *after, struct questions *questions,
                          struct error *err);

/* The same after its slots were written, or both came back: hours of their own stay. */
bool workshop_rule_follow_slot(struct atelier *at, const struct meeting *meeting,
                               struct error *err);

/* After the meeting is known to calendars by another UID, since they keep the older one
 * as cancelled: so do they keep those of its workshops. */
bool workshop_rule_rename(struct atelier *at, int64_t meeting, struct error *err);

/* The rules of its zone have changed: instants anew, and SEQUENCE stays, as whoever has
 * the event reads it by their own rules. */
bool workshop_rule_recompute(struct atelier *at, const struct meeting *meeting,
                             struct error *err);

/* Removes the workshops of a meeting that is to go; one that was chosen stays and keeps
 * it. */
bool workshop_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

#endif
