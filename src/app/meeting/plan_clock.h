/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_clock.h - the instants of a meeting's wall clock times */
#ifndef ATELIER_APP_PLAN_CLOCK_H
#define ATELIER_APP_PLAN_CLOCK_H

#include "atelier/app/plan.h"

/* Sets start_at and end_at.  QUESTION_CLOCK with field "start" or "end" when a clock
 * change makes one of them read twice or never; one answer serves both. */
bool plan_clock_settle(struct atelier *at, struct meeting *meeting,
                       struct questions *questions, struct error *err);

#endif
