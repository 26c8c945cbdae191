/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_test.c - a freed seat goes to who waits longest and whom no quota keeps back,
 * and to nobody else (rule 4) */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

/* Who stands where: the seat, then the list in its order. */
#define SQL_LIST                                                                         \
    "SELECT family, state, rank FROM registration_view WHERE live = 1"                   \
    " ORDER BY rank IS NOT NULL, rank, id"
#define SQL_GIVEN                                                                        \
    "SELECT entity, summary FROM journal_view WHERE act = 'registration.promote'"        \
    " ORDER BY id DESC LIMIT 1"
#define SQL_GIVEN_COUNT "SELECT count(*) FROM journal WHERE act = 'registration.promote'"

enum { SEATS = 2, PEOPLE = 5 };

static struct atelier *at;
static struct error err;
static int64_t meeting;
static int64_t towns;   /* a category */
static int64_t regions; /* another */
static int64_t town;    /* an organisation of the one */
static int64_t region;
static int64_t people[PEOPLE]; /* Ada, Bob, Cem, Dia, Eva */
static struct register_outcome outcome;
static struct journal_entry entry;

static void
set_up(void)
{
    static const char *const names[PEOPLE] = { "Ada", "Bob", "Cem", "Dia", "Eva" };

    at = office_found();
    const int64_t group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", SEATS);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    towns = office_add(at, &category_entity, "name", "Town", NULL);
    regions = office_add(at, &category_entity, "name", "Region", NULL);
    town = office_add(at, &organisation_entity, "name", "Lyon", "category",
                      rows_number(towns), NULL);
    region = office_add(at, &organisation_entity, "name", "Bretagne", "category",
                        rows_number(regions), NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        people[i] = office_add_person(at, names[i], NULL);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_expect_whole(at);
    office_end(at);
}

static void
let_work_for(int64_t person, int64_t organisation)
{
    office_add(at, &affiliation_entity, "person", rows_number(person), "organisation",
               rows_number(organisation), "main", "1", NULL);
}

static void
enter(int64_t person, enum registration_state expected)
{
    const struct register_request request = { .meeting = meeting, .person = person };

    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_int_eq(outcome.state, expected);
}

static int64_t
find(int64_t person)
{
    int64_t registration = 0;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    return registration;
}

static bool
act(int64_t person, enum registration_act what)
{
    return register_act(at, find(person), what, NULL, NULL, &outcome, &err);
}

/* Two have the seats, three wait. */
static void
fill(void)
{
    for (size_t i = 0; i < PEOPLE; i++)
        enter(people[i], i < SEATS ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
}

static void
expect_given(size_t count, int64_t person, enum registration_state state)
{
    ck_assert_uint_eq(outcome.given.count, count);
    if (count == 0)
        return;
    ck_assert_int_eq(outcome.given.person, person);
    ck_assert_int_eq(outcome.given.state, state);
}

static int64_t
limit_to(int64_t category, const char *kind, const char *number, const char *until)
{
    return office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
                      "category", "category", rows_number(category), "kind", kind,
                      "people", number, "until", until, NULL);
}

/* --- who gets it */

START_TEST(who_waits_longest__is_offered_the_seat__that_somebody_leaves)
{
    static const enum registration_act leaving[] = { REGISTRATION_WITHDRAW,
                                                     REGISTRATION_DECLINE,
                                                     REGISTRATION_EXCUSE };

    fill();
    ck_assert(act(people[0], leaving[_i]));
    expect_given(1, people[2], REGISTRATION_OFFERED);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
    office_expect(SQL_GIVEN, "registration|Cem · URB\n");
}
END_TEST

START_TEST(a_list_that_gives_of_itself__accepts_at_once)
{
    fill();
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(1, people[2], REGISTRATION_ACCEPTED);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|accepted|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(without_a_list__nobody_is_given_anything)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(0, 0, 0);
    office_expect(SQL_GIVEN_COUNT, "0\n");
}
END_TEST

START_TEST(an_offer__is_accepted__without_a_question)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(act(people[2], REGISTRATION_ACCEPT), "%s", err.message);
    expect_given(0, 0, 0);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|accepted|-\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(an_offer_that_is_declined__goes_to_the_next)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[2], REGISTRATION_DECLINE));
    expect_given(1, people[3], REGISTRATION_OFFERED);
    office_expect(SQL_LIST, "Bob|accepted|-\nDia|offered|2\nEva|waiting|3\n");
}
END_TEST

