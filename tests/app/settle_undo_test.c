/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_undo_test.c - what an undo does to seats that were given out */
#include "atelier/app/change_settings.h"
#include "settle_undo_office.h"

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

/* Bob waits for a quota of Town or of Lyon, and is offered the seat when it becomes one
 * of others. */
static void
pass_to_others(bool by_category)
{
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    const int64_t limit =
        by_category ? limit_to(towns, "most", "1", NULL)
                    : office_add(at, &seat_limit_entity, "meeting", rows_number(meeting),
                                 "scope", "organisation", "organisation",
                                 rows_number(town), "kind", "most", "people", "1", NULL);

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    if (by_category)
        office_change(at, &seat_limit_entity, limit, "category", rows_number(regions),
                      NULL);
    else
        office_change(at, &seat_limit_entity, limit, "organisation", rows_number(region),
                      NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\n");
}

START_TEST(an_undo_that_gives_a_quota_back_to_its_people__takes_their_offers_back)
{
    pass_to_others(_i == 0);
    for (int i = 0; i < 2; i++) {
        ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
        office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|1\n");
        ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
        office_expect(SQL_LIST, "Ada|accepted|-\nBob|offered|1\n");
    }
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

static int64_t
last_given(void)
{
    return database_file_number(
        "SELECT max(id) FROM journal WHERE act = 'registration.promote'");
}

START_TEST(a_seat_that_would_go_to_them_again__is_not_taken_back)
{
    if (_i == 1)
        office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(!undo_act(at, last_given(), NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "would go to Cem again at once"));
    office_expect("SELECT state FROM registration_view WHERE family = 'Cem'",
                  _i == 1 ? "accepted\n" : "offered\n");
}
END_TEST

/* Whoever speaks takes no seat: that none is free keeps nobody from it. */
START_TEST(a_place_that_needs_no_seat__is_not_taken_back_at_a_full_meeting)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    office_change(at, &registration_entity, find(people[2]), "role", "speaker", NULL);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|accepted|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    office_expect("SELECT seats, taken FROM seat_view", "2|2\n");
    ck_assert(!undo_act(at, last_given(), NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "would go to Cem again at once"));
}
END_TEST

/* No list, no day that lets anybody in, and no seat once the meeting has fewer: they wait
 * again at their place. */
START_TEST(a_seat_that_would_not_go_to_them_again__is_taken_back)
{
    static const char *const changes[][2] = { { "waiting_list", "none" },
                                              { "closes", "2027-01-01" },
                                              { "seats", "1" } };

    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_change(at, &meeting_entity, meeting, changes[_i][0], changes[_i][1], NULL);
    ck_assert_msg(undo_act(at, last_given(), NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "registration.promote");
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|waiting|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
    /* And with it what was before it. */
    const int64_t cem = database_file_number(
        "SELECT j.id FROM journal j JOIN registration_view r ON r.id = j.row"
        " WHERE j.act = 'registration.add' AND r.family = 'Cem'");
    ck_assert_msg(undo_act(at, cem, NULL, &entry, &err), "%s", err.message);
}
END_TEST

/* Dia and Eva came to two seats more; Cem, who stands before them, is put back to wait
 * and would have one of these. */
START_TEST(a_seat_that_goes_to_somebody_before_them__is_taken_back)
{
    let_work_for(people[2], town);
    const int64_t limit = limit_to(towns, "most", "0", NULL);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_expect("SELECT family FROM registration_view WHERE state = 'offered'",
                  "Dia\n");
    const int64_t given = last_given();
    ck_assert(!undo_act(at, given, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "would go to Dia again"));
    ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 1, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, given, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

START_TEST(a_settlement_that_was_answered__says_who_answered)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert(act(people[2], REGISTRATION_ACCEPT));
    ck_assert(!undo_act(at, last_given(), NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "has changed “State”"));
}
END_TEST

/* --- what counts seats */

static void
set_rule(bool pending, bool speaker, bool staff)
{
    struct settings *settings = record_new(&settings_entity);

    atelier_changed(at);
    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->pending_takes_seat = pending;
    settings->speaker_takes_seat = speaker;
    settings->staff_takes_seat = staff;
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
}

static int64_t
last_settings(void)
{
    return database_file_number(
        "SELECT max(id) FROM journal WHERE act = 'settings.change'");
}

static void
enter_as(int64_t person, enum registration_role role)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .role = role };

    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
}

/* A speaker and somebody of the office have both seats; Cem waits. */
static void
fill_with_helpers(void)
{
    set_rule(true, true, true);
    enter_as(people[0], REGISTRATION_SPEAKER);
    enter_as(people[1], REGISTRATION_STAFF);
    enter(people[2], REGISTRATION_WAITING);
}

START_TEST(seats_that_an_undone_setting_frees__are_offered)
{
    fill_with_helpers();
    office_expect("SELECT seats, taken FROM seat_view", "2|2\n");
    expect_undone(last_settings());
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n");
    /* And redone: the offer came of the undo. */
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n");
}
END_TEST

