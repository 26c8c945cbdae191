/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h - one search over everything: Ctrl-F */
#ifndef ATELIER_UI_SEARCH_H
#define ATELIER_UI_SEARCH_H

#include "ui.h"

/* Gives what was chosen to `open`. */
void search_run(struct ui *ui,
                void (*open)(struct ui *ui, enum entity_kind kind, int64_t id));

/* From a form, which stays as it is: shows what is known of it. */
void search_look_up(struct ui *ui);

#endif
