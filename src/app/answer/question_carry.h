/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_carry.h - the questions of one meeting taken over, inside an act under way */
#ifndef ATELIER_APP_QUESTION_CARRY_H
#define ATELIER_APP_QUESTION_CARRY_H

#include <stddef.h>

#include "session/session.h"

/* Those that the other does not ask yet; *count: how many. */
bool question_carry(struct atelier *at, int64_t from, int64_t meeting, size_t *count,
                    struct error *err);

#endif
