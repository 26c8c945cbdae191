/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_test.c - a freed seat goes to who waits longest, and to nobody else
 * (rule 4) */
#include "atelier/app/browse.h"
#include "atelier/app/change_settings.h"
#include "settle_office.h"
#include "several.h"

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

static void
expect_came_in(int64_t count, const char *first, const char *since)
{
    struct today_list list = { 0 };
    struct local_time local;

    ck_assert_msg(browse_today(at, 8, &list, &err), "%s", err.message);
    ck_assert_uint_eq(list.count, count > 0 ? 1 : 0);
    if (count > 0) {
        ck_assert_int_eq(list.items[0].kind, TODAY_CAME_IN);
        ck_assert_int_eq(list.items[0].count, count);
        ck_assert_str_eq(list.items[0].other_title, first);
        ck_assert(local_time_parse(since, &local));
        ck_assert_int_eq(list.items[0].since, local_time_to_instant(local));
    }
    today_list_clear(&list);
}

/* By name and moment of whoever was first, whatever was noted of them since. */
START_TEST(who_came_in_of_themselves__is_said_on_today__for_three_days)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    expect_came_in(0, NULL, NULL);
    atelier_close(at);
    at = office_return(NULL, "2027-03-02 10:00");
    ck_assert(act(people[1], REGISTRATION_WITHDRAW)); /* Cem comes in */
    atelier_close(at);
    at = office_return(NULL, "2027-03-03 10:00");
    ck_assert(act(people[0], REGISTRATION_WITHDRAW)); /* and Dia */
    expect_came_in(2, "Cem", "2027-03-02T10:00");
    office_change(at, &registration_entity, find(people[2]), "note", "Rings back", NULL);
    expect_came_in(2, "Cem", "2027-03-02T10:00");
    atelier_close(at);
    at = office_return(NULL, "2027-03-05 11:00");
    expect_came_in(1, "Dia", "2027-03-03T10:00");
    office_change(at, &registration_entity, find(people[2]), "note", "Comes", NULL);
    expect_came_in(1, "Dia", "2027-03-03T10:00");
    atelier_close(at);
    at = office_return(NULL, "2027-03-06 11:00");
    expect_came_in(0, NULL, NULL);
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
    struct bulk_outcome done = { 0 };

    fill();
    const int64_t ids[] = { find(people[0]), find(people[1]) };
    const struct bulk_request request = several(REGISTRATION_WITHDRAW, ids, 2);
    ck_assert(register_bulk(at, &request, &done, &err));
    ck_assert_uint_eq(done.given.count, 2);
    ck_assert_int_eq(done.given.person, people[2]);
    bulk_outcome_clear(&done);
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
    ck_assert(settings_change(at, settings, &err));
    enter(people[0], REGISTRATION_ACCEPTED);
    office_change(at, &registration_entity, find(people[0]), "role", "speaker", NULL);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    settings->speaker_takes_seat = false;
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n");
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
    ck_assert(settings_change(at, settings, &err));
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

/* --- by another role */

static bool
become(int64_t person, enum registration_role role, struct questions *sheet)
{
    struct registration *registration = record_new(&registration_entity);

    err = (struct error){ 0 };
    ck_assert(edit_load(at, &registration_entity, find(person), registration, &err));
    registration->role = role;
    const bool ok = register_change(at, registration, sheet, &err);
    record_free(&registration_entity, registration);
    return ok;
}

static void
enter_as(int64_t person, enum registration_role role)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .role = role };

    ck_assert(register_add(at, &request, &outcome, &err));
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
}

