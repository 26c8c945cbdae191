/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin.h - a meeting that another office took over from our calendar
 *
 * It is a meeting of theirs, with a UID and a SEQUENCE of its own, and says from which
 * event it came (CALENDAR_EVENT_ORIGIN).  Sent back it is none of ours anew; and what
 * they changed of it is theirs to change, and ours to look at.
 */
#ifndef ATELIER_APP_IMPORT_ORIGIN_H
#define ATELIER_APP_IMPORT_ORIGIN_H

#include "calendar/import_calendar_state.h"

/* Judges the row, which said nothing yet; `known` is what it came from. */
bool import_origin_judge(struct calendar_import *import, struct imported *imported,
                         const struct meeting_source *known, struct error *err);

#endif
