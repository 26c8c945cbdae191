/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_best_test.c - the assignment of a small slot is the best of all that there
 * are, and that of a large one leaves nothing that anybody could still have
 */
#include "atelier/domain/assignment.h"

#include <stdlib.h>
#include <string.h>

#include "support/congress.h"
#include "support/suite.h"

enum { SMALL_MOST = 7, RANKS = CONGRESS_CHOICES + 1 };

/* --- every way to seat people */

/* One way: the rank that each gets, by place in the line; 0: no seat. */
struct way {
    size_t ranks[SMALL_MOST];
    size_t seated;
    size_t counts[RANKS];
};

struct every {
    const struct congress *congress;
    const struct assignment_wish *line[SMALL_MOST];
    size_t count;
    struct seating seating[CONGRESS_WORKSHOPS];
    struct seating_count_list categories[CONGRESS_WORKSHOPS];
    struct seating_count_list organisations[CONGRESS_WORKSHOPS];
    struct seating_verdict verdict;
    struct way way;
    struct way best;
    bool any;
};

static const struct assignment_person *
person_of(const struct congress *congress, int64_t id)
{
    for (size_t i = 0; i < congress->input.person_count; i++)
        if (congress->people[i].id == id)
            return &congress->people[i];
    return NULL;
}

static size_t
workshop_of(const struct congress *congress, int64_t id)
{
    size_t place = 0;

    while (congress->workshops[place].id != id)
        place++;
    return place;
}

static void
sit(struct every *every, size_t workshop, int64_t id, int64_t seats)
{
    const struct assignment_person *person = person_of(every->congress, id);

    every->seating[workshop].taken += seats;
    if (person && person->category)
        seating_count_list_add(&every->categories[workshop], person->category, seats);
    if (person && person->organisation)
        seating_count_list_add(&every->organisations[workshop], person->organisation,
                               seats);
}

/* The times of those who are seated, and nobody's else: compared from the earliest. */
static int
compare_times(const struct every *every, const struct way *a, const struct way *b)
{
    size_t i = 0;
    size_t j = 0;

    for (;; i++, j++) {
        while (i < every->count && a->ranks[i] == 0)
            i++;
        while (j < every->count && b->ranks[j] == 0)
            j++;
        if (i == every->count || j == every->count)
            return 0;
        if (every->line[i]->wished != every->line[j]->wished)
            return every->line[i]->wished < every->line[j]->wished ? -1 : 1;
    }
}

/* Below 0: the first is the better one. */
static int
compare_ways(const struct every *every, const struct way *a, const struct way *b)
{
    if (a->seated != b->seated)
        return a->seated > b->seated ? -1 : 1;
    for (size_t rank = 1; rank < RANKS; rank++)
        if (a->counts[rank] != b->counts[rank])
            return a->counts[rank] > b->counts[rank] ? -1 : 1;
    const int order = compare_times(every, a, b);
    if (order != 0)
        return order;
    for (size_t i = 0; i < every->count; i++)
        if ((a->ranks[i] != 0) != (b->ranks[i] != 0))
            return a->ranks[i] != 0 ? -1 : 1;
    for (size_t i = 0; i < every->count; i++)
        if (a->ranks[i] != b->ranks[i])
            return a->ranks[i] < b->ranks[i] ? -1 : 1;
    return 0;
}

static void
try_all(struct every *every, size_t place)
{
    if (place == every->count) {
        if (!every->any || compare_ways(every, &every->way, &every->best) < 0)
            every->best = every->way;
        every->any = true;
        return;
    }
    const struct assignment_wish *list = every->line[place];
    const struct assignment_person *person = person_of(every->congress, list->person);
    const struct seating_candidate candidate = { person->category, person->organisation,
                                                 1 };
    every->way.ranks[place] = 0;
    try_all(every, place + 1);
    for (size_t rank = 1; rank <= list->count; rank++) {
        const size_t workshop = workshop_of(every->congress, list->workshops[rank - 1]);
        if (!seating_judge(&every->seating[workshop], &candidate, &every->verdict))
            continue;
        sit(every, workshop, person->id, 1);
        every->way.ranks[place] = rank;
        every->way.seated++;
        every->way.counts[rank]++;
        try_all(every, place + 1);
        every->way.counts[rank]--;
        every->way.seated--;
        sit(every, workshop, person->id, -1);
    }
    every->way.ranks[place] = 0;
}

