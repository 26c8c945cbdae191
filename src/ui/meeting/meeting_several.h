/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_several.h - people onto the lists of several meetings of a group, as a
 * conversation */
#ifndef ATELIER_UI_MEETING_SEVERAL_H
#define ATELIER_UI_MEETING_SEVERAL_H

#include "ui.h"

/* Which of the meetings to come, what will happen there, and then it is done.  Says what
 * came of it; false: nothing was done. */
bool meeting_several(struct ui *ui, int64_t group, const int64_t *persons, size_t count);

#endif
