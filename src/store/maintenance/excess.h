/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excess.h - does the journal say why more seats are taken than a limit allows?
 *
 * Rule 2: an overbooking has its reason.  Rule 3: lowering a limit, or counting more
 * people, expels nobody.
 */
#ifndef ATELIER_STORE_EXCESS_H
#define ATELIER_STORE_EXCESS_H

#include "database/connection.h"

/* Whether an act on the meeting or its people that stands has a reason. */
bool excess_has_reason(struct database *db, int64_t meeting, bool *has,
                       struct error *err);

/* Whether an act replaced a field of the row; `field` is part of its name, in quotes or
 * not. */
bool excess_was_narrowed(struct database *db, const struct entity *entity, int64_t row,
                         const char *field, bool *was, struct error *err);

#endif
