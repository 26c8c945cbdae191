/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_test.c - who gets which workshop, and what is said to those who do not */
#include "assignment_office.h"

/* --- one slot */

START_TEST(nobody__gives_nothing)
{
    struct office office = { .congress = congress_new() };

    assign(&office);
    ck_assert_uint_eq(office.result.place_count, 0);
    ck_assert_uint_eq(office.result.slot_count, 0);
    ck_assert(office.result.proven);
    congress_add_workshop(office.congress, ART, MORNING, 0);
    congress_add_wishes(office.congress, ANN, MORNING, 0, ART, 0); /* not among them */
    assign(&office);
    ck_assert_uint_eq(office.result.place_count, 0);
    congress_add_person(office.congress, ANN, 0, 0);
    assign(&office);
    ck_assert_uint_eq(office.result.place_count, 1); /* and no seats */
    assert_got(&office, ANN, MORNING, 0);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->blocker.kind, SEATING_FULL);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->last, INSTANT_NONE);
    congress_add_wishes(office.congress, ANN, NOON, 0, 0);
    assign(&office);
    ck_assert_uint_eq(place_in(&office, ANN, NOON)->reason_count, 0);
    office_close(&office);
}

START_TEST(most_are_seated__before_anybody_gets_a_better_wish)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 1);
    congress_add_workshop(office.congress, BREAD, MORNING, 1);
    congress_add_wishes(office.congress, ANN, MORNING, 10, ART, BREAD, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 20, ART, 0);
    assign(&office);
    assert_got(&office, ANN, MORNING, BREAD);
    assert_got(&office, BEN, MORNING, ART);
    ck_assert_uint_eq(office.result.slots[0].seated, 2);
    ck_assert_uint_eq(office.result.slots[0].wishing, 2);
    ck_assert_uint_eq(office.result.slots[0].ranks[0], 1);
    ck_assert_uint_eq(office.result.slots[0].ranks[1], 1);
    office_close(&office);
}

START_TEST(first_come__gets_the_first_wish__and_the_other_is_told_of_the_time)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 1);
    congress_add_workshop(office.congress, BREAD, MORNING, 5);
    congress_add_wishes(office.congress, ANN, MORNING, 1000 + 14 * 60, ART, BREAD, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 1000, ART, BREAD, 0);
    assign(&office);
    assert_got(&office, BEN, MORNING, ART);
    assert_got(&office, ANN, MORNING, BREAD);
    const struct assignment_place *place = place_in(&office, ANN, MORNING);
    ck_assert_uint_eq(place->rank, 2);
    ck_assert_uint_eq(place->reason_count, 1);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->kind, ASSIGNMENT_FULL);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->workshop, ART);
    ck_assert_int_eq(place->wished - reason(&office, ANN, MORNING, 1)->last, 14 * 60);
    ck_assert_uint_eq(place_in(&office, BEN, MORNING)->reason_count, 0);
    office_close(&office);
}

START_TEST(a_full_workshop__is_told_with_the_last_of_its_wishes)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 3);
    for (int id = ANN; id <= DOT; id++)
        congress_add_wishes(office.congress, id, MORNING, id % CAL * 10, ART, ART, 0);
    assign(&office);
    assert_got(&office, BEN, MORNING, 0);
    ck_assert_uint_eq(place_in(&office, BEN, MORNING)->reason_count, 2);
    ck_assert_int_eq(reason(&office, BEN, MORNING, 1)->last, ANN * 10);
    ck_assert_int_eq(reason(&office, BEN, MORNING, 2)->kind, ASSIGNMENT_FULL);
    office_close(&office);
}

START_TEST(equal_times__are_decided_by_the_number_drawn)
{
    struct office office;
    unsigned first = 0;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 1);
    congress_add_wishes(office.congress, ANN, MORNING, 5, ART, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 5, ART, 0);
    for (uint64_t seed = 0; seed < 200; seed++) {
        office.congress->input.seed = seed;
        assign(&office);
        const bool is_ann = place_in(&office, ANN, MORNING)->workshop == ART;
        ck_assert_int_eq(is_ann, assignment_draw(seed, MORNING, ANN) <
                                     assignment_draw(seed, MORNING, BEN));
        first += is_ann;
    }
    ck_assert_uint_gt(first, 70);
    ck_assert_uint_lt(first, 130);
    office_close(&office);
}

/* Of what SplitMix64 gives from 0 at first, as published; the others were made apart. */
START_TEST(draw__is_the_same_on_every_machine)
{
    const uint64_t published = UINT64_C(0xe220a8397b1dcdaf);

    ck_assert_uint_eq(assignment_draw(published, 0, 0), UINT64_C(0xe220a8397b1dcdaf));
    ck_assert_uint_eq(assignment_draw(0, 3, 4), UINT64_C(0xbce7403ded8e7ee0));
    ck_assert_uint_eq(assignment_draw(42, 5, -7), UINT64_C(0xb762fcbcfc854086));
}

