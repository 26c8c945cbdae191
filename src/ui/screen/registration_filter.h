/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_filter.h - the list of a meeting by what people answered: f goes from one
 * answer to the next
 *
 * For a screen whose state begins with the list.
 */
#ifndef ATELIER_UI_REGISTRATION_FILTER_H
#define ATELIER_UI_REGISTRATION_FILTER_H

#include "widget/list.h"

/* To be run by an action. */
void registration_filter_next(struct ui *ui, void *state, int64_t argument);

#define REGISTRATION_FILTER                                                              \
    {                                                                                    \
        .name = "registration.filter", .keys = "f", .menu = N_("View"),                  \
        .label = N_("No answer, coming, waiting, gone, all"), .also = N_("by answer"),   \
        .help = N_("Again for the next of them; the title says which, and %K{Esc} "      \
                   "shows all."),                                                        \
        .run = registration_filter_next                                                  \
    }

#endif
