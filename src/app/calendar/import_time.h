/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_time.h - when an occurrence of a calendar file is, and by which clocks */
#ifndef ATELIER_APP_IMPORT_TIME_H
#define ATELIER_APP_IMPORT_TIME_H

#include "calendar/import_calendar_state.h"

/* Fills the hours as the file has them, whatever clocks they follow: all that is known of
 * a row that is refused. */
void import_time_say(struct imported *imported, const struct occurrence *occurrence);

/*
 * Fills the start, the end and the zone, by what was chosen where the file does not say;
 * where nothing was chosen yet the row asks.
 *
 * False only when the import cannot go on.
 */
bool import_time_take(struct calendar_import *import, struct imported *imported,
                      const struct occurrence *occurrence, struct error *err);

/* An event that is a moment lasts as long as the group's meetings. */
void import_time_complete_end(struct calendar_import *import, struct imported *imported);

/* Notes what was taken for an hour that the clocks of that night skip or show twice:
 * nobody is asked at every row. */
void import_time_note_clock(struct calendar_import *import, struct imported *imported,
                            const struct occurrence *occurrence);

#endif
