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
    size_t place; /* in order: from 1; 0: not taken */
};

/* `text` stands above them.  False when left with Esc. */
bool tick_run(struct ui *ui, const char *title, const char *text, struct tick *ticks,
              size_t count);

/* The same with an order: Space gives the next number, or takes one away. */
bool tick_run_in_order(struct ui *ui, const char *title, const char *text,
                       struct tick *ticks, size_t count);

#endif
