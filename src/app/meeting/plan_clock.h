/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_clock.h - the instants of a meeting's wall clock times */
#ifndef ATELIER_APP_PLAN_CLOCK_H
#define ATELIER_APP_PLAN_CLOCK_H

#include "atelier/app/plan.h"

/* Sets start_at and end_at.  ERROR_QUESTION with field "start" or "end" when a clock
 * change makes one of them read twice or never and `clock` does not say which is meant.
 */
bool plan_clock_settle(struct atelier *at, struct meeting *meeting, enum plan_clock clock,
                       struct error *err);

#endif
