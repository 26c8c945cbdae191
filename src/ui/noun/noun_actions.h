/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_actions.h - what the actions of screens run to add, change and remove a row
 *
 * The argument names the noun, so that NEEDS_WRITING finds the permission by it.
 */
#ifndef ATELIER_UI_NOUN_ACTIONS_H
#define ATELIER_UI_NOUN_ACTIONS_H

#include <stdint.h>

#include "ui.h"

/* On a screen whose state begins with a list of them.  A new one belongs to the row that
 * the screen shows, if it shows one. */
void noun_add_row(struct ui *ui, void *state, int64_t kind);
void noun_edit_row(struct ui *ui, void *state, int64_t kind);
void noun_remove_row(struct ui *ui, void *state, int64_t kind);

/* On the screen of a row that a new one of them belongs to. */
void noun_add_to_this(struct ui *ui, void *state, int64_t kind);

/* On the screen of one of them. */
void noun_edit_this(struct ui *ui, void *state, int64_t kind);

#endif
