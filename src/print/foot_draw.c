/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foot_draw.c - the foot of a page: a line, a text, and which page of how many it is */
#include "foot_draw.h"

#include <stdio.h>

#define FOOT (12.5 * CANVAS_MM) /* below the line */
#define BELOW (1.2 * CANVAS_MM) /* the line are its texts */

void
foot_draw(struct canvas *canvas, const struct foot *foot)
{
    const double y = canvas->height - FOOT;
    const double quarter = (foot->right - foot->left) / 4;
    char number[64];

    if (!foot->text && !foot->word)
        return;
    canvas_draw_line(canvas, CANVAS_LINE_LIGHT, foot->left, y, foot->right, y);
    canvas_write(canvas, CANVAS_QUIET, CANVAS_LEFT, foot->text, foot->left, y + BELOW,
                 quarter * 3 - foot->gap);
    if (!foot->word)
        return;
    (void)snprintf(number, sizeof(number), "%s %zu/%zu", foot->word, foot->page,
                   foot->pages);
    canvas_write(canvas, CANVAS_QUIET, CANVAS_RIGHT, number, foot->right - quarter,
                 y + BELOW, quarter);
}
