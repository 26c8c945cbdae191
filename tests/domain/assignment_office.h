/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_office.h - people, workshops and wishes, and what each is expected to get */
#ifndef ATELIER_TESTS_ASSIGNMENT_OFFICE_H
#define ATELIER_TESTS_ASSIGNMENT_OFFICE_H

#include <check.h>
#include <stdlib.h>

#include "atelier/domain/assignment.h"
#include "support/congress.h"
#include "support/suite.h"

enum { ANN = 101, BEN, CAL, DOT, EVE, FAY };   /* people */
enum { CITY = 1, STATE };                      /* categories */
enum { LILLE = 11, GHENT };                    /* organisations */
enum { ART = 1, BREAD, CLAY, DANCE };          /* workshops */
enum { MORNING = 9, NOON = 12, EVENING = 18 }; /* slots, by their hour */

struct office {
    struct congress *congress;
    struct assignment result;
};

static inline void
office_open(struct office *office)
{
    *office = (struct office){ .congress = congress_new() };
    for (int64_t id = ANN; id <= FAY; id++)
        congress_add_person(office->congress, id, id % 2 ? CITY : STATE,
                            id < CAL ? LILLE : GHENT);
}

static inline void
office_close(struct office *office)
{
    assignment_clear(&office->result);
    free(office->congress);
}

static inline void
assign(struct office *office)
{
    assignment_clear(&office->result);
    assignment_make(&office->congress->input, &office->result);
}

static inline const struct assignment_place *
place_in(const struct office *office, int64_t person, int64_t slot)
{
    for (size_t i = 0; i < office->result.place_count; i++)
        if (office->result.places[i].person == person &&
            office->result.places[i].slot == slot)
            return &office->result.places[i];
    ck_abort_msg("nothing is told of %d", (int)person);
    return NULL;
}

static inline void
assert_got(const struct office *office, int64_t person, int64_t slot, int64_t workshop)
{
    const struct assignment_place *place = place_in(office, person, slot);

    ck_assert_msg(place->workshop == workshop, "%d got %d, not %d", (int)person,
                  (int)place->workshop, (int)workshop);
}

/* The reason for the wish of that rank. */
static inline const struct assignment_reason *
reason(const struct office *office, int64_t person, int64_t slot, size_t rank)
{
    const struct assignment_place *place = place_in(office, person, slot);

    ck_assert_uint_ge(place->reason_count, rank);
    return &office->result.reasons[place->reason + rank - 1];
}

/* Everybody of two to six people wishes for one workshop in the morning. */
static inline void
wish_all(struct office *office, int last, int workshop)
{
    for (int id = ANN; id <= last; id++)
        congress_add_wishes(office->congress, id, MORNING, id, workshop, 0);
}

#endif
