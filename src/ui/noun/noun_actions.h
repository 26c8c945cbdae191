/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_actions.h - what the actions of screens run to add, change and remove a row
 *
 * The argument names the noun, so that NEEDS_WRITING finds the permission by it.
 */
#ifndef ATELIER_UI_NOUN_ACTIONS_H
#define ATELIER_UI_NOUN_ACTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "ui.h"
#include "widget/list.h"

/* On a screen whose state begins with a list of them.  A new one belongs to the row that
 * the screen shows, if it shows one. */
void noun_add_row(struct ui *ui, void *state, int64_t kind);
void noun_edit_row(struct ui *ui, void *state, int64_t kind);
void noun_remove_row(struct ui *ui, void *state, int64_t kind);

/* Whoever has marked other rows may take what is done to the one under the bar for one
 * act on all of them: asks, and names their number.  `yes` is the deed, as for confirm().
 */
bool noun_row_is_meant(struct ui *ui, const struct list *list, int64_t kind,
                       const char *yes);

/* On the screen of a row that a new one of them belongs to. */
void noun_add_to_this(struct ui *ui, void *state, int64_t kind);

/* On the screen of one of them. */
void noun_edit_this(struct ui *ui, void *state, int64_t kind);

#endif
