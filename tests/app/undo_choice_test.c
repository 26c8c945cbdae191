/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_choice_test.c - which act is undone, and who may undo it */
#include "atelier/app/plan.h"
#include "undo_office.h"

START_TEST(what_a_colleague_did__takes_an_organiser_and_a_reason)
{
    struct questions sheet = { 0 };
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);
    struct atelier *organiser = office_hire(at, "oda", ROLE_ORGANISER);

    change_bruno(lea, "phone", "1");
    const int64_t hers = database_file_number("SELECT max(id) FROM journal");
    ck_assert(!undo_act(desk, hers, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_act(organiser, hers, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_COLLEAGUE);
    ck_assert_ptr_nonnull(strstr(err.message, "lea"));
    office_expect(SQL_BRUNO, "1|-|-\n");
    question_reply(&sheet, QUESTION_COLLEAGUE, QUESTION_YES, "the wrong Bruno");
    ck_assert_msg(undo_act(organiser, hers, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_BRUNO, "-|-|-\n");
    office_expect("SELECT staff, act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "oda|undo|the wrong Bruno\n");
    questions_clear(&sheet);
    atelier_close(desk);
    atelier_close(organiser);
}
END_TEST

/* What is refused keeps nobody from the act before it. */
START_TEST(the_act_before_one_that_is_refused__is_found)
{
    change_bruno(at, "note", "calls back");
    change_bruno(at, "phone", "1");
    change_bruno(lea, "phone", "2");
    expect_refused(at);
    ck_assert(undo_next(at, 0, &entry, &err));
    const int64_t refused = entry.id;
    ck_assert(undo_next(at, refused, &entry, &err));
    ck_assert_int_lt(entry.id, refused);
    ck_assert_msg(undo_act(at, entry.id, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT phone, note FROM person WHERE family = 'Bianchi'", "2|-\n");
}
END_TEST

START_TEST(an_act_that_was_redone__is_undone_by_its_own_number)
{
    change_bruno(at, "phone", "1");
    const int64_t first = database_file_number("SELECT max(id) FROM journal");
    expect_undone(at);
    ck_assert(!undo_act(at, first, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "undone already"));
    expect_redone(at);
    ck_assert_msg(undo_act(at, first, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "person.change");
    office_expect(SQL_BRUNO, "-|-|-\n");
    ck_assert(!undo_act(at, first, NULL, &entry, &err));
}
END_TEST

START_TEST(a_closed_meeting__does_not_change_by_undo)
{
    struct atelier *organiser = office_return(NULL, "2027-03-17 12:00");

    office_change(organiser, &meeting_entity, meeting, "title", "Another", NULL);
    const int64_t titled = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(plan_act(organiser, meeting, MEETING_HOLD, NULL, &err) &&
                      plan_act(organiser, meeting, MEETING_CLOSE, NULL, &err),
                  "%s", err.message);
    ck_assert(!undo_act(organiser, titled, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT title FROM meeting", "Another\n");
    ck_assert_msg(undo_last(organiser, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "meeting.close");
    atelier_close(organiser);
}
END_TEST

#define SQL_CLOSED "SELECT max(id) FROM journal WHERE act = 'meeting.close'"

/* On the day it is a slip; later it is reopening, which takes an administrator. */
START_TEST(a_meeting_closed_another_day__is_reopened_by_an_administrator_alone)
{
    atelier_close(office_hire(at, "oda", ROLE_ORGANISER));
    struct atelier *organiser = office_return("oda", "2027-03-17 12:00");

    ck_assert_msg(plan_act(organiser, meeting, MEETING_HOLD, NULL, &err) &&
                      plan_act(organiser, meeting, MEETING_CLOSE, NULL, &err),
                  "%s", err.message);
    const int64_t closed = database_file_number(SQL_CLOSED);
    ck_assert(!plan_act(organiser, meeting, MEETING_REOPEN, "a wrong name", &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(organiser);
    organiser = office_return("oda", "2027-03-18 12:00");
    ck_assert(!undo_act(organiser, closed, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT state FROM meeting_view", "closed\n");
    atelier_close(organiser);
    struct atelier *administrator = office_return(NULL, "2027-03-18 13:00");
    err = (struct error){ 0 };
    ck_assert(!plan_act(administrator, meeting, MEETING_REOPEN, " ", &err));
    ck_assert_str_eq(err.field, "reason");
    ck_assert_msg(plan_act(administrator, meeting, MEETING_REOPEN, "a wrong name", &err),
                  "%s", err.message);
    office_expect("SELECT state, reason FROM meeting_view", "held|-\n");
    office_expect("SELECT text FROM journal_reason ORDER BY journal DESC LIMIT 1",
                  "a wrong name\n");
    atelier_close(administrator);
}
END_TEST

#define SQL_FIRST_PHONE                                                                  \
    "SELECT id FROM journal WHERE act = 'person.change' ORDER BY id LIMIT 1"
#define SQL_ANNA_ADDED "SELECT id FROM journal WHERE act = 'registration.add'"

static bool
undo_chosen(struct atelier *who, const char *act_sql)
{
    journal_entry_clear(&entry);
    err = (struct error){ 0 };
    return undo_act(who, database_file_number(act_sql), NULL, &entry, &err);
}

START_TEST(nobody__undoes_the_act_of_somebody_else)
{
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);

    expect_refused(desk);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_register(desk, meeting, bruno);
    expect_undone(at); /* the administrator's own last act, not the newest one */
    ck_assert_str_eq(entry.act, "staff.add");
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
    atelier_close(desk);
}
END_TEST

START_TEST(an_act_of_the_history__is_undone_alone)
{
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);

    office_change(at, &person_entity, bruno, "phone", "1", NULL);
    office_change(desk, &person_entity, bruno, "phone", "2", NULL);
    expect_refused(at); /* the newest is in the way of those before */
    ck_assert(undo_chosen(at, SQL_ANNA_ADDED));
    ck_assert_str_eq(entry.act, "registration.add");
    office_expect(SQL_STATES, "");
    office_expect("SELECT phone FROM person WHERE family = 'Bianchi'", "2\n");
    office_expect_whole(at);
    atelier_close(desk);
}
END_TEST

START_TEST(an_act_of_the_history__is_undone_once_and_only_by_who_did_it)
{
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);

    office_change(at, &person_entity, bruno, "phone", "1", NULL);
    office_change(at, &person_entity, bruno, "phone", "2", NULL);
    ck_assert(!undo_chosen(at, SQL_FIRST_PHONE)); /* the second is in its way */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_chosen(desk, SQL_ANNA_ADDED));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(undo_chosen(at, SQL_ANNA_ADDED));
    ck_assert(!undo_chosen(at, SQL_ANNA_ADDED));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_chosen(at, "SELECT id FROM journal WHERE act = 'undo'"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_chosen(at, "SELECT id FROM journal WHERE act = 'database.create'"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_chosen(at, "SELECT 0"));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect("SELECT phone FROM person WHERE family = 'Bianchi'", "2\n");
    atelier_close(desk);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_a_colleague_did__takes_an_organiser_and_a_reason);
    tcase_add_test(tests, the_act_before_one_that_is_refused__is_found);
    tcase_add_test(tests, an_act_that_was_redone__is_undone_by_its_own_number);
    tcase_add_test(tests, a_closed_meeting__does_not_change_by_undo);
    tcase_add_test(tests,
                   a_meeting_closed_another_day__is_reopened_by_an_administrator_alone);
    tcase_add_test(tests, nobody__undoes_the_act_of_somebody_else);
    tcase_add_test(tests, an_act_of_the_history__is_undone_alone);
    tcase_add_test(tests, an_act_of_the_history__is_undone_once_and_only_by_who_did_it);
}

SUITE_MAIN("undo_choice")
