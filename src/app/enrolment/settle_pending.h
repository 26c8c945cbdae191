/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_pending.h - who was pending when a meeting stopped asking for a yes */
#ifndef ATELIER_APP_SETTLE_PENDING_H
#define ATELIER_APP_SETTLE_PENDING_H

#include "atelier/app/register.h"

/* In the act that says so, once it is written, so that its undo makes them pending again.
 * Those who had their turn come first, then those who came onto the list first, before
 * any newcomer: accepted, or waiting where no seat is free and a list is kept.  Where it
 * keeps none, or lets nobody in today, they stay pending, and *came says how many and
 * why: a person decides. */
bool enrolment_settle_pending(struct atelier *at, int64_t meeting,
                              struct register_given *came, struct error *err);

#endif
