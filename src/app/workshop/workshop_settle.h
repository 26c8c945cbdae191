/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_settle.h - freed seats of workshops go to those who wait (rule 4), in acts of
 * their own
 *
 * Where the meeting gives seats of itself; where it proposes them, staff see that a seat
 * is free and who waits first.  Who sits elsewhere at that time is passed over and keeps
 * the place: nobody who sits is moved unless somebody says so.
 */
#ifndef ATELIER_APP_WORKSHOP_SETTLE_H
#define ATELIER_APP_WORKSHOP_SETTLE_H

#include "session/session.h"

struct workshop_enrolment;

/* Whether it gives a freed seat of itself. */
bool workshop_settle_gives(const struct workshop_enrolment *enrolment);

void workshop_settle(struct atelier *at, int64_t workshop);

/* Inside an act that others began, whatever the meeting does of itself: *count says how
 * many got one. */
bool workshop_settle_within(struct atelier *at, int64_t workshop, size_t *count,
                            struct error *err);

/* The same of each workshop of a meeting where somebody waits. */
void workshop_settle_meeting(struct atelier *at, int64_t meeting);

#endif