START_TEST(numbers_of_any_size__are_read)
{
    struct office office = { .congress = congress_new() };
    struct congress *congress = office.congress;

    congress_add_person(congress, INT64_MAX, INT64_MAX, INT64_MAX);
    congress_add_person(congress, INT64_MAX - 1, INT64_MAX, INT64_MAX);
    congress_add_workshop(congress, ART, MORNING, INT64_MAX);
    congress->workshops[0].id = INT64_MAX;
    congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, INT64_MAX, 1);
    congress_add_limit(congress, SEAT_LIMIT_HOLD, SEAT_LIMIT_CATEGORY, 3, INT64_MAX - 1);
    congress_add_wishes(congress, 0, MORNING, INT64_MAX, ART, 0);
    congress_add_wishes(congress, 0, MORNING, INT64_MIN + 1, ART, 0);
    for (size_t i = 0; i < 2; i++) {
        congress->wishes[i].person = INT64_MAX - (int64_t)i;
        congress->choices[i][0] = INT64_MAX;
    }
    assign(&office);
    assert_got(&office, INT64_MAX, MORNING, 0);
    assert_got(&office, INT64_MAX - 1, MORNING, INT64_MAX);
    office_close(&office);
}

START_TEST(a_workshop_without_limit__takes_all)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, NUMBER_NONE);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, STATE, 1);
    wish_all(&office, FAY, ART);
    assign(&office);
    ck_assert_uint_eq(office.result.slots[0].seated, 4); /* 3 of a city, 1 of a state */
    assert_got(&office, BEN, MORNING, ART);
    assert_got(&office, DOT, MORNING, 0);
    office_close(&office);
}

START_TEST(many_ranks__are_compared_one_by_one)
{
    struct congress *congress = congress_new();
    struct assignment result;

    /* Each of 40 people wants seat 1 most, then 2, ...: each rank is given once. */
    for (int i = 0; i < CONGRESS_CHOICES; i++)
        congress_add_workshop(congress, 1 + i, MORNING, 1);
    for (int i = 0; i < 40; i++) {
        congress_add_person(congress, 1000 - i, 0, 0);
        congress_add_wishes(congress, 1000 - i, MORNING, i, 1, 2, 3, 4, 5, 6, 7, 8, 0);
    }
    assignment_make(&congress->input, &result);
    ck_assert_uint_eq(result.slots[0].seated, CONGRESS_CHOICES);
    for (size_t i = 0; i < result.place_count; i++) {
        const size_t line = (size_t)(1000 - result.places[i].person);
        ck_assert_uint_eq(result.places[i].rank, line < CONGRESS_CHOICES ? line + 1 : 0);
    }
    assignment_clear(&result);
    free(congress);
}

START_TEST(a_workshop_that_is_gone__keeps_its_rank)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, BREAD, MORNING, 1);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, BREAD, BREAD, 0);
    assign(&office);
    ck_assert_uint_eq(place_in(&office, ANN, MORNING)->rank, 2);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->kind, ASSIGNMENT_GONE);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->workshop, ART);
    office_close(&office);
}

/* --- limits */

START_TEST(limits__of_category_and_organisation__are_kept_and_named)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 6);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, CITY, 2);
    wish_all(&office, FAY, ART);
    assign(&office);
    ck_assert(office.result.proven);
    assert_got(&office, CAL, MORNING, ART);
    assert_got(&office, EVE, MORNING, 0);
    const struct assignment_reason *why = reason(&office, EVE, MORNING, 1);
    ck_assert_int_eq(why->blocker.kind, SEATING_CATEGORY_FULL);
    ck_assert_int_eq(why->blocker.category, CITY);
    ck_assert_int_eq(why->last, CAL); /* of the same category */

    office.congress->limits[0].count = 0;
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_EACH_ORGANISATION, 0,
                       2);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_ORGANISATION, LILLE,
                       1);
    assign(&office);
    ck_assert(office.result.proven);
    ck_assert_uint_eq(office.result.slots[0].seated, 3);
    assert_got(&office, ANN, MORNING, ART);
    assert_got(&office, BEN, MORNING, 0);
    assert_got(&office, DOT, MORNING, ART);
    assert_got(&office, EVE, MORNING, 0);
    ck_assert_int_eq(reason(&office, BEN, MORNING, 1)->blocker.organisation, LILLE);
    ck_assert_int_eq(reason(&office, EVE, MORNING, 1)->last, DOT);
    office_close(&office);
}

START_TEST(seats_held__are_for_those_alone__until_their_day)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 3);
    struct seat_limit *hold = congress_add_limit(office.congress, SEAT_LIMIT_HOLD,
                                                 SEAT_LIMIT_CATEGORY, CITY, 2);
    congress_add_wishes(office.congress, BEN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, DOT, MORNING, 2, ART, 0);
    congress_add_wishes(office.congress, EVE, MORNING, 3, ART, 0);
    assign(&office);
    assert_got(&office, BEN, MORNING, ART);
    assert_got(&office, DOT, MORNING, 0);
    assert_got(&office, EVE, MORNING, ART);
    ck_assert_int_eq(reason(&office, DOT, MORNING, 1)->blocker.kind, SEATING_HELD);
    hold->until = (struct date){ 2027, 2, 28 };
    assign(&office);
    assert_got(&office, DOT, MORNING, ART);
    ck_assert_uint_eq(office.result.slots[0].seated, 3);
    office_close(&office);
}

