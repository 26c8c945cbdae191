/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marking.h - one mark of presence inside its act: the slot that is meant, whether it may
 * be made, and its row (rules 6, 7 and 13)
 */
#ifndef ATELIER_APP_MARKING_H
#define ATELIER_APP_MARKING_H

#include "atelier/app/attend.h"
#include "atelier/domain/meeting.h"

/* What a mark needs to know before it is written; the request is borrowed. */
struct marking {
    struct atelier *at;
    const struct attend_request *request;
    struct meeting meeting;
    struct registration registration;
    int64_t slot; /* 0: the meeting has none yet */
    struct presence last;
    bool remote;
    enum presence_verdict verdict;
    bool accepts_offer; /* once written */
};

void marking_init(struct marking *marking, struct atelier *at,
                  const struct attend_request *request);
void marking_clear(struct marking *marking);

/* The meeting, which must be open, and the slot; inside the transaction. */
bool marking_open(struct marking *marking, struct error *err);

/* Loads what is known of the person and decides; after marking_open(). */
bool marking_prepare(struct marking *marking, struct error *err);

/* The mark, unless it says what is known: then *mark is the one that was there.  Whoever
 * is there has answered an offer. */
bool marking_write(struct marking *marking, struct presence *mark, struct error *err);

/* Ends the act that was begun by making the slots of a meeting that nobody divided:
 * an act of its own, so that the first mark can be undone after others have followed. */
bool marking_open_slots(struct marking *marking, struct error *err);

/* The slot that is meant at this hour when nobody says which; 0: none, or one of
 * several. */
bool marking_slot_now(struct atelier *at, const struct meeting *meeting,
                      const struct slot_list *list, int64_t *slot, struct error *err);

#endif
