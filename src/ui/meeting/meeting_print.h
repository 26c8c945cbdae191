/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print.h - the attendance sheet from the page of a meeting, while the screen
 * goes on */
#ifndef ATELIER_UI_MEETING_PRINT_H
#define ATELIER_UI_MEETING_PRINT_H

#include "ui.h"

/* Asks for a file, whose name says the form: on paper, or for a spreadsheet. */
void meeting_print_sheet(struct ui *ui, void *state, int64_t argument);

#endif
