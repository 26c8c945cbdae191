/* SPDX-License-Identifier: GPL-3.0-or-later */
/* code_draw.h - a QR code on a page */
#ifndef ATELIER_PRINT_CODE_DRAW_H
#define ATELIER_PRINT_CODE_DRAW_H

#include "canvas.h"

/* As much white readers want around it: the caller leaves it. */
#define CODE_DRAW_QUIET (3.5 * CANVAS_MM)

/* Draws it in a square. */
void code_draw(struct canvas *canvas, const char *text, double x, double y, double side);

#endif
