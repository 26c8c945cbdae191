/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots.h - the slots of a meeting, made from its hours and the office's lunch break */
#ifndef ATELIER_APP_SLOTS_H
#define ATELIER_APP_SLOTS_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/question.h"

/* Makes them, in one act, for a meeting that has none; *made says how many.  ERROR_RULE
 * when it has some, or does not change any more; QUESTION_CLOCK where one would begin or
 * end when the clocks change. */
bool slots_make(struct atelier *at, int64_t meeting, struct questions *questions,
                size_t *made, struct error *err);

#endif
