/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overbooked.h - the meetings at which more seats are taken than there are
 *
 * They are few, and kept so that nobody looks for them through all meetings.
 */
#ifndef ATELIER_STORE_OVERBOOKED_H
#define ATELIER_STORE_OVERBOOKED_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* After a registration and its head count were written: NULL where there is none.  It
 * stays with its meeting. */
bool overbooked_follow(struct database *db, const struct registration *before,
                       const struct registration *after, struct error *err);

/* After a meeting was written, as it may have other seats now. */
bool overbooked_follow_meeting(struct database *db, const struct meeting *before,
                               const struct meeting *after, struct error *err);

/* After other states or roles take a seat: all meetings are looked at. */
bool overbooked_renew(struct database *db, struct error *err);

#endif
