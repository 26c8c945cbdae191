/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota_seat_test.c - every way to a seat keeps to the quotas, and the list passes over
 * whom one keeps back */
#include "atelier/app/browse.h"
#include "settle_office.h"

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
    ck_assert_str_eq(err.message, "The quota of Town is full: 1 of 1 seat taken.");
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert(outcome.passed.quota && !outcome.passed.seats);
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

/* --- who waits longer for the same quota */

/* Of three of one town with a quota of one, the second waits in a meeting of five. */
static void
let_one_wait_for_the_quota(void)
{
    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    for (size_t i = 0; i < 3; i++)
        let_work_for(people[i], town);
    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
}

static bool
enter_with(int64_t person, struct questions *sheet)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .questions = sheet };

    return register_add(at, &request, &outcome, &err);
}

static bool
act_with(int64_t person, enum registration_act what, struct questions *sheet)
{
    return register_act(at, find(person), what, NULL, sheet, &outcome, &err);
}

static void
expect_overtake(bool ok, struct questions *sheet)
{
    ck_assert(!ok);
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_str_eq(err.message, "1 person waits longer: Bob.");
    question_reply(sheet, QUESTION_OVERTAKE, QUESTION_YES, "she speaks");
}

START_TEST(past_a_quota__a_newcomer_overtakes__who_waits_for_it)
{
    struct questions sheet = { 0 };

    let_one_wait_for_the_quota();
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    expect_overtake(enter_with(people[2], &sheet), &sheet);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|1\n");
    ck_assert_msg(enter_with(people[2], &sheet), "%s", err.message);
    ck_assert(outcome.passed.quota && outcome.passed.turn);
    questions_clear(&sheet);
}
END_TEST

START_TEST(past_a_quota__the_second_and_the_revived_overtake__the_first_does_not)
{
    struct questions sheet = { 0 };

    let_one_wait_for_the_quota();
    enter(people[2], REGISTRATION_WAITING);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    expect_overtake(act_with(people[2], REGISTRATION_ACCEPT, &sheet), &sheet);
    questions_clear(&sheet);
    ck_assert(act(people[2], REGISTRATION_WITHDRAW));
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    expect_overtake(act_with(people[2], REGISTRATION_REVIVE, &sheet), &sheet);
    questions_clear(&sheet);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(act_with(people[1], REGISTRATION_ACCEPT, &sheet), "%s", err.message);
    ck_assert(outcome.passed.quota && !outcome.passed.turn);
    questions_clear(&sheet);
}
END_TEST

/* Bob waits for what Dia does not take from him. */
START_TEST(past_another_quota__nobody_is_overtaken)
{
    struct questions sheet = { 0 };

    let_one_wait_for_the_quota();
    let_work_for(people[3], region);
    limit_to(regions, "most", "0", NULL);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "she speaks");
    ck_assert_msg(enter_with(people[3], &sheet), "%s", err.message);
    ck_assert(outcome.passed.quota && !outcome.passed.turn);
    questions_clear(&sheet);
}
END_TEST

/* Whoever comes after is within it: what was passed is told of the act all the same. */
START_TEST(several_in_one_act__the_first_past_a_quota__are_told_of_as_past_it)
{
    struct questions sheet = { 0 };
    struct register_added several[] = {
        { .person = people[1], .questions = &sheet },
        { .person = people[2] },
    };
    const struct register_request request = { .meeting = meeting };

    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    let_work_for(people[1], town);
    limit_to(towns, "most", "0", NULL);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    ck_assert_msg(register_add_many(at, &request, several, 2, &err), "%s", err.message);
    ck_assert(several[0].outcome.passed.quota && !several[1].outcome.passed.quota);
    questions_clear(&sheet);
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "registration.past_quota|the mayor\n");
}
END_TEST

/* --- what Today says of them */

static void
expect_today(size_t most, size_t free_seats)
{
    struct today_list list = { 0 };
    size_t count = 0;

    ck_assert_msg(browse_today(at, most, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].kind == TODAY_WAITING_FREE_SEAT) {
            ck_assert_int_eq(list.items[i].meeting, meeting);
            count++;
        }
    ck_assert_uint_eq(count, free_seats);
    today_list_clear(&list);
}

START_TEST(today__tells_of_a_free_seat__when_somebody_who_waits_could_have_it)
{
    let_one_wait_for_the_quota();
    expect_today(8, 0);
    office_change_unseen(meeting, "seats", "1");
    enter(people[3], REGISTRATION_WAITING);
    office_change_unseen(meeting, "seats", "5"); /* and nobody gave them out */
    expect_today(8, 1);
}
END_TEST

