/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_meetings_test.c - people onto the lists of all meetings of a group that come:
 * one act, one undo, and told before */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/register_meetings.h"
#include "atelier/app/undo.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/meeting_question.h"
#include "register_office.h"
#include "support/rows.h"

static struct meetings_outcome outcome;
static int64_t second, third, held_up;
static int64_t *found;
static size_t found_count;

/* Two seats on the first day, one on the second; the third is another group's, and one
 * has no day any more. */
static void
set_up_days(void)
{
    set_up();
    second = office_add_meeting(at, group, "2027-04-16 09:30", 1);
    third = office_add_meeting(at, office_add_group(at, "MOB"), "2027-05-16 09:30", 1);
    held_up = office_add_meeting(at, group, "2027-06-16 09:30", 9);
    (void)third;
    memset(&outcome, 0, sizeof outcome);
    found = NULL;
}

static void
end_days(void)
{
    meetings_outcome_clear(&outcome);
    free(found);
    tear_down();
}

static char *
picture(void)
{
    return database_file_dump("SELECT meeting, person, state, rank FROM "
                              "registration_view ORDER BY id");
}

static bool
enrol(const int64_t *persons, size_t count, bool dry_run)
{
    const struct meetings_request request = { .meetings = found,
                                              .meeting_count = found_count,
                                              .persons = persons,
                                              .person_count = count,
                                              .dry_run = dry_run };

    error_clear(&err);
    return register_meetings(at, &request, &outcome, &err);
}

START_TEST(the_meetings_to_come_of_the_group__are_found__the_next_first)
{
    ck_assert(register_meetings_find(at, group, &found, &found_count, &err));
    ck_assert_uint_eq(found_count, 3);
    ck_assert_int_eq(found[0], meeting);
    ck_assert_int_eq(found[1], second);
    ck_assert_int_eq(found[2], held_up);
}
END_TEST

START_TEST(a_dry_run__tells_what_the_act_does__and_one_undo_takes_all_back)
{
    const int64_t persons[] = { anna, bruno };
    struct journal_entry entry = { 0 };

    ck_assert(register_meetings_find(at, group, &found, &found_count, &err));
    office_register(at, meeting, anna);
    char *before = picture();
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert_msg(enrol(persons, 2, true), "%s", err.message);
    ck_assert_uint_eq(outcome.count, 6);
    ck_assert_uint_eq(outcome.done, 4);
    ck_assert_uint_eq(outcome.already, 1);
    ck_assert_uint_eq(outcome.refused, 1); /* no second seat on the second day */
    ck_assert_int_eq(outcome.rows[3].refusal.kind, ERROR_QUESTION);
    char *after = picture();
    ck_assert_str_eq(after, before);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    free(after);

    ck_assert_msg(enrol(persons, 2, false), "%s", err.message);
    ck_assert_uint_eq(outcome.done, 4);
    ck_assert_uint_eq(outcome.refused, 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect_whole(at);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    after = picture();
    ck_assert_str_eq(after, before);
    office_expect_whole(at);
    journal_entry_clear(&entry);
    free(after);
    free(before);
}
END_TEST

START_TEST(who_waits_at_one_of_them__is_told_as_waiting__and_named)
{
    const int64_t persons[] = { anna, bruno };
    struct buffer text = { 0 };

    office_change(at, &meeting_entity, second, "waiting_list", "propose", NULL);
    found = malloc(2 * sizeof(*found));
    found[0] = second;
    found[1] = meeting;
    found_count = 2;
    ck_assert(enrol(persons, 2, false));
    ck_assert_uint_eq(outcome.done, 4);
    ck_assert_int_eq(outcome.rows[1].outcome.state, REGISTRATION_WAITING);
    meetings_outcome_say(at, &outcome, 1, &text);
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "waiting: Bianchi, Bruno"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "accepted: Müller, Anna; … (2)"));
    buffer_clear(&text);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_list_that_is_shut__refuses_each__and_the_others_go_on)
{
    const int64_t persons[] = { anna };

    office_change(at, &meeting_entity, second, "closes", "2027-01-01", NULL);
    ck_assert(register_meetings_find(at, group, &found, &found_count, &err));
    ck_assert(enrol(persons, 1, false));
    ck_assert_uint_eq(outcome.done, 2);
    ck_assert_int_eq(outcome.rows[1].refusal.kind, ERROR_RULE);
}
END_TEST

/* Of a meal that one person can have. */
static void
ask_meal(int64_t of)
{
    (void)office_add(at, &meeting_question_entity, "meeting", rows_number(of), "text",
                     "Meal", "kind", "one", "required", "1", "choices", "fish; meat",
                     "seats", "1", NULL);
}

