/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_slots.h - slots that the lunch break makes become rows when they are used */
#ifndef ATELIER_UI_MEETING_SLOTS_H
#define ATELIER_UI_MEETING_SLOTS_H

#include "ui.h"

/* The row of a slot of that meeting; of one that is none yet (slots.h), once all of them
 * are written.  0: that could not be, and was said. */
int64_t meeting_slots_use(struct ui *ui, int64_t meeting, int64_t slot);

/* Whether it is none yet, which is said, for nothing can be removed. */
bool meeting_slots_refuse_removal(struct ui *ui, int64_t slot);

#endif
