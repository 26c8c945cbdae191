/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.h - every action of this screen, found by typing */
#ifndef ATELIER_UI_PALETTE_H
#define ATELIER_UI_PALETTE_H

#include "screen.h"

/* The chosen action of what lies on top, NULL when left. */
const struct action *palette_run(struct ui *ui);

#endif
