/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_grid.h - the entries of a day as blocks: how long, and side by side where they
 * overlap; and which hours fit on so many rows
 *
 * Pure: minutes of a day and numbers alone.
 */
#ifndef ATELIER_DOMAIN_DAY_GRID_H
#define ATELIER_DOMAIN_DAY_GRID_H

#include "atelier/domain/agenda.h"

enum { DAY_MINUTES = 24 * 60, AGENDA_ROOMS = -1 };

struct day_block {
    size_t entry; /* of the agenda */
    int from, to; /* minutes of that day; at least one long */
    int lane;     /* which of the places side by side */
    int lanes;    /* how many there are where it stands */
};

struct day_blocks {
    struct day_block *items;
    size_t count;
    size_t capacity;
};

void day_blocks_clear(struct day_blocks *blocks);

/* Fills the blocks of a day, in order of start: of one room (0: of none of ours), or of
 * AGENDA_ROOMS.  Those that touch one another, also by a
 * third, share the width alike; each takes the first lane that is free.  A workshop that
 * is within the block of its meeting is left out. */
void day_blocks_fill(struct day_blocks *blocks, const struct agenda *agenda,
                     struct date day, int64_t room);

/* Those that are within the block of a meeting, with lanes of their own. */
void day_blocks_fill_within(struct day_blocks *blocks, const struct agenda *agenda,
                            struct date day, int64_t room, size_t entry);

/* Fills the blocks of a day as keys walk them: each of day_blocks_fill(), and behind a
 * meeting the workshops within it. */
void day_blocks_walk(struct day_blocks *walk, const struct agenda *agenda,
                     struct date day, int64_t room);

/* The entry of the first that is there at some time from a minute until another; or
 * none. */
size_t day_blocks_at(const struct day_blocks *blocks, int from, int to, size_t none);

/* The first and the last minute of any; *earliest and *latest stay where they are further
 * out. */
void day_blocks_widen(const struct day_blocks *blocks, int *earliest, int *latest);

/* The rows of a day: the first begins at `from`, each lasts `step` minutes. */
struct day_hours {
    int from, step;
    int rows;
};

/* From the hour of the earliest to that of the latest, which are widened to a working
 * day, with the finest step that has room; and as much of the morning and the evening as
 * there is room for. */
struct day_hours day_hours_fit(int earliest, int latest, int rows);

/* The row a minute is on, and the first row behind a block: at least one further. */
int day_hours_row(const struct day_hours *hours, int minute);
int day_hours_end_row(const struct day_hours *hours, const struct day_block *block);

#endif
