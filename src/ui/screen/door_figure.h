/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_figure.h - a number that is read from afar */
#ifndef ATELIER_UI_DOOR_FIGURE_H
#define ATELIER_UI_DOOR_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

enum { DOOR_FIGURE_ROWS = 3 };

/* Whether the terminal can show it large: in blocks of Unicode, and nobody listens. */
bool door_figure_can_be_large(void);

/* How many columns it takes, large. */
int door_figure_columns(int64_t number);

/* Paints it over DOOR_FIGURE_ROWS rows. */
void door_figure_draw(int row, int column, int64_t number);

#endif
