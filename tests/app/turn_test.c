/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn_test.c - who is asked about before somebody goes past a quota, and who comes first
 * when a meeting stops asking for a yes */
#include "atelier/app/change_post.h"
#include "settle_office.h"

#define SQL_LAST_ACT "SELECT act FROM journal_view ORDER BY id DESC LIMIT 1"

/* Ten seats: two for towns, one for regions.  Ada, Bob and Cem are of the town, Dia and
 * Eva of the region. */
static void
open_quotas(void)
{
    office_change(at, &meeting_entity, meeting, "seats", "10", NULL);
    limit_to(towns, "most", "2", NULL);
    limit_to(regions, "most", "1", NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        let_work_for(people[i], i < 3 ? town : region);
}

static bool
move_to_region(struct questions *sheet)
{
    struct post before = { .organisation = town };
    const struct post after = { .organisation = region };
    struct person person;

    record_init(&person_entity, &person);
    ck_assert(edit_load(at, &person_entity, people[0], &person, &err));
    question_reply(sheet, QUESTION_POST, POST_MOVED, NULL);
    question_reply(sheet, QUESTION_COMING, COMING_FOLLOW, NULL);
    question_reply(sheet, QUESTION_QUOTA, QUESTION_YES, "He speaks for it.");
    const bool ok = post_change(at, &person, &before, &after, sheet, &err);
    record_clear(&person_entity, &person);
    return ok;
}

START_TEST(who_waits_for_another_quota__is_not_asked_about)
{
    struct questions sheet = { 0 };

    open_quotas();
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    enter(people[3], REGISTRATION_ACCEPTED);
    ck_assert_msg(move_to_region(&sheet), "%s", err.message);
    questions_clear(&sheet);
    office_expect("SELECT act FROM journal_view ORDER BY id DESC LIMIT 2",
                  "registration.promote\nregistration.past_quota\n");
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nDia|accepted|-\n"
                            "Cem|offered|1\n");
}
END_TEST

START_TEST(who_waits_for_the_same_quota__is_asked_about)
{
    struct questions sheet = { 0 };

    open_quotas();
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[3], REGISTRATION_ACCEPTED);
    enter(people[4], REGISTRATION_WAITING);
    ck_assert(!move_to_region(&sheet));
    ck_assert_int_eq(err.question, QUESTION_OVERTAKE);
    ck_assert_str_eq(sheet.entries[QUESTION_OVERTAKE].sentence,
                     "1 person waits longer: Eva.");
    question_reply(&sheet, QUESTION_OVERTAKE, QUESTION_YES, "The minister asked.");
    ck_assert_msg(move_to_region(&sheet), "%s", err.message);
    questions_clear(&sheet);
}
END_TEST

/* Nobody has given out what is free: two seats, and who goes past a quota leaves one. */
START_TEST(whose_seat_would_be_gone__is_asked_about)
{
    const bool is_tight = _i == 1;
    struct questions sheet = { 0 };

    open_quotas();
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    enter(people[3], REGISTRATION_ACCEPTED);
    enter(people[2], REGISTRATION_WAITING);
    office_change_row_unseen(&seat_limit_entity, 1, "people", "3");
    if (is_tight)
        office_change_unseen(meeting, "seats", "4");
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "The mayor asked.");
    const struct register_request request = { .meeting = meeting,
                                              .person = people[4],
                                              .questions = &sheet };
    ck_assert(register_add(at, &request, &outcome, &err) != is_tight);
    ck_assert(question_is_open(&sheet, QUESTION_OVERTAKE) == is_tight);
    questions_clear(&sheet);
}
END_TEST

/* Two wait for two seats: who goes past a quota leaves one, which the first of them has.
 */
START_TEST(whose_seat_goes_to_who_waits_before_them__is_asked_about)
{
    const bool is_tight = _i == 1;
    struct questions sheet = { 0 };

    open_quotas();
    office_change_row_unseen(&seat_limit_entity, 1, "people", "1");
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[3], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_WAITING);
    enter(people[2], REGISTRATION_WAITING);
    office_change_row_unseen(&seat_limit_entity, 1, "people", "3");
    office_change_unseen(meeting, "seats", is_tight ? "4" : "5");
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "The mayor asked.");
    const struct register_request request = { .meeting = meeting,
                                              .person = people[4],
                                              .questions = &sheet };
    ck_assert(register_add(at, &request, &outcome, &err) != is_tight);
    ck_assert(question_is_open(&sheet, QUESTION_OVERTAKE) == is_tight);
    if (is_tight)
        ck_assert_str_eq(sheet.entries[QUESTION_OVERTAKE].sentence,
                         "1 person waits longer: Cem.");
    questions_clear(&sheet);
}
END_TEST

/* --- approval */

/* Three are pending, for two seats. */
static void
let_three_apply(const char *waiting_list)
{
    office_change(at, &meeting_entity, meeting, "approval", "yes", "waiting_list",
                  waiting_list, NULL);
    for (size_t i = 0; i < 3; i++)
        enter(people[i], REGISTRATION_PENDING);
}

