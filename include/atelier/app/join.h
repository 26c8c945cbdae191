/* SPDX-License-Identifier: GPL-3.0-or-later */
/* join.h - membership of a group, as acts: join from a day on, leave with a last day */
#ifndef ATELIER_APP_JOIN_H
#define ATELIER_APP_JOIN_H

#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/membership.h"

bool membership_join(struct atelier *at, struct membership *membership,
                     struct error *err);

/* The membership of a person in a group that holds on the day; ERROR_NOT_FOUND when there
 * is none. */
bool membership_find(struct atelier *at, int64_t group, int64_t person, struct date day,
                     int64_t *membership, struct error *err);

bool membership_leave(struct atelier *at, int64_t membership, struct date last,
                      struct error *err);

#endif
