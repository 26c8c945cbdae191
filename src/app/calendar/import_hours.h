/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_hours.h - whether a calendar and the office mean the same hours, whosever clocks
 * show them */
#ifndef ATELIER_APP_IMPORT_HOURS_H
#define ATELIER_APP_IMPORT_HOURS_H

#include "calendar/import_calendar_state.h"

/* Whether what the file says is when the meeting of this office, or that day of it, is.
 */
bool import_hours_agree(const struct calendar_import *import,
                        const struct meeting *wanted, const struct meeting *before,
                        const struct meeting_source *known);

/* What the file says, by the clocks of the meeting. */
void import_hours_in_zone(const struct calendar_import *import,
                          const struct meeting *wanted, const struct meeting *before,
                          struct local_time *start, struct local_time *end);

#endif
