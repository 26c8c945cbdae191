/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_erase.h - somebody who wants to be forgotten is erased, as a conversation */
#ifndef ATELIER_UI_PERSON_ERASE_H
#define ATELIER_UI_PERSON_ERASE_H

#include "ui.h"

/* To be run by actions: of the list of people, whoever is under the bar; of a person's
 * page, that person. */
void person_erase_row(struct ui *ui, void *state, int64_t argument);
void person_erase_this(struct ui *ui, void *state, int64_t argument);

#endif
