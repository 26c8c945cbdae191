/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_draw.h - the attendance sheet on paper */
#ifndef ATELIER_PRINT_SHEET_DRAW_H
#define ATELIER_PRINT_SHEET_DRAW_H

#include "atelier/domain/printed_sheet.h"

bool sheet_draw(const struct printed_sheet *sheet, int document, struct error *err);

#endif
