/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_states.h - the rows of a list that are in one state: f goes from one to the next
 *
 * For a screen whose state begins with the list, which has a column of that name.
 */
#ifndef ATELIER_UI_LIST_STATES_H
#define ATELIER_UI_LIST_STATES_H

#include <stdint.h>

#include "ui.h"

/* To be run by an action: the next state that a row is in, and all after the last. */
void list_states_next(struct ui *ui, void *state, int64_t argument);

#define LIST_STATES(NAME)                                                                \
    {                                                                                    \
        .name = (NAME), .keys = "f", .menu = N_("View"),                                 \
        .label = N_("By state, one after the other"), .also = N_("by state"),            \
        .help = N_("Again for the next state that a row is in; the title says which, "   \
                   "and %K{Esc} shows all."),                                            \
        .run = list_states_next                                                          \
    }

#endif
