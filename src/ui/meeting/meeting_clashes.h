/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_clashes.h - says what a meeting clashes with */
#ifndef ATELIER_UI_MEETING_CLASHES_H
#define ATELIER_UI_MEETING_CLASHES_H

#include "ui.h"

/* Of the meeting that the screen was opened with. */
void meeting_clashes_show(struct ui *ui, void *state, int64_t argument);
/* The same on a screen whose state begins with a list of meetings. */
void meeting_clashes_show_row(struct ui *ui, void *state, int64_t argument);

/* Of that meeting. */
void meeting_clashes_tell(struct ui *ui, int64_t meeting);
/* The same; asked which may stay, the bar begins on the one with which the line ends
 * (clash_add_brief(), and the title of its first). */
void meeting_clashes_tell_at(struct ui *ui, int64_t meeting, const char *line);

#endif
