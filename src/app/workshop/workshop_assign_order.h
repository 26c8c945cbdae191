/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign_order.h - the places of a run in the order of names, as lists of people
 * have it */
#ifndef ATELIER_APP_WORKSHOP_ASSIGN_ORDER_H
#define ATELIER_APP_WORKSHOP_ASSIGN_ORDER_H

#include "atelier/domain/assignment.h"
#include "session/session.h"

/* Within each slot; the rule itself knows no names. */
bool assign_order_by_name(struct atelier *at, int64_t meeting,
                          struct assignment *assignment, struct error *err);

#endif
