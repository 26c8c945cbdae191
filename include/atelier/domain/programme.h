/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme.h - what a meeting consists of, and where each part of it stands: hours down,
 * rooms across
 *
 * Pure: who fills a programme gives it its parts in any order, by the wall clock of the
 * meeting.
 */
#ifndef ATELIER_DOMAIN_PROGRAMME_H
#define ATELIER_DOMAIN_PROGRAMME_H

#include "atelier/domain/item.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"

#define PROGRAMME_NONE SIZE_MAX

/* A workshop, or an item that all share. */
struct programme_part {
    struct row_ref row;
    struct local_time start, end; /* whoever has them: it, or its slot */
    int64_t slot;                 /* of a workshop; 0: it has hours of its own */
    int64_t room;                 /* its own, or that of the meeting; 0: none is known */
    bool is_roomless;             /* a workshop that has none of its own */
    int64_t leader;               /* or who speaks, of an item; 0: nobody is named */
    char *title;
    char *room_name; /* NULL: without */
    char *leader_name;
    char *speakers; /* besides: "Petit, Ana; Roy, Max" */
    char *holder;   /* of a project that is presented: "Ghent, Flanders" */
    enum item_kind kind;
    enum workshop_state state;
    int64_t seats, least; /* NUMBER_NONE: without */
    int64_t taken, waiting;
};

struct programme_room {
    int64_t id; /* 0: what is in none */
    char *name;
    int64_t seats;
};

struct programme {
    int64_t meeting;
    struct local_time start, end;
    struct slot_list slots;
    struct programme_room *rooms; /* each that a part is in, and that one may go to */
    size_t room_count, room_capacity;
    struct programme_part *parts;
    size_t count, capacity;
};

void programme_clear(struct programme *programme);
/* The new one is zeroed but for its numbers, which are absent. */
struct programme_part *programme_add(struct programme *programme);
struct programme_room *programme_add_room(struct programme *programme);
/* By the hour, then as they were noted. */
void programme_sort(struct programme *programme);

bool programme_part_is_item(const struct programme_part *part);
/* Whether they share a moment by the clock: where that changes between, it may err. */
bool programme_part_meets(const struct programme_part *part, struct local_time start,
                          struct local_time end);
/* Where that row stands among the parts; PROGRAMME_NONE. */
size_t programme_find(const struct programme *programme, struct row_ref row);
/* The slot of that id; NULL. */
const struct slot *programme_slot(const struct programme *programme, int64_t id);

/* A stretch of the hours: one cell a room, or an item across all of them. */
struct programme_row {
    struct local_time start, end;
    int64_t slot;    /* that it lies in; 0: in none */
    size_t item;     /* the part that goes across; PROGRAMME_NONE: it has cells */
    bool begins_day; /* of a meeting of several days */
    int lanes;       /* how many stand one below the other in its fullest cell */
};

/* A workshop in the column of its room, over all rows from the first to the last that
 * have cells. */
struct programme_cell {
    size_t part;
    size_t column; /* index of the room */
    size_t first, last;
    int lane; /* its place among those that share a row: 0 is the uppermost */
};

struct programme_grid {
    struct programme_row *rows;
    size_t row_count, row_capacity;
    struct programme_cell *cells;
    size_t cell_count, cell_capacity;
};

void programme_grid_clear(struct programme_grid *grid);

/*
 * Lays out a programme that is sorted.  A row begins wherever something begins or ends;
 * hours that nothing fills have none.  What all share goes across, once, where it begins.
 * A workshop has a row where it begins and one where it ends, beside a plenary too; one
 * that runs on behind it goes on in the rows below.  Each slot has a row, and without any
 * slot the hours of the meeting are one.
 */
void programme_grid_fill(struct programme_grid *grid, const struct programme *programme);

/* The cell there; PROGRAMME_NONE: it is empty. */
size_t programme_grid_cell(const struct programme_grid *grid, size_t row, size_t column,
                           int lane);
/* Whether all that is in a row has begun above it, and something is. */
bool programme_grid_goes_on(const struct programme_grid *grid, size_t row);
/* The cell of that part; PROGRAMME_NONE for an item. */
size_t programme_grid_of(const struct programme_grid *grid, size_t part);

#endif
