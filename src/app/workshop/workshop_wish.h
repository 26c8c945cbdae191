/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_wish.h - wishes that are noted in an act of others */
#ifndef ATELIER_APP_WORKSHOP_WISH_H
#define ATELIER_APP_WORKSHOP_WISH_H

#include "atelier/domain/meeting.h"
#include "session/session.h"

/* Whether the last day of the meeting for wishes is not over. */
bool workshop_wishes_count(struct atelier *at, const struct meeting *meeting);

/* As workshop_wish(), inside the open transaction and in whichever act wrote it.
 * *registration, which may be NULL, is that of the person. */
bool workshop_wish_note(struct atelier *at, int64_t meeting, int64_t person,
                        const int64_t *workshops, size_t count, int64_t *registration,
                        struct error *err);

#endif