START_TEST(a_setting_that_an_undo_brings_back__takes_its_offers_back)
{
    fill_with_helpers();
    set_rule(true, true, false);
    const int64_t freed = last_settings();
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|offered|1\n");
    expect_undone(freed);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n");
}
END_TEST

/* Not undone before that is meant, and of whom it says who it is. */
static void
expect_asked(int64_t number, enum question_kind question, const char *sentence)
{
    struct questions sheet = { 0 };

    ck_assert(!undo_act(at, number, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, question);
    ck_assert_str_eq(err.message, sentence);
    question_reply(&sheet, question, QUESTION_YES, "the mayor");
    ck_assert_msg(undo_act(at, number, &sheet, &entry, &err), "%s", err.message);
    questions_clear(&sheet);
}

START_TEST(a_setting_that_an_undo_brings_back__asks_of_who_came_in_since)
{
    fill_with_helpers();
    set_rule(true, true, false);
    const int64_t freed = last_settings();
    ck_assert(act(people[2], REGISTRATION_ACCEPT));
    expect_asked(freed, QUESTION_SEAT,
                 "More people than seats would be left (3 of 2 taken).  Came in since: "
                 "Cem.");
    office_expect("SELECT seats, taken FROM seat_view", "2|3\n");
}
END_TEST

static void
fill_by_rule(void)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    fill();
}

START_TEST(more_seats_that_are_undone__ask_of_who_came_in_since)
{
    fill_by_rule();
    office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    expect_asked(
        database_file_number("SELECT max(id) FROM journal WHERE act = 'meeting.change'"),
        QUESTION_SEAT,
        "More people than seats would be left (4 of 2 taken).  Came in since: "
        "Cem; Dia.");
    /* Those two go back to their place, and nothing is left to ask. */
    expect_undone(last_given());
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
}
END_TEST

START_TEST(many_who_came_in_since__are_told_by_the_first_three)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    for (int i = 1; i < PEOPLE; i++)
        enter(people[i], REGISTRATION_WAITING);
    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    const int64_t raise =
        database_file_number("SELECT max(id) FROM journal WHERE act = 'meeting.change'");
    enter(office_add_person(at, "Fay", NULL), REGISTRATION_WAITING);
    expect_asked(raise, QUESTION_SEAT,
                 "More people than seats would be left (5 of 1 taken).  Came in since: "
                 "Bob; Cem; Dia; ….");
}
END_TEST

START_TEST(seats_that_were_passed_before__ask_nothing)
{
    fill_by_rule();
    overbook(office_add_person(at, "Fay", NULL));
    overbook(office_add_person(at, "Gus", NULL));
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    expect_undone(last_act());
    office_expect("SELECT seats, taken FROM seat_view", "2|4\n");
}
END_TEST

/* A quota of Town, raised or removed, let Bob in; Cem is of another category. */
START_TEST(a_quota_that_let_people_in__asks_of_those)
{
    office_change(at, &meeting_entity, meeting, "seats", "5", NULL);
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    let_work_for(people[0], town);
    let_work_for(people[1], town);
    let_work_for(people[2], region);
    const int64_t limit = limit_to(towns, "most", "1", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    if (_i == 0)
        office_change(at, &seat_limit_entity, limit, "people", "2", NULL);
    else
        ck_assert_msg(edit_remove(at, &seat_limit_entity, limit, 1, &err), "%s",
                      err.message);
    const int64_t raised =
        database_file_number("SELECT max(id) FROM journal WHERE act LIKE 'seat_limit.%'");
    enter(people[2], REGISTRATION_ACCEPTED);
    expect_asked(raised, QUESTION_QUOTA,
                 "The quota of Town is full: 2 of 1 seat taken.  Came in since: Bob.");
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|accepted|-\nBob|accepted|1\n");
}
END_TEST

/* Whoever came in takes one that is held again. */
START_TEST(a_hold_that_let_people_in__asks_of_those)
{
    office_change(at, &meeting_entity, meeting, "waiting_list", "automatic", NULL);
    let_work_for(people[2], region);
    const int64_t hold = limit_to(towns, "hold", "1", NULL);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    ck_assert_msg(edit_remove(at, &seat_limit_entity, hold, 1, &err), "%s", err.message);
    office_expect(SQL_LIST, "Bob|accepted|-\nCem|accepted|1\n");
    expect_asked(database_file_number(
                     "SELECT max(id) FROM journal WHERE act = 'seat_limit.remove'"),
                 QUESTION_QUOTA, "1 seat is still held for Town.  Came in since: Cem.");
}
END_TEST

/* Dia, pending, holds the third seat, and Cem is promised what the setting frees of it:
 * nobody waits, and nothing is offered. */
START_TEST(a_setting_that_an_undo_brings_back__takes_its_promises_back)
{
    struct undo_offers offers;

    set_rule(true, true, true);
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    enter(people[3], REGISTRATION_PENDING);
    enter(people[2], REGISTRATION_WAITING);
    set_rule(false, true, true);
    const int64_t freed = last_settings();
    for (int i = 0; i < 2; i++) {
        office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|pending|-\n"
                                "Cem|pending|1\n");
        if (i == 0)
            expect_undone(freed);
        else
            ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
        office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|pending|-\n"
                                "Cem|waiting|1\n");
        office_expect("SELECT seats, taken FROM seat_view", "3|3\n");
        ck_assert(undo_offers_find(at, &entry, &offers));
        ck_assert_uint_eq(offers.count, 1);
        undo_offers_clear(&offers);
        ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    }
}
END_TEST

