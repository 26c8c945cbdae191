/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota_check_test.c - what check says of quotas that are passed: a seat that was there
 * when the quota was lowered needs no reason, one that came since does */
#include "atelier/app/attend.h"
#include "atelier/app/substitute.h"
#include "settle_office.h"

static void
expect_problem(const char *words)
{
    struct check_report report = { 0 };

    ck_assert(upkeep_check(at, false, &report, &err));
    ck_assert_msg(report.count == (words ? 1 : 0), "%zu problems: %s", report.count,
                  report.count > 0 ? report.problems[0] : "");
    if (words)
        ck_assert_ptr_nonnull(strstr(report.problems[0], words));
    check_report_clear(&report);
}

enum { EACH_SCOPE = 3 };

/* At most so many of towns, of the town, of each organisation. */
static int64_t
limit_by(int scope, const char *number)
{
    if (scope == 0)
        return limit_to(towns, "most", number, NULL);
    return office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
                      scope == 1 ? "organisation" : "each-organisation", "organisation",
                      scope == 1 ? rows_number(town) : NULL, "kind", "most", "people",
                      number, NULL);
}

/* Ada of the town has a seat, Cem of the town is offered the one of Bob. */
static void
offer_to_cem(void)
{
    let_work_for(people[0], town);
    let_work_for(people[2], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_given(1, people[2], REGISTRATION_OFFERED);
}

START_TEST(an_offer_that_is_accepted__is_the_seat_that_it_held)
{
    offer_to_cem();
    limit_by(_i, "1");
    expect_problem(NULL);
    ck_assert_msg(act(people[2], REGISTRATION_ACCEPT), "%s", err.message);
    expect_problem(NULL);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    expect_problem(NULL);
}
END_TEST

START_TEST(an_offer_under_a_quota_that_was_lowered__is_accepted_by_coming)
{
    offer_to_cem();
    const int64_t limit = limit_by(_i, "2");
    office_change(at, &seat_limit_entity, limit, "people", "1", NULL);
    atelier_close(at);
    at = office_return(NULL, "2027-03-16 09:40");
    const struct attend_request request = { .meeting = meeting,
                                            .person = people[2],
                                            .kind = PRESENCE_PRESENT };
    struct attend_outcome marked;
    attend_outcome_init(&marked);
    ck_assert_msg(attend_mark(at, &request, &marked, &err), "%s", err.message);
    attend_outcome_clear(&marked);
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|accepted|-\n");
    expect_problem(NULL);
}
END_TEST

static void
send_instead(int64_t person, enum registration_act how, int64_t other)
{
    const struct substitute_request request = { .registration = find(person),
                                                .person = other,
                                                .act = how };

    ck_assert_msg(register_substitute(at, &request, &outcome, &err), "%s", err.message);
}

START_TEST(a_substitute_of_the_same_people__takes_the_same_seat)
{
    for (size_t i = 0; i < 4; i++)
        let_work_for(people[i], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    limit_by(_i, "1");
    send_instead(people[0], REGISTRATION_SUBSTITUTE, people[2]);
    expect_problem(NULL);
    send_instead(people[1], REGISTRATION_EXCUSE, people[3]);
    expect_problem(NULL);
}
END_TEST

START_TEST(another_organisation_of_the_same_category__is_the_same_seat)
{
    const int64_t other = office_add(at, &organisation_entity, "name", "Bron", "category",
                                     rows_number(towns), NULL);

    let_work_for(people[0], town);
    let_work_for(people[1], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    limit_by(0, "1");
    office_change(at, &registration_entity, find(people[0]), "organisation",
                  rows_number(other), NULL);
    expect_problem(NULL);
}
END_TEST

/* As a program would that knows nothing of quotas. */
START_TEST(who_comes_in_after_a_lowering__is_found__where_somebody_left)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    const int64_t limit = limit_by(_i, "1");
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_change_row_unseen(&registration_entity, find(people[1]), "state", "accepted");
    expect_problem("a quota allows 1 seat, taken: 2, and no reason");
    office_change(at, &seat_limit_entity, limit, "people", "2", NULL);
}
END_TEST

/* The town has three since before the quota, the region one too many since. */
START_TEST(an_organisation__is_found__beside_one_that_has_more)
{
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        let_work_for(people[i], i < 3 ? town : region);
    for (size_t i = 0; i < 3; i++)
        enter(people[i], REGISTRATION_ACCEPTED);
    const int64_t limit = limit_by(2, "1");
    enter(people[3], REGISTRATION_ACCEPTED);
    enter(people[4], REGISTRATION_WAITING);
    expect_problem(NULL);
    office_change_row_unseen(&registration_entity, find(people[4]), "state", "accepted");
    expect_problem("a quota allows 1 seat, taken: 2, and no reason");
    office_change(at, &seat_limit_entity, limit, "people", "3", NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, an_offer_that_is_accepted__is_the_seat_that_it_held, 0,
                        EACH_SCOPE);
    tcase_add_loop_test(tests,
                        an_offer_under_a_quota_that_was_lowered__is_accepted_by_coming, 0,
                        EACH_SCOPE);
    tcase_add_loop_test(tests, a_substitute_of_the_same_people__takes_the_same_seat, 0,
                        EACH_SCOPE);
    tcase_add_test(tests, another_organisation_of_the_same_category__is_the_same_seat);
    tcase_add_loop_test(tests,
                        who_comes_in_after_a_lowering__is_found__where_somebody_left, 0,
                        EACH_SCOPE);
    tcase_add_test(tests, an_organisation__is_found__beside_one_that_has_more);
}

SUITE_MAIN("quota_check")
