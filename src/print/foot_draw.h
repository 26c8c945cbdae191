/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foot_draw.h - the foot of a page: a line, a text, and which page of how many it is */
#ifndef ATELIER_PRINT_FOOT_DRAW_H
#define ATELIER_PRINT_FOOT_DRAW_H

#include "canvas.h"

struct foot {
    const char *text; /* may be NULL */
    const char *word; /* "Page", before the number; NULL: no number */
    size_t page, pages;
    double left, right; /* its ends */
    double gap;         /* between the text and the number */
};

/* Nothing, when it has no text and no number. */
void foot_draw(struct canvas *canvas, const struct foot *foot);

#endif
