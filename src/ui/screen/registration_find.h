/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_find.h - who is there, by typing: three letters and Enter, one person
 * after the other; whoever is not on the list comes onto it
 */
#ifndef ATELIER_UI_REGISTRATION_FIND_H
#define ATELIER_UI_REGISTRATION_FIND_H

#include "screen/registration_list.h"

/* When the screen opens. */
void registration_find_init(struct registration_list *screen);

/* To be run by the actions of registration_presence.h. */
void registration_find_run(struct ui *ui, void *state, int64_t argument);
void registration_find_walk_in(struct ui *ui, void *state, int64_t argument);

#endif
