/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_rule.h - what the quotas of a meeting keep to */
#ifndef ATELIER_APP_SEAT_LIMIT_RULE_H
#define ATELIER_APP_SEAT_LIMIT_RULE_H

#include "atelier/domain/seat_limit.h"
#include "atelier/domain/seating.h"
#include "session/session.h"

/* Inside the transaction: it stays with its meeting, which is still to take place. */
bool seat_limit_rule_check(struct atelier *at, const struct seat_limit *before,
                           const struct seat_limit *after, struct error *err);
bool seat_limit_rule_check_removal(struct atelier *at, const struct seat_limit *limit,
                                   struct error *err);

/* Removes those of a meeting that is being removed. */
bool seat_limit_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

/* Adds a sentence when more than the quota are seated already, or more is held than is
 * free: rule 3, nobody is taken off the list.  False: nothing to say. */
bool seat_limit_rule_warn(struct atelier *at, const struct seat_limit *limit,
                          struct buffer *text);

/* The same of the holds of a meeting, taken together. */
bool seat_limit_rule_warn_of_held(const struct seating *seating, struct buffer *text);

#endif
