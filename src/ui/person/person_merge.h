/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_merge.h - two people who turn out to be one, side by side, and merged */
#ifndef ATELIER_UI_PERSON_MERGE_H
#define ATELIER_UI_PERSON_MERGE_H

#include "ui.h"

/* To be run by actions: of the list of people, the two that are marked, or the one under
 * the bar and one who is asked for; of a person's page, that person and another. */
void person_merge_marked(struct ui *ui, void *state, int64_t argument);
void person_merge_this(struct ui *ui, void *state, int64_t argument);

#endif
