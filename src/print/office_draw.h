/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_draw.h - the office above a document: logo, name and address, who pays */
#ifndef ATELIER_PRINT_OFFICE_DRAW_H
#define ATELIER_PRINT_OFFICE_DRAW_H

#include "atelier/domain/printed_office.h"
#include "canvas.h"

/* Between left and right, from y on; returns where the document goes on. */
double office_draw(struct canvas *canvas, const struct printed_office *office,
                   double left, double right, double y);

#endif
