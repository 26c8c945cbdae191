/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_block.h - hours down the side, and entries as blocks beside them */
#ifndef ATELIER_UI_AGENDA_BLOCK_H
#define ATELIER_UI_AGENDA_BLOCK_H

#include "atelier/domain/day_grid.h"
#include "terminal/paint.h"

enum { AGENDA_HOUR_COLUMNS = 6 }; /* "09:00 " */

/* Paints the hours at the left of the area, and clears the rest of it. */
void agenda_draw_hours(const struct day_hours *hours, struct area area);

/* What blocks are painted of. */
struct agenda_blocks {
    const struct agenda *agenda;
    struct date day;
    int64_t room; /* as day_blocks_fill() was asked */
    const struct day_hours *hours;
};

/* Paints the blocks of a day into a column beside the hours, and workshops in those of
 * their meetings; the cursor and the bar go to the `chosen` entry (the agenda's count: to
 * none). */
void agenda_draw_blocks(const struct agenda_blocks *view, const struct day_blocks *blocks,
                        struct area column, size_t chosen);

#endif
