/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule.h - every time zone in a row is one that the system knows */
#ifndef ATELIER_APP_ZONE_RULE_H
#define ATELIER_APP_ZONE_RULE_H

#include "atelier/domain/entity.h"
#include "session/session.h"

/* ERROR_INPUT with the field of the zone that is not known, and what may be meant. */
bool zone_rule_check(struct atelier *at, const struct entity *entity, const void *record,
                     struct error *err);

#endif
