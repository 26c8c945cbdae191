/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_left.h - how often the seat of a person in a workshop has ended */
#ifndef ATELIER_STORE_WORKSHOP_LEFT_H
#define ATELIER_STORE_WORKSHOP_LEFT_H

#include "atelier/domain/workshop_choice.h"
#include "atelier/store/database.h"

/* As row_follow() calls it.  Who sits there again is told by a higher SEQUENCE than
 * before, whatever act or undo ended the seat (rule 8): workshop_event_table.c. */
bool workshop_left_follow(struct database *db, const struct workshop_choice *before,
                          const struct workshop_choice *after, struct error *err);

#endif
