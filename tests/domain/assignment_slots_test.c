/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_slots_test.c - who gets which workshop where a meeting has several slots */
#include "assignment_office.h"

START_TEST(slots__come_in_the_order_of_their_hours)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 1);
    office.congress->times[0][0].hours = (struct span){ 72000, 75600 }; /* late */
    congress_add_workshop(office.congress, BREAD, NOON, 1);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, ANN, NOON, 1, BREAD, 0);
    assign(&office);
    ck_assert_uint_eq(office.result.slot_count, 2);
    ck_assert_int_eq(office.result.slots[0].slot, NOON);
    ck_assert_int_eq(office.result.places[0].slot, NOON);
    assert_got(&office, ANN, NOON, BREAD);
    assert_got(&office, ANN, MORNING, ART);
    ck_assert(office.result.proven);
    office_close(&office);
}

START_TEST(a_workshop_given_twice__seats_a_person_once)
{
    struct office office;

    office_open(&office);
    for (int i = 0; i < 2; i++) {
        congress_add_workshop(office.congress, ART + i, i ? NOON : MORNING, 1);
        office.congress->workshops[i].title = 7;
    }
    congress_add_workshop(office.congress, CLAY, NOON, 5);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, ANN, NOON, 1, BREAD, CLAY, 0);
    congress_add_wishes(office.congress, BEN, NOON, 2, BREAD, CLAY, 0);
    assign(&office);
    assert_got(&office, ANN, MORNING, ART);
    assert_got(&office, ANN, NOON, CLAY);
    assert_got(&office, BEN, NOON, BREAD);
    ck_assert_int_eq(reason(&office, ANN, NOON, 1)->kind, ASSIGNMENT_REPEAT);
    ck_assert_int_eq(reason(&office, ANN, NOON, 1)->other, ART);
    ck_assert(office.result.slots[0].proven);
    ck_assert(!office.result.slots[1].proven);
    office_close(&office);
}

/* Both sit, or one alone, as the number that is drawn will have it. */
START_TEST(a_workshop_given_twice__is_proven__only_where_nobody_lost_a_wish_by_it)
{
    size_t both = 0;
    size_t one = 0;

    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct office office;

        office_open(&office);
        office.congress->input.seed = seed;
        for (int i = 0; i < 2; i++) {
            congress_add_workshop(office.congress, ART + i, i ? NOON : MORNING, 1);
            office.congress->workshops[i].title = 7;
        }
        congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
        congress_add_wishes(office.congress, ANN, NOON, 1, BREAD, 0);
        congress_add_wishes(office.congress, BEN, MORNING, 1, ART, 0);
        assign(&office);
        const size_t seated =
            office.result.slots[0].seated + office.result.slots[1].seated;
        ck_assert_int_eq(office.result.proven, seated == 2);
        both += seated == 2;
        one += seated == 1;
        office_close(&office);
    }
    ck_assert(both > 0 && one > 0);
}

START_TEST(who_loses_by_the_number_drawn_in_a_slot__may_win_by_it_in_the_next)
{
    enum { SEEDS = 200 };
    size_t twice = 0;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct office office;

        office_open(&office);
        office.congress->input.seed = seed;
        congress_add_workshop(office.congress, ART, MORNING, 1);
        congress_add_workshop(office.congress, BREAD, NOON, 1);
        congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
        congress_add_wishes(office.congress, ANN, NOON, 1, BREAD, 0);
        congress_add_wishes(office.congress, BEN, MORNING, 1, ART, 0);
        congress_add_wishes(office.congress, BEN, NOON, 1, BREAD, 0);
        assign(&office);
        twice += (place_in(&office, ANN, MORNING)->workshop == ART) ==
                 (place_in(&office, ANN, NOON)->workshop == BREAD);
        office_close(&office);
    }
    ck_assert_uint_gt(twice, SEEDS / 3);
    ck_assert_uint_lt(twice, 2 * SEEDS / 3);
}

START_TEST(what_a_workshop_over_slots_takes_from_one__is_not_proven_there)
{
    enum { HOUR = 3600, OWN = 77 };
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 5);
    congress_add_workshop(office.congress, CLAY, 0, 5);
    congress_set_hours(office.congress, MORNING * HOUR + 1800, NOON * HOUR);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, ANN, OWN, 1, CLAY, 0);
    assign(&office);
    assert_got(&office, ANN, OWN, CLAY);
    for (size_t i = 0; i < office.result.slot_count; i++)
        ck_assert(!office.result.slots[i].proven);
    office_close(&office);
}

START_TEST(a_workshop_over_two_slots__is_placed_first__and_takes_both)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 1);
    congress_add_slot(office.congress, NOON);
    congress_add_workshop(office.congress, BREAD, NOON, 5);
    congress_add_workshop(office.congress, CLAY, EVENING, 5);
    congress_add_wishes(office.congress, ANN, MORNING, 2, ART, 0);
    congress_add_wishes(office.congress, ANN, NOON, 2, BREAD, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, BEN, NOON, 1, BREAD, ART, 0);
    congress_add_wishes(office.congress, CAL, EVENING, 1, CLAY, 0);
    assign(&office);
    assert_got(&office, BEN, MORNING, ART);
    assert_got(&office, BEN, NOON, ART);
    ck_assert_uint_eq(place_in(&office, BEN, NOON)->rank, 2);
    ck_assert(!place_in(&office, BEN, NOON)->stays);
    assert_got(&office, ANN, MORNING, 0);
    assert_got(&office, ANN, NOON, BREAD);
    ck_assert(!office.result.proven);
    ck_assert(!office.result.slots[0].proven);
    ck_assert(office.result.slots[2].proven);
    office_close(&office);
}

