/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.h - what can be done here and how things are done, found by typing */
#ifndef ATELIER_UI_HELP_H
#define ATELIER_UI_HELP_H

#include "loop.h"
#include "screen.h"

/* Tells it of what lies on top. */
void help_run(struct ui *ui);

/* The same, with those words typed already. */
void help_run_for(struct ui *ui, const char *wanted);

/* Whether it knows anything with those words. */
bool help_knows(const struct ui *ui, const struct layer *layer, const char *wanted);

#endif
