/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.h - the lines around a screen: sections, title, message, hints */
#ifndef ATELIER_UI_FRAME_H
#define ATELIER_UI_FRAME_H

#include "loop.h"

enum { FRAME_TOP = 2 };

/* What is left for the screen. */
struct area frame_body(void);

/* Paints the lines; without `fresh` only those that may have changed. */
void frame_paint(struct ui *ui, bool fresh);

/* The message, after all else: how many rows it takes, one when there is none. */
int frame_message_rows(const struct ui *ui);
void frame_paint_message(const struct ui *ui);

/* Instead of everything, on a terminal below 60x15. */
void frame_paint_too_small(void);

#endif