static bool
sits(const struct congress *congress, int64_t person)
{
    for (size_t i = 0; i < congress->input.seat_count; i++)
        if (congress->seats[i].person == person)
            return true;
    return false;
}

static bool
is_in_front(const struct congress *congress, const struct assignment_wish *a,
            const struct assignment_wish *b)
{
    if (a->wished != b->wished)
        return a->wished < b->wished;
    return assignment_draw(congress->input.seed, a->slot, a->person) <
           assignment_draw(congress->input.seed, b->slot, b->person);
}

static void
stand_in_line(struct every *every)
{
    const struct congress *congress = every->congress;

    for (size_t i = 0; i < congress->input.wish_count; i++) {
        const struct assignment_wish *list = &congress->wishes[i];
        if (sits(congress, list->person))
            continue;
        size_t place = every->count++;
        for (; place > 0 && is_in_front(congress, list, every->line[place - 1]); place--)
            every->line[place] = every->line[place - 1];
        every->line[place] = list;
    }
}

static struct every *
every_new(const struct congress *congress)
{
    struct every *every = calloc(1, sizeof *every);

    every->congress = congress;
    for (size_t i = 0; i < congress->input.workshop_count; i++)
        every->seating[i] = (struct seating){
            .seats = congress->workshops[i].seats,
            .limits = congress->workshops[i].limits,
            .categories = &every->categories[i],
            .organisations = &every->organisations[i],
            .today = congress->input.today,
        };
    for (size_t i = 0; i < congress->input.seat_count; i++)
        sit(every, workshop_of(congress, congress->seats[i].workshop),
            congress->seats[i].person, 1);
    return every;
}

static void
every_free(struct every *every)
{
    for (size_t i = 0; i < every->congress->input.workshop_count; i++) {
        seating_count_list_clear(&every->categories[i]);
        seating_count_list_clear(&every->organisations[i]);
    }
    seating_verdict_clear(&every->verdict);
    free(every);
}

/* --- small slots at random */

enum limits {
    LIMITS_NONE,
    LIMITS_CATEGORY,
    LIMITS_CATEGORY_HOLD,
    LIMITS_ORGANISATION,
    LIMITS_EACH,
    LIMITS_ORGANISATION_HOLD,
    LIMITS_KINDS
};

static void
add_limits(struct congress *congress, enum limits limits)
{
    const int64_t key = 1 + congress_below(3);
    const int64_t other = 1 + key % 3;
    const int64_t people = congress_below(3);

    switch (limits) {
    case LIMITS_CATEGORY_HOLD:
        congress_add_limit(congress, SEAT_LIMIT_HOLD, SEAT_LIMIT_CATEGORY, key,
                           1 + congress_below(2));
        if (congress_below(2))
            congress_add_limit(congress, SEAT_LIMIT_HOLD, SEAT_LIMIT_CATEGORY, other, 1)
                ->until = (struct date){ 2027, 2 + (int)congress_below(2), 28 };
        if (congress_below(2))
            return;
        __attribute__((fallthrough));
    case LIMITS_CATEGORY:
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, key, people);
        break;
    case LIMITS_ORGANISATION_HOLD:
        congress_add_limit(congress, SEAT_LIMIT_HOLD, SEAT_LIMIT_ORGANISATION, key,
                           1 + congress_below(2));
        if (congress_below(2))
            return;
        __attribute__((fallthrough));
    case LIMITS_EACH:
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_EACH_ORGANISATION, 0,
                           1 + people);
        __attribute__((fallthrough));
    case LIMITS_ORGANISATION:
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_ORGANISATION, other,
                           congress_below(4));
        break;
    case LIMITS_NONE:
    case LIMITS_KINDS:
        break;
    }
}