START_TEST(an_offer__holds_the_seat__from_a_newcomer)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    enter(office_add_person(at, "Fay", NULL), REGISTRATION_WAITING);
    expect_given(0, 0, 0);
}
END_TEST

START_TEST(more_seats__are_offered__to_as_many)
{
    fill();
    office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n"
                            "Dia|offered|2\nEva|waiting|3\n");
    office_expect(SQL_GIVEN, "meeting|URB (2)\n");
}
END_TEST

START_TEST(several_who_leave_at_once__make_room_for_several)
{
    struct register_skipped skipped = { 0 };
    struct register_given given = { 0 };
    size_t done = 0;

    fill();
    const int64_t ids[] = { find(people[0]), find(people[1]) };
    ck_assert(register_act_many(at, ids, 2, REGISTRATION_WITHDRAW, NULL, NULL, &done,
                                &skipped, &given, &err));
    ck_assert_uint_eq(given.count, 2);
    ck_assert_int_eq(given.person, people[2]);
    register_skipped_clear(&skipped);
    office_expect(SQL_LIST, "Cem|offered|1\nDia|offered|2\nEva|waiting|3\n");
}
END_TEST

/* Where nobody has given it out yet: the newcomer finds who waits before. */
START_TEST(a_newcomer__never_takes_the_seat__of_somebody_who_waits)
{
    fill();
    office_change_unseen(meeting, "seats", "3");
    enter(office_add_person(at, "Fay", NULL), REGISTRATION_WAITING);
    expect_given(1, people[2], REGISTRATION_OFFERED);
}
END_TEST

START_TEST(a_role_that_takes_no_seat__frees_one)
{
    fill();
    office_change(at, &registration_entity, find(people[0]), "role", "staff", NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
}
END_TEST

START_TEST(a_rule_by_which_fewer_take_seats__frees_them)
{
    struct settings *settings = record_new(&settings_entity);

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->speaker_takes_seat = true;
    ck_assert(upkeep_change_settings(at, settings, &err));
    enter(people[0], REGISTRATION_ACCEPTED);
    office_change(at, &registration_entity, find(people[0]), "role", "speaker", NULL);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    settings->speaker_takes_seat = false;
    ck_assert_msg(upkeep_change_settings(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n");
}
END_TEST

/* --- quotas */

START_TEST(who_is_kept_back_by_a_quota__is_passed_over__and_keeps_the_place)
{
    let_work_for(people[0], town);
    let_work_for(people[2], town);
    let_work_for(people[3], region);
    limit_to(towns, "most", "1", NULL);
    fill();
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_given(1, people[3], REGISTRATION_OFFERED);
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|waiting|1\nDia|offered|2\n"
                            "Eva|waiting|3\n");
    /* The one whose quota is free again comes before those behind. */
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(1, people[2], REGISTRATION_OFFERED);
}
END_TEST

START_TEST(a_newcomer__may_come__where_a_quota_keeps_all_who_wait)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    enter(people[2], REGISTRATION_ACCEPTED);
}
END_TEST

START_TEST(a_quota_that_is_full__asks__and_is_passed_with_a_reason)
{
    struct questions sheet = { 0 };

    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    const struct register_request request = { .meeting = meeting,
                                              .person = people[1],
                                              .questions = &sheet };
    ck_assert(!register_add(at, &request, &outcome, &err));
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    ck_assert_str_eq(err.message, "The quota of Town is full: 1 of 1 seat is taken.");
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert(outcome.passed_quota && !outcome.overbooked);
    questions_clear(&sheet);
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "registration.past_quota|the mayor\n");
}
END_TEST

