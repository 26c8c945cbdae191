/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_bulk_test.c - one thing done with several people is what single acts in order
 * would do, in one act that one undo takes back; who does not fit is left and told why */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/register_bulk.h"
#include "atelier/app/undo.h"
#include "atelier/domain/category.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/seat_limit.h"
#include "register_office.h"
#include "support/rows.h"

enum { PEOPLE = 6 };

static struct bulk_outcome outcome;
static int64_t ids[PEOPLE];
static int64_t other;
static struct journal_entry entry;

static void
end_bulk(void)
{
    bulk_outcome_clear(&outcome);
    journal_entry_clear(&entry);
    tear_down();
}

/* Six people on the list of the meeting, two on its seats. */
static void
register_all(void)
{
    static const char *const families[PEOPLE - 3] = { "Dahl", "Engel", "Faure" };

    set_up();
    other = office_add_meeting(at, group, "2027-04-16 09:30", 3);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    ids[0] = office_register(at, meeting, anna);
    ids[1] = office_register(at, meeting, bruno);
    ids[2] = office_register(at, meeting, chloe);
    for (size_t i = 3; i < PEOPLE; i++)
        ids[i] =
            office_register(at, meeting, office_add_person(at, families[i - 3], "X"));
    memset(&outcome, 0, sizeof outcome);
    memset(&entry, 0, sizeof entry);
}

static bool
bulk(const struct bulk_request *given, bool dry_run)
{
    struct bulk_request request = *given;

    request.dry_run = dry_run;
    error_clear(&err);
    return register_bulk(at, &request, &outcome, &err);
}

/* The rows of the table, with all that an undo must bring back. */
static char *
picture(void)
{
    return database_file_dump("SELECT meeting, person, state, previous_state, rank, "
                              "excuse, category FROM registration_view ORDER BY id");
}

static void
expect_taken_back(const char *before)
{
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    char *after = picture();
    ck_assert_str_eq(after, before);
    free(after);
    office_expect_whole(at);
}

START_TEST(a_dry_run__tells_what_the_act_does__and_writes_nothing)
{
    const int64_t several[] = { ids[1], ids[2], 999, ids[0] };
    const struct bulk_request request = { .registrations = several,
                                          .count = 4,
                                          .act = REGISTRATION_WITHDRAW,
                                          .reason = "ill" };
    struct bulk_row told[4];

    ck_assert(act(ids[0], REGISTRATION_WITHDRAW, NULL));
    char *before = picture();
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(bulk(&request, true));
    ck_assert_uint_eq(outcome.count, 4);
    ck_assert_uint_eq(outcome.done, 2);
    ck_assert(outcome.passes_on);
    memcpy(told, outcome.rows, sizeof told);
    char *after = picture();
    ck_assert_str_eq(after, before);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    free(after);

    ck_assert(bulk(&request, false));
    ck_assert_uint_eq(outcome.done, 2);
    for (size_t i = 0; i < 4; i++) {
        const struct bulk_row *row = &outcome.rows[i];
        ck_assert_int_eq(row->registration, told[i].registration);
        ck_assert_int_eq(row->before, told[i].before);
        ck_assert_int_eq(row->refusal.kind, told[i].refusal.kind);
        ck_assert_str_eq(row->refusal.message, told[i].refusal.message);
        if (row->refusal.kind == ERROR_NONE)
            ck_assert_int_eq(row->outcome.state, told[i].outcome.state);
    }
    ck_assert_uint_eq(outcome.given.count, 2);
    ck_assert(undo_last(at, NULL, &entry, &err));
    free(before);
}
END_TEST

START_TEST(who_is_left__is_told_by_name_and_reason)
{
    const struct bulk_request request = { .registrations = ids,
                                          .count = 3,
                                          .act = REGISTRATION_WITHDRAW };
    struct buffer text = { 0 };

    ck_assert(act(ids[0], REGISTRATION_WITHDRAW, NULL));
    ck_assert(bulk(&request, true));
    bulk_outcome_say(at, &request, &outcome, 1, &text);
    ck_assert_msg(strstr(buffer_text(&text), "Now withdrawn (2): Bianchi, Bruno; …\n") ||
                      strstr(buffer_text(&text), "Now withdrawn (2): Petit, Chloé; …\n"),
                  "%s", buffer_text(&text));
    ck_assert_msg(strstr(buffer_text(&text), "Left as they are (1): Müller, Anna\n  "),
                  "%s", buffer_text(&text));
    buffer_clear(&text);
}
END_TEST