/* One for all, one that a town keeps from; three wait. */
START_TEST(today__counts__those_alone_who_could_have_a_seat)
{
    struct today_list list = { 0 };

    let_one_wait_for_the_quota();
    office_change_unseen(meeting, "seats", "1");
    enter(people[3], REGISTRATION_WAITING);
    enter(people[4], REGISTRATION_WAITING);
    office_change_unseen(meeting, "seats", "2");
    ck_assert_msg(browse_today(at, 8, &list, &err), "%s", err.message);
    ck_assert_uint_eq(list.count, 1);
    ck_assert_int_eq(list.items[0].kind, TODAY_WAITING_FREE_SEAT);
    ck_assert_int_eq(list.items[0].count, 1);
    office_change_unseen(meeting, "seats", "9");
    ck_assert_msg(browse_today(at, 8, &list, &err), "%s", err.message);
    ck_assert_int_eq(list.items[0].count, 2);
    today_list_clear(&list);
}
END_TEST

START_TEST(today__tells_of_no_seat__that_is_held_for_others)
{
    limit_to(regions, "hold", "2", NULL);
    enter(people[0], REGISTRATION_WAITING);
    expect_today(8, 0);
}
END_TEST

/* What is true stands on the one line that is asked for, whatever comes before it. */
START_TEST(today__fills_its_lines__with_what_is_true)
{
    let_one_wait_for_the_quota();
    meeting = office_add_meeting(at, 1, "2027-04-20 09:30", SEATS);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    fill();
    office_change_unseen(meeting, "seats", "3");
    expect_today(1, 1);
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

static bool
move_to(int64_t person, int64_t organisation)
{
    struct registration *registration = record_new(&registration_entity);

    err = (struct error){ 0 };
    ck_assert(edit_load(at, &registration_entity, find(person), registration, &err));
    registration->organisation = organisation;
    const bool ok = edit_change(at, &registration_entity, registration, &err);
    record_free(&registration_entity, registration);
    return ok;
}

/* What was passed already is not asked for again; what becomes worse is. */
START_TEST(who_has_a_seat_in_a_full_meeting__may_be_counted_with_others)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    limit_to(towns, "most", "1", NULL);
    limit_to(regions, "most", "1", NULL);
    const int64_t other = office_add(at, &organisation_entity, "name", "Bron", "category",
                                     rows_number(towns), NULL);
    ck_assert_msg(move_to(people[0], other), "%s", err.message); /* as many towns */
    ck_assert_msg(move_to(people[0], region), "%s", err.message);
    ck_assert(!move_to(people[1], region));
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    ck_assert_str_eq(err.message, "The quota of Region is full: 1 of 1 seat taken.");
}
END_TEST

/* Ada of no town would go past a quota for which Bob waits. */
START_TEST(another_organisation_past_a_quota__asks_what_every_way_to_a_seat_asks)
{
    struct questions sheet = { 0 };
    struct registration *ada = record_new(&registration_entity);

    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    let_work_for(people[1], town);
    let_work_for(people[2], town);
    limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    ck_assert(edit_load(at, &registration_entity, find(people[0]), ada, &err));
    ada->organisation = town;
    ck_assert(!register_change(at, ada, &sheet, &err));
    ck_assert(question_is_open(&sheet, QUESTION_QUOTA));
    ck_assert(question_is_open(&sheet, QUESTION_OVERTAKE));
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "the mayor");
    expect_overtake(register_change(at, ada, &sheet, &err), &sheet);
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-20", NULL);
    ck_assert(!register_change(at, ada, &sheet, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "closed on Sat 20/02/2027"));
    office_change(at, &meeting_entity, meeting, "closes", NULL, NULL);
    ck_assert_msg(register_change(at, ada, &sheet, &err), "%s", err.message);
    record_free(&registration_entity, ada);
    questions_clear(&sheet);
    office_expect("SELECT question, text FROM journal_reason ORDER BY question",
                  "overtake|she speaks\npast-quota|the mayor\n");
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
        ck_assert_msg(strncmp(report.problems[0], words, strlen(words)) == 0, "%s",
                      report.problems[0]);
    check_report_clear(&report);
}

