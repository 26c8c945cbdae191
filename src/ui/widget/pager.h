/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pager.h - text to read, longer than the screen perhaps */
#ifndef ATELIER_UI_PAGER_H
#define ATELIER_UI_PAGER_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal/key.h"
#include "terminal/paint.h"
#include "ui.h"

/* Inside a screen. A zeroed struct is empty.  Lines that begin with "# " are shown as
 * heads. */
struct pager {
    char *text;
    int top;
    int lines; /* of the last drawing, wrapped */
    int height;
};

void pager_clear(struct pager *pager);
void pager_set(struct pager *pager, const char *text); /* keeps its place when it can */
bool pager_key(struct pager *pager, const struct key *key);
void pager_draw(struct pager *pager, struct area area);
/* The same in the body of a screen: the text begins below the title. */
void pager_draw_body(struct pager *pager, struct area area);

/* Adds a label of so many cells to a text whose values stand below one another, in the
 * plain view followed by a colon instead. */
void pager_add_label(struct buffer *text, const char *label, size_t columns);
/* Adds the value behind such a label, and a line break: its further lines stand below its
 * first. */
void pager_add_value(struct buffer *text, const char *value, size_t columns);

/* In the lower edge of a frame around it: whether there is more. */
void pager_draw_end(const struct pager *pager, struct ui *ui, struct area frame);

/* As a dialog. */
void pager_run(struct ui *ui, const char *title, const char *text);

/* The same before a question: true when Enter goes on to it. */
bool pager_run_on(struct ui *ui, const char *title, const char *text);

/* The same as the first, which also ends with a key that acts elsewhere: taken(), given
 * the context, tells which. */
void pager_run_until(struct ui *ui, const char *title, const char *text,
                     bool (*taken)(void *context, const struct key *key), void *context);

#endif