/* Three seats there; the fourth who comes waits, as by single acts. */
START_TEST(moving__withdraws_here__and_registers_there__in_one_act)
{
    const struct bulk_request request = { .registrations = ids,
                                          .count = PEOPLE,
                                          .deed = BULK_MOVE,
                                          .target = other,
                                          .reason = "the room is small" };

    office_change(at, &meeting_entity, other, "waiting_list", "propose", NULL);
    office_register(at, other, bruno);
    char *before = picture();
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert_msg(bulk(&request, false), "%s", err.message);
    ck_assert_uint_eq(outcome.done, PEOPLE - 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect(SQL_LAST_ACT, "registration.move|the room is small\n");
    office_expect("SELECT state, count(*) FROM registration_view WHERE meeting = (SELECT "
                  "max(meeting) FROM registration_view) GROUP BY state ORDER BY state",
                  "accepted|3\nwaiting|3\n");
    office_expect("SELECT family, state FROM registration_view WHERE meeting = (SELECT "
                  "min(meeting) FROM registration_view) AND state != 'withdrawn'",
                  "Bianchi|accepted\n");
    for (size_t i = 0; i < outcome.count; i++)
        if (outcome.rows[i].registration == ids[1])
            ck_assert_ptr_nonnull(strstr(outcome.rows[i].refusal.message, "already"));
    expect_taken_back(before);
    free(before);
}
END_TEST

START_TEST(moving__where_no_seat_is__leaves_them_where_they_are)
{
    const int64_t several[] = { ids[0], ids[1] };
    struct bulk_request request = {
        .registrations = several, .count = 2, .deed = BULK_MOVE, .target = other
    };

    office_change(at, &meeting_entity, other, "seats", "1", NULL);
    ck_assert_msg(bulk(&request, false), "%s", err.message);
    ck_assert_uint_eq(outcome.done, 1);
    ck_assert_int_eq(outcome.rows[1].refusal.kind, ERROR_QUESTION);
    office_expect("SELECT family, state FROM registration_view WHERE family = 'Bianchi'",
                  "Bianchi|accepted\n");
    office_expect_whole(at);
    ck_assert(undo_last(at, NULL, &entry, &err));

    request.questions = office_answer(QUESTION_SEAT, "the mayor asks");
    ck_assert(bulk(&request, false));
    ck_assert_uint_eq(outcome.done, 2);
    office_expect("SELECT reason FROM journal_view WHERE act = 'registration.overbook'",
                  "the mayor asks\n");
}
END_TEST

START_TEST(nobody_moves__within_a_meeting__or_to_a_closed_one)
{
    struct bulk_request request = {
        .registrations = ids, .count = 1, .deed = BULK_MOVE, .target = meeting
    };

    ck_assert(bulk(&request, false));
    ck_assert_uint_eq(outcome.done, 0);
    ck_assert_int_eq(outcome.rows[0].refusal.kind, ERROR_RULE);
    office_change_unseen(other, "state", "closed");
    request.target = other;
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(!bulk(&request, false));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}
END_TEST

START_TEST(a_category__is_set_on_the_list_alone)
{
    const int64_t elected = office_add(at, &category_entity, "name", "Elected", NULL);
    const struct bulk_request request = {
        .registrations = ids, .count = PEOPLE, .deed = BULK_CATEGORY, .target = elected
    };

    ck_assert(act(ids[5], REGISTRATION_WITHDRAW, NULL));
    char *before = picture();
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert_msg(bulk(&request, false), "%s", err.message);
    ck_assert_uint_eq(outcome.done, PEOPLE - 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect("SELECT count(*) FROM registration_view WHERE category IS NOT NULL",
                  "5\n");
    expect_taken_back(before);
    ck_assert_msg(bulk(&request, false), "%s", err.message);
    ck_assert(bulk(&request, false)); /* again: there is nothing to do */
    ck_assert_uint_eq(outcome.done, 0);
    free(before);
}
END_TEST

/* A quota of one: the first of the list has it, the others are told. */
START_TEST(a_category_that_is_full__is_a_reason)
{
    const int64_t elected = office_add(at, &category_entity, "name", "Elected", NULL);
    const int64_t several[] = { ids[0], ids[1] };
    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
               "category", "category", rows_number(elected), "people", "1", NULL);
    const struct bulk_request request = {
        .registrations = several, .count = 2, .deed = BULK_CATEGORY, .target = elected
    };
    ck_assert_msg(bulk(&request, false), "%s", err.message);
    ck_assert_uint_eq(outcome.done, 1);
    ck_assert_int_eq(outcome.rows[0].refusal.kind, ERROR_NONE);
    ck_assert_int_eq(outcome.rows[1].refusal.kind, ERROR_QUESTION);
    office_expect_whole(at);
}
END_TEST

/* Between the look and the act. */
START_TEST(what_a_colleague_did_in_between__is_seen_by_the_act)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    const int64_t several[] = { ids[0], ids[1] };
    const struct bulk_request request = { .registrations = several,
                                          .count = 2,
                                          .act = REGISTRATION_WITHDRAW };
    struct register_outcome single;

    ck_assert(bulk(&request, true));
    ck_assert_uint_eq(outcome.done, 2);
    ck_assert(register_act(lea, ids[1], REGISTRATION_EXCUSE, "ill", NULL, &single, &err));
    ck_assert(bulk(&request, false));
    ck_assert_uint_eq(outcome.done, 1);
    ck_assert_int_eq(outcome.rows[1].registration, ids[1]);
    ck_assert_int_eq(outcome.rows[1].before, REGISTRATION_EXCUSED);
    ck_assert_int_eq(outcome.rows[1].refusal.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

/* What single acts in the order of the act give (who waited longest first), the
 * act on all gives. */
START_TEST(in_one_act__is_as_one_by_one)
{
    static const enum registration_act acts[] = {
        REGISTRATION_WITHDRAW, REGISTRATION_REVIVE, REGISTRATION_ACCEPT,
        REGISTRATION_DECLINE,  REGISTRATION_EXCUSE,
    };
    const enum registration_act what = acts[_i % 5];
    const struct bulk_request request = { .registrations = ids,
                                          .count = PEOPLE,
                                          .act = what };

    if (_i >= 5)
        office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    office_change(at, &meeting_entity, meeting, "waiting_list", "none", NULL);
    if (what == REGISTRATION_REVIVE)
        for (size_t i = 0; i < PEOPLE; i++)
            ck_assert(act(ids[i], REGISTRATION_WITHDRAW, NULL));
    char *before = picture();
    ck_assert(bulk(&request, false));
    const size_t done = outcome.done;
    char *at_once = picture();
    if (done > 0)
        expect_taken_back(before);
    size_t single = 0;
    for (size_t i = 0; i < PEOPLE; i++)
        single += act(outcome.rows[i].registration, what, NULL);
    char *one_by_one = picture();
    ck_assert_str_eq(at_once, one_by_one);
    ck_assert_uint_eq(done, single);
    free(before);
    free(at_once);
    free(one_by_one);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, register_all, end_bulk);
    tcase_add_test(tests, a_dry_run__tells_what_the_act_does__and_writes_nothing);
    tcase_add_test(tests, who_is_left__is_told_by_name_and_reason);
    tcase_add_test(tests, moving__withdraws_here__and_registers_there__in_one_act);
    tcase_add_test(tests, moving__where_no_seat_is__leaves_them_where_they_are);
    tcase_add_test(tests, nobody_moves__within_a_meeting__or_to_a_closed_one);
    tcase_add_test(tests, a_category__is_set_on_the_list_alone);
    tcase_add_test(tests, a_category_that_is_full__is_a_reason);
    tcase_add_test(tests, what_a_colleague_did_in_between__is_seen_by_the_act);
    tcase_add_loop_test(tests, in_one_act__is_as_one_by_one, 0, 10);
}

SUITE_MAIN("register_bulk")
