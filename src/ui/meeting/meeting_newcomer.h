/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_newcomer.h - whoever has come and is not on the list, by their name alone: for
 * those who may look through no lists of people
 */
#ifndef ATELIER_UI_MEETING_NEWCOMER_H
#define ATELIER_UI_MEETING_NEWCOMER_H

#include "ui.h"

/* Asks for name and organisation, which begin as `typed` (may be NULL), whether it is one
 * of those who are called so, and what the seats want answered; notes, registers and
 * marks them in that slot in one act.  The registration; 0 when nobody was registered. */
int64_t meeting_newcomer_let_in(struct ui *ui, int64_t meeting, int64_t slot,
                                const char *typed);

#endif
