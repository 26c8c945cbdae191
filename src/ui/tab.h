/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tab.h - the sides of one row or one section, each a screen: the strip that names them,
 * and the way from one to the next
 *
 * A screen names them in .tabs.  The first is the page of a row, which stays below the
 * others: Esc comes back to it, and finds the bar and the marks where they were.  Those
 * of a section take the place of one another.
 */
#ifndef ATELIER_UI_TAB_H
#define ATELIER_UI_TAB_H

#include <stdint.h>

#include "screen.h"
#include "terminal/paint.h"
#include "ui.h"

/* Whether the screen on top has sides. */
bool tab_is_one(struct ui *ui);

/* So many sides on, and round at the end. */
void tab_step(struct ui *ui, int64_t steps);

/* The same: what it shows begins at that row (ui_first_row()), and only what holds the
 * words is there (ui_first_words()). */
void tab_step_at(struct ui *ui, int64_t steps, int64_t row, const char *words);

/* The nearest side whose own action that key runs, and the action; NULL:
 * there is none, or none that this login is offered. */
const struct screen *tab_with_key(const struct ui *ui, const struct screen *screen,
                                  const struct key *key, const struct action **action);

/* What a side is called, translated. */
const char *tab_name(const struct screen *tab);

/* Paints the names of the sides into one row, the one that is shown in brackets or, where
 * there are colours, in that of the section; returns
 * the column behind them.  The rest of the row is the caller's. */
int tab_draw(struct ui *ui, int row, int column, int columns);

#endif
