/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curses_screen.h - how curses is brought to send little: for terminal.c
 */
#ifndef ATELIER_UI_CURSES_SCREEN_H
#define ATELIER_UI_CURSES_SCREEN_H

#include <curses.h>

#include "terminal/terminal_brief.h"

/* Opens curses on standard input and output, with the shorter description of that type
 * where there is one; NULL when it cannot be shown there.  `charset`, which is to be sent
 * once, as in terminal_brief.h. */
SCREEN *curses_screen_open(const char *type, char charset[TERMINAL_CHARSET_SIZE]);

/* Once, before anything is shown: from then on a frame is sent in one piece.  Colours are
 * begun with it. */
void curses_screen_gather(void);

/* Rows and columns, as many as are used at most. */
void curses_screen_resize(int high, int wide);

/* With the next frame each cell is sent, wherever the terminal has its cursor by now, but
 * nothing is cleared, which would flicker. */
void curses_screen_repaint(void);

#endif
