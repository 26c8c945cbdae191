/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convene_test.c - a group's members of that day come onto the list of its meeting, in
 * one act */
#include <check.h>
#include <string.h>

#include "atelier/app/convene.h"
#include "atelier/app/join.h"
#include "atelier/app/register.h"
#include "atelier/app/substitute.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_LIST "SELECT family, state, source FROM registration_view ORDER BY family"
#define SQL_CONVENED "SELECT summary FROM journal WHERE act = 'meeting.convene'"
#define SQL_ACTS "SELECT count(*) FROM journal"

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static struct convene_outcome outcome;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 2);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static int64_t
add_member(const char *family, const char *from, const char *to)
{
    return office_add_member(at, group, family, "member", from, to);
}

static void
convene(bool dry_run)
{
    ck_assert_msg(convene_members(at, meeting, dry_run, &outcome, &err), "%s",
                  err.message);
}

static void
expect_counts(int64_t members, int64_t invited, int64_t already)
{
    ck_assert_int_eq(outcome.members, members);
    ck_assert_int_eq(outcome.invited, invited);
    ck_assert_int_eq(outcome.already, already);
}

START_TEST(members_of_that_day__are_invited__nobody_else)
{
    add_member("Always", "", "");
    add_member("First", "2027-03-16", "");
    add_member("Last", "2026-01-01", "2027-03-16");
    add_member("Gone", "2026-01-01", "2027-03-15");
    add_member("Next", "2027-03-17", "");
    office_add_person(at, "Stranger", "Anna");
    int64_t other = office_add_group(at, "MOB");
    office_add_member(at, other, "Elsewhere", "member", "", "");

    convene(false);
    expect_counts(3, 3, 0);
    office_expect(SQL_LIST, "Always|invited|convened\n"
                            "First|invited|convened\n"
                            "Last|invited|convened\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(every_role__is_invited__and_takes_no_seat_yet)
{
    office_add_member(at, group, "Chair", "chair", "2027-01-01", "");
    office_add_member(at, group, "Deputy", "alternate", "2027-01-01", "");
    office_add_member(at, group, "Guest", "observer", "2027-01-01", "");
    add_member("Plain", "2027-01-01", "");
    convene(false);
    expect_counts(4, 4, 0);
    office_expect("SELECT state, people, takes_seat FROM head_count_view",
                  "invited|4|0\n");
}
END_TEST

static void
stand_for(int64_t person, int64_t member)
{
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(person), "role", "alternate", "alternate_of",
               rows_number(member), NULL);
}

START_TEST(an_alternate__is_asked__when_the_member_declines)
{
    const int64_t chair = office_add_member(at, group, "Chair", "chair", "", "");
    const int64_t gone = office_add_member(at, group, "Gone", "member", "", "2027-03-15");
    const int64_t deputy = office_add_person(at, "Deputy", NULL);
    const int64_t other = office_add_person(at, "Other", NULL);
    struct register_alternates alternates = { 0 };
    struct register_outcome declined;
    int64_t registration;

    stand_for(deputy, chair);
    stand_for(other, gone);
    convene(false);
    ck_assert_int_eq(outcome.alternates, 1);
    /* Whoever stands for nobody of that day is asked. */
    office_expect(SQL_LIST, "Chair|invited|convened\nOther|invited|convened\n");
    ck_assert(register_find(at, meeting, chair, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_DECLINE, NULL, NULL, &declined,
                           &err));
    ck_assert(register_alternates(at, registration, &alternates, &err));
    ck_assert_uint_eq(alternates.count, 1);
    ck_assert_int_eq(alternates.persons[0], deputy);
    register_alternates_clear(&alternates);
    convene(false); /* nor later */
    ck_assert_int_eq(outcome.invited, 0);
}
END_TEST

START_TEST(convening__is_one_act__of_the_meeting)
{
    add_member("Abel", "2027-01-01", "");
    add_member("Blum", "2027-01-01", "");
    int64_t acts = database_file_number(SQL_ACTS);
    convene(false);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect(SQL_CONVENED, "URB (2)\n");
}
END_TEST

START_TEST(convening_again__adds_the_new_ones__and_asks_nobody_twice)
{
    struct register_outcome registered;
    int64_t registration;

    int64_t first = add_member("Abel", "2027-01-01", "");
    int64_t second = add_member("Blum", "2027-01-01", "");
    add_member("Cohen", "2027-01-01", "");
    convene(false);
    ck_assert(register_find(at, meeting, first, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_DECLINE, "on leave", NULL,
                           &registered, &err));
    ck_assert(register_find(at, meeting, second, &registration, &err));
    ck_assert(register_act(at, registration, REGISTRATION_ACCEPT, NULL, NULL, &registered,
                           &err));

    add_member("Diaz", "2027-01-01", "");
    convene(false);
    expect_counts(4, 1, 3);
    office_expect("SELECT family, state FROM registration_view ORDER BY family",
                  "Abel|declined\nBlum|accepted\nCohen|invited\nDiaz|invited\n");

    int64_t acts = database_file_number(SQL_ACTS);
    convene(false);
    expect_counts(4, 0, 4);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}
END_TEST

START_TEST(a_dry_run__counts_as_the_run_does__and_writes_nothing)
{
    int64_t listed = add_member("Abel", "2027-01-01", "");
    add_member("Blum", "2027-01-01", "");
    add_member("Gone", "2026-01-01", "2026-12-31");
    office_register(at, meeting, listed);
    int64_t acts = database_file_number(SQL_ACTS);

    convene(true);
    struct convene_outcome dry = outcome;
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    office_expect(SQL_LIST, "Abel|accepted|desk\n");
    office_expect("SELECT state FROM head_count_view", "accepted\n");

    convene(false);
    expect_counts(dry.members, dry.invited, dry.already);
    expect_counts(2, 1, 1);
    office_expect_whole(at);
}
END_TEST

START_TEST(the_day__is_that_of_the_meeting__wherever_it_has_moved)
{
    add_member("Abel", "2027-01-01", "2027-03-31");
    add_member("Blum", "2027-04-01", "");
    office_change(at, &meeting_entity, meeting, "start", "2027-04-16 09:30", "end",
                  "2027-04-16 11:30", NULL);
    convene(false);
    office_expect(SQL_LIST, "Blum|invited|convened\n");
}
END_TEST

START_TEST(who_left__is_not_invited_any_more)
{
    int64_t membership;
    int64_t person = add_member("Abel", "2027-01-01", "");

    ck_assert(membership_find(at, group, person, atelier_today(at), &membership, &err));
    ck_assert(membership_leave(at, membership, (struct date){ 2027, 3, 10 }, &err));
    office_expect("SELECT act FROM journal ORDER BY id DESC LIMIT 1",
                  "membership.leave\n");
    convene(false);
    expect_counts(0, 0, 0);
}
END_TEST

START_TEST(somebody__is_in_a_group__once_at_a_time)
{
    struct membership *again = record_new(&membership_entity);

    int64_t person = add_member("Abel", "2027-01-01", "2027-02-28");
    again->group = group;
    again->person = person;
    again->from = (struct date){ 2027, 2, 28 };
    ck_assert(!membership_join(at, again, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "person");
    again->from = (struct date){ 2027, 3, 1 };
    ck_assert(membership_join(at, again, &err));
    convene(false);
    expect_counts(1, 1, 0);
    record_free(&membership_entity, again);
}
END_TEST

/* The later membership would begin while the earlier one that is added still holds. */
START_TEST(a_membership__that_runs_into_another__is_refused)
{
    struct membership *before = record_new(&membership_entity);

    int64_t person = add_member("Abel", "2027-03-01", "");
    before->group = group;
    before->person = person;
    before->from = (struct date){ 2027, 1, 1 };
    ck_assert(!membership_join(at, before, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    before->to = (struct date){ 2027, 2, 28 };
    ck_assert(membership_join(at, before, &err));
    record_free(&membership_entity, before);
    convene(false);
    expect_counts(1, 1, 0);
}
END_TEST

START_TEST(the_desk__may_not_convene)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    add_member("Abel", "2027-01-01", "");
    ck_assert(!convene_members(desk, meeting, false, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!convene_members(desk, meeting, true, &outcome, &err));
    office_expect(SQL_LIST, "");
    atelier_close(desk);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, members_of_that_day__are_invited__nobody_else);
    tcase_add_test(tests, every_role__is_invited__and_takes_no_seat_yet);
    tcase_add_test(tests, an_alternate__is_asked__when_the_member_declines);
    tcase_add_test(tests, convening__is_one_act__of_the_meeting);
    tcase_add_test(tests, convening_again__adds_the_new_ones__and_asks_nobody_twice);
    tcase_add_test(tests, a_dry_run__counts_as_the_run_does__and_writes_nothing);
    tcase_add_test(tests, the_day__is_that_of_the_meeting__wherever_it_has_moved);
    tcase_add_test(tests, who_left__is_not_invited_any_more);
    tcase_add_test(tests, somebody__is_in_a_group__once_at_a_time);
    tcase_add_test(tests, a_membership__that_runs_into_another__is_refused);
    tcase_add_test(tests, the_desk__may_not_convene);
}

SUITE_MAIN("convene")
