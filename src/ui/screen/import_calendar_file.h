/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_file.h - which calendar is imported, for which group, and whether it
 * was left earlier */
#ifndef ATELIER_UI_IMPORT_CALENDAR_FILE_H
#define ATELIER_UI_IMPORT_CALENDAR_FILE_H

#include "ui.h"

/* Actions of the screen, whose state is a struct calendar_view. */
void import_calendar_ask_file(struct ui *ui, void *state, int64_t argument);
void import_calendar_other_group(struct ui *ui, void *state, int64_t argument);

#endif
