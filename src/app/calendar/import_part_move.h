/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_part_move.h - days and slots of a meeting of this office take other hours
 *
 * A slot has hours of its own; days have those of their meeting.  So the parts of a
 * meeting that a file has at other hours are looked at together: the meeting moves, or
 * its slots do, if calendars are then told just that; else the rows are refused.
 */
#ifndef ATELIER_APP_IMPORT_PART_MOVE_H
#define ATELIER_APP_IMPORT_PART_MOVE_H

#include "calendar/import_calendar_state.h"

/* Looks at all the rows that are changed parts.  False only when the import cannot go on.
 */
bool import_part_move_settle(struct calendar_import *import, struct error *err);

/* Forgets what was looked at. */
void import_part_move_clear(struct calendar_import *import);

/* The slots, once the meeting has its hours. */
bool import_part_move_slots(struct calendar_import *import,
                            const struct import_part_move *move, struct error *err);

#endif
