/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_window.h - from which day on a calendar is imported, and how far ahead */
#ifndef ATELIER_APP_IMPORT_WINDOW_H
#define ATELIER_APP_IMPORT_WINDOW_H

#include "calendar/import_calendar_state.h"

/* Fills in the days that were not chosen: CALENDAR_IMPORT_YEARS from today.  ERROR_INPUT
 * for days and hours that end before they begin, or go too far. */
bool import_window_take(struct calendar_import *import, struct error *err);

#endif
