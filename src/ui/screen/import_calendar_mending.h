/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_mending.h - a refused or doubtful event of a calendar, mended on the
 * spot */
#ifndef ATELIER_UI_IMPORT_CALENDAR_MENDING_H
#define ATELIER_UI_IMPORT_CALENDAR_MENDING_H

#include "screen/import_calendar_view.h"

/* A form of the row: its title, its time, its place.  False when it was left. */
bool import_calendar_mend(struct ui *ui, struct calendar_view *view, size_t index);

#endif
