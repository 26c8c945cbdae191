/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_form.h - what a calendar cannot say itself, asked */
#ifndef ATELIER_UI_IMPORT_CALENDAR_FORM_H
#define ATELIER_UI_IMPORT_CALENDAR_FORM_H

#include "screen/import_calendar_view.h"

/* Asks everything, beginning with what the first row that needs an answer asks, and
 * judges the calendar again; false when the person went back. */
bool import_calendar_form(struct ui *ui, struct calendar_view *view);

#endif