static struct congress *
small_slot(unsigned number)
{
    struct congress *congress = congress_new();
    const unsigned workshops = 1 + congress_below(5);
    const size_t people = 1 + congress_below(SMALL_MOST);

    congress->input.seed = number;
    for (unsigned i = 0; i < workshops; i++) {
        congress_add_workshop(congress, 1 + i, 1,
                              congress_below(9) == 0 ? NUMBER_NONE : congress_below(4));
        if (congress_below(3) > 0)
            add_limits(congress, (enum limits)congress_below(LIMITS_KINDS));
    }
    congress_add_crowd(congress, people, 1 + congress_below(4), 1 + congress_below(6));
    for (size_t i = 0; i < people; i++) /* people of few wishes */
        if (congress->wishes[i].count > 1 && congress_below(3) == 0)
            congress->wishes[i].count--;
    if (congress_below(3) == 0)
        congress_add_seat(congress, 1000, 1);
    if (congress_below(5) == 0)
        congress_add_seat(congress, 7, 1); /* somebody else */
    return congress;
}

static size_t
rank_of(const struct assignment *result, int64_t person)
{
    for (size_t i = 0; i < result->place_count; i++)
        if (result->places[i].person == person)
            return result->places[i].rank;
    ck_abort_msg("nothing is told of %d", (int)person);
    return 0;
}

static void
assert_best(const struct congress *congress, unsigned number)
{
    struct every *every = every_new(congress);
    struct assignment result;

    assignment_make(&congress->input, &result);
    stand_in_line(every);
    try_all(every, 0);
    ck_assert_msg(result.proven, "%u is not proven", number);
    ck_assert_uint_eq(result.slots[0].seated, every->best.seated);
    for (size_t rank = 1; rank <= result.slots[0].rank_count; rank++)
        ck_assert_msg(result.slots[0].ranks[rank - 1] == every->best.counts[rank],
                      "%u has %zu of rank %zu, not %zu", number,
                      result.slots[0].ranks[rank - 1], rank, every->best.counts[rank]);
    for (size_t i = 0; i < every->count; i++)
        ck_assert_msg(rank_of(&result, every->line[i]->person) == every->best.ranks[i],
                      "%u gives %d the wish %zu, not %zu", number,
                      (int)every->line[i]->person,
                      rank_of(&result, every->line[i]->person), every->best.ranks[i]);
    assignment_clear(&result);
    every_free(every);
}

START_TEST(a_small_slot__is_the_best_of_all)
{
    enum { SLOTS = 3000 };

    for (unsigned i = 0; i < SLOTS; i++) {
        congress_begin(i);
        struct congress *congress = small_slot(i);
        assert_best(congress, i);
        free(congress);
    }
}

/* --- large ones */

static void
add_large(struct congress *congress, bool mixed)
{
    for (int i = 0; i < 30; i++) {
        congress_add_workshop(congress, 1 + i, 1, 5 + congress_below(15));
        if (!mixed) {
            add_limits(congress, (enum limits)congress_below(LIMITS_KINDS));
            continue;
        }
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, 1, 3);
        congress_add_limit(congress, SEAT_LIMIT_HOLD, SEAT_LIMIT_ORGANISATION, 1, 2);
        congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_EACH_ORGANISATION, 0, 4);
    }
    congress_add_crowd(congress, 400, 5, 100);
}