/* By itself, so that what follows is said last. */
static void
stop_asking_for_a_yes(const char *expected)
{
    struct register_given given;
    struct buffer text = { 0 };
    struct meeting row;
    unsigned warnings = 0;

    record_init(&meeting_entity, &row);
    ck_assert(edit_load(at, &meeting_entity, meeting, &row, &err));
    row.approval = false;
    ck_assert_msg(plan_change(at, &row, NULL, &warnings, &err), "%s", err.message);
    record_clear(&meeting_entity, &row);
    ck_assert(register_given_take(at, &given));
    ck_assert(register_given_say(at, &given, &text));
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(who_was_pending__comes_first__when_no_yes_is_asked_for)
{
    let_three_apply("propose");
    stop_asking_for_a_yes("2 people who were pending come now, first Ada.  1 person who "
                          "was pending waits for a seat.");
    enter(people[3], REGISTRATION_WAITING);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|waiting|1\n"
                            "Dia|waiting|2\n");

    ck_assert(undo_last(at, NULL, &entry, &err)); /* Dia */
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|pending|-\nBob|pending|-\nCem|pending|-\n");
}
END_TEST

START_TEST(who_was_pending__stays_so__where_there_is_neither_seat_nor_list)
{
    let_three_apply("none");
    stop_asking_for_a_yes("2 people who were pending come now, first Ada.  1 person "
                          "stays pending, without a seat.  Accept them for a reason, or "
                          "refuse them.");
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|pending|-\n");
}
END_TEST

START_TEST(whom_a_quota_keeps_from_a_seat__stays_pending_and_is_told_of)
{
    let_work_for(people[0], town);
    limit_to(towns, "most", "0", NULL);
    let_three_apply("none");
    stop_asking_for_a_yes("2 people who were pending come now, first Bob.  1 person "
                          "stays pending, without a seat.  Accept them for a reason, or "
                          "refuse them.");
    office_expect(SQL_LIST, "Ada|pending|-\nBob|accepted|-\nCem|accepted|-\n");
}
END_TEST

START_TEST(who_stays_pending__is_told_of__where_nobody_is_let_in)
{
    static const struct {
        const char *field;
        const char *value;
        const char *said;
    } days[] = {
        { "opens", "2027-03-15",
          "3 people stay pending: registration opens on Mon 15/03/2027.  Accept or "
          "refuse "
          "them then." },
        { "closes", "2027-01-15",
          "3 people stay pending: registration closed on Fri 15/01/2027.  Change that "
          "day, "
          "then accept or refuse them." },
    };

    let_three_apply("propose");
    office_change(at, &meeting_entity, meeting, days[_i].field, days[_i].value, NULL);
    stop_asking_for_a_yes(days[_i].said);
    office_expect(SQL_LIST, "Ada|pending|-\nBob|pending|-\nCem|pending|-\n");
}
END_TEST

START_TEST(who_stays_pending__is_told_of__where_a_meeting_is_postponed)
{
    let_three_apply("propose");
    ck_assert_msg(plan_act(at, meeting, MEETING_POSTPONE, "strike", &err), "%s",
                  err.message);
    stop_asking_for_a_yes("3 people stay pending: the meeting is postponed.  Accept or "
                          "refuse them yourself.");
}
END_TEST

/* An undo, and a redo, lets nobody in. */
START_TEST(who_stays_pending__is_told_of__where_an_undo_stops_asking_for_a_yes)
{
    struct buffer text = { 0 };

    office_change(at, &meeting_entity, meeting, "approval", "yes", NULL);
    const int64_t asked = database_file_number("SELECT max(id) FROM journal");
    for (size_t i = 0; i < 2; i++)
        enter(people[i], REGISTRATION_PENDING);
    ck_assert_msg(undo_act(at, asked, NULL, &entry, &err), "%s", err.message);
    ck_assert(undo_warn(at, &entry, &text));
    ck_assert_str_eq(buffer_text(&text), "2 people stay pending, though the meeting asks "
                                         "for no yes.  Accept or refuse them.\n");
    buffer_clear(&text);
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert(!undo_warn(at, &entry, &text));
    buffer_clear(&text);
    office_expect(SQL_LIST, "Ada|pending|-\nBob|pending|-\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_waits_for_another_quota__is_not_asked_about);
    tcase_add_test(tests, who_waits_for_the_same_quota__is_asked_about);
    tcase_add_loop_test(tests, whose_seat_would_be_gone__is_asked_about, 0, 2);
    tcase_add_loop_test(tests, whose_seat_goes_to_who_waits_before_them__is_asked_about,
                        0, 2);
    tcase_add_test(tests, who_was_pending__comes_first__when_no_yes_is_asked_for);
    tcase_add_test(tests,
                   who_was_pending__stays_so__where_there_is_neither_seat_nor_list);
    tcase_add_test(tests, whom_a_quota_keeps_from_a_seat__stays_pending_and_is_told_of);
    tcase_add_loop_test(tests, who_stays_pending__is_told_of__where_nobody_is_let_in, 0,
                        2);
    tcase_add_test(tests, who_stays_pending__is_told_of__where_a_meeting_is_postponed);
    tcase_add_test(tests,
                   who_stays_pending__is_told_of__where_an_undo_stops_asking_for_a_yes);
}

SUITE_MAIN("turn")
