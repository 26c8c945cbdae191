/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_screen.h - the screen of one row of a noun: what is known of it, and below that a
 * list of what belongs to it
 */
#ifndef ATELIER_UI_NOUN_SCREEN_H
#define ATELIER_UI_NOUN_SCREEN_H

#include "screen.h"
#include "widget/list.h"
#include "widget/record_summary.h"

struct noun_screen {
    struct list list; /* first; its scope is the row */
    struct record_summary facts;
};

/* Reads the row anew and adds these of its fields to the facts: names up to a NULL; ""
 * begins a new line. */
bool noun_screen_add_fields(struct noun_screen *screen, struct ui *ui,
                            const struct entity *entity, const char *const *names,
                            struct error *err);

void noun_screen_close(void *state);
void noun_screen_draw(void *state, struct ui *ui, struct area area, bool fresh);

/* For a screen whose state begins with a struct noun_screen; reload() is its own. */
#define NOUN_SCREEN .close = noun_screen_close, .draw = noun_screen_draw, LIST_SCREEN_KEYS

#endif