/* Whether what was given keeps the limits, and nobody could have what they wish more. */
static void
assert_nothing_left(const struct congress *congress, const struct assignment *result)
{
    struct every *every = every_new(congress);

    for (size_t i = 0; i < result->place_count; i++) {
        const struct assignment_place *place = &result->places[i];
        const struct assignment_person *person = person_of(congress, place->person);
        const struct seating_candidate candidate = { person->category,
                                                     person->organisation, 1 };
        if (place->workshop == 0 || place->stays)
            continue;
        const size_t workshop = workshop_of(congress, place->workshop);
        ck_assert(seating_judge(&every->seating[workshop], &candidate, &every->verdict));
        sit(every, workshop, place->person, 1);
    }
    for (size_t i = 0; i < result->place_count; i++) {
        const struct assignment_place *place = &result->places[i];
        const struct assignment_person *person = person_of(congress, place->person);
        const struct seating_candidate candidate = { person->category,
                                                     person->organisation, 1 };
        for (size_t r = 0; r < place->reason_count; r++) {
            const struct assignment_reason *reason = &result->reasons[place->reason + r];
            const size_t workshop = workshop_of(congress, reason->workshop);
            ck_assert_uint_eq(reason->rank, r + 1);
            ck_assert_int_eq(reason->kind, ASSIGNMENT_FULL);
            ck_assert(
                !seating_judge(&every->seating[workshop], &candidate, &every->verdict));
            ck_assert_int_eq(reason->blocker.kind, every->verdict.blockers[0].kind);
        }
    }
    every_free(every);
}

START_TEST(a_large_slot__leaves_nothing_that_somebody_wishes_more)
{
    for (unsigned i = 0; i < 20; i++) {
        struct congress *congress = congress_new();
        struct assignment result;
        congress_begin(i);
        add_large(congress, i % 2 == 1);
        assignment_make(&congress->input, &result);
        ck_assert_int_eq(result.proven, i % 2 == 0);
        assert_nothing_left(congress, &result);
        assignment_clear(&result);
        free(congress);
    }
}

static void
assert_same(const struct assignment *a, const struct assignment *b)
{
    ck_assert_uint_eq(a->place_count, b->place_count);
    ck_assert_uint_eq(a->reason_count, b->reason_count);
    for (size_t i = 0; i < a->place_count; i++) {
        ck_assert_int_eq(a->places[i].person, b->places[i].person);
        ck_assert_int_eq(a->places[i].slot, b->places[i].slot);
        ck_assert_int_eq(a->places[i].workshop, b->places[i].workshop);
        ck_assert_uint_eq(a->places[i].rank, b->places[i].rank);
    }
    for (size_t i = 0; i < a->reason_count; i++) {
        ck_assert_int_eq(a->reasons[i].kind, b->reasons[i].kind);
        ck_assert_int_eq(a->reasons[i].workshop, b->reasons[i].workshop);
        ck_assert_int_eq(a->reasons[i].other, b->reasons[i].other);
        ck_assert_int_eq(a->reasons[i].last, b->reasons[i].last);
    }
}

START_TEST(another_order__of_the_input_changes_nothing)
{
    for (unsigned i = 0; i < 10; i++) {
        struct congress *congress = congress_new();
        struct assignment first;
        struct assignment second;
        congress_begin(i);
        add_large(congress, i % 2 == 1);
        for (int64_t seat = 0; seat < 5; seat++)
            congress_add_seat(congress, 1000 + seat * 7, 1 + seat);
        congress_add_workshop(congress, 50, 2, 40);
        congress_add_slot(congress, 1);
        congress_add_workshop(congress, 51, 2, 3);
        for (int64_t person = 1000; person < 1060; person++)
            congress_add_wishes(congress, person, 2, person % 3, 51, 50, 0);
        assignment_make(&congress->input, &first);
        congress_shuffle(congress);
        assignment_make(&congress->input, &second);
        assert_same(&first, &second);
        assignment_clear(&first);
        assignment_clear(&second);
        free(congress);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_small_slot__is_the_best_of_all);
    tcase_add_test(tests, a_large_slot__leaves_nothing_that_somebody_wishes_more);
    tcase_add_test(tests, another_order__of_the_input_changes_nothing);
}

SUITE_MAIN("assignment_best")