START_TEST(seats_that_are_held__are_kept__until_the_day_is_over)
{
    let_work_for(people[1], town);
    limit_to(towns, "hold", "1", "2027-03-05");
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    enter(people[1], REGISTRATION_ACCEPTED); /* it is held for them */
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_given(0, 0, 0);

    atelier_close(at);
    at = office_return(NULL, "2027-03-05 22:00");
    register_settle_released(at);
    office_expect(SQL_GIVEN_COUNT, "0\n");
    atelier_close(at);
    at = office_return(NULL, "2027-03-06 08:00");
    register_settle_released(at);
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|offered|1\n");
    register_settle_released(at); /* once a day */
    office_expect(SQL_GIVEN_COUNT, "1\n");
}
END_TEST

START_TEST(a_quota_that_is_raised_or_removed__lets_in_who_waited_for_it)
{
    for (size_t i = 0; i < 3; i++)
        let_work_for(people[i], town);
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    const int64_t limit = limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    enter(people[2], REGISTRATION_WAITING);
    office_change(at, &seat_limit_entity, limit, "people", "2", NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\nCem|waiting|2\n");
    ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 2, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\nCem|offered|2\n");
}
END_TEST

/* Whoever fills the holds of two quotas at once leaves a seat to others. */
START_TEST(a_seat_that_an_acceptance_frees__goes_on)
{
    office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    let_work_for(people[1], town);
    limit_to(towns, "hold", "2", NULL);
    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
               "organisation", "organisation", rows_number(town), "kind", "hold",
               "people", "2", NULL);
    enter(people[0], REGISTRATION_WAITING);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_given(1, people[0], REGISTRATION_OFFERED);
}
END_TEST

START_TEST(another_organisation__is_shown_and_counted)
{
    let_work_for(people[0], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    office_change(at, &registration_entity, find(people[0]), "organisation",
                  rows_number(region), NULL);
    office_expect("SELECT organisation_name, category FROM registration_view",
                  "Bretagne|2\n");
}
END_TEST

/* --- what check says of them */

static void
expect_problem(const char *words)
{
    struct check_report report = { 0 };

    ck_assert(upkeep_check(at, false, &report, &err));
    ck_assert_uint_eq(report.count, words ? 1 : 0);
    if (words)
        ck_assert_msg(strstr(report.problems[0], words) != NULL, "%s",
                      report.problems[0]);
    check_report_clear(&report);
}

/* As a program would that knows nothing of quotas. */
START_TEST(check__finds__a_quota_that_was_passed_without_a_reason)
{
    let_work_for(people[0], town);
    const int64_t limit = limit_to(towns, "most", "0", NULL);
    enter(people[0], REGISTRATION_WAITING);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_problem(NULL);
    office_change_row_unseen(&registration_entity, find(people[0]), "state", "accepted");
    expect_problem("a quota allows 0 seats, 1 are taken");
    /* Whoever lowers it expels nobody, and needs no reason. */
    office_change(at, &seat_limit_entity, limit, "people", "1", NULL);
    office_change(at, &seat_limit_entity, limit, "people", "0", NULL);
    expect_problem(NULL);
}
END_TEST

/* --- days */

START_TEST(closing_days__bind_every_way_to_a_seat)
{
    fill();
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-20", NULL);
    ck_assert(!act(people[2], REGISTRATION_ACCEPT));
    ck_assert_ptr_nonnull(strstr(err.message, "closed on Sat 20/02/2027"));
    ck_assert(act(people[0], REGISTRATION_WITHDRAW)); /* leaving is free */
    expect_given(0, 0, 0);
    ck_assert(!act(people[0], REGISTRATION_REVIVE));
    ck_assert_ptr_nonnull(strstr(err.message, "closed on Sat 20/02/2027"));
    office_change(at, &meeting_entity, meeting, "closes", "2027-03-10", NULL);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(a_meeting_that_is_called_off__gives_nothing)
{
    fill();
    ck_assert_msg(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err) ||
                      err.kind == ERROR_RULE,
                  "%s", err.message);
    ck_assert(plan_act(at, meeting, MEETING_POSTPONE, "Strike", &err));
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_expect(SQL_GIVEN_COUNT, "0\n");
    ck_assert(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err));
    office_expect(SQL_GIVEN_COUNT, "1\n");
}
END_TEST

