/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attend.h - who was there: marks of presence in the slots of a meeting (rule 6)
 *
 * Marks are only added.  Presence is not a state of the registration, and the numbers
 * are of distinct people.
 */
#ifndef ATELIER_APP_ATTEND_H
#define ATELIER_APP_ATTEND_H

#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/slot.h"

struct attend_request {
    int64_t meeting;
    int64_t person;
    int64_t slot; /* 0: the one that is meant now, see slot_list_choose() */
    enum presence_kind kind;
    const char *means;  /* "door", "sheet"; may be NULL */
    const char *reason; /* an annulment wants one */
};

struct attend_outcome {
    struct presence mark; /* the one written; when `already`, the one that was there */
    bool already;         /* nothing was written: mark.by and mark.at say who and when */
    struct presence_count slot;    /* after it */
    struct presence_count meeting; /* after it */
};

void attend_outcome_init(struct attend_outcome *outcome);
void attend_outcome_clear(struct attend_outcome *outcome);

/*
 * Marks a person, or annuls the marks of that person in the slot: the first ones stay
 * beneath it.  Only people who are expected are marked, and none any more once the
 * meeting is cancelled or closed (rule 7): ERROR_RULE with a sentence.  ERROR_INPUT with
 * field "slot", naming the slots, when it is not clear which is meant.  A meeting
 * without slots is one slot; its row is made, as an act of its own, before the first
 * mark.  The outcome was initialised by the caller.
 */
bool attend_mark(struct atelier *at, const struct attend_request *request,
                 struct attend_outcome *outcome, struct error *err);

/* The slots of a meeting in order of start; none when nobody has made or marked one. */
bool attend_slots(struct atelier *at, int64_t meeting, struct slot_list *list,
                  struct error *err);

/* How many people came: to a slot, or with slot 0 to the whole meeting. */
bool attend_count(struct atelier *at, int64_t meeting, int64_t slot,
                  struct presence_count *count, struct error *err);

#endif
