/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_list_test.c - what an undo and a redo do to a waiting list: offers that its act
 * brought go with it, and nobody comes back before who came meanwhile */
#include "settle_office.h"

#define SQL_SHUT "Ada|accepted|-\nCem|waiting|1\nDia|waiting|2\nEva|waiting|3\n"
#define SQL_OPEN "Ada|accepted|-\nCem|offered|1\nDia|waiting|2\nEva|waiting|3\n"

static void
expect_taken_back(int64_t person)
{
    struct undo_offers offers;

    ck_assert(undo_offers_find(at, &entry, &offers));
    ck_assert_uint_eq(offers.count, 1);
    ck_assert_int_eq(offers.people[0], person);
    undo_offers_clear(&offers);
}

static void
undo(void)
{
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
}

static void
redo(void)
{
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
}

/* --- offers that an act brought */

/* What keeps the free seat of Bob from those who wait, and what lets it go. */
static const struct {
    const char *field;
    const char *shut;
    const char *open;
} ways[] = {
    { "closes", "2027-02-28", NULL },
    { "opens", "2027-03-10", NULL },
    { "waiting_list", "none", "propose" },
};

START_TEST(an_undo_that_ends_that_seats_are_given__takes_its_offers_back)
{
    fill();
    office_change(at, &meeting_entity, meeting, ways[_i].field, ways[_i].shut, NULL);
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_expect(SQL_LIST, SQL_SHUT);
    office_change(at, &meeting_entity, meeting, ways[_i].field, ways[_i].open, NULL);
    office_expect(SQL_LIST, SQL_OPEN);
    for (int i = 0; i < 2; i++) {
        undo();
        office_expect(SQL_LIST, SQL_SHUT);
        expect_taken_back(people[2]);
        redo();
        office_expect(SQL_LIST, SQL_OPEN);
    }
}
END_TEST

/* The offer is older than the act: it was there while registration was closed. */
START_TEST(an_undo_that_closes__leaves_an_offer_of_before)
{
    fill();
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-28", NULL);
    office_change(at, &meeting_entity, meeting, "closes", NULL, NULL);
    undo();
    office_expect(SQL_LIST, SQL_OPEN);
}
END_TEST

/* Whoever is pending takes no seat, but the one that is promised to them is gone. */
START_TEST(a_promise_without_its_seat__is_taken_back)
{
    fill();
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    office_expect("SELECT family, state FROM registration_view WHERE rank = 1",
                  "Cem|pending\n");
    for (int i = 0; i < 2; i++) {
        undo();
        office_expect("SELECT family, state FROM registration_view WHERE rank = 1",
                      "Cem|waiting\n");
        expect_taken_back(people[2]);
        redo();
        office_expect("SELECT family, state FROM registration_view WHERE rank = 1",
                      "Cem|pending\n");
    }
}
END_TEST

START_TEST(whoever_comes_back_by_undo__has_the_seat_that_was_promised)
{
    fill();
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|pending|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
    undo();
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    expect_taken_back(people[2]);
}
END_TEST

/* --- the place of who comes back */

static void
register_as_colleague(int64_t person)
{
    atelier_close(at);
    at = office_return("bea", "2027-03-01 10:00");
    enter(person, REGISTRATION_WAITING);
    atelier_close(at);
    at = office_return(NULL, "2027-03-01 10:05");
}

static void
wait_for_two(void)
{
    office_add(at, &staff_entity, "login", "bea", "role", "organiser", NULL);
    for (size_t i = 0; i < 2; i++)
        enter(people[i], REGISTRATION_ACCEPTED);
}

START_TEST(a_redo__comes_behind__who_came_onto_the_list_meanwhile)
{
    wait_for_two();
    enter(people[2], REGISTRATION_WAITING);
    undo();
    register_as_colleague(people[3]);
    redo();
    office_expect(SQL_LIST,
                  "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\nCem|waiting|2\n");
    undo();
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\n");
    redo();
    office_expect(SQL_LIST,
                  "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\nCem|waiting|2\n");
}
END_TEST

START_TEST(a_redo__has_its_place_again__while_nobody_has_it)
{
    wait_for_two();
    enter(people[3], REGISTRATION_WAITING);
    enter(people[2], REGISTRATION_WAITING);
    ck_assert_msg(undo_act(at, database_file_number("SELECT max(id) - 1 FROM journal"),
                           NULL, &entry, &err),
                  "%s", err.message);
    register_as_colleague(people[4]);
    redo();
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|waiting|1\n"
                            "Cem|waiting|2\nEva|waiting|3\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests,
                        an_undo_that_ends_that_seats_are_given__takes_its_offers_back, 0,
                        sizeof ways / sizeof ways[0]);
    tcase_add_test(tests, an_undo_that_closes__leaves_an_offer_of_before);
    tcase_add_test(tests, a_promise_without_its_seat__is_taken_back);
    tcase_add_test(tests, whoever_comes_back_by_undo__has_the_seat_that_was_promised);
    tcase_add_test(tests, a_redo__comes_behind__who_came_onto_the_list_meanwhile);
    tcase_add_test(tests, a_redo__has_its_place_again__while_nobody_has_it);
}

SUITE_MAIN("undo_list")
