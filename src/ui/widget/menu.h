/* SPDX-License-Identifier: GPL-3.0-or-later */
/* menu.h - the menus of the top line, made from the action tables */
#ifndef ATELIER_UI_MENU_H
#define ATELIER_UI_MENU_H

#include "screen.h"

/* The chosen action of what lies on top, NULL when left.  `letter` opens the menu that
 * begins with it (Alt and the letter), NULL the first. */
const struct action *menu_run(struct ui *ui, const char *letter);

#endif
