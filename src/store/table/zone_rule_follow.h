/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule_follow.h - the zones that meetings are planned in, kept as they are written
 */
#ifndef ATELIER_STORE_ZONE_RULE_FOLLOW_H
#define ATELIER_STORE_ZONE_RULE_FOLLOW_H

#include "atelier/domain/meeting.h"
#include "atelier/store/database.h"

/* As row_follow() calls it: a zone that comes in for the first time is to be compared. */
bool zone_rule_follow(struct database *db, const struct meeting *before,
                      const struct meeting *after, struct error *err);

#endif
