/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_seats.h - what a planner should know of a meeting's seats */
#ifndef ATELIER_APP_PLAN_SEATS_H
#define ATELIER_APP_PLAN_SEATS_H

#include "atelier/app/plan.h"

/* More taken than there are, or more held than are free; adds to *warnings and, a line
 * each, to `text`, which may be NULL. */
bool plan_seats_warn(struct atelier *at, const struct meeting *meeting,
                     unsigned *warnings, struct buffer *text, struct error *err);

#endif
