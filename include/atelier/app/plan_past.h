/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_past.h - what the past meetings of a group tell who plans its next one */
#ifndef ATELIER_APP_PLAN_PAST_H
#define ATELIER_APP_PLAN_PAST_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"

enum { PLAN_PAST_MOST = 3 };

/* How many came to the last meetings that took place, the newest first. */
struct plan_past {
    size_t count;
    int64_t came[PLAN_PAST_MOST];
};

/* Of the group's meetings before this one, whose start may be unknown yet. */
bool plan_past_load(struct atelier *at, const struct meeting *meeting,
                    struct plan_past *past, struct error *err);

/* Adds "last 3: 31, 28, 35 came", or nothing when nobody was ever marked. */
void plan_past_add(const struct plan_past *past, struct buffer *text);

/*
 * Takes place, zone, hours and seats from the group's last meeting that was not called
 * off.  A start that has a day keeps it; else the weekday of the last one is proposed,
 * some weeks later.  *last is that meeting, initialised by the caller; ERROR_RULE with a
 * sentence when the group has none.
 */
bool plan_past_take(struct atelier *at, struct meeting *meeting, struct meeting *last,
                    struct error *err);

/* Whether there is such a meeting; false where that cannot be known. */
bool plan_past_can_take(struct atelier *at, const struct meeting *meeting);

#endif
