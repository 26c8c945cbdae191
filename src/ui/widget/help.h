/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.h - what can be done here and how things are done, found by typing */
#ifndef ATELIER_UI_HELP_H
#define ATELIER_UI_HELP_H

#include "screen.h"

/* Tells it of what lies on top. */
void help_run(struct ui *ui);

#endif
