/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_due.h - when what is being typed is kept as a draft: a moment after the first key
 * that is in none yet, so that a dropped line takes little
 *
 * `unkept_since` is when that key came, by terminal_clock(); 0: all is kept.
 */
#ifndef ATELIER_UI_DRAFT_DUE_H
#define ATELIER_UI_DRAFT_DUE_H

#include <stdint.h>

/* Something was typed. */
void draft_due_note(int64_t *unkept_since);

/* Milliseconds until it is to be kept, 0: now; -1: nothing is. */
int draft_due_in(int64_t unkept_since);

#endif
