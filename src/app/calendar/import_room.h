/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_room.h - rooms made of the places of a calendar, in one choice */
#ifndef ATELIER_APP_IMPORT_ROOM_H
#define ATELIER_APP_IMPORT_ROOM_H

#include "calendar/import_calendar_state.h"

/* Which venue is usual; `room` is the group's usual one, or 0. */
bool import_room_take_venue(struct calendar_import *import, int64_t room,
                            struct error *err);

/* Of each place that was noted: whether it may be a room, which, and where. */
void import_room_settle(struct calendar_import *import);

/* How many rows take each place, once all are judged and before rooms are. */
void import_room_count(struct calendar_import *import);

/* Whether a room is created for the row, whose verdict is known.  A meeting that came in
 * words from an event that has not changed since is changed by that. */
void import_room_judge(const struct calendar_import *import, struct imported *imported);

/* Inside the transaction: the rooms as they are now, in front of all rows; then the room
 * of a row, which is created with the first that needs it, in the place of its words. */
bool import_room_begin(struct calendar_import *import, struct error *err);
bool import_room_take(struct calendar_import *import,
                      const struct calendar_import_row *row, struct meeting *meeting,
                      struct calendar_import_outcome *outcome, struct error *err);

#endif
