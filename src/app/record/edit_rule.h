/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_rule.h - what a noun needs beyond its own check before it is written */
#ifndef ATELIER_APP_EDIT_RULE_H
#define ATELIER_APP_EDIT_RULE_H

#include "atelier/domain/entity.h"
#include "session/session.h"

/* Inside the open transaction.  `before` is NULL for a new row; the new version
 * may be completed here (a zone that is known, one main post). */
bool edit_rule_check(struct atelier *at, const struct entity *entity, const void *before,
                     void *after, struct error *err);

/* Whether the row may go; what belongs to it alone goes here (the slots of a meeting). */
bool edit_rule_check_removal(struct atelier *at, const struct entity *entity,
                             const void *record, struct error *err);

#endif
