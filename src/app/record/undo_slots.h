/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_slots.h - workshops whose slot or meeting an undo moves back */
#ifndef ATELIER_APP_UNDO_SLOTS_H
#define ATELIER_APP_UNDO_SLOTS_H

#include <stdint.h>

#include "session/session.h"

/* After the rows of the act came back: a workshop that was added since goes with the slot
 * or the meeting that moved. */
bool undo_slots(struct atelier *at, int64_t act, struct error *err);

#endif
