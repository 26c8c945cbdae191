/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_uid.h - by what calendars know a meeting again (rule 8) */
#ifndef ATELIER_APP_MEETING_UID_H
#define ATELIER_APP_MEETING_UID_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"

/* A random identifier under the office's domain, of a meeting or of a workshop; that of a
 * day is made of its meeting's by meeting_day_table.c.  The caller frees it. */
char *meeting_uid_new(const struct atelier *at);

/* Gives the meeting another one, whose sequence begins. */
void meeting_uid_make(struct atelier *at, struct meeting *meeting);

/* Whether calendars were ever told of the meeting, as it was confirmed once: an undo does
 * not take back what they know (rule 14). */
bool meeting_uid_was_told(struct atelier *at, int64_t meeting, bool *told,
                          struct error *err);

/* Whether a meeting that takes place after all, `before` being the cancelled one, is
 * another one for calendars: who was told a day ago that it is off hears nothing more of
 * that identifier. */
bool meeting_uid_is_spent(struct atelier *at, const struct meeting *before,
                          const struct meeting *after);

#endif
