/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_known.h - what a row of a calendar would change of the meeting that it is */
#ifndef ATELIER_APP_IMPORT_KNOWN_H
#define ATELIER_APP_IMPORT_KNOWN_H

#include "calendar/import_calendar_state.h"

/* Judges the row, which said nothing yet.  False only when the import cannot go on. */
bool import_known_judge(struct calendar_import *import, struct imported *imported,
                        const struct meeting_source *known, struct error *err);

#endif
