/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_rule.h - what a membership keeps to, however it is written */
#ifndef ATELIER_APP_MEMBERSHIP_RULE_H
#define ATELIER_APP_MEMBERSHIP_RULE_H

#include "atelier/domain/membership.h"
#include "session/session.h"

/* Somebody is in a group once at a time: ERROR_RULE.  Inside the transaction. */
bool membership_rule_check(struct atelier *at, const struct membership *membership,
                           struct error *err);

/* Somebody sits for the organisation of their main post, unless it is said otherwise. */
bool membership_rule_complete(struct atelier *at, struct membership *membership,
                              struct error *err);

#endif
