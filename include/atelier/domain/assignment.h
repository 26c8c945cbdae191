/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment.h - who gets which workshop, from what everybody wished for
 *
 * Pure rules: no clock, no database.  Each slot by itself, in the order of their hours,
 * and each keeps what was given in those before.  Of all ways to seat people the best is,
 * by the first of these that differs:
 *
 *  1. the one that seats most people;
 *  2. the one with most first wishes, then with most second ones, and so on;
 *  3. the one whose seated people stand further in front in the line, compared from its
 *     beginning: the line goes by the time of the wishes, and among equal times by a
 *     number drawn for each person in each slot, the smaller in front;
 *  4. the one that gives the first in the line the better wish, then the next, and so on.
 *
 * No two ways are equal by these four, so the same people, wishes and seed give the same
 * result on every machine and in any order of the input.  Who sits already stays, and the
 * least number of a workshop is told and never forced.
 *
 * A slot is proven when its result is the best one.  It is not where a workshop has
 * limits of categories and of organisations together, or two holds for the same people,
 * and where people also wish for workshops over several slots or with hours of their own:
 * those are placed first, by the same order.  Nor is it where what somebody got in
 * another slot takes a wish from them, as the same workshop given again does: another way
 * through both might seat more.  Then too nobody is left below a wish for which there is
 * a seat.
 */
#ifndef ATELIER_DOMAIN_ASSIGNMENT_H
#define ATELIER_DOMAIN_ASSIGNMENT_H

#include "atelier/domain/seating.h"

struct assignment_person {
    int64_t id;
    int64_t category;     /* 0: none */
    int64_t organisation; /* 0: none */
};

/* When a workshop is. */
struct assignment_time {
    int64_t slot; /* 0: hours of its own */
    struct span hours;
};

struct assignment_workshop {
    int64_t id;
    int64_t title; /* the same number: the same workshop, given again; 0: once */
    const struct assignment_time *times; /* in one slot: one */
    size_t time_count;
    int64_t seats;                        /* NUMBER_NONE: no limit */
    int64_t least;                        /* 0 or NUMBER_NONE: none */
    const struct seat_limit_list *limits; /* NULL: none */
};

/* What one person wishes for in one slot, the best first; one list a person and slot.  At
 * most one of a list is given, with what the person sits in already.  Workshops with
 * hours of their own may stand in the list of any slot, or in one with a number of its
 * own. */
struct assignment_wish {
    int64_t person;
    int64_t slot;
    instant wished;
    const int64_t *workshops; /* one that is not given counts as a rank all the same */
    size_t count;
};

/* Somebody who sits in a workshop already, and stays. */
struct assignment_seat {
    int64_t person; /* 0, or nobody of the people: takes a seat all the same */
    int64_t workshop;
};

/* All is borrowed, and in any order. */
struct assignment_input {
    const struct assignment_person *people;
    size_t person_count;
    const struct assignment_workshop *workshops;
    size_t workshop_count;
    const struct assignment_wish *wishes; /* of nobody of the people: passed over */
    size_t wish_count;
    const struct assignment_seat *seats;
    size_t seat_count;
    uint64_t seed;
    struct date today; /* holds that ended before do not count */
};

enum assignment_reason_kind {
    ASSIGNMENT_GONE,    /* no such workshop is given */
    ASSIGNMENT_OVERLAP, /* the person sits in the other one at that time */
    ASSIGNMENT_REPEAT,  /* the person has the same one at another time: the other */
    ASSIGNMENT_FULL     /* the blocker says of what: seats, a hold, a limit */
};

/* Why somebody did not get a wish. */
struct assignment_reason {
    enum assignment_reason_kind kind;
    size_t rank; /* of the wish, from 1 */
    int64_t workshop;
    int64_t other;                  /* of an overlap, of a repeat */
    struct seating_blocker blocker; /* of ASSIGNMENT_FULL */
    instant last; /* of ASSIGNMENT_FULL: when the last of those wished who got a seat in
                   * this run, of a limit those whom it is about; INSTANT_NONE: nobody */
};

/* What became of one list. */
struct assignment_place {
    int64_t person;
    int64_t slot;
    instant wished;
    int64_t workshop; /* 0: none */
    size_t rank;      /* of that workshop in the list, from 1; 0: it is not in it */
    bool stays;       /* sat there before */
    size_t reason;    /* its reasons begin there, one for each better wish */
    size_t reason_count;
};

struct assignment_slot {
    int64_t slot;
    size_t wishing; /* lists */
    size_t seated;  /* of them in this run */
    size_t *ranks;  /* of those: how many got their first wish, second, ... */
    size_t rank_count;
    bool proven;
};

/* A workshop below its least number. */
struct assignment_few {
    int64_t workshop;
    int64_t least;
    int64_t taken; /* with those who stay */
};

struct assignment {
    struct assignment_place *places; /* by slot, then person */
    size_t place_count;
    struct assignment_reason *reasons;
    size_t reason_count;
    size_t reason_capacity;
    struct assignment_slot *slots; /* in the order of their hours */
    size_t slot_count;
    struct assignment_few *few; /* by id */
    size_t few_count;
    size_t few_capacity;
    bool proven; /* all slots are */
};

/* Assigns.  The result is zeroed or one that was cleared; the caller clears it. */
void assignment_make(const struct assignment_input *input, struct assignment *result);

void assignment_clear(struct assignment *assignment);

/* The number drawn for a person in a slot: from the seed and the two ids alone, and never
 * the same for two people of a slot. */
uint64_t assignment_draw(uint64_t seed, int64_t slot, int64_t person);

#endif
