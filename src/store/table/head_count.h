/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head_count.h - how many people of each kind there are at a meeting
 *
 * A kind is a state, a role and a category.  Kept with each registration, and never
 * counted anew but by the check of the database.
 */
#ifndef ATELIER_STORE_HEAD_COUNT_H
#define ATELIER_STORE_HEAD_COUNT_H

#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* Of people of one kind at a meeting. */
struct head_count {
    int64_t meeting;
    enum registration_state state;
    enum registration_role role;
    int64_t category; /* 0: of none */
    int64_t people;
};

bool head_count_equal(const struct head_count *a, const struct head_count *b);

/* After a registration was written: NULL where there is none. */
bool head_count_follow(struct database *db, const struct registration *before,
                       const struct registration *after, struct error *err);

#endif