START_TEST(an_undone_setting_that_counts_no_seats__moves_nobody)
{
    offer_to_cem();
    struct settings *settings = record_new(&settings_entity);
    atelier_changed(at);
    record_copy(&settings_entity, settings, atelier_settings(at));
    memory_replace(&settings->network, "Ateliers");
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
    const int64_t acts = last_act();
    expect_undone(acts);
    ck_assert_int_eq(last_act(), acts + 1);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

START_TEST(a_day_of_opening_that_is_undone__lets_the_free_seat_go)
{
    fill();
    office_change(at, &meeting_entity, meeting, "opens", "2027-03-14", NULL);
    const int64_t opening = last_act();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "waiting\n");
    expect_undone(opening);
    office_expect("SELECT state FROM registration_view WHERE rank = 1", "offered\n");
}
END_TEST

/* Cem's offer stood before Bob left, Dia was promised his seat. */
START_TEST(a_promise_of_since__goes_before_an_offer_that_stood)
{
    set_rule(true, false, false);
    offer_to_cem();
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_expect(SQL_LIST, "Cem|offered|1\nDia|pending|2\nEva|waiting|3\n");
    for (int i = 0; i < 2; i++) {
        struct undo_offers offers;
        ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
        office_expect(SQL_LIST, "Bob|accepted|-\nCem|offered|1\nDia|waiting|2\n"
                                "Eva|waiting|3\n");
        ck_assert(undo_offers_find(at, &entry, &offers));
        ck_assert_uint_eq(offers.count, 1);
        ck_assert_int_eq(offers.people[0], people[3]);
        undo_offers_clear(&offers);
        ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
        office_expect(SQL_LIST, "Cem|offered|1\nDia|pending|2\nEva|waiting|3\n");
    }
}
END_TEST

START_TEST(a_promise_of_since__is_taken_back_and_still_needs_its_yes)
{
    set_rule(true, false, false);
    fill();
    office_change(at, &meeting_entity, meeting, "approval", "1", NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\nEva|waiting|3\n");
    ck_assert(act(people[1], REGISTRATION_WITHDRAW));
    office_expect(SQL_LIST, "Ada|accepted|-\nCem|pending|1\nDia|waiting|2\n"
                            "Eva|waiting|3\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_undo_that_takes_seats_away__takes_their_offers_back);
    tcase_add_test(tests, an_undo_that_brings_a_quota_back__takes_its_offers_back);
    tcase_add_loop_test(
        tests, an_undo_that_gives_a_quota_back_to_its_people__takes_their_offers_back, 0,
        2);
    tcase_add_test(tests, an_undo_of_something_else__leaves_offers_alone);
    tcase_add_test(tests, an_undo__takes_an_unanswered_offer_back);
    tcase_add_test(tests, a_seat_that_was_taken_since__is_asked_for);
    tcase_add_test(tests, seats_that_an_undo_frees__are_offered_not_given);
    tcase_add_loop_test(tests, a_seat_that_would_go_to_them_again__is_not_taken_back, 0,
                        2);
    tcase_add_test(tests,
                   a_place_that_needs_no_seat__is_not_taken_back_at_a_full_meeting);
    tcase_add_loop_test(tests, a_seat_that_would_not_go_to_them_again__is_taken_back, 0,
                        3);
    tcase_add_test(tests, a_seat_that_goes_to_somebody_before_them__is_taken_back);
    tcase_add_test(tests, a_settlement_that_was_answered__says_who_answered);
    tcase_add_test(tests, seats_that_an_undone_setting_frees__are_offered);
    tcase_add_test(tests, a_setting_that_an_undo_brings_back__takes_its_offers_back);
    tcase_add_test(tests, a_setting_that_an_undo_brings_back__asks_of_who_came_in_since);
    tcase_add_test(tests, more_seats_that_are_undone__ask_of_who_came_in_since);
    tcase_add_test(tests, many_who_came_in_since__are_told_by_the_first_three);
    tcase_add_test(tests, seats_that_were_passed_before__ask_nothing);
    tcase_add_loop_test(tests, a_quota_that_let_people_in__asks_of_those, 0, 2);
    tcase_add_test(tests, a_hold_that_let_people_in__asks_of_those);
    tcase_add_test(tests, a_setting_that_an_undo_brings_back__takes_its_promises_back);
    tcase_add_test(tests, an_undone_setting_that_counts_no_seats__moves_nobody);
    tcase_add_test(tests, a_promise_of_since__goes_before_an_offer_that_stood);
    tcase_add_test(tests, a_promise_of_since__is_taken_back_and_still_needs_its_yes);
    tcase_add_test(tests, a_day_of_opening_that_is_undone__lets_the_free_seat_go);
}

SUITE_MAIN("settle_undo")
