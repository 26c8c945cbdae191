/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_draw.h - pages of headings, texts and tables on paper */
#ifndef ATELIER_PRINT_PAGES_DRAW_H
#define ATELIER_PRINT_PAGES_DRAW_H

#include "atelier/domain/printed_pages.h"

bool pages_draw(const struct printed_pages *document, int descriptor, struct error *err);

#endif
