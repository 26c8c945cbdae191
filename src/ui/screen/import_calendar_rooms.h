/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_rooms.h - whether a calendar's places become rooms, and in which venue
 */
#ifndef ATELIER_UI_IMPORT_CALENDAR_ROOMS_H
#define ATELIER_UI_IMPORT_CALENDAR_ROOMS_H

#include "ui.h"

/* For an action: why there is no room to create, or NULL; creates the new ones with the
 * meetings, or not. */
const char *import_calendar_why_no_new_room(struct ui *ui, void *state, int64_t argument);
void import_calendar_rooms(struct ui *ui, void *state, int64_t argument);

#endif
