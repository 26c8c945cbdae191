/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_workshops.h - the workshops of a meeting, and what a person chose among them */
#ifndef ATELIER_APP_BROWSE_WORKSHOPS_H
#define ATELIER_APP_BROWSE_WORKSHOPS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"

/* By the hour; the list is zeroed, or one from before, and the caller's to clear. */
bool browse_workshops(struct atelier *at, int64_t meeting, struct workshop_list *list,
                      struct error *err);

/* ERROR_NOT_FOUND when the person is not on the list of the meeting. */
bool browse_choices(struct atelier *at, int64_t meeting, int64_t person,
                    struct workshop_choice_list *list, struct error *err);

/* Adds "Title, 9:30–12:30". */
void browse_workshop_name(struct atelier *at, const struct workshop *workshop,
                          struct buffer *text);

#endif
