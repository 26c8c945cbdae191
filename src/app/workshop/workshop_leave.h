/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_leave.h - whoever leaves the list of a meeting leaves its workshops */
#ifndef ATELIER_APP_WORKSHOP_LEAVE_H
#define ATELIER_APP_WORKSHOP_LEAVE_H

#include "atelier/domain/workshop_choice.h"
#include "session/session.h"

/* In the act that takes the registration off the list, so that its undo brings the seats
 * back.  Wishes stay: they count for nobody who is off the list. */
bool workshop_leave(struct atelier *at, int64_t registration, struct error *err);

/* Gives somebody who comes in another's place the seats and turns that the other had, as
 * workshop_choice_table_of_registration() read them before; those that were taken
 * meanwhile, by nobody: both are in one act. */
bool workshop_inherit(struct atelier *at, const struct workshop_choice_list *choices,
                      int64_t registration, struct error *err);

#endif
