/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_board.h - who sits in which workshop while seats are given, and what still fits
 *
 * People, workshops and lists are sorted here, so that the order in which they came is
 * forgotten; they are named by their place in these arrays.
 */
#ifndef ATELIER_SEAT_BOARD_H
#define ATELIER_SEAT_BOARD_H

#include "atelier/domain/assignment.h"

#define BOARD_NONE SIZE_MAX

struct board_workshop {
    const struct assignment_workshop *given;
    struct seating seating; /* with those who sit here */
    struct seating_count_list categories;
    struct seating_count_list organisations;
    instant last;  /* when the last of those wished who got a seat in this run */
    bool spreads;  /* is not in one slot */
    bool is_mixed; /* its limits are of several kinds */
};

struct board_person {
    const struct assignment_person *given;
    size_t first_seat;
    bool spreads; /* wishes for a workshop that does */
};

struct board_seat {
    size_t workshop; /* BOARD_NONE: not given */
    size_t next;     /* of the same person */
};

struct board_list {
    const struct assignment_wish *given;
    size_t person;
    size_t *workshops; /* as wished; BOARD_NONE: not given */
    size_t rank;       /* that it got in this run, from 1; 0: none */
    size_t line;       /* place in the line */
    size_t slot;       /* place in the order of the slots */
};

struct board {
    struct board_person *people; /* by id */
    size_t person_count;
    struct board_workshop *workshops; /* by id */
    size_t workshop_count;
    struct board_list *lists; /* by slot, then line */
    size_t list_count;
    struct board_seat *seats; /* one for each list, then those who stay */
    struct seating_verdict verdict;
};

void seat_board_init(struct board *board, const struct assignment_input *input);
void seat_board_clear(struct board *board);

/* The workshop that the list got in this run; BOARD_NONE. */
size_t seat_board_given(const struct board *board, size_t list);

/* A workshop in which the list's person sits, in the slot of the list or wished for in
 * it: the list gets no other; BOARD_NONE. */
size_t seat_board_settled(const struct board *board, size_t list);

/* Whether the person got that seat in this run, by whatever list. */
bool seat_board_is_new(const struct board *board, size_t person, size_t workshop);

/* The same workshop, or one at the same time, that the list's person has besides what the
 * list itself got; BOARD_NONE.  A repeat comes before an overlap. */
size_t seat_board_in_the_way(const struct board *board, size_t list, size_t workshop,
                             bool *is_repeat);

/* Whether there is a seat for the list's person; why not is in the verdict. */
bool seat_board_judge(struct board *board, size_t list, size_t workshop);

/* Both: nothing in the way, and a seat. */
bool seat_board_fits(struct board *board, size_t list, size_t workshop);

/* Gives the list its wish of that rank, or nothing with 0; takes what it had. */
void seat_board_give(struct board *board, size_t list, size_t rank);

#endif
