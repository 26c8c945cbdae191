/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_place.h - where the workshops of a meeting stand in its block, and which lines of a
 * list are shown where there is not room for all
 *
 * Pure: rows, columns and numbers alone.
 */
#ifndef ATELIER_DOMAIN_DAY_PLACE_H
#define ATELIER_DOMAIN_DAY_PLACE_H

#include "atelier/domain/day_grid.h"

/* Rows from the first hour, columns from the left edge of the block's inside. */
struct day_place {
    size_t entry; /* of the agenda */
    int top, rows;
    int left, columns;
    bool is_listed; /* one of several that are below one another, though at the same time;
                     * else as long as it lasts */
    size_t more;    /* so many besides are not shown; then it is no entry */
};

struct day_places {
    struct day_place *items;
    size_t count;
    size_t capacity;
};

void day_places_clear(struct day_places *places);

/*
 * Lays what day_blocks_fill_within() found into so many rows and columns, from the first
 * row on that is free.  Those at one time stand side by side where each has the columns
 * for a word; else they are listed, and where the rows are too few the last says how
 * many more there are.  The chosen entry (the agenda's count: none) is among those shown,
 * as long as its time has a row.
 */
void day_places_fill(struct day_places *places, const struct day_blocks *within,
                     const struct day_hours *hours, int first_row, int rows, int columns,
                     size_t chosen);

/* Which of `count` lines stand in so many rows: *first and how many from there; a row is
 * left for those that are not shown, if there are such and another row is there.  The
 * chosen one is shown. */
size_t day_window(size_t count, size_t rows, size_t chosen, size_t *first);

#endif
