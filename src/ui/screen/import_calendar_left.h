/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_left.h - the events of a calendar that are left out, saved */
#ifndef ATELIER_UI_IMPORT_CALENDAR_LEFT_H
#define ATELIER_UI_IMPORT_CALENDAR_LEFT_H

#include "ui.h"

/* For an action: why there is nothing to save, or NULL; asks for a file and saves them.
 */
const char *import_calendar_why_none_left_out(struct ui *ui, void *state,
                                              int64_t argument);
void import_calendar_save_left_out(struct ui *ui, void *state, int64_t argument);

#endif