START_TEST(limits_of_both_kinds__are_kept__and_nothing_is_proven)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 6);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, CITY, 2);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_EACH_ORGANISATION, 0,
                       1);
    wish_all(&office, FAY, ART);
    assign(&office);
    ck_assert(!office.result.proven);
    ck_assert_uint_eq(office.result.slots[0].seated, 2); /* one of each organisation */
    assert_got(&office, ANN, MORNING, ART);
    assert_got(&office, CAL, MORNING, ART);
    office_close(&office);
}

START_TEST(who_is_refused_by_limits_of_both_kinds__still_gets_another_wish)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 6);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, CITY, 2);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_EACH_ORGANISATION, 0,
                       1);
    congress_add_workshop(office.congress, BREAD, MORNING, 1);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 2, ART, BREAD, 0);
    congress_add_wishes(office.congress, CAL, MORNING, 3, BREAD, ART, 0);
    assign(&office);
    assert_got(&office, ANN, MORNING, ART);
    assert_got(&office, BEN, MORNING, BREAD);
    assert_got(&office, CAL, MORNING, ART);
    office_close(&office);
}

/* --- who sits already */

START_TEST(who_sits_already__stays__and_counts)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 3);
    congress_add_limit(office.congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY, CITY, 1);
    congress_add_workshop(office.congress, BREAD, MORNING, 2);
    congress_add_seat(office.congress, EVE, ART); /* of a city */
    congress_add_seat(office.congress, 999, BREAD);
    congress_add_seat(office.congress, ANN, CLAY); /* which is gone */
    congress_add_wishes(office.congress, EVE, MORNING, 1, BREAD, ART, 0);
    congress_add_wishes(office.congress, ANN, MORNING, 2, ART, BREAD, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 3, BREAD, ART, 0);
    congress_add_wishes(office.congress, CAL, MORNING, 4, ART, BREAD, 0);
    assign(&office);
    const struct assignment_place *eve = place_in(&office, EVE, MORNING);
    ck_assert_int_eq(eve->workshop, ART);
    ck_assert_uint_eq(eve->rank, 2);
    ck_assert(eve->stays);
    ck_assert_uint_eq(eve->reason_count, 0);
    assert_got(&office, ANN, MORNING, BREAD);
    assert_got(&office, BEN, MORNING, ART);
    assert_got(&office, CAL, MORNING, 0);
    ck_assert(!place_in(&office, ANN, MORNING)->stays);
    ck_assert_uint_eq(office.result.slots[0].seated, 2);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->blocker.kind,
                     SEATING_CATEGORY_FULL);
    office_close(&office);
}

START_TEST(too_few__are_told__and_seated_all_the_same)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, BREAD, MORNING, 5);
    office.congress->workshops[0].least = 2;
    congress_add_workshop(office.congress, ART, MORNING, 5);
    office.congress->workshops[1].least = 3;
    congress_add_workshop(office.congress, CLAY, MORNING, 5);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 1, BREAD, 0);
    congress_add_seat(office.congress, CAL, BREAD);
    assign(&office);
    assert_got(&office, ANN, MORNING, ART);
    ck_assert_uint_eq(office.result.few_count, 1);
    ck_assert_int_eq(office.result.few[0].workshop, ART);
    ck_assert_int_eq(office.result.few[0].least, 3);
    ck_assert_int_eq(office.result.few[0].taken, 1);
    office_close(&office);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, nobody__gives_nothing);
    tcase_add_test(tests, most_are_seated__before_anybody_gets_a_better_wish);
    tcase_add_test(tests,
                   first_come__gets_the_first_wish__and_the_other_is_told_of_the_time);
    tcase_add_test(tests, a_full_workshop__is_told_with_the_last_of_its_wishes);
    tcase_add_test(tests, equal_times__are_decided_by_the_number_drawn);
    tcase_add_test(tests, draw__is_the_same_on_every_machine);
    tcase_add_test(tests, numbers_of_any_size__are_read);
    tcase_add_test(tests, a_workshop_without_limit__takes_all);
    tcase_add_test(tests, many_ranks__are_compared_one_by_one);
    tcase_add_test(tests, a_workshop_that_is_gone__keeps_its_rank);
    tcase_add_test(tests, limits__of_category_and_organisation__are_kept_and_named);
    tcase_add_test(tests, seats_held__are_for_those_alone__until_their_day);
    tcase_add_test(tests, limits_of_both_kinds__are_kept__and_nothing_is_proven);
    tcase_add_test(tests,
                   who_is_refused_by_limits_of_both_kinds__still_gets_another_wish);
    tcase_add_test(tests, who_sits_already__stays__and_counts);
    tcase_add_test(tests, too_few__are_told__and_seated_all_the_same);
}

SUITE_MAIN("assignment")
