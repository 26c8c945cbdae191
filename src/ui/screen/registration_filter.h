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

/* Whether the meeting asks something, and who answered what may be read. */
bool registration_filter_asks(struct ui *ui, int64_t meeting, bool *asks,
                              struct error *err);

/* The column that is shown in any case: what the list is narrowed to or sorted by, else
 * the answers where there is room for them; or NULL. */
const char *registration_filter_column(const struct list *list, bool has_room);

#define REGISTRATION_FILTER                                                              \
    {                                                                                    \
        .name = "registration.filter", .keys = "f", .menu = N_("View"),                  \
        .label = N_("No answer, coming, waiting, gone, all"), .also = N_("by answer"),   \
        .help = N_("Again for the next of them; the title says which, and %K{Esc} "      \
                   "shows all."),                                                        \
        .run = registration_filter_next                                                  \
    }

#endif
