/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_string.h - a text as a workbook can hold it */
#ifndef ATELIER_APP_XLSX_STRING_H
#define ATELIER_APP_XLSX_STRING_H

#include "atelier/base/buffer.h"

/* Adds it without what XML 1.0 has no place for, with U+FFFD where it is not UTF-8, and
 * so that a spreadsheet takes no _x0041_ in it for a character; cut with "…" where it is
 * longer than a cell holds. */
void xlsx_string_add(struct buffer *buffer, const char *text);

#endif
