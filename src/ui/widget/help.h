/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.h - what can be done here, from the action tables */
#ifndef ATELIER_UI_HELP_H
#define ATELIER_UI_HELP_H

#include "screen.h"

/* `state` is the screen's; `always` what can be done on each. */
void help_run(struct ui *ui, const struct screen *screen, const void *state,
              const struct action *always);

#endif
