/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print_marked.h - what is printed of the marked people of a meeting alone */
#ifndef ATELIER_UI_MEETING_PRINT_MARKED_H
#define ATELIER_UI_MEETING_PRINT_MARKED_H

#include "ui.h"

/* As meeting_print(), on a screen whose state begins with the list of the meeting: of the
 * marked people alone, where some are. */
void meeting_print_marked(struct ui *ui, void *state, int64_t argument);

#endif
