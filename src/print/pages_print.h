/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_print.h - pages of headings, texts and tables on paper */
#ifndef ATELIER_PRINT_PAGES_PRINT_H
#define ATELIER_PRINT_PAGES_PRINT_H

#include "atelier/domain/printed_pages.h"

bool pages_print_print(const struct printed_pages *document, int descriptor,
                       struct error *err);

#endif
