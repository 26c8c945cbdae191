/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_clock.h - the instants of the wall clock times of a meeting and of its parts */
#ifndef ATELIER_APP_PLAN_CLOCK_H
#define ATELIER_APP_PLAN_CLOCK_H

#include "atelier/app/plan.h"

/* Sets start_at and end_at.  QUESTION_CLOCK with field "start" or "end" when a clock
 * change makes one of them read twice or never; one answer serves both. */
bool plan_clock_settle(struct atelier *at, struct meeting *meeting,
                       struct questions *questions, struct error *err);

/* Whether what lies in a meeting goes to other hours, or to those of another clock, when
 * the meeting is changed. */
bool plan_clock_moves_parts(const struct meeting *before, const struct meeting *after);

/* The hours of a slot, a workshop or an item: both none where others have them. */
struct plan_clock_part {
    int64_t meeting;
    const char *name; /* where it moves with its meeting: it is said which; else NULL */
    struct local_time *start;
    struct local_time *end;
    /* Where it is kept which of two hours is meant; NULL: nowhere. */
    instant *start_at;
    instant *end_at;
    /* As they were before; NULL in a new row. */
    const struct local_time *start_before;
    const struct local_time *end_before;
};

/* As plan_clock_settle().  A time of the meeting itself is as the meeting has it, and one
 * that nobody touched stays.  Where no choice is kept, an hour that comes twice is
 * refused with the hours that may be taken. */
bool plan_clock_settle_part(struct atelier *at, const struct plan_clock_part *part,
                            struct questions *questions, struct error *err);

#endif
