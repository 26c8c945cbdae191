/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk_in_test.c - who was not expected: registered and marked in one act, undone in one
 */
#include "atelier/app/walk_in.h"

#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/undo.h"
#include "register_office.h"

#define AT_THE_DOOR "2027-03-16 08:20"
#define SQL_MARKS "SELECT kind FROM presence_view ORDER BY id"

static struct walk_in_outcome outcome;

static void
set_up_desk(void)
{
    set_up();
    walk_in_outcome_init(&outcome);
}

static void
tear_down_desk(void)
{
    walk_in_outcome_clear(&outcome);
    tear_down();
}

static bool
walk_in(struct atelier *who, int64_t person, const char *overbook)
{
    const struct walk_in_request request = { .meeting = meeting,
                                             .person = person,
                                             .means = "desk",
                                             .questions =
                                                 office_answer(QUESTION_SEAT, overbook) };
    err = (struct error){ 0 };
    return walk_in_add(who, &request, &outcome, &err);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

START_TEST(walk_in__is_registered_and_marked__in_one_act)
{
    ck_assert_msg(walk_in(at, anna, NULL), "%s", err.message);
    ck_assert_int_eq(outcome.registration.state, REGISTRATION_ACCEPTED);
    ck_assert_int_eq(outcome.attendance.slot.present, 1);
    office_expect(SQL_STATES, "Müller|accepted\n");
    office_expect("SELECT kind, means FROM presence_view", "present|desk\n");
    office_expect(SQL_LAST_ACT, "registration.walk_in|-\n");
    office_expect_whole(at);

    /* Again: nothing to write. */
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(walk_in(at, anna, NULL));
    ck_assert(outcome.registration.already && outcome.attendance.already);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}
END_TEST

START_TEST(one_undo__annuls_the_mark__and_takes_the_seat_back)
{
    struct journal_entry entry = { 0 };

    ck_assert(walk_in(at, anna, NULL));
    undo();
    office_expect(SQL_STATES, "Müller|withdrawn\n");
    office_expect(SQL_MARKS, "present\nannulled\n");
    expect_seats(SEATS, 0);
    office_expect_whole(at);

    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(SQL_STATES, "Müller|accepted\n");
    office_expect(SQL_MARKS, "present\nannulled\npresent\n");
    expect_seats(SEATS, 1);
    office_expect_whole(at);
}
END_TEST

START_TEST(full_meeting__asks__and_nothing_is_done_before)
{
    fill();
    ck_assert(!walk_in(at, chloe, NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    office_expect("SELECT count(*) FROM slot", "0\n");
    ck_assert_msg(walk_in(at, chloe, "the mayor"), "%s", err.message);
    ck_assert(outcome.registration.passed.seats);
    office_expect("SELECT act, q.text FROM journal_view j"
                  " JOIN journal_reason q ON q.journal = j.id ORDER BY j.id DESC LIMIT 1",
                  "registration.walk_in_knowing|the mayor\n");
    office_expect(SQL_MARKS, "present\n");
    undo();
    office_expect(SQL_MARKS, "present\nannulled\n");
    expect_seats(SEATS, 2);
    office_expect_whole(at);
}
END_TEST

START_TEST(whoever_has_come__does_not_wait__nor_for_an_approval)
{
    office_change(at, &meeting_entity, meeting, "approval", "yes", NULL);
    ck_assert_msg(walk_in(at, anna, NULL), "%s", err.message);
    office_change(at, &meeting_entity, meeting, "approval", "no", NULL);
    office_register(at, meeting, bruno);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    ck_assert(!walk_in(at, chloe, NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    office_register(at, meeting, chloe);
    ck_assert_msg(walk_in(at, chloe, "came by train"), "%s", err.message);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\nPetit|accepted\n");
    office_expect(SQL_MARKS, "present\npresent\n");
    undo(); /* she was on the list before, and is again */
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\nPetit|waiting\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(who_has_a_seat__is_only_marked)
{
    office_register(at, meeting, anna);
    ck_assert(walk_in(at, anna, NULL));
    ck_assert(outcome.registration.already && !outcome.attendance.already);
    office_expect(SQL_LAST_ACT, "presence.add|-\n");
    undo();
    office_expect(SQL_STATES, "Müller|accepted\n");
}
END_TEST

START_TEST(door_staff__cannot_let_in_whom_nobody_registered)
{
    struct atelier *door = office_hire(at, "lea", ROLE_DOOR);

    ck_assert(!walk_in(door, anna, NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT count(*) FROM registration", "0\n");
    atelier_close(door);
}
END_TEST

/* --- somebody whom nobody knows */

static bool
let_in(struct atelier *who, const char *given, struct questions *questions)
{
    const struct walk_in_request request = {
        .meeting = meeting,
        .newcomer = { .family = "Costa",
                      .given = given,
                      .organisation = "City of Ulm",
                      .function = "Mayor" },
        .questions = questions,
    };
    err = (struct error){ 0 };
    return walk_in_add(who, &request, &outcome, &err);
}

#define SQL_KNOWN                                                                        \
    "SELECT p.family, o.name, a.function FROM person p JOIN affiliation a"               \
    " ON a.person = p.id JOIN organisation o ON o.id = a.organisation"                   \
    " WHERE p.family = 'Costa'"

START_TEST(a_newcomer__is_noted_registered_and_marked__in_one_act)
{
    struct journal_entry entry = { 0 };
    const int64_t acts = database_file_number(SQL_ACTS);

    ck_assert_msg(let_in(at, "Lia", NULL), "%s", err.message);
    office_expect(SQL_KNOWN, "Costa|City of Ulm|Mayor\n");
    office_expect(SQL_STATES, "Costa|accepted\n");
    office_expect(SQL_MARKS, "present\n");
    /* That the presence of the meeting began is an act of its own. */
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 2);
    office_expect(SQL_LAST_ACT, "registration.walk_in|-\n");

    /* A mark is of somebody: they stay known. */
    undo();
    office_expect(SQL_STATES, "Costa|withdrawn\n");
    office_expect(SQL_MARKS, "present\nannulled\n");
    office_expect(SQL_KNOWN, "Costa|City of Ulm|Mayor\n");
    office_expect_whole(at);
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(SQL_STATES, "Costa|accepted\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_newcomer__who_is_alike__is_asked_for__and_recognised)
{
    struct questions sheet = { 0 };
    const int64_t known = office_add_person(at, "Costa", "Lia");
    office_change(at, &person_entity, known, "email", "lia@example.org", NULL);
    atelier_close(office_hire(at, "lea", ROLE_DOOR));
    struct atelier *door = office_return("lea", AT_THE_DOOR);

    ck_assert(!let_in(door, "Lia", &sheet));
    ck_assert_int_eq(err.question, QUESTION_DUPLICATE);
    /* At the door the organisation tells them apart, no e-mail. */
    ck_assert_msg(!strchr(err.message, '@'), "%s", err.message);
    ck_assert_ptr_null(strchr(sheet.entries[QUESTION_DUPLICATE].choices[0].text, '@'));
    question_reply(&sheet, QUESTION_DUPLICATE, known, NULL);
    ck_assert_msg(let_in(door, "Lia", &sheet), "%s", err.message);
    ck_assert_int_eq(outcome.person, known);
    office_expect("SELECT count(*) FROM person WHERE family = 'Costa'", "1\n");
    office_expect(SQL_STATES, "Costa|accepted\n");
    questions_clear(&sheet);

    question_reply(&sheet, QUESTION_DUPLICATE, QUESTION_YES, NULL);
    ck_assert_msg(let_in(door, "Lia", &sheet), "%s", err.message);
    ck_assert_int_ne(outcome.person, known);
    questions_clear(&sheet);
    atelier_close(door);
    office_expect_whole(at);
}
END_TEST

START_TEST(the_door__lets_in_past_the_seats__for_a_reason__and_takes_it_back)
{
    struct journal_entry entry = { 0 };

    fill();
    atelier_close(office_hire(at, "lea", ROLE_DOOR));
    struct atelier *door = office_return("lea", AT_THE_DOOR);
    ck_assert(!let_in(door, "Lia", NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    office_expect("SELECT count(*) FROM person WHERE family = 'Costa'", "0\n");
    ck_assert_msg(let_in(door, "Lia", office_answer(QUESTION_SEAT, "the mayor")), "%s",
                  err.message);
    office_expect("SELECT act, q.text FROM journal_view j"
                  " JOIN journal_reason q ON q.journal = j.id ORDER BY j.id DESC LIMIT 1",
                  "registration.walk_in_knowing|the mayor\n");
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect_seats(SEATS, 2);
    office_expect_whole(at);
    atelier_close(door);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_desk, tear_down_desk);
    tcase_add_test(tests, walk_in__is_registered_and_marked__in_one_act);
    tcase_add_test(tests, one_undo__annuls_the_mark__and_takes_the_seat_back);
    tcase_add_test(tests, full_meeting__asks__and_nothing_is_done_before);
    tcase_add_test(tests, whoever_has_come__does_not_wait__nor_for_an_approval);
    tcase_add_test(tests, who_has_a_seat__is_only_marked);
    tcase_add_test(tests, door_staff__cannot_let_in_whom_nobody_registered);
    tcase_add_test(tests, a_newcomer__is_noted_registered_and_marked__in_one_act);
    tcase_add_test(tests, a_newcomer__who_is_alike__is_asked_for__and_recognised);
    tcase_add_test(tests,
                   the_door__lets_in_past_the_seats__for_a_reason__and_takes_it_back);
}

SUITE_MAIN("walk_in")
