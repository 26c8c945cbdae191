/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_parts.h - slots, workshops and items that an undo would leave outside of their
 * meeting */
#ifndef ATELIER_APP_UNDO_PARTS_H
#define ATELIER_APP_UNDO_PARTS_H

#include <stdint.h>

#include "session/session.h"

/* After the rows of the act came back, and what follows them.  ERROR_RULE where a part
 * would lie outside of its meeting: one that was put there since, where the meeting has
 * its former hours again, or one that comes back, where the meeting has other hours by
 * now.  What lay outside when the act was done may do so again. */
bool undo_parts_check(struct atelier *at, int64_t act, struct error *err);

#endif
