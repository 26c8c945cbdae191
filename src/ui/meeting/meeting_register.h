/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_register.h - one person onto the list of a meeting, as a conversation */
#ifndef ATELIER_UI_MEETING_REGISTER_H
#define ATELIER_UI_MEETING_REGISTER_H

#include "ui.h"

/* Asks when no seat is left, and says what became of it; the seats on the screen are
 * right again.  True too when a question was left: the next one may be chosen. */
bool meeting_register(struct ui *ui, int64_t meeting, int64_t person);

#endif