START_TEST(whose_answer_has_no_seat_left__is_passed_over__and_the_others_are_done)
{
    const struct meetings_answer answer = { "Meal", "fish" };
    const int64_t persons[] = { anna, bruno };
    struct meetings_request request = { .meetings = &held_up,
                                        .meeting_count = 1,
                                        .persons = persons,
                                        .person_count = 2,
                                        .answers = &answer,
                                        .answer_count = 1,
                                        .dry_run = true };

    ask_meal(held_up);
    const int64_t acts = database_file_number(SQL_ACTS);
    for (int run = 0; run < 2; run++) {
        ck_assert_msg(register_meetings(at, &request, &outcome, &err), "%s", err.message);
        ck_assert_uint_eq(outcome.done, 1);
        ck_assert_uint_eq(outcome.refused, 1);
        ck_assert_int_eq(outcome.rows[0].refusal.kind, ERROR_NONE);
        ck_assert_int_eq(outcome.rows[1].refusal.kind, ERROR_QUESTION);
        ck_assert_ptr_nonnull(strstr(outcome.rows[1].refusal.message, "1 of 1 taken"));
        request.dry_run = false;
    }
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect("SELECT r.family, a.text FROM registration r LEFT JOIN answer a"
                  " ON a.registration = r.id",
                  "Müller|fish\n");

    /* Whoever has the seat keeps it. */
    ck_assert_msg(register_meetings(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_uint_eq(outcome.already, 1);
    ck_assert_uint_eq(outcome.refused, 1);
    office_expect_whole(at);
}
END_TEST

START_TEST(who_left_the_list__left_the_seat_of_their_answer__too)
{
    const struct meetings_answer answer = { "Meal", "fish" };
    const struct meetings_request request = { .meetings = &held_up,
                                              .meeting_count = 1,
                                              .persons = &bruno,
                                              .person_count = 1,
                                              .answers = &answer,
                                              .answer_count = 1 };
    struct register_outcome left;

    ask_meal(held_up);
    ck_assert(register_meetings(at, &request, &outcome, &err));
    ck_assert(register_act(at, outcome.rows[0].outcome.registration,
                           REGISTRATION_WITHDRAW, NULL, NULL, &left, &err));
    struct meetings_request other = request;
    other.persons = &anna;
    ck_assert(register_meetings(at, &other, &outcome, &err));
    ck_assert_uint_eq(outcome.done, 1);
    ck_assert_msg(register_meetings(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_uint_eq(outcome.refused, 1);
    office_expect(SQL_STATES, "Bianchi|withdrawn\nMüller|accepted\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_no_answer_at_all__refuses_all_of_it__with_the_meeting)
{
    const struct meetings_answer answer = { "Meal", "soup" };
    const struct meetings_request request = { .meetings = &held_up,
                                              .meeting_count = 1,
                                              .persons = &bruno,
                                              .person_count = 1,
                                              .answers = &answer,
                                              .answer_count = 1 };

    ask_meal(held_up);
    ck_assert(!register_meetings(at, &request, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "answer");
    office_expect("SELECT count(*) FROM registration", "0\n");
}
END_TEST

START_TEST(several_at_one_meeting__pass_over_whose_answer_has_no_seat__too)
{
    struct questions sheets[2] = { { .subject = { ENTITY_MEETING, held_up } },
                                   { .subject = { ENTITY_MEETING, held_up } } };
    struct register_added people[] = { { .person = anna, .questions = &sheets[0] },
                                       { .person = bruno, .questions = &sheets[1] } };
    struct answer_typed typed = { .text = "fish", .field = "answer" };
    const struct register_request request = {
        .meeting = held_up, .typed = &typed, .typed_count = 1, .source = SOURCE_DESK
    };

    ask_meal(held_up);
    ck_assert(question_find(at, held_up, "Meal", &typed.question, &err));
    ck_assert_msg(register_add_many(at, &request, people, 2, &err), "%s", err.message);
    ck_assert_int_eq(people[0].refusal.kind, ERROR_NONE);
    ck_assert_int_eq(people[1].refusal.kind, ERROR_QUESTION);
    office_expect("SELECT family FROM registration", "Müller\n");
    questions_clear(&sheets[0]);
    questions_clear(&sheets[1]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_days, end_days);
    tcase_add_test(tests, the_meetings_to_come_of_the_group__are_found__the_next_first);
    tcase_add_test(tests,
                   a_dry_run__tells_what_the_act_does__and_one_undo_takes_all_back);
    tcase_add_test(tests, who_waits_at_one_of_them__is_told_as_waiting__and_named);
    tcase_add_test(tests, a_list_that_is_shut__refuses_each__and_the_others_go_on);
    tcase_add_test(
        tests, whose_answer_has_no_seat_left__is_passed_over__and_the_others_are_done);
    tcase_add_test(tests, who_left_the_list__left_the_seat_of_their_answer__too);
    tcase_add_test(tests, what_is_no_answer_at_all__refuses_all_of_it__with_the_meeting);
    tcase_add_test(tests,
                   several_at_one_meeting__pass_over_whose_answer_has_no_seat__too);
}

SUITE_MAIN("register_meetings")
