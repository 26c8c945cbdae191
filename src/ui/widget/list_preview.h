/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_preview.h - on a wide screen, the selected row in full beside the list */
#ifndef ATELIER_UI_LIST_PREVIEW_H
#define ATELIER_UI_LIST_PREVIEW_H

#include "widget/list.h"

/* Takes the preview's columns from the area and returns them; none where it is narrow. */
struct area list_preview_part(struct area *area);

void list_preview_draw(struct list *list, struct ui *ui, struct area area);

#endif
