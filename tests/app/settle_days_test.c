/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_days_test.c - on which days a freed seat is given, and until when it can be
 * taken (rule 4) */
#include "settle_office.h"

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

START_TEST(closing_days__bind_an_offer_too)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(1, people[2], REGISTRATION_OFFERED);
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-20", NULL);
    ck_assert(!act(people[2], REGISTRATION_ACCEPT));
    ck_assert_ptr_nonnull(strstr(err.message, "closed on Sat 20/02/2027"));
    ck_assert(act(people[2], REGISTRATION_DECLINE)); /* a no is free */
    office_change(at, &meeting_entity, meeting, "closes", "2027-03-10", NULL);
    ck_assert(act(people[3], REGISTRATION_ACCEPT));
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

/* --- days that come */

static void
return_on(const char *time)
{
    atelier_close(at);
    at = office_return(NULL, time);
}

START_TEST(whoever_writes_first_on_a_day__gives_out_what_the_day_brought)
{
    let_work_for(people[0], town);
    limit_to(towns, "hold", "1", "2027-03-05");
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    return_on("2027-03-05 08:00");
    office_add_person(at, "Fay", NULL);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|waiting|1\n");
    return_on("2027-03-06 08:00");
    office_add_person(at, "Gil", NULL);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\n");
    ck_assert(register_given_take(at, &outcome.given));
    expect_given(1, people[2], REGISTRATION_OFFERED);
}
END_TEST

START_TEST(the_day_on_which_registration_opens__gives_out_what_is_free)
{
    fill();
    office_change(at, &meeting_entity, meeting, "opens", "2027-03-08", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(0, 0, 0);
    return_on("2027-03-07 08:00");
    office_add_person(at, "Fay", NULL);
    office_expect(SQL_GIVEN_COUNT, "0\n");
    return_on("2027-03-08 08:00");
    office_add_person(at, "Gil", NULL);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

/* As after a kill between the act and what it gave out. */
START_TEST(what_the_first_of_a_day_could_not_give_out__the_first_screen_does)
{
    fill();
    office_change(at, &meeting_entity, meeting, "opens", "2027-03-08", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    return_on("2027-03-08 08:00");
    register_settle_released(at);
    office_expect(SQL_GIVEN, "registration|Cem · URB\n");
}
END_TEST

/* --- a meeting that is past */

#define SQL_CEM "SELECT state, previous_state FROM registration_view WHERE family = 'Cem'"

/* Cem is offered the seat of Ada; Dia and Eva wait. */
static void
expect_lapse(enum meeting_act what, const char *reason)
{
    ck_assert_msg(plan_act(at, meeting, what, reason, &err), "%s", err.message);
    office_expect(SQL_CEM, "lapsed|offered\n");
    office_expect(SQL_LIST, "Bob|accepted|-\nDia|waiting|2\nEva|waiting|3\n");
    ck_assert(!act(people[2], REGISTRATION_ACCEPT));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    err = (struct error){ 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_CEM, "offered|waiting\n");
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_CEM, "lapsed|offered\n");
}

START_TEST(an_offer__lapses_with_its_meeting__and_comes_back_with_it)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_lapse(MEETING_CANCEL, "Snow");
}
END_TEST

START_TEST(an_offer_of_a_meeting_that_took_place__lapses)
{
    ck_assert_msg(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err) ||
                      err.kind == ERROR_RULE,
                  "%s", err.message);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    atelier_close(at);
    at = office_return(NULL, "2027-03-17 08:00");
    expect_lapse(MEETING_HOLD, NULL);
}
END_TEST

/* As an older program left it: the offer is over all the same, and closing ends it. */
START_TEST(an_offer_that_was_left_in_a_meeting_that_is_held__is_over)
{
    ck_assert_msg(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err) ||
                      err.kind == ERROR_RULE,
                  "%s", err.message);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    atelier_close(at);
    at = office_return(NULL, "2027-03-17 08:00");
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    office_change_row_unseen(&registration_entity, find(people[2]), "state", "offered");
    ck_assert(!act(people[2], REGISTRATION_ACCEPT));
    ck_assert_msg(strstr(err.message, "its offers are over") != NULL, "%s", err.message);
    ck_assert(plan_act(at, meeting, MEETING_CLOSE, NULL, &err));
    office_expect(SQL_CEM, "lapsed|offered\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, closing_days__bind_every_way_to_a_seat);
    tcase_add_test(tests, closing_days__bind_an_offer_too);
    tcase_add_test(tests, a_meeting_that_is_called_off__gives_nothing);
    tcase_add_test(tests, whoever_writes_first_on_a_day__gives_out_what_the_day_brought);
    tcase_add_test(tests, the_day_on_which_registration_opens__gives_out_what_is_free);
    tcase_add_test(tests,
                   what_the_first_of_a_day_could_not_give_out__the_first_screen_does);
    tcase_add_test(tests, an_offer__lapses_with_its_meeting__and_comes_back_with_it);
    tcase_add_test(tests, an_offer_of_a_meeting_that_took_place__lapses);
    tcase_add_test(tests, an_offer_that_was_left_in_a_meeting_that_is_held__is_over);
}

SUITE_MAIN("settle_days")
