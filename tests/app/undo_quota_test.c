/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_quota_test.c - an undo that passes a quota asks, as one that passes the seats */
#include "settle_office.h"

static struct questions sheet;

/* Nine seats and no list: nothing but a quota keeps anybody. */
static void
set_up_quota(void)
{
    set_up();
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    for (size_t i = 0; i < 3; i++)
        let_work_for(people[i], town);
    let_work_for(people[3], region);
}

static void
tear_down_quota(void)
{
    questions_clear(&sheet);
    tear_down();
}

static int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

/* The withdrawal of Ada is undone. */
static void
expect_asked(int64_t act, const char *sentence)
{
    const int64_t acts = last_act();

    err = (struct error){ 0 };
    ck_assert(!undo_act(at, act, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    ck_assert_str_eq(err.message, sentence);
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));
    ck_assert_int_eq(last_act(), acts);
}

static void
expect_passed(int64_t act)
{
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(undo_act(at, act, &sheet, &entry, &err), "%s", err.message);
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "undo|the mayor\n");
}

static int64_t
withdraw(int64_t person)
{
    ck_assert_msg(act(person, REGISTRATION_WITHDRAW), "%s", err.message);
    return last_act();
}

START_TEST(who_comes_back_past_a_quota__is_asked_for)
{
    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_asked(withdrawal, "The quota of Town is full: 1 of 1 seat taken.");
    expect_passed(withdrawal);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

START_TEST(a_quota_of_each_organisation__is_asked_for_by_name)
{
    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
               "each-organisation", "kind", "most", "people", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[3], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_asked(withdrawal, "The quota of Lyon is full: 1 of 1 seat taken.");
}
END_TEST

START_TEST(a_seat_that_is_held_for_others_since__is_asked_for)
{
    enter(people[3], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[3]);
    limit_to(towns, "hold", "9", "2027-03-10");
    expect_asked(withdrawal, "9 seats are still held for Town, until Wed 10/03/2027.");
    expect_passed(withdrawal);
}
END_TEST

START_TEST(who_a_seat_is_held_for__comes_back_unasked)
{
    enter(people[0], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    limit_to(towns, "hold", "9", NULL);
    ck_assert_msg(undo_act(at, withdrawal, &sheet, &entry, &err), "%s", err.message);
}
END_TEST

START_TEST(a_quota_that_was_passed_before__asks_nothing)
{
    const int64_t limit = limit_to(towns, "most", "2", NULL);

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    office_change(at, &seat_limit_entity, limit, "people", "1", NULL);
    const int64_t withdrawal = withdraw(people[0]);
    ck_assert_msg(undo_act(at, withdrawal, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

START_TEST(a_quota_that_was_added_since__is_none_of_before)
{
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    limit_to(towns, "most", "1", NULL);
    expect_asked(withdrawal, "The quota of Town is full: 1 of 1 seat taken.");
}
END_TEST

/* Two of Lyon were there before the act that is undone, when the quota was another's. */
START_TEST(a_quota_that_was_for_others_before__asks)
{
    const int64_t limit = limit_to(regions, "most", "1", NULL);

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    office_change(at, &seat_limit_entity, limit, "category", rows_number(towns), NULL);
    expect_asked(withdrawal, "The quota of Town is full: 1 of 1 seat taken.");
    expect_passed(withdrawal);
}
END_TEST

START_TEST(a_quota_that_was_of_another_organisation__asks)
{
    const int64_t limit = office_add(
        at, &seat_limit_entity, "meeting", rows_number(meeting), "scope", "organisation",
        "organisation", rows_number(region), "kind", "most", "people", "1", NULL);

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    const int64_t withdrawal = withdraw(people[0]);
    office_change(at, &seat_limit_entity, limit, "organisation", rows_number(town), NULL);
    expect_asked(withdrawal, "The quota of Lyon is full: 1 of 1 seat taken.");
}
END_TEST

/* Each organisation's was theirs, too. */
START_TEST(a_quota_of_each_that_is_now_theirs_alone__was_passed_before)
{
    const int64_t limit =
        office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
                   "each-organisation", "kind", "most", "people", "2", NULL);

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    office_change(at, &seat_limit_entity, limit, "people", "1", NULL);
    const int64_t withdrawal = withdraw(people[0]);
    office_change(at, &seat_limit_entity, limit, "scope", "organisation", "organisation",
                  rows_number(town), NULL);
    ck_assert_msg(undo_act(at, withdrawal, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

/* What was held for a region was taken knowingly; what is held for the state is not. */
START_TEST(a_hold_that_was_for_others_before__asks)
{
    struct register_request request = { .meeting = meeting, .person = people[1] };
    const int64_t states = office_add(at, &category_entity, "name", "State", NULL);
    const int64_t hold = limit_to(regions, "hold", "1", NULL);

    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    request.questions = office_answer(QUESTION_QUOTA, "the mayor");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    const int64_t withdrawal = withdraw(people[1]);
    office_change(at, &seat_limit_entity, hold, "category", rows_number(states), NULL);
    expect_asked(withdrawal, "1 seat is still held for State.");
    office_change(at, &seat_limit_entity, hold, "category", rows_number(regions), NULL);
    ck_assert_msg(undo_act(at, withdrawal, NULL, &entry, &err), "%s", err.message);
}
END_TEST

START_TEST(a_quota_that_an_undo_lowers__asks_of_who_came_in_since)
{
    const int64_t limit = limit_to(towns, "most", "1", NULL);

    office_change(at, &seat_limit_entity, limit, "people", "2", NULL);
    const int64_t raised = last_act();
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_asked(raised, "The quota of Town is full: 2 of 1 seat taken.  Came in since: "
                         "Ada; Bob.");
    expect_passed(raised);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

START_TEST(going_past_a_quota__is_undone_and_redone_unasked)
{
    struct register_request request = { .meeting = meeting, .person = people[1] };

    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    request.questions = office_answer(QUESTION_QUOTA, "the mayor");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_msg(undo_last(at, &sheet, &entry, &err), "%s", err.message);
    ck_assert_msg(redo_last(at, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

START_TEST(a_redo_past_a_quota_that_is_full_since__asks)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    ck_assert(undo_last(at, NULL, &entry, &err));
    const struct register_request request = { .meeting = meeting, .person = people[1] };
    ck_assert_msg(register_add(lea, &request, &outcome, &err), "%s", err.message);
    atelier_close(lea);
    err = (struct error){ 0 };
    ck_assert(!redo_last(at, &sheet, &entry, &err));
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(redo_last(at, &sheet, &entry, &err), "%s", err.message);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_quota, tear_down_quota);
    tcase_add_test(tests, who_comes_back_past_a_quota__is_asked_for);
    tcase_add_test(tests, a_quota_of_each_organisation__is_asked_for_by_name);
    tcase_add_test(tests, a_seat_that_is_held_for_others_since__is_asked_for);
    tcase_add_test(tests, who_a_seat_is_held_for__comes_back_unasked);
    tcase_add_test(tests, a_quota_that_was_passed_before__asks_nothing);
    tcase_add_test(tests, a_quota_that_was_added_since__is_none_of_before);
    tcase_add_test(tests, a_quota_that_was_for_others_before__asks);
    tcase_add_test(tests, a_quota_that_was_of_another_organisation__asks);
    tcase_add_test(tests, a_quota_of_each_that_is_now_theirs_alone__was_passed_before);
    tcase_add_test(tests, a_hold_that_was_for_others_before__asks);
    tcase_add_test(tests, a_quota_that_an_undo_lowers__asks_of_who_came_in_since);
    tcase_add_test(tests, going_past_a_quota__is_undone_and_redone_unasked);
    tcase_add_test(tests, a_redo_past_a_quota_that_is_full_since__asks);
}

SUITE_MAIN("undo_quota")
