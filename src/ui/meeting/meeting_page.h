/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_page.h - a tab of a meeting that is a list: the head above it
 *
 * Its open() is that of any list, with the meeting as its scope.
 */
#ifndef ATELIER_UI_MEETING_PAGE_H
#define ATELIER_UI_MEETING_PAGE_H

#include "meeting/meeting_head.h"
#include "widget/list.h"

struct meeting_page {
    struct list list; /* first: the list_screen functions work on it */
    struct meeting_head head;
};

bool meeting_page_reload(void *state, struct ui *ui, struct error *err);
void meeting_page_draw(void *state, struct ui *ui, struct area area, bool fresh);
void meeting_page_add_title(void *state, struct ui *ui, struct buffer *buffer);
/* As of any list, and whether the meeting may be changed. */
const char *meeting_page_lacks(const void *state, unsigned needs);
void meeting_page_close(void *state);

#define MEETING_PAGE                                                                     \
    .tabs = meeting_tabs, .close = meeting_page_close, .reload = meeting_page_reload,    \
    .draw = meeting_page_draw, .add_title = meeting_page_add_title,                      \
    .lacks = meeting_page_lacks, LIST_SCREEN_KEYS_ALONE

#endif
