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
#include "atelier/app/register.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/slot.h"

/* In the room, or linked to it from elsewhere. */
enum attend_place {
    ATTEND_AS_BEFORE, /* as the last mark has it, else as people of that meeting are */
    ATTEND_IN_ROOM,
    ATTEND_REMOTE
};

struct attend_request {
    int64_t meeting;
    int64_t person;
    int64_t slot; /* 0: the one that is meant now, see slot_list_choose() */
    enum presence_kind kind;
    enum attend_place place;
    const char *means;  /* "door", "sheet"; may be NULL */
    const char *reason; /* an annulment wants one */
};

struct attend_outcome {
    struct presence mark; /* the one written; when `already`, the one that was there */
    bool already;         /* nothing was written: mark.by and mark.at say who and when */
    bool accepted_offer;  /* of a seat, which the mark answered */
    struct presence_count slot; /* after it */
};

void attend_outcome_init(struct attend_outcome *outcome);
void attend_outcome_clear(struct attend_outcome *outcome);

/*
 * Marks a person, or annuls the marks of that person in the slot: the first ones stay
 * beneath it.  Whoever is offered a seat and is there has accepted it, in the same act:
 * an annulment leaves that.  Only people who are expected are marked, and none any more
 * once the meeting is cancelled or closed (rule 7): ERROR_RULE with a sentence.
 * ERROR_INPUT with field "slot", naming the slots, when it is not clear which is meant.
 * A meeting without slots is one slot; its row is made, as an act of its own, before the
 * first mark.  The outcome was initialised by the caller.
 */
bool attend_mark(struct atelier *at, const struct attend_request *request,
                 struct attend_outcome *outcome, struct error *err);

/* What came of several marks. */
struct attend_sum {
    size_t done;
    size_t already; /* said what was known: nothing was written */
    size_t accepted_offers;
    struct register_skipped skipped;
    struct presence_count slot; /* after it */
};

/* The same for several people in one act, by their registrations at that meeting;
 * request.person is not read.  Whom the rules refuse is passed over with the reason (rule
 * 11).  attend_sum_clear() frees it. */
bool attend_mark_many(struct atelier *at, const struct attend_request *request,
                      const int64_t *registrations, size_t count, struct attend_sum *sum,
                      struct error *err);
void attend_sum_clear(struct attend_sum *sum);

/* The slot of these that is meant at this hour when nobody says which, see
 * slot_list_choose(); 0 when that leaves a choice, and when there is none. */
bool attend_slot_now(struct atelier *at, const struct meeting *meeting,
                     const struct slot_list *list, int64_t *slot, struct error *err);

/* The slots of a meeting in order of start; none when nobody has made or marked one. */
bool attend_slots(struct atelier *at, int64_t meeting, struct slot_list *list,
                  struct error *err);

/* How many people came: to a slot, or with slot 0 to the whole meeting. */
bool attend_count(struct atelier *at, int64_t meeting, int64_t slot,
                  struct presence_count *count, struct error *err);

#endif
