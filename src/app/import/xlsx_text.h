/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_text.h - the texts of a workbook's cells: runs of a rich text, and _xHHHH_ */
#ifndef ATELIER_APP_XLSX_TEXT_H
#define ATELIER_APP_XLSX_TEXT_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* The text of an <si> or <is>, while it is read; a zeroed struct is empty. */
struct xlsx_text {
    struct buffer text;
    bool inside;   /* a <t> */
    int phonetics; /* how deep in <rPh>: how a name is read, not what it is */
};

void xlsx_text_begin(struct xlsx_text *text);
void xlsx_text_start(struct xlsx_text *text, const char *name);
void xlsx_text_end(struct xlsx_text *text, const char *name);
void xlsx_text_add(struct xlsx_text *text, const char *part, int length);

/* Adds text with each _xHHHH_ as the character that it stands for.  A line break
 * stays one, other control characters become one blank. */
void xlsx_text_decode(struct buffer *to, const char *text);

#endif
