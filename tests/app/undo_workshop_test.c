/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_workshop_test.c - acts on the seats of workshops are taken back as those of a
 * meeting, and a refusal names all that is in the way */
#include <stdio.h>

#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/domain/slot.h"
#include "undo_office.h"

#define SQL_SEATS                                                                        \
    "SELECT p.family, s.name, coalesce(c.rank, '') FROM workshop_choice c"               \
    " JOIN registration r ON r.id = c.registration JOIN person p ON p.id = r.person"     \
    " JOIN workshop_choice_state s ON s.number = c.state ORDER BY c.id"
#define SQL_LAST_ACT "SELECT act FROM journal_view ORDER BY id DESC LIMIT 1"

enum { PEOPLE = 5 };

static int64_t people[PEOPLE]; /* Ada, Bob, Cem, Dia, Eva */
static int64_t roads;          /* a workshop of two seats */
static int64_t water;          /* another, at the same time */

static int64_t
add_workshop(int64_t slot, const char *title)
{
    char of_meeting[24];
    char of_slot[24];

    (void)snprintf(of_meeting, sizeof of_meeting, "%lld", (long long)meeting);
    (void)snprintf(of_slot, sizeof of_slot, "%lld", (long long)slot);
    return office_add(at, &workshop_entity, "meeting", of_meeting, "title", title, "slot",
                      of_slot, "seats", "2", NULL);
}

static void
set_up_workshops(void)
{
    static const char *const names[PEOPLE] = { "Ada", "Bob", "Cem", "Dia", "Eva" };
    char of_meeting[24];

    set_up();
    meeting = office_add_meeting(at, group, "2027-04-16 09:00", 20);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    (void)snprintf(of_meeting, sizeof of_meeting, "%lld", (long long)meeting);
    const int64_t slot =
        office_add(at, &slot_entity, "meeting", of_meeting, "label", "All", "start",
                   "2027-04-16 09:00", "end", "2027-04-16 11:00", NULL);
    roads = add_workshop(slot, "Roads");
    water = add_workshop(slot, "Water");
    for (int i = 0; i < PEOPLE; i++) {
        people[i] = office_add_person(at, names[i], "A");
        office_register(at, meeting, people[i]);
    }
}

static int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

static void
enter(struct atelier *who, int64_t workshop, int first, int count)
{
    struct workshop_person some[PEOPLE] = { 0 };

    for (int i = 0; i < count; i++)
        some[i].person = people[first + i];
    ck_assert_msg(workshop_register(who, workshop, some, (size_t)count, &err), "%s",
                  err.message);
}

static void
leave(struct atelier *who, int64_t workshop, int first, int count)
{
    struct workshop_person some[PEOPLE] = { 0 };

    for (int i = 0; i < count; i++)
        some[i].person = people[first + i];
    ck_assert_msg(workshop_withdraw(who, workshop, some, (size_t)count, &err), "%s",
                  err.message);
}

static int64_t
assign(void)
{
    const struct workshop_assign_request request = { .meeting = meeting, .seed = 1 };
    struct workshop_assign_result result = { 0 };

    for (int i = 0; i < 4; i++)
        ck_assert_msg(
            workshop_wish(at, meeting, people[i], (int64_t[]){ roads, water }, 2, &err),
            "%s", err.message);
    ck_assert_msg(workshop_assign(at, &request, &result, &err), "%s", err.message);
    ck_assert_uint_eq(result.seated, 4);
    workshop_assign_clear(&result);
    return last_act();
}

