/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.h - every action of the program, found by typing */
#ifndef ATELIER_UI_PALETTE_H
#define ATELIER_UI_PALETTE_H

#include "screen.h"

/* Runs the chosen one: of what lies on top, or of another screen, which it goes to. */
void palette_run(struct ui *ui);

#endif
