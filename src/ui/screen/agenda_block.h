/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_block.h - hours down the side, and entries as blocks beside them */
#ifndef ATELIER_UI_AGENDA_BLOCK_H
#define ATELIER_UI_AGENDA_BLOCK_H

#include "atelier/domain/day_grid.h"
#include "terminal/paint.h"

enum { AGENDA_HOUR_COLUMNS = 6 }; /* "09:00 " */

/* Paints the hours at the left of the area, and clears the rest of it. */
void agenda_draw_hours(const struct day_hours *hours, struct area area);

/* Paints the blocks of a day into a column beside the hours; the cursor and the bar go to
 * the `chosen` one (blocks->count: to none). */
void agenda_draw_blocks(const struct agenda *agenda, struct date day,
                        const struct day_blocks *blocks, const struct day_hours *hours,
                        struct area column, size_t chosen);

#endif
