/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_follow.h - what follows from the writing of a row: the journal, counts, zones,
 * words */
#ifndef ATELIER_STORE_ROW_FOLLOW_H
#define ATELIER_STORE_ROW_FOLLOW_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* After the row was written, in the same transaction.  `before` NULL: it was added;
 * `after` NULL: it was removed. */
bool row_follow(struct database *db, const struct entity *entity, const void *before,
                const void *after, struct error *err);

#endif
