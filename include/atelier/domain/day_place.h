/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_place.h - where the workshops of a meeting stand in its block, and which lines of a
 * list are shown where there is not room for all
 *
 * Pure: rows, columns and numbers alone.
 */
#ifndef ATELIER_DOMAIN_DAY_PLACE_H
#define ATELIER_DOMAIN_DAY_PLACE_H

#include "atelier/domain/day_grid.h"

enum {
    DAY_LANE_LEAST = 8, /* columns in which an edge and a word have room */
    DAY_SUM_LEAST = 5,  /* in which those have that stand for several: "14:00" */
    DAY_SUM_WORDS = 11  /* in which they have room in words: "14:00–16:00" */
};

/* Rows from the first hour, columns from the left edge of the block's inside. */
struct day_place {
    size_t entry; /* of the agenda */
    int top, rows;
    int left, columns;
    bool is_bar; /* an edge as long as it lasts, with no room for words */
    /* What is said beside bars of so many together, which last from and until then; then
     * it is no entry.  0: it is one. */
    size_t count;
    int from, to; /* minutes of the day */
};

struct day_places {
    struct day_place *items;
    size_t count;
    size_t capacity;
};

void day_places_clear(struct day_places *places);

/*
 * Lays what day_blocks_fill_within() found into so many rows and columns, from the first
 * row on that is free.  Those at one time stand side by side, each where it begins and as
 * long as it lasts: with words where each has the columns for one, else as bars with one
 * place beside them in which they are summed up.  Of more than there are columns for, one
 * bar stands for all: the chosen entry (the agenda's count: none), or the first.
 */
void day_places_fill(struct day_places *places, const struct day_blocks *within,
                     const struct day_hours *hours, int first_row, int rows, int columns,
                     size_t chosen);

/* Which of `count` lines stand in so many rows: *first and how many from there; a row is
 * left for those that are not shown, if there are such and another row is there.  The
 * chosen one is shown. */
size_t day_window(size_t count, size_t rows, size_t chosen, size_t *first);

#endif
