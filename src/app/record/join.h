/* SPDX-License-Identifier: GPL-3.0-or-later */
/* join.h - the rule that whoever joins a group keeps to */
#ifndef ATELIER_APP_JOIN_H
#define ATELIER_APP_JOIN_H

#include "atelier/domain/membership.h"
#include "session/session.h"

/* Somebody is in a group once at a time: ERROR_RULE.  Inside the transaction. */
bool join_check(struct atelier *at, const struct membership *membership,
                struct error *err);

#endif
