/* SPDX-License-Identifier: GPL-3.0-or-later */
/* congress.h - people, workshops and wishes to assign from, made by hand or at random
 */
#ifndef ATELIER_TESTS_CONGRESS_H
#define ATELIER_TESTS_CONGRESS_H

#include "atelier/domain/assignment.h"

enum { CONGRESS_PEOPLE = 600, CONGRESS_WORKSHOPS = 64, CONGRESS_LIMITS = 4 };
enum { CONGRESS_LISTS = 1200, CONGRESS_CHOICES = 8, CONGRESS_TIMES = 3 };

struct congress {
    struct assignment_input input; /* borrows what follows */
    struct assignment_person people[CONGRESS_PEOPLE];
    struct assignment_workshop workshops[CONGRESS_WORKSHOPS];
    struct assignment_time times[CONGRESS_WORKSHOPS][CONGRESS_TIMES];
    struct seat_limit_list limits[CONGRESS_WORKSHOPS];
    struct seat_limit limit_items[CONGRESS_WORKSHOPS][CONGRESS_LIMITS];
    struct assignment_wish wishes[CONGRESS_LISTS];
    int64_t choices[CONGRESS_LISTS][CONGRESS_CHOICES];
    struct assignment_seat seats[CONGRESS_PEOPLE];
};

/* Nobody and nothing; freed with free(3). */
struct congress *congress_new(void);

void congress_add_person(struct congress *congress, int64_t id, int64_t category,
                         int64_t organisation);
/* In that slot, whose hour is as many hours after the beginning as its number. */
void congress_add_workshop(struct congress *congress, int64_t id, int64_t slot,
                           int64_t seats);
/* One more slot, or hours of its own, of the workshop that was added last. */
void congress_add_slot(struct congress *congress, int64_t slot);
void congress_set_hours(struct congress *congress, instant start, instant end);
/* A limit of the workshop that was added last; its `until` may be set. */
struct seat_limit *congress_add_limit(struct congress *congress,
                                      enum seat_limit_kind kind,
                                      enum seat_limit_scope scope, int64_t key,
                                      int64_t people);
/* The wishes follow, up to 0. */
void congress_add_wishes(struct congress *congress, int64_t person, int64_t slot,
                         instant wished, ...);
/* One more wish of the list that was added last. */
void congress_add_choice(struct congress *congress, int64_t workshop);
void congress_add_seat(struct congress *congress, int64_t person, int64_t workshop);

/* What is drawn from now on; a number from 0 to one below the limit. */
void congress_begin(uint64_t seed);
unsigned congress_below(unsigned limit);

/* So many people with that many different wishes in slot 1, at times of which some are
 * equal; all workshops of the slot are there already. */
void congress_add_crowd(struct congress *congress, size_t people, size_t wishes,
                        unsigned times);

/* The same input in another order. */
void congress_shuffle(struct congress *congress);

#endif