/* As a program would that knows nothing of quotas. */
START_TEST(check__finds__a_quota_that_was_passed_without_a_reason)
{
    let_work_for(people[0], town);
    limit_to(regions, "most", "1", NULL); /* no quota and meeting of one number */
    const int64_t limit = limit_to(towns, "most", "0", NULL);
    enter(people[0], REGISTRATION_WAITING);
    enter(people[1], REGISTRATION_ACCEPTED);
    expect_problem(NULL);
    office_change_row_unseen(&registration_entity, find(people[0]), "state", "accepted");
    expect_problem("URB (16/03/2027): a quota allows 0 seats, taken: 1, and no "
                   "reason");
    /* Whoever lowers it expels nobody, and needs no reason. */
    office_change(at, &seat_limit_entity, limit, "people", "1", NULL);
    office_change(at, &seat_limit_entity, limit, "people", "0", NULL);
    expect_problem(NULL);
    /* Nor does who changes what takes no seat, or goes and comes back. */
    office_change(at, &registration_entity, find(people[0]), "note", "late", NULL);
    expect_problem(NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    expect_problem(NULL);
}
END_TEST

/* --- what is typed by a slip */

static bool
change_limit(int64_t id, const char *field, const char *value)
{
    struct seat_limit *limit = record_new(&seat_limit_entity);

    err = (struct error){ 0 };
    ck_assert(edit_load(at, &seat_limit_entity, id, limit, &err));
    ck_assert(field_parse(entity_field(&seat_limit_entity, field), limit, value, &err));
    const bool ok = edit_change(at, &seat_limit_entity, limit, &err);
    record_free(&seat_limit_entity, limit);
    return ok;
}

static void
expect_slip(const char *field, const char *words)
{
    ck_assert_str_eq(err.field, field);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
}

/* What was typed in time stays as it is when its day is over. */
START_TEST(the_last_day_of_a_hold__is_to_come__and_not_too_far)
{
    const int64_t limit = limit_to(towns, "hold", "1", "2027-03-01"); /* today */

    ck_assert(!change_limit(limit, "until", "2027-02-28"));
    expect_slip("until", "is over");
    ck_assert(!change_limit(limit, "until", "2048-01-01"));
    expect_slip("until", "20 years");
    ck_assert(change_limit(limit, "until", "2047-12-31"));
    ck_assert(change_limit(limit, "until", "2027-03-01"));
    atelier_close(at);
    at = office_return(NULL, "2027-03-08 09:00");
    ck_assert_msg(change_limit(limit, "people", "2"), "%s", err.message);
}
END_TEST

START_TEST(fewer_seats_than_are_held_and_taken__warn__with_figures)
{
    struct meeting *changed = record_new(&meeting_entity);
    struct buffer text = { 0 };
    unsigned warnings = 0;

    limit_to(towns, "hold", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    ck_assert(edit_load(at, &meeting_entity, meeting, changed, &err));
    ck_assert(plan_warnings(at, changed, &warnings, &text, &err));
    ck_assert_uint_eq(warnings, 0);
    changed->seats = 1;
    ck_assert(plan_change(at, changed, NULL, &warnings, &err));
    ck_assert_uint_eq(warnings, MEETING_WARN_SEATS_HELD);
    ck_assert(plan_warnings(at, changed, &warnings, &text, &err));
    ck_assert_msg(strstr(buffer_text(&text), "Held and not filled: 1, free: 0.") != NULL,
                  "%s", buffer_text(&text));
    buffer_clear(&text);
    record_free(&meeting_entity, changed);
    office_expect(SQL_LIST, "Ada|accepted|-\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   who_is_kept_back_by_a_quota__is_passed_over__and_keeps_the_place);
    tcase_add_test(tests, a_newcomer__may_come__where_a_quota_keeps_all_who_wait);
    tcase_add_test(tests, a_quota_that_is_full__asks__and_is_passed_with_a_reason);
    tcase_add_test(tests, seats_that_are_held__are_kept__until_the_day_is_over);
    tcase_add_test(tests, a_quota_that_is_raised_or_removed__lets_in_who_waited_for_it);
    tcase_add_test(tests, past_a_quota__a_newcomer_overtakes__who_waits_for_it);
    tcase_add_test(tests,
                   past_a_quota__the_second_and_the_revived_overtake__the_first_does_not);
    tcase_add_test(tests, past_another_quota__nobody_is_overtaken);
    tcase_add_test(tests,
                   several_in_one_act__the_first_past_a_quota__are_told_of_as_past_it);
    tcase_add_test(tests,
                   today__tells_of_a_free_seat__when_somebody_who_waits_could_have_it);
    tcase_add_test(tests, today__counts__those_alone_who_could_have_a_seat);
    tcase_add_test(tests, today__tells_of_no_seat__that_is_held_for_others);
    tcase_add_test(tests, today__fills_its_lines__with_what_is_true);
    tcase_add_test(tests, a_seat_that_an_acceptance_frees__goes_on);
    tcase_add_test(tests, another_organisation__is_shown_and_counted);
    tcase_add_test(tests, who_has_a_seat_in_a_full_meeting__may_be_counted_with_others);
    tcase_add_test(tests,
                   another_organisation_past_a_quota__asks_what_every_way_to_a_seat_asks);
    tcase_add_test(tests, the_last_day_of_a_hold__is_to_come__and_not_too_far);
    tcase_add_test(tests, fewer_seats_than_are_held_and_taken__warn__with_figures);
    tcase_add_test(tests, check__finds__a_quota_that_was_passed_without_a_reason);
}

SUITE_MAIN("quota_seat")
