/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_settled.h - a seat that went to who waited is taken back: not where it would go to
 * them again at once
 */
#ifndef ATELIER_APP_UNDO_SETTLED_H
#define ATELIER_APP_UNDO_SETTLED_H

#include <stdint.h>

#include "session/session.h"

/* Inside the operation that took the settlement back: they wait again, at their place.
 * ERROR_RULE, naming the first of them to whom the rule would give the seat anew (rule
 * 4). */
bool undo_settled_check(struct atelier *at, int64_t act, struct error *err);

#endif
