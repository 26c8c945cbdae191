/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_count.h - how many people of each kind were marked at a meeting
 *
 * Each person once, as their newest registration says; registrations that a newer one of
 * the same person replaced are counted apart, so that these counts and those of
 * head_count.h together say what became of everybody.  Kept with each registration and
 * each mark, and never counted anew but by the check of the database.
 */
#ifndef ATELIER_STORE_PRESENCE_COUNT_H
#define ATELIER_STORE_PRESENCE_COUNT_H

#include "atelier/domain/entity.h"
#include "atelier/domain/statistics.h"
#include "atelier/store/database.h"

/* The kind of a registration that a newer one replaced; else it is one of presence.h. */
#define PRESENCE_REPLACED (-1)

/* The kind of what the marks of a person come to. */
enum outcome presence_count_outcome(int kind, bool remote);

/* After a row of any noun was written: NULL where there is none. */
bool presence_count_follow(struct database *db, const struct entity *entity,
                           const void *before, const void *after, struct error *err);

#endif
