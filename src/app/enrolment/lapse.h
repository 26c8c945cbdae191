/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lapse.h - offers of a meeting that gives no seats any more */
#ifndef ATELIER_APP_LAPSE_H
#define ATELIER_APP_LAPSE_H

#include "atelier/app/register.h"

/* In the act that holds, cancels or closes the meeting, so that its undo brings them
 * back.  Whoever is marked as there has come, and is accepted.  Who waits goes on
 * waiting: that is how the list stood.  Counts both in *ended. */
bool enrolment_lapse_offers(struct atelier *at, int64_t meeting,
                            struct register_given *ended, struct error *err);

#endif