/* --- other ways of a meeting */

START_TEST(without_a_list_any_more__who_waits_is_passed_knowingly_alone)
{
    struct questions sheet = { 0 };

    fill();
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    const struct register_request request = {
        .meeting = meeting,
        .person = office_add_person(at, "Fay", NULL),
        .questions = &sheet,
    };
    ck_assert(!register_add(at, &request, &outcome, &err));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert(!act(people[3], REGISTRATION_ACCEPT));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    questions_clear(&sheet);
}
END_TEST

START_TEST(who_was_not_approved__waits_for_a_yes__when_a_seat_comes)
{
    struct settings *settings = record_new(&settings_entity);

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->pending_takes_seat = true;
    ck_assert(upkeep_change_settings(at, settings, &err));
    record_free(&settings_entity, settings);
    office_change(at, &meeting_entity, meeting, "approval", "1", "waiting_list",
                  "automatic", "seats", "1", NULL);
    enter(people[0], REGISTRATION_PENDING);
    enter(people[1], REGISTRATION_WAITING);
    ck_assert(act(people[0], REGISTRATION_REFUSE));
    expect_given(1, people[1], REGISTRATION_PENDING);
}
END_TEST

START_TEST(who_needs_no_seat_any_more__waits_no_longer)
{
    fill();
    office_change(at, &registration_entity, find(people[3]), "role", "speaker", NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|offered|2\nEva|waiting|3\n");
}
END_TEST

/* --- undo */

START_TEST(an_undo_that_takes_seats_away__takes_their_offers_back)
{
    fill();
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    office_expect("SELECT seats, taken FROM seat_view", "2|2\n");
}
END_TEST

START_TEST(an_undo_that_brings_a_quota_back__takes_its_offers_back)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    const int64_t limit = limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 1, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|1\n");
}
END_TEST

/* An offer that nothing has to do with stays. */
START_TEST(an_undo_of_something_else__leaves_offers_alone)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_change(at, &registration_entity, find(people[1]), "note", "late", NULL);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

START_TEST(an_undo__takes_an_unanswered_offer_back)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "registration.withdraw");
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    /* And back again: redone, the seat is offered anew. */
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(a_seat_that_was_taken_since__is_asked_for)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[2], REGISTRATION_ACCEPT));
    ck_assert(undo_last(at, NULL, &entry, &err)); /* the acceptance */
    office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                  "offered\n");
    ck_assert(redo_last(at, NULL, &entry, &err));
    ck_assert(undo_last(at, NULL, &entry, &err));
    ck_assert(redo_last(at, NULL, &entry, &err));
    const int64_t withdrawal = database_file_number(
        "SELECT id FROM journal WHERE act = 'registration.withdraw'");
    ck_assert(!undo_act(at, withdrawal, NULL, &entry, &err));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
}
END_TEST