START_TEST(a_role_that_takes_a_seat__asks_what_every_way_to_one_asks)
{
    struct questions sheet = { 0 };

    enter_as(people[4], REGISTRATION_SPEAKER);
    for (size_t i = 0; i < 4; i++)
        enter(people[i], i < SEATS ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-20", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(!become(people[4], REGISTRATION_PARTICIPANT, &sheet));
    ck_assert_str_eq(err.field, "role");
    ck_assert_ptr_nonnull(strstr(err.message, "closed on Sat 20/02/2027"));

    office_change_unseen(meeting, "closes", "2027-03-10");
    ck_assert(!become(people[4], REGISTRATION_PARTICIPANT, &sheet));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_ptr_nonnull(strstr(err.message, "2 people wait longer, Cem first."));
    question_reply(&sheet, QUESTION_OVERTAKE, QUESTION_YES, "she speaks no more");
    ck_assert_msg(become(people[4], REGISTRATION_PARTICIPANT, &sheet), "%s", err.message);
    questions_clear(&sheet);
    office_expect("SELECT role FROM registration_view WHERE family = 'Eva'",
                  "participant\n");
    office_expect("SELECT j.act, r.text FROM journal_reason r JOIN journal j"
                  " ON j.id = r.journal",
                  "registration.overtake|she speaks no more\n");
}
END_TEST

/* --- a yes that is still to come */

/* One seat: Ada has it, the others wait, and each needs a yes from now on. */
static void
fill_unapproved(void)
{
    office_change(at, &meeting_entity, meeting, "seats", "1", "waiting_list", "automatic",
                  NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        enter(people[i], i < 1 ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_given(1, people[1], REGISTRATION_PENDING);
}

START_TEST(one_seat__waits_for_one_yes__in_strict_order)
{
    fill_unapproved();
    office_expect(SQL_LIST, "Bob|pending|1\nCem|waiting|2\nDia|waiting|3\n"
                            "Eva|waiting|4\n");
    ck_assert(act(people[4], REGISTRATION_WITHDRAW)); /* frees nothing */
    office_expect(SQL_LIST, "Bob|pending|1\nCem|waiting|2\nDia|waiting|3\n");
    ck_assert(!act(people[2], REGISTRATION_ACCEPT));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_ptr_nonnull(strstr(err.message, "1 person waits longer: Bob."));
    ck_assert_msg(act(people[1], REGISTRATION_ACCEPT), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|waiting|2\nDia|waiting|3\n");
}
END_TEST

START_TEST(a_no_to_who_had_their_turn__goes_on_to_the_next)
{
    fill_unapproved();
    ck_assert(act(people[1], REGISTRATION_REFUSE));
    expect_given(1, people[2], REGISTRATION_PENDING);
    office_expect(SQL_LIST, "Cem|pending|2\nDia|waiting|3\nEva|waiting|4\n");
    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    office_expect(SQL_LIST, "Cem|pending|2\nDia|pending|3\nEva|waiting|4\n");
}
END_TEST

START_TEST(a_newcomer__finds_the_seat_that_was_promised__taken)
{
    const int64_t fay = office_add_person(at, "Fay", NULL);

    fill_unapproved();
    for (size_t i = 2; i < PEOPLE; i++)
        ck_assert(act(people[i], REGISTRATION_WITHDRAW));
    enter(fay, REGISTRATION_PENDING);
    ck_assert(act(fay, REGISTRATION_ACCEPT));
    office_expect(SQL_LIST, "Bob|pending|1\nFay|waiting|5\n");
    expect_given(0, 0, 0);
}
END_TEST

/* --- why */

static void
expect_why(int64_t person, const char *expected)
{
    office_expect_why(at, find(person), expected);
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
               " seats taken.");
    expect_why(people[3],
               "Number 2 of 3 on the waiting list.  The meeting is full: 2 of 2"
               " seats taken.  The quota of Town is full: 1 of 1 seat taken.  1 person"
               " waits longer: Cem.");
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    expect_why(people[2], "A seat is offered, and held until they answer.");
    expect_why(people[1], "On the list as: withdrawn.  The meeting is full: 2 of 2"
                          " seats taken.  1 person waits longer: Eva.");
    office_change_unseen(meeting, "seats", "3");
    expect_why(people[4], "Number 2 of 2 on the waiting list.  Nothing keeps them from a"
                          " seat.");
    ck_assert(plan_act(at, meeting, MEETING_POSTPONE, "Strike", &err));
    expect_why(people[4],
               "Number 2 of 2 on the waiting list.  The meeting is postponed:"
               " seats are given by hand alone.  Nothing keeps them from a seat.");
    expect_why(people[3], "Number 1 of 2 on the waiting list.  The meeting is postponed:"
                          " seats are given by hand alone.  The quota of Town is full: 1"
                          " of 1 seat taken.");
}
END_TEST

START_TEST(why__says__that_a_seat_is_given_by_hand_once_the_meeting_is_held)
{
    fill();
    atelier_close(at);
    at = office_return(NULL, "2027-03-16 18:00");
    ck_assert_msg(plan_act(at, meeting, MEETING_HOLD, NULL, &err), "%s", err.message);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_why(people[2], "Number 1 of 3 on the waiting list.  The meeting is held: seats"
                          " are given by hand alone.  Nothing keeps them from a seat.");
    ck_assert_msg(act(people[2], REGISTRATION_ACCEPT), "%s", err.message);
}
END_TEST

START_TEST(why__answers__of_a_meeting_that_is_cancelled)
{
    fill();
    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "Strike", &err), "%s",
                  err.message);
    expect_why(people[2], "Number 1 of 3 on the waiting list.  The meeting is cancelled:"
                          " its list does not change any more.");
    expect_why(people[0], "On the list as: accepted.  The meeting is cancelled: its"
                          " list does not change any more.");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(
        tests, who_waits_longest__is_offered_the_seat__that_somebody_leaves, 0, 3);
    tcase_add_test(tests, a_list_that_gives_of_itself__accepts_at_once);
    tcase_add_test(tests, who_came_in_of_themselves__is_said_on_today__for_three_days);
    tcase_add_test(tests, without_a_list__nobody_is_given_anything);
    tcase_add_test(tests, an_offer__is_accepted__without_a_question);
    tcase_add_test(tests, an_offer_that_is_declined__goes_to_the_next);
    tcase_add_test(tests, an_offer__holds_the_seat__from_a_newcomer);
    tcase_add_test(tests, more_seats__are_offered__to_as_many);
    tcase_add_test(tests, several_who_leave_at_once__make_room_for_several);
    tcase_add_test(tests, a_newcomer__never_takes_the_seat__of_somebody_who_waits);
    tcase_add_test(tests, a_role_that_takes_no_seat__frees_one);
    tcase_add_test(tests, a_rule_by_which_fewer_take_seats__frees_them);
    tcase_add_test(tests, without_a_list_any_more__who_waits_is_passed_knowingly_alone);
    tcase_add_test(tests, who_was_not_approved__waits_for_a_yes__when_a_seat_comes);
    tcase_add_test(tests, who_needs_no_seat_any_more__waits_no_longer);
    tcase_add_test(tests, a_role_that_takes_a_seat__asks_what_every_way_to_one_asks);
    tcase_add_test(tests, one_seat__waits_for_one_yes__in_strict_order);
    tcase_add_test(tests, a_no_to_who_had_their_turn__goes_on_to_the_next);
    tcase_add_test(tests, a_newcomer__finds_the_seat_that_was_promised__taken);
    tcase_add_test(tests, why__says_the_place_and_what_is_full);
    tcase_add_test(tests,
                   why__says__that_a_seat_is_given_by_hand_once_the_meeting_is_held);
    tcase_add_test(tests, why__answers__of_a_meeting_that_is_cancelled);
}

SUITE_MAIN("settle")
