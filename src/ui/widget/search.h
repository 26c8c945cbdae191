/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h - one search over everything: Ctrl-F */
#ifndef ATELIER_UI_SEARCH_H
#define ATELIER_UI_SEARCH_H

#include "ui.h"

/* Opens the screen of what was chosen: the one that is named like the noun. */
void search_run(struct ui *ui);

#endif
