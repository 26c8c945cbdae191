/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tick.h - several of a few: Space takes one, or leaves it */
#ifndef ATELIER_UI_TICK_H
#define ATELIER_UI_TICK_H

#include <stdbool.h>
#include <stddef.h>

#include "ui.h"

struct tick {
    const char *label; /* translated */
    bool taken;
};

/* `text` stands above them.  False when left with Esc. */
bool tick_run(struct ui *ui, const char *title, const char *text, struct tick *ticks,
              size_t count);

#endif
