/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots.h - the slots of a meeting, made from its hours and the office's lunch break */
#ifndef ATELIER_APP_SLOTS_H
#define ATELIER_APP_SLOTS_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/question.h"
#include "atelier/domain/slot.h"

/* The slots of a meeting in order of start: its rows; before the first of them is used,
 * those that the lunch break makes, whose ids are -1, -2 and so on, as the rows will
 * follow one another.  None: nothing divides it. */
bool slots_of(struct atelier *at, int64_t meeting, struct slot_list *list,
              struct error *err);

/* Makes them, in one act, for a meeting that has none; *made says how many.  ERROR_RULE
 * when it has some, or does not change any more; QUESTION_CLOCK where one would begin or
 * end when the clocks change. */
bool slots_make(struct atelier *at, int64_t meeting, struct questions *questions,
                size_t *made, struct error *err);

#endif
