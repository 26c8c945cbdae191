/* SPDX-License-Identifier: GPL-3.0-or-later */
/* code_draw.h - a QR code on a page */
#ifndef ATELIER_PRINT_CODE_DRAW_H
#define ATELIER_PRINT_CODE_DRAW_H

#include "canvas.h"

/* Draws it in a square; the white margin that readers need is the caller's. */
void code_draw(struct canvas *canvas, const char *text, double x, double y, double side);

#endif
