/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule.h - every time zone in a row is one that the system knows, under one name */
#ifndef ATELIER_APP_ZONE_RULE_H
#define ATELIER_APP_ZONE_RULE_H

#include "atelier/domain/entity.h"
#include "session/session.h"

/* ERROR_INPUT with the field of the zone that is not known, and what may be meant, or
 * that is of no place.  A zone that was typed gets its one name; one that was there
 * before stays (`before` NULL: the row is new). */
bool zone_rule_settle(struct atelier *at, const struct entity *entity, const void *before,
                      void *record, struct error *err);

#endif
