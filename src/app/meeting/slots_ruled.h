/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots_ruled.h - the slots that the lunch break makes of a meeting, as rows of a list
 *
 * Their ids are negative, for they are no rows yet (slots.h).
 */
#ifndef ATELIER_APP_SLOTS_RULED_H
#define ATELIER_APP_SLOTS_RULED_H

#include "atelier/domain/listing.h"
#include "session/session.h"

/* Whether they belong into what is asked for, where there are no rows. */
bool slots_ruled_are_asked(const struct listing_query *query);

/* Into a page without rows; none where the meeting is one whole. */
bool slots_ruled_add(struct atelier *at, int64_t meeting, struct listing_page *page,
                     struct error *err);
bool slots_ruled_count(struct atelier *at, int64_t meeting, int64_t *count,
                       struct error *err);

#endif