/* Freed by an undo it is offered, though the meeting gives of itself. */
START_TEST(seats_that_an_undo_frees__are_offered_not_given)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    const int64_t ada = database_file_number(
        "SELECT min(id) FROM journal WHERE act = 'registration.add'");
    ck_assert_msg(undo_act(at, ada, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(what_the_rule_gave__is_nobodys_to_undo)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    const int64_t given =
        database_file_number("SELECT id FROM journal WHERE act = 'registration.promote'");
    ck_assert(!undo_act(at, given, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "by the rule"));
}
END_TEST

/* --- why */

static void
expect_why(int64_t person, const char *expected)
{
    struct buffer text = { 0 };

    ck_assert_msg(register_why(at, find(person), &text, &err), "%s", err.message);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(why__says_the_place_and_what_is_full)
{
    let_work_for(people[0], town);
    let_work_for(people[3], town);
    limit_to(towns, "most", "1", NULL);
    fill();
    expect_why(people[0], "They come.");
    expect_why(people[2],
               "Number 1 of 3 on the waiting list.  The meeting is full: 2 of 2"
               " seats are taken.");
    expect_why(people[3],
               "Number 2 of 3 on the waiting list.  The meeting is full: 2 of 2"
               " seats are taken.  The quota of Town is full: 1 of 1 seat is"
               " taken.");
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_why(people[2], "A seat is offered, and held until they answer.");
    expect_why(people[1], "Their registration is withdrawn.  The meeting is full: 2 of 2"
                          " seats are taken.");
    office_change_unseen(meeting, "seats", "3");
    expect_why(people[4], "Number 2 of 2 on the waiting list.  Nothing keeps them from a"
                          " seat.");
    ck_assert(plan_act(at, meeting, MEETING_POSTPONE, "Strike", &err));
    expect_why(people[4], "Number 2 of 2 on the waiting list.  The meeting is postponed:"
                          " nobody is given a seat.");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(
        tests, who_waits_longest__is_offered_the_seat__that_somebody_leaves, 0, 3);
    tcase_add_test(tests, a_list_that_gives_of_itself__accepts_at_once);
    tcase_add_test(tests, without_a_list__nobody_is_given_anything);
    tcase_add_test(tests, an_offer__is_accepted__without_a_question);
    tcase_add_test(tests, an_offer_that_is_declined__goes_to_the_next);
    tcase_add_test(tests, an_offer__holds_the_seat__from_a_newcomer);
    tcase_add_test(tests, more_seats__are_offered__to_as_many);
    tcase_add_test(tests, several_who_leave_at_once__make_room_for_several);
    tcase_add_test(tests, a_newcomer__never_takes_the_seat__of_somebody_who_waits);
    tcase_add_test(tests, a_role_that_takes_no_seat__frees_one);
    tcase_add_test(tests, a_rule_by_which_fewer_take_seats__frees_them);
    tcase_add_test(tests,
                   who_is_kept_back_by_a_quota__is_passed_over__and_keeps_the_place);
    tcase_add_test(tests, a_newcomer__may_come__where_a_quota_keeps_all_who_wait);
    tcase_add_test(tests, a_quota_that_is_full__asks__and_is_passed_with_a_reason);
    tcase_add_test(tests, seats_that_are_held__are_kept__until_the_day_is_over);
    tcase_add_test(tests, a_quota_that_is_raised_or_removed__lets_in_who_waited_for_it);
    tcase_add_test(tests, a_seat_that_an_acceptance_frees__goes_on);
    tcase_add_test(tests, another_organisation__is_shown_and_counted);
    tcase_add_test(tests, without_a_list_any_more__who_waits_is_passed_knowingly_alone);
    tcase_add_test(tests, who_was_not_approved__waits_for_a_yes__when_a_seat_comes);
    tcase_add_test(tests, who_needs_no_seat_any_more__waits_no_longer);
    tcase_add_test(tests, an_undo_that_takes_seats_away__takes_their_offers_back);
    tcase_add_test(tests, an_undo_that_brings_a_quota_back__takes_its_offers_back);
    tcase_add_test(tests, an_undo_of_something_else__leaves_offers_alone);
    tcase_add_test(tests, check__finds__a_quota_that_was_passed_without_a_reason);
    tcase_add_test(tests, closing_days__bind_every_way_to_a_seat);
    tcase_add_test(tests, a_meeting_that_is_called_off__gives_nothing);
    tcase_add_test(tests, an_undo__takes_an_unanswered_offer_back);
    tcase_add_test(tests, a_seat_that_was_taken_since__is_asked_for);
    tcase_add_test(tests, seats_that_an_undo_frees__are_offered_not_given);
    tcase_add_test(tests, what_the_rule_gave__is_nobodys_to_undo);
    tcase_add_test(tests, why__says_the_place_and_what_is_full);
}

SUITE_MAIN("settle")