static void
expect_act_refused(int64_t number)
{
    const int64_t acts = database_file_number(SQL_ACTS);

    err = (struct error){ 0 };
    ck_assert(!undo_act(at, number, NULL, &entry, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}

/* Whoever sits in that workshop now, as a number among the people. */
static int
sitter(int64_t workshop)
{
    char sql[200];

    (void)snprintf(sql, sizeof sql,
                   "SELECT r.person FROM workshop_choice c JOIN registration r ON r.id ="
                   " c.registration WHERE c.workshop = %lld AND c.state = 2 LIMIT 1",
                   (long long)workshop);
    const int64_t person = database_file_number(sql);
    for (int i = 0; i < PEOPLE; i++)
        if (people[i] == person)
            return i;
    ck_abort_msg("nobody sits there");
    return 0;
}

/* --- an assignment */

START_TEST(assignment__names_every_act_that_is_in_its_way)
{
    const int64_t act_number = assign();
    const int left = sitter(roads);
    const int moved = sitter(water);
    struct workshop_person some = { .person = people[moved] };
    struct journal_entry first = { 0 };
    unsigned asks = 0;

    leave(lea, roads, left, 1);
    ck_assert_msg(workshop_move(at, water, roads, &some, &err), "%s", err.message);
    const int64_t move = last_act();
    expect_act_refused(act_number);
    expect_said("2 later acts", "lea", "took people out of a workshop", "Roads",
                "moved somebody to another workshop", "the newest first", NULL);
    ck_assert(undo_find_first(at, act_number, &first, &asks));
    ck_assert_int_eq(first.id, move);
    journal_entry_clear(&first);
}
END_TEST

START_TEST(assignment__goes_back_once_what_came_later_is_undone_newest_first)
{
    const int64_t act_number = assign();

    leave(at, roads, sitter(roads), 1);
    leave(at, water, sitter(water), 1);
    leave(at, water, sitter(water), 1);
    expect_act_refused(act_number);
    for (int i = 0; i < 3; i++)
        expect_undone(at);
    expect_undone(at);
    ck_assert_int_eq(entry.id, act_number);
    office_expect("SELECT count(*) FROM workshop_choice WHERE state = 2", "0\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(assignment__names_the_people_of_one_act_of_several)
{
    enter(at, roads, 0, 2);
    const int64_t number = last_act();

    leave(lea, roads, 0, 2);
    expect_act_refused(number);
    expect_said("lea has changed “State”", "Ada", "Bob", "Roads (2)", NULL);
}
END_TEST

START_TEST(assignment__is_undone_beside_what_touched_none_of_its_seats)
{
    const int64_t number = assign();

    enter(at, roads, 4, 1); /* waits */
    ck_assert_msg(undo_act(at, number, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT count(*) FROM workshop_choice WHERE state = 2", "0\n");
    office_expect_whole(at);
}
END_TEST

/* --- seats that the rule gives */

static void
fill_by_rule(void)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    enter(at, roads, 0, 4);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|1\nDia|waiting|2\n");
}

START_TEST(seat_that_the_rule_gave__goes_back_with_the_act_that_freed_it)
{
    fill_by_rule();
    leave(at, roads, 0, 1);
    office_expect(SQL_LAST_ACT, "workshop.promote\n");
    office_expect(SQL_SEATS, "Ada|withdrawn|\nBob|seated|\nCem|seated|\nDia|waiting|2\n");
    expect_undone(at);
    ck_assert_str_eq(entry.act, "workshop.withdraw");
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|1\nDia|waiting|2\n");
    struct undo_offers offers;
    ck_assert(undo_offers_find(at, &entry, &offers));
    ck_assert_uint_eq(offers.count, 1);
    ck_assert_int_eq(offers.people[0], people[2]);
    undo_offers_clear(&offers);
    office_expect_whole(at);
}
END_TEST

START_TEST(seat_that_the_rule_gave__is_given_anew_by_a_redo)
{
    fill_by_rule();
    leave(at, roads, 0, 1);
    for (int i = 0; i < 2; i++) {
        expect_undone(at);
        expect_redone(at);
        office_expect(SQL_LAST_ACT, "workshop.promote\n");
        office_expect(SQL_SEATS,
                      "Ada|withdrawn|\nBob|seated|\nCem|seated|\nDia|waiting|2\n");
        office_expect_whole(at);
    }
}
END_TEST

START_TEST(seat_that_an_undo_frees__is_given_in_an_act_of_its_own)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    enter(at, roads, 0, 2);
    const int64_t number = last_act();
    enter(at, roads, 2, 1);
    ck_assert_msg(undo_act(at, number, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_SEATS, "Cem|seated|\n");
    office_expect(SQL_LAST_ACT, "workshop.promote\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(seat_that_the_rule_gave__is_not_undone_to_be_given_again)
{
    fill_by_rule();
    leave(at, roads, 0, 1);
    expect_act_refused(last_act());
    expect_said("Cem", "again at once", "Roads", NULL);
}
END_TEST

START_TEST(who_waits_again__stands_before_who_came_to_wait_since)
{
    fill_by_rule();
    leave(at, roads, 0, 1);
    leave(lea, roads, 2, 1); /* and Dia comes in */
    enter(lea, roads, 2, 1);
    office_expect(SQL_SEATS, "Ada|withdrawn|\nBob|seated|\nCem|waiting|3\nDia|seated|\n");
    expect_undone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|3\nDia|waiting|2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(two__never_wait_at_one_rank)
{
    enter(at, roads, 0, 2);
    enter(at, roads, 2, 1);
    expect_undone(at);
    enter(lea, roads, 3, 1);
    expect_redone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|2\nDia|waiting|1\n");
    expect_undone(at);
    expect_redone(at);
    office_expect_whole(at);
}
END_TEST

START_TEST(seat_that_staff_gave__is_asked_for)
{
    enter(at, roads, 0, 3);
    leave(at, roads, 0, 1);
    enter(lea, roads, 2, 1); /* gives Cem the free seat */
    office_expect(SQL_SEATS, "Ada|withdrawn|\nBob|seated|\nCem|seated|\n");
    expect_refused(at);
    expect_said("given away since", "Roads", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|1\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(seat_of_who_left_the_meeting__comes_back_from_who_got_it)
{
    int64_t hers = 0;

    fill_by_rule();
    ck_assert(register_find(at, meeting, people[0], &hers, &err));
    act(at, hers, REGISTRATION_WITHDRAW, NULL);
    office_expect(SQL_SEATS, "Ada|withdrawn|\nBob|seated|\nCem|seated|\nDia|waiting|2\n");
    expect_undone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|1\nDia|waiting|2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(more_seats_that_are_undone__take_what_they_gave_back)
{
    fill_by_rule();
    office_change(at, &workshop_entity, roads, "seats", "4", NULL);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|seated|\nDia|seated|\n");
    expect_undone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|waiting|1\nDia|waiting|2\n");
    expect_redone(at);
    office_expect(SQL_SEATS, "Ada|seated|\nBob|seated|\nCem|seated|\nDia|seated|\n");
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_workshops, tear_down);
    tcase_add_test(tests, assignment__names_every_act_that_is_in_its_way);
    tcase_add_test(tests,
                   assignment__goes_back_once_what_came_later_is_undone_newest_first);
    tcase_add_test(tests, assignment__names_the_people_of_one_act_of_several);
    tcase_add_test(tests, assignment__is_undone_beside_what_touched_none_of_its_seats);
    tcase_add_test(tests, seat_that_the_rule_gave__goes_back_with_the_act_that_freed_it);
    tcase_add_test(tests, seat_that_the_rule_gave__is_given_anew_by_a_redo);
    tcase_add_test(tests, seat_that_an_undo_frees__is_given_in_an_act_of_its_own);
    tcase_add_test(tests, seat_that_the_rule_gave__is_not_undone_to_be_given_again);
    tcase_add_test(tests, who_waits_again__stands_before_who_came_to_wait_since);
    tcase_add_test(tests, two__never_wait_at_one_rank);
    tcase_add_test(tests, seat_that_staff_gave__is_asked_for);
    tcase_add_test(tests, seat_of_who_left_the_meeting__comes_back_from_who_got_it);
    tcase_add_test(tests, more_seats_that_are_undone__take_what_they_gave_back);
}

SUITE_MAIN("undo_workshop")
