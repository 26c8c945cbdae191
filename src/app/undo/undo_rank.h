/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_rank.h - at which place of the waiting list somebody is whom an undo brings back
 */
#ifndef ATELIER_APP_UNDO_RANK_H
#define ATELIER_APP_UNDO_RANK_H

#include "session/session.h"

/* After the undo of that act, inside the same operation: whoever is back on a list keeps
 * the place of before while nobody has it; somebody who came meanwhile stays before them,
 * and they come last (rule 4: no two have one place). */
bool undo_rank_settle(struct atelier *at, int64_t act, struct error *err);

#endif
