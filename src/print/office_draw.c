/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_draw.c - the office above a document: logo, name and address, who pays */
#include "office_draw.h"

#define FUNDING_WIDTH (65 * CANVAS_MM)
#define LOGO_WIDTH (45 * CANVAS_MM)
#define LOGO_HEIGHT (18 * CANVAS_MM)
#define GAP (4 * CANVAS_MM)

static double
greatest(double a, double b)
{
    return a > b ? a : b;
}

double
office_draw(struct canvas *canvas, const struct printed_office *office, double left,
            double right, double y)
{
    const double end = office->funding ? right - FUNDING_WIDTH - GAP : right;
    double logo = 0;
    const double taken =
        canvas_draw_picture(canvas, buffer_text(&office->logo), office->logo.length, left,
                            y, LOGO_WIDTH, LOGO_HEIGHT, &logo);
    const double x = taken > 0 ? left + taken + GAP : left;

    double texts =
        canvas_write(canvas, CANVAS_LEAD, CANVAS_LEFT, office->name, x, y, end - x);
    texts += canvas_write(canvas, CANVAS_QUIET, CANVAS_LEFT, office->address, x,
                          y + texts, end - x);
    const double funding =
        canvas_write(canvas, CANVAS_QUIET, CANVAS_RIGHT, office->funding,
                     right - FUNDING_WIDTH, y, FUNDING_WIDTH);
    const double height = greatest(logo, greatest(texts, funding));
    if (height == 0)
        return y;
    y += height + 2.5 * CANVAS_MM;
    canvas_draw_line(canvas, CANVAS_LINE_LIGHT, left, y, right, y);
    return y + 5 * CANVAS_MM;
}
