/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_area.h - several lines of text under the caret; a zeroed struct is empty */
#ifndef ATELIER_UI_TEXT_AREA_H
#define ATELIER_UI_TEXT_AREA_H

#include <stdbool.h>

#include "terminal/key.h"
#include "terminal/paint.h"
#include "widget/line_edit.h"

struct text_area {
    struct line_edit text; /* its undo and deletions serve here too */
    int columns;           /* of the last drawing */
    int top;               /* first line on the screen */
};

void text_area_clear(struct text_area *area);
void text_area_set(struct text_area *area, const char *text);
const char *text_area_text(const struct text_area *area);

/* Enter begins a new line; Up and Down are not taken at the first and last line. */
bool text_area_key(struct text_area *area, const struct key *key, bool *changed);
void text_area_draw(struct text_area *area, struct area cells, bool focus);

#endif
