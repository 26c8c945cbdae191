/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_part.h - an event that is one day or slot of a meeting of this office
 *
 * Calendars know each of them by its own UID (meeting_day.h): whoever sends them back
 * sends the meeting that is here, and no new one.
 */
#ifndef ATELIER_APP_IMPORT_PART_H
#define ATELIER_APP_IMPORT_PART_H

#include "calendar/import_calendar_state.h"

/* Whether what is known is a part, and not all that calendars have of the meeting. */
bool import_part_is_one(const struct meeting_source *known, const struct meeting *before);

/* Judges the row, which said nothing yet: one with other hours is changed, until
 * import_part_move_settle() has seen whether the meeting can have them. */
void import_part_judge(struct calendar_import *import, struct imported *imported,
                       const struct meeting *before, const struct meeting_source *known);

/* It is no part, until it is judged. */
void import_part_forget(struct imported *imported);

#endif
