/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_slots.h - slots that an undo brings back, and workshops that go with them */
#ifndef ATELIER_APP_UNDO_SLOTS_H
#define ATELIER_APP_UNDO_SLOTS_H

#include <stdint.h>

#include "atelier/domain/question.h"
#include "session/session.h"

/* After the rows of the act came back: a slot that was made since of the hours of a
 * meeting goes with these, and a workshop that was added since with the slot or the
 * meeting that moved.  QUESTION_CLOCK of what was, where the meeting has its former time
 * zone again; ERROR_RULE where a slot comes over one that was added or moved since, or
 * would lie outside its meeting. */
bool undo_slots(struct atelier *at, int64_t act, struct questions *questions,
                struct error *err);

#endif
