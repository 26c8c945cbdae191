/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_tally_test.c - how many people of each quorum there are, and whether they are
 * enough
 */
#include "atelier/domain/quorum_tally.h"

#include "support/suite.h"

enum { NONE, CITY, STATE, REGION }; /* categories */

static struct quorum rows[] = {
    { .head.id = 7, .category = CITY, .people = 4 },
    { .head.id = 8, .category = 0, .people = 9 },
    { .head.id = 9, .category = REGION, .people = 1 },
};
static const struct quorum_list quorums = { .items = rows, .count = 3 };
static struct quorum_count_list coming, present;
static struct quorum_tally_list tallies;

static void
set_up(void)
{
    quorum_count_list_add(&coming, NONE, 2);
    quorum_count_list_add(&coming, CITY, 3);
    quorum_count_list_add(&coming, STATE, 4);
    quorum_count_list_add(&present, CITY, 4);
    quorum_count_list_add(&present, STATE, 4);
}

static void
tear_down(void)
{
    quorum_count_list_clear(&coming);
    quorum_count_list_clear(&present);
    quorum_tally_list_clear(&tallies);
}

static void
assert_tally(size_t at, int64_t comes, int64_t is_there, bool reached)
{
    ck_assert_int_eq(tallies.items[at].quorum, rows[at].head.id);
    ck_assert_int_eq(tallies.items[at].category, rows[at].category);
    ck_assert_int_eq(tallies.items[at].wanted, rows[at].people);
    ck_assert_int_eq(tallies.items[at].coming, comes);
    ck_assert_int_eq(tallies.items[at].present, is_there);
    ck_assert_int_eq(tallies.items[at].reached, reached);
}

START_TEST(quorum__counts_its_category__and_without_one_everybody)
{
    quorum_tally_list_fill(&tallies, &quorums, &coming, &present, false);
    ck_assert_uint_eq(tallies.count, 3);
    assert_tally(0, 3, 4, false);
    assert_tally(1, 9, 8, true); /* those without a category, too */
    assert_tally(2, 0, 0, false);
}
END_TEST

START_TEST(quorum__goes_by_who_was_there__when_that_decides)
{
    quorum_tally_list_fill(&tallies, &quorums, &coming, &present, true);
    assert_tally(0, 3, 4, true);
    assert_tally(1, 9, 8, false);
    assert_tally(2, 0, 0, false);
    ck_assert(tallies.items[0].by_presence);
}
END_TEST

START_TEST(tally__of_a_group_without_quorums__forgets_the_one_before)
{
    const struct quorum_list none = { 0 };
    quorum_tally_list_fill(&tallies, &quorums, &coming, &present, false);
    quorum_tally_list_fill(&tallies, &none, &coming, &present, false);
    ck_assert_uint_eq(tallies.count, 0);
}
END_TEST

START_TEST(marks__decide__from_the_first_who_is_seen_there)
{
    const struct presence_count none = { 0 };
    const struct presence_count excused = { .excused = 2 };
    const struct presence_count absent = { .absent = 2 };
    const struct presence_count seen = { .present = 1, .excused = 2 };

    ck_assert(!quorum_tally_goes_by_presence(MEETING_CONFIRMED, &none));
    ck_assert(!quorum_tally_goes_by_presence(MEETING_CONFIRMED, &excused));
    ck_assert(quorum_tally_goes_by_presence(MEETING_CONFIRMED, &seen));
    /* Of a meeting that was held, those who were not there tell as much. */
    ck_assert(!quorum_tally_goes_by_presence(MEETING_HELD, &none));
    ck_assert(quorum_tally_goes_by_presence(MEETING_HELD, &excused));
    ck_assert(quorum_tally_goes_by_presence(MEETING_HELD, &absent));
    ck_assert(quorum_tally_goes_by_presence(MEETING_CLOSED, &absent));
}
END_TEST

START_TEST(quorum__matters__to_what_will_take_place_and_what_did)
{
    static const struct {
        enum meeting_state state;
        bool before, after; /* its end */
    } cases[] = {
        { MEETING_DRAFT, false, false },     { MEETING_CONFIRMED, true, false },
        { MEETING_POSTPONED, false, false }, { MEETING_CANCELLED, false, false },
        { MEETING_HELD, true, true },        { MEETING_CLOSED, false, false },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct meeting meeting = { .state = cases[i].state, .end_at = 1000 };
        ck_assert_int_eq(quorum_tally_matters(&meeting, 999), cases[i].before);
        ck_assert_int_eq(quorum_tally_matters(&meeting, 1000), cases[i].after);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, quorum__counts_its_category__and_without_one_everybody);
    tcase_add_test(tests, quorum__goes_by_who_was_there__when_that_decides);
    tcase_add_test(tests, tally__of_a_group_without_quorums__forgets_the_one_before);
    tcase_add_test(tests, marks__decide__from_the_first_who_is_seen_there);
    tcase_add_test(tests, quorum__matters__to_what_will_take_place_and_what_did);
}

SUITE_MAIN("quorum_tally")
