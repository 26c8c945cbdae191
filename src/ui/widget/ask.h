/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask.h - one line of text: a reason, a file name */
#ifndef ATELIER_UI_ASK_H
#define ATELIER_UI_ASK_H

#include "ui.h"

/* The text, which the caller frees; NULL when left with Esc.  `text` says what for (may
 * be NULL), `start` is in the line already (may be NULL). With `required` an empty line
 * is not taken. */
char *ask(struct ui *ui, const char *title, const char *text, const char *start,
          bool required);

/* The same with Tab: complete() amends the line, or says why it cannot.  What is offered
 * to start with is replaced by typing. */
struct line_edit;
char *ask_completed(struct ui *ui, const char *title, const char *text, const char *start,
                    bool offered, bool required,
                    void (*complete)(struct ui *ui, struct line_edit *line));

#endif
