/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_step.h - what plan.h does, inside an act that others began */
#ifndef ATELIER_APP_PLAN_STEP_H
#define ATELIER_APP_PLAN_STEP_H

#include "atelier/app/plan.h"
#include "atelier/app/register.h"

/* Writes a new meeting; see plan_add(). */
bool plan_step_add(struct atelier *at, struct meeting *meeting,
                   struct questions *questions, struct error *err);

/* Writes a meeting that was changed from `before`, which the open transaction has loaded;
 * see plan_change().  `of_parts` is asked of what moves with it. */
bool plan_step_change(struct atelier *at, const struct meeting *before,
                      struct meeting *meeting, struct questions *questions,
                      struct questions *of_parts, struct error *err);

/* Confirms, postpones, cancels, holds or closes a loaded meeting; see plan_act().  Counts
 * in *ended what became of its offers. */
bool plan_step_act(struct atelier *at, struct meeting *meeting, enum meeting_act act,
                   const char *reason, struct register_given *ended, struct error *err);

#endif
