/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_test.c - the way to a seat: one live registration, no seat given twice, no
 * one expelled (rules 1 to 3) */
#include <string.h>

#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "register_office.h"
#include "several.h"

START_TEST(a_person__is_on_the_list__once)
{
    struct register_outcome outcome;

    int64_t first = office_register(at, meeting, anna);
    int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(add(at, anna, NULL, &outcome));
    ck_assert(outcome.already);
    ck_assert_int_eq(outcome.registration, first);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    expect_seats(SEATS, 1);
}
END_TEST

START_TEST(a_withdrawn_registration__stays__as_history)
{
    int64_t first = office_register(at, meeting, anna);
    ck_assert(act(first, REGISTRATION_WITHDRAW, "another meeting"));
    expect_seats(SEATS, 0);

    int64_t second = office_register(at, meeting, anna);
    ck_assert_int_ne(first, second);
    office_expect("SELECT state, excuse FROM registration_view ORDER BY id",
                  "withdrawn|another meeting\naccepted|-\n");
    int64_t found;
    ck_assert(register_find(at, meeting, anna, &found, &err));
    ck_assert_int_eq(found, second);
    expect_seats(SEATS, 1);
}
END_TEST

START_TEST(reviving__beside_a_live_registration__is_refused)
{
    struct bulk_outcome bulk = { 0 };

    int64_t first = office_register(at, meeting, anna);
    ck_assert(act(first, REGISTRATION_WITHDRAW, NULL));
    office_register(at, meeting, anna);
    ck_assert(!act(first, REGISTRATION_REVIVE, NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    const struct bulk_request request = several(REGISTRATION_REVIVE, &first, 1);
    ck_assert(register_bulk(at, &request, &bulk, &err));
    ck_assert_uint_eq(bulk.done, 0);
    ck_assert_uint_eq(bulk.count, 1);
    ck_assert_int_eq(bulk.rows[0].refusal.kind, ERROR_RULE);
    bulk_outcome_clear(&bulk);
    office_expect(SQL_STATES, "Müller|withdrawn\nMüller|accepted\n");
}
END_TEST

START_TEST(an_email__may_be_shared)
{
    struct register_outcome outcome;

    office_change(at, &person_entity, anna, "email", "office@example.org", NULL);
    office_change(at, &person_entity, bruno, "email", "office@example.org", NULL);
    fill();
    expect_seats(SEATS, SEATS);
    ck_assert(add(at, bruno, NULL, &outcome));
    ck_assert(outcome.already);
}
END_TEST

START_TEST(the_last_seat__is_given__and_counted)
{
    struct register_outcome outcome;

    office_register(at, meeting, anna);
    ck_assert(add(at, bruno, NULL, &outcome));
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
    ck_assert_int_eq(outcome.seats.seats, SEATS);
    ck_assert_int_eq(outcome.seats.taken, SEATS);
    ck_assert(!outcome.passed.seats);
}
END_TEST

START_TEST(a_full_meeting__asks__with_both_figures)
{
    struct register_outcome outcome;

    office_change(at, &meeting_entity, meeting, "seats", "12", NULL);
    fill();
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(!add(at, chloe, NULL, &outcome));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert_ptr_nonnull(strstr(err.message, "2 of 1"));
    ck_assert(!add(at, chloe, "  ", &outcome));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
}
END_TEST

START_TEST(an_overbooking__leaves_its_reason__in_the_journal)
{
    struct register_outcome outcome;

    fill();
    ck_assert(add(at, chloe, "  the mayor  asks ", &outcome));
    ck_assert(outcome.passed.seats);
    ck_assert_int_eq(outcome.seats.taken, SEATS + 1);
    office_expect(SQL_LAST_ACT, "registration.overbook|the mayor asks\n");
    expect_seats(SEATS, SEATS + 1);
}
END_TEST

START_TEST(a_reason__that_was_not_needed__is_no_overbooking)
{
    struct register_outcome outcome;

    ck_assert(add(at, anna, "in case", &outcome));
    ck_assert(!outcome.passed.seats);
    office_expect(SQL_LAST_ACT, "registration.add|-\n");
}
END_TEST

START_TEST(the_desk__may_register__and_not_overbook)
{
    struct register_outcome outcome;
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    office_register(desk, meeting, anna);
    office_register(desk, meeting, bruno);
    ck_assert(!add(desk, chloe, "the mayor asks", &outcome));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    expect_seats(SEATS, SEATS);
    atelier_close(desk);
}
END_TEST

START_TEST(withdrawing__frees_the_seat)
{
    struct register_outcome outcome;

    int64_t first = office_register(at, meeting, anna);
    office_register(at, meeting, bruno);
    ck_assert(act(first, REGISTRATION_WITHDRAW, "ill"));
    office_expect(SQL_LAST_ACT, "registration.withdraw|ill\n");
    expect_seats(SEATS, 1);
    ck_assert(add(at, chloe, NULL, &outcome));
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
}
END_TEST

START_TEST(reviving__is_enrolled_as_any_other)
{
    int64_t first = office_register(at, meeting, anna);
    ck_assert(act(first, REGISTRATION_WITHDRAW, NULL));
    office_register(at, meeting, bruno);
    office_register(at, meeting, chloe);
    ck_assert(!act(first, REGISTRATION_REVIVE, NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    struct register_outcome outcome;
    ck_assert(register_act(at, first, REGISTRATION_REVIVE, NULL,
                           office_answer(QUESTION_SEAT, "promised"), &outcome, &err));
    office_expect(SQL_LAST_ACT, "registration.overbook|promised\n");
    expect_seats(SEATS, SEATS + 1);
}
END_TEST

START_TEST(the_invited__take_no_seat__until_they_accept)
{
    struct convene_outcome convened;
    struct register_outcome outcome;
    int64_t registration;

    int64_t member = office_add_member(at, group, "Costa", "member", "2027-01-01", "");
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    expect_seats(SEATS, 0);
    ck_assert(register_find(at, meeting, member, &registration, &err));
    ck_assert(act(registration, REGISTRATION_ACCEPT, NULL));
    office_expect(SQL_LAST_ACT, "registration.accept|-\n");
    expect_seats(SEATS, 1);

    int64_t other = office_add_member(at, group, "Duarte", "member", "2027-01-01", "");
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    ck_assert(register_find(at, meeting, other, &registration, &err));
    ck_assert(act(registration, REGISTRATION_DECLINE, "on leave"));
    office_expect(SQL_STATES, "Costa|accepted\nDuarte|declined\n");
    expect_seats(SEATS, 1);

    /* Who is invited and registers takes the row that is there. */
    int64_t third = office_add_member(at, group, "Evans", "member", "2027-01-01", "");
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    ck_assert(add(at, third, NULL, &outcome));
    office_expect(SQL_STATES, "Costa|accepted\nDuarte|declined\nEvans|accepted\n");
    expect_seats(SEATS, 2);
}
END_TEST

START_TEST(accepting_into_a_full_meeting__is_told__as_waiting)
{
    struct convene_outcome convened;
    int64_t registration;

    const int64_t member =
        office_add_member(at, group, "Costa", "member", "2027-01-01", "");
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    fill();
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    ck_assert(register_find(at, meeting, member, &registration, &err));
    ck_assert(act(registration, REGISTRATION_ACCEPT, NULL));
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\nCosta|waiting\n");
    office_expect(SQL_LAST_ACT, "registration.wait|-\n");
    ck_assert(act(registration, REGISTRATION_WITHDRAW, NULL));
    ck_assert(act(registration, REGISTRATION_REVIVE, NULL));
    office_expect(SQL_LAST_ACT, "registration.wait|-\n");
}
END_TEST

START_TEST(pending_people__take_a_seat__when_they_are_accepted)
{
    struct register_outcome outcome;

    office_change(at, &meeting_entity, meeting, "approval", "1", "seats", "1", NULL);
    ck_assert(add(at, anna, NULL, &outcome));
    ck_assert_int_eq(outcome.state, REGISTRATION_PENDING);
    int64_t first = outcome.registration;
    ck_assert(add(at, bruno, NULL, &outcome));
    ck_assert_int_eq(outcome.seats.taken, 0);
    ck_assert(act(first, REGISTRATION_ACCEPT, NULL));
    ck_assert(!act(outcome.registration, REGISTRATION_ACCEPT, NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert(act(outcome.registration, REGISTRATION_REFUSE, "no seat left"));
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|refused\n");
    expect_seats(1, 1);
}
END_TEST

START_TEST(a_newcomer__waits__behind_those_who_wait)
{
    struct register_outcome outcome;

    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    int64_t first = office_register(at, meeting, anna);
    office_register(at, meeting, bruno);
    office_register(at, meeting, chloe);
    ck_assert(act(first, REGISTRATION_WITHDRAW, NULL));
    ck_assert(add(at, office_add_person(at, "Novak", "Dana"), NULL, &outcome));
    ck_assert_int_eq(outcome.state, REGISTRATION_WAITING);
    office_expect("SELECT family, state, rank FROM registration_view WHERE rank > 0"
                  " ORDER BY rank",
                  "Petit|offered|1\nNovak|waiting|2\n");
    expect_seats(SEATS, 2);
}
END_TEST

START_TEST(many_acts__tell_each_reason__and_pass_over_who_was_removed)
{
    struct bulk_outcome bulk = { 0 };

    fill();
    int64_t ids[3] = { 0, 0, 999999 };
    ck_assert(register_find(at, meeting, anna, &ids[0], &err));
    ck_assert(register_find(at, meeting, bruno, &ids[1], &err));
    ck_assert(act(ids[0], REGISTRATION_WITHDRAW, NULL));
    const struct bulk_request request = several(REGISTRATION_WITHDRAW, ids, 3);
    ck_assert(register_bulk(at, &request, &bulk, &err));
    ck_assert_uint_eq(bulk.done, 1);
    ck_assert_uint_eq(bulk.count, 3);
    ck_assert_int_eq(bulk.rows[0].refusal.kind, ERROR_RULE);
    ck_assert_int_eq(bulk.rows[1].refusal.kind, ERROR_NONE);
    ck_assert_int_eq(bulk.rows[2].refusal.kind, ERROR_NOT_FOUND);
    bulk_outcome_clear(&bulk);
}
END_TEST

START_TEST(a_no_is_in_the_history__by_the_word_of_the_state_that_it_leads_to)
{
    struct convene_outcome convened;
    struct bulk_outcome bulk = { 0 };
    int64_t ids[3] = { 0, 0, 0 };

    fill();
    const int64_t member =
        office_add_member(at, group, "Costa", "member", "2027-01-01", "");
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    ck_assert(register_find(at, meeting, anna, &ids[0], &err));
    ck_assert(register_find(at, meeting, bruno, &ids[1], &err));
    ck_assert(register_find(at, meeting, member, &ids[2], &err));
    ck_assert(act(ids[2], REGISTRATION_DECLINE, NULL)); /* invited */
    office_expect(SQL_LAST_ACT, "registration.decline|-\n");
    ck_assert(act(ids[0], REGISTRATION_DECLINE, NULL)); /* accepted */
    office_expect(SQL_LAST_ACT, "registration.withdraw|-\n");
    office_expect(SQL_STATES, "Müller|withdrawn\nBianchi|accepted\nCosta|declined\n");

    const struct bulk_request request = several(REGISTRATION_DECLINE, &ids[1], 1);
    ck_assert(register_bulk(at, &request, &bulk, &err));
    office_expect(SQL_LAST_ACT, "registration.withdraw|-\n");
    bulk_outcome_clear(&bulk);
}
END_TEST

START_TEST(many_acts__beyond_the_seats__are_an_overbooking_too)
{
    struct bulk_outcome bulk = { 0 };

    fill();
    int64_t ids[2];
    ck_assert(register_find(at, meeting, anna, &ids[0], &err));
    ck_assert(register_find(at, meeting, bruno, &ids[1], &err));
    struct bulk_request request = several(REGISTRATION_WITHDRAW, ids, 2);
    ck_assert(register_bulk(at, &request, &bulk, &err));
    ck_assert_uint_eq(bulk.done, 2);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);

    request = several(REGISTRATION_REVIVE, ids, 2);
    ck_assert(register_bulk(at, &request, &bulk, &err));
    ck_assert_uint_eq(bulk.done, 1);
    ck_assert_uint_eq(bulk.count, 2);
    ck_assert_int_eq(bulk.rows[1].registration, ids[1]);
    ck_assert_int_eq(bulk.rows[1].refusal.kind, ERROR_QUESTION);
    office_expect(SQL_LAST_ACT, "registration.revive|-\n");

    request = several(REGISTRATION_REVIVE, &ids[1], 1);
    request.questions = office_answer(QUESTION_SEAT, "promised");
    ck_assert(register_bulk(at, &request, &bulk, &err));
    ck_assert_uint_eq(bulk.done, 1);
    bulk_outcome_clear(&bulk);
    office_expect(SQL_LAST_ACT, "registration.overbook|promised\n");
}
END_TEST

START_TEST(fewer_seats__warn__and_expel_no_one)
{
    struct meeting *changed = record_new(&meeting_entity);
    unsigned warnings;

    fill();
    ck_assert(edit_load(at, &meeting_entity, meeting, changed, &err));
    changed->seats = 1;
    ck_assert(plan_change(at, changed, NULL, &warnings, &err));
    ck_assert_uint_eq(warnings, MEETING_WARN_SEATS_BELOW_TAKEN);
    record_free(&meeting_entity, changed);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
    expect_seats(1, SEATS);
}
END_TEST

/* Facts of a registration are edited; its state and seat are not (rule 3). */
START_TEST(editing_a_registration__is_no_way_to_a_seat)
{
    struct registration *changed = record_new(&registration_entity);

    int64_t first = office_register(at, meeting, anna);
    ck_assert(act(first, REGISTRATION_WITHDRAW, NULL));
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    office_register(at, meeting, bruno);
    ck_assert(edit_load(at, &registration_entity, first, changed, &err));
    changed->state = REGISTRATION_ACCEPTED;
    ck_assert(!edit_change(at, &registration_entity, changed, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    record_free(&registration_entity, changed);
    expect_seats(1, 1);
}
END_TEST

START_TEST(a_note__on_a_row_that_moved__is_a_conflict)
{
    struct registration *changed = record_new(&registration_entity);

    int64_t first = office_register(at, meeting, anna);
    ck_assert(edit_load(at, &registration_entity, first, changed, &err));
    ck_assert(act(first, REGISTRATION_WITHDRAW, NULL));
    changed->rank = 3;
    ck_assert(!edit_change(at, &registration_entity, changed, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    record_free(&registration_entity, changed);
}
END_TEST

START_TEST(a_speaker__becomes_a_participant__only_if_a_seat_is_free)
{
    struct registration *changed = record_new(&registration_entity);
    const struct register_request request = { .meeting = meeting,
                                              .person = chloe,
                                              .role = REGISTRATION_SPEAKER };
    struct register_outcome outcome;

    fill();
    ck_assert(register_add(at, &request, &outcome, &err));
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
    ck_assert(edit_load(at, &registration_entity, outcome.registration, changed, &err));
    changed->role = REGISTRATION_PARTICIPANT;
    ck_assert(!edit_change(at, &registration_entity, changed, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    expect_seats(SEATS, SEATS);

    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    ck_assert(edit_change(at, &registration_entity, changed, &err));
    record_free(&registration_entity, changed);
    expect_seats(3, 3);
}
END_TEST

START_TEST(names__are_copied__as_they_are_that_day)
{
    office_register(at, meeting, anna);
    office_change(at, &person_entity, anna, "family", "Schmidt", NULL);
    office_expect(SQL_STATES, "Müller|accepted\n");
}
END_TEST

START_TEST(a_list__opens_and_closes__on_its_days)
{
    struct register_outcome outcome;

    office_change(at, &meeting_entity, meeting, "opens", "2027-03-02", NULL);
    ck_assert(!add(at, anna, NULL, &outcome));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_change(at, &meeting_entity, meeting, "opens", "2027-02-01", "closes",
                  "2027-03-01", NULL);
    ck_assert(add(at, anna, NULL, &outcome));
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-28", NULL);
    ck_assert(!add(at, bruno, NULL, &outcome));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    expect_seats(SEATS, 1);
}
END_TEST

START_TEST(a_meeting__that_is_not_there__is_not_found)
{
    const struct register_request request = { .meeting = 99, .person = anna };
    struct register_outcome outcome;

    ck_assert(!register_add(at, &request, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert(!act(99, REGISTRATION_ACCEPT, NULL));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert(!add(at, 99, NULL, &outcome));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_person__is_on_the_list__once);
    tcase_add_test(tests, a_withdrawn_registration__stays__as_history);
    tcase_add_test(tests, reviving__beside_a_live_registration__is_refused);
    tcase_add_test(tests, an_email__may_be_shared);
    tcase_add_test(tests, the_last_seat__is_given__and_counted);
    tcase_add_test(tests, a_full_meeting__asks__with_both_figures);
    tcase_add_test(tests, an_overbooking__leaves_its_reason__in_the_journal);
    tcase_add_test(tests, a_reason__that_was_not_needed__is_no_overbooking);
    tcase_add_test(tests, the_desk__may_register__and_not_overbook);
    tcase_add_test(tests, withdrawing__frees_the_seat);
    tcase_add_test(tests, reviving__is_enrolled_as_any_other);
    tcase_add_test(tests, the_invited__take_no_seat__until_they_accept);
    tcase_add_test(tests, accepting_into_a_full_meeting__is_told__as_waiting);
    tcase_add_test(tests, pending_people__take_a_seat__when_they_are_accepted);
    tcase_add_test(tests, a_newcomer__waits__behind_those_who_wait);
    tcase_add_test(tests, many_acts__tell_each_reason__and_pass_over_who_was_removed);
    tcase_add_test(tests,
                   a_no_is_in_the_history__by_the_word_of_the_state_that_it_leads_to);
    tcase_add_test(tests, many_acts__beyond_the_seats__are_an_overbooking_too);
    tcase_add_test(tests, fewer_seats__warn__and_expel_no_one);
    tcase_add_test(tests, editing_a_registration__is_no_way_to_a_seat);
    tcase_add_test(tests, a_note__on_a_row_that_moved__is_a_conflict);
    tcase_add_test(tests, a_speaker__becomes_a_participant__only_if_a_seat_is_free);
    tcase_add_test(tests, names__are_copied__as_they_are_that_day);
    tcase_add_test(tests, a_list__opens_and_closes__on_its_days);
    tcase_add_test(tests, a_meeting__that_is_not_there__is_not_found);
}

SUITE_MAIN("register")
