/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint_start.h - what the terminal and the loop, and nobody else, ask of painting */
#ifndef ATELIER_UI_PAINT_START_H
#define ATELIER_UI_PAINT_START_H

/* Chooses the looks by what the terminal can do and NO_COLOR. */
void paint_start(void);

/* Sends what changed since the last time, the cursor last. */
void paint_show(void);

#endif
