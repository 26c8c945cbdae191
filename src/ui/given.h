/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given.h - says to whom seats went that an act freed on the way */
#ifndef ATELIER_UI_GIVEN_H
#define ATELIER_UI_GIVEN_H

#include "ui.h"

/* In place of what was said, where there is something to say. */
void given_say(struct ui *ui);

/* The same, behind what was said already. */
void given_add(struct ui *ui);

#endif