START_TEST(hours_of_its_own__refuse_what_overlaps)
{
    enum { HOUR = 3600, OWN = 77 };
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 5);
    congress_add_workshop(office.congress, BREAD, NOON, 5);
    congress_add_workshop(office.congress, CLAY, 0, 5);
    congress_set_hours(office.congress, MORNING * HOUR + 1800, NOON * HOUR);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, 0);
    congress_add_wishes(office.congress, ANN, NOON, 1, BREAD, 0);
    congress_add_wishes(office.congress, ANN, OWN, 1, CLAY, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 1, ART, 0);
    assign(&office);
    assert_got(&office, ANN, OWN, CLAY);
    assert_got(&office, ANN, MORNING, 0);
    assert_got(&office, ANN, NOON, BREAD); /* one ends as the other begins */
    assert_got(&office, BEN, MORNING, ART);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->kind, ASSIGNMENT_OVERLAP);
    ck_assert_int_eq(reason(&office, ANN, MORNING, 1)->other, CLAY);
    ck_assert(!office.result.proven);
    office_close(&office);
}

START_TEST(one_seat_a_slot__even_at_other_hours_of_it)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 5);
    congress_add_workshop(office.congress, CLAY, NOON, 5);
    congress_add_slot(office.congress, MORNING);
    office.congress->times[1][1].hours = (struct span){ 0, 60 };
    congress_add_seat(office.congress, ANN, ART);
    congress_add_wishes(office.congress, ANN, NOON, 1, CLAY, 0);
    assign(&office);
    assert_got(&office, ANN, NOON, 0);
    ck_assert_int_eq(reason(&office, ANN, NOON, 1)->kind, ASSIGNMENT_OVERLAP);
    ck_assert_int_eq(reason(&office, ANN, NOON, 1)->other, ART);
    office_close(&office);
}

START_TEST(another_run__moves_nobody__and_gives_no_second_seat_of_a_list)
{
    enum { OWN = 77 };
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, 0, 1);
    congress_set_hours(office.congress, 0, 60);
    congress_add_workshop(office.congress, BREAD, 0, 5);
    congress_set_hours(office.congress, 60, 120);
    congress_add_wishes(office.congress, ANN, OWN, 2, ART, BREAD, 0);
    congress_add_wishes(office.congress, BEN, OWN, 1, ART, BREAD, 0);
    assign(&office);
    assert_got(&office, ANN, OWN, BREAD);
    congress_add_seat(office.congress, ANN, BREAD); /* and the other one withdrew */
    office.congress->input.wish_count = 1;
    assign(&office);
    assert_got(&office, ANN, OWN, BREAD);
    ck_assert(place_in(&office, ANN, OWN)->stays);
    ck_assert_uint_eq(place_in(&office, ANN, OWN)->rank, 2);
    ck_assert_uint_eq(office.result.slots[0].seated, 0);
    office_close(&office);
}

START_TEST(who_was_placed_first__rises_to_a_better_wish_that_is_free)
{
    struct office office;

    office_open(&office);
    congress_add_workshop(office.congress, ART, MORNING, 5);
    congress_add_workshop(office.congress, BREAD, MORNING, 1);
    congress_add_slot(office.congress, NOON);
    congress_add_wishes(office.congress, ANN, MORNING, 1, ART, BREAD, 0);
    congress_add_wishes(office.congress, BEN, MORNING, 2, BREAD, 0);
    assign(&office);
    assert_got(&office, ANN, MORNING, ART);
    assert_got(&office, BEN, MORNING, BREAD);
    office_close(&office);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, slots__come_in_the_order_of_their_hours);
    tcase_add_test(tests, a_workshop_given_twice__seats_a_person_once);
    tcase_add_test(
        tests, a_workshop_given_twice__is_proven__only_where_nobody_lost_a_wish_by_it);
    tcase_add_test(tests,
                   who_loses_by_the_number_drawn_in_a_slot__may_win_by_it_in_the_next);
    tcase_add_test(tests, what_a_workshop_over_slots_takes_from_one__is_not_proven_there);
    tcase_add_test(tests, a_workshop_over_two_slots__is_placed_first__and_takes_both);
    tcase_add_test(tests, hours_of_its_own__refuse_what_overlaps);
    tcase_add_test(tests, one_seat_a_slot__even_at_other_hours_of_it);
    tcase_add_test(tests, another_run__moves_nobody__and_gives_no_second_seat_of_a_list);
    tcase_add_test(tests, who_was_placed_first__rises_to_a_better_wish_that_is_free);
}

SUITE_MAIN("assignment_slots")
