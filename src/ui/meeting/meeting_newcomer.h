/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_newcomer.h - whoever has come and is not on the list, by their name alone, or
 * found among all who are known
 */
#ifndef ATELIER_UI_MEETING_NEWCOMER_H
#define ATELIER_UI_MEETING_NEWCOMER_H

#include "ui.h"

/* Asks for name and organisation, which begin as `typed` (may be NULL), whether it is one
 * of those who are called so, and what the seats want answered; notes, registers and
 * marks them in that slot in one act.  The registration; 0 when nobody was registered. */
int64_t meeting_newcomer_let_in(struct ui *ui, int64_t meeting, int64_t slot,
                                const char *typed);

/* For those who may look through the list of people: asks who of them it is; a new one is
 * asked for as above.  `typed` begins the search; may be NULL. */
int64_t meeting_newcomer_pick(struct ui *ui, int64_t meeting, int64_t slot,
                              const char *typed);

#endif
