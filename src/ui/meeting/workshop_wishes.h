/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_wishes.h - what people wish for, and seats by their wishes, as conversations
 */
#ifndef ATELIER_UI_WORKSHOP_WISHES_H
#define ATELIER_UI_WORKSHOP_WISHES_H

#include <stdbool.h>

#include "ui.h"

/* A box for each slot of the meeting that has workshops, in which they get numbers.  One
 * that is left with Esc stays as it was; false: all of them were. */
bool workshop_wishes_ask(struct ui *ui, int64_t meeting, int64_t person);

/* Shows who would sit where, with every reason, and keeps it after a yes. */
void workshop_wishes_assign(struct ui *ui, int64_t meeting);

#endif
