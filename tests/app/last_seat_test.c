/* SPDX-License-Identifier: GPL-3.0-or-later */
/* last_seat_test.c - several desks run for the last seat: one gets it, nobody is seated
 * twice */
#include <check.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/convene.h"
#include "atelier/app/register.h"
#include "atelier/domain/meeting.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define SQL_TAKEN "SELECT taken FROM seat_view"
#define SQL_ROWS                                                                         \
    "SELECT count(*) FROM registration_view WHERE state IN ('invited', 'pending', "      \
    "'waiting', 'accepted')"
/* Each write left its row of the journal. */
#define SQL_ACTS                                                                         \
    "SELECT count(*) FROM journal WHERE act IN ('registration.add', "                    \
    "'registration.accept', 'registration.revive')"

enum { DESKS = 6, PEOPLE = 4 };

/* How a desk's run ended. */
enum result { SEATED = 10, WAITS, IS_THERE, IS_FULL, FAILED, RESULT_END };

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static int64_t people[DESKS];

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    for (int i = 0; i < DESKS; i++)
        people[i] = office_add_member(at, group, (const char[]){ (char)('A' + i), '\0' },
                                      "member", "2027-01-01", "");
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static enum result
judge(bool ok, const struct register_outcome *outcome)
{
    if (!ok)
        return err.kind == ERROR_QUESTION ? IS_FULL : FAILED;
    if (outcome->already)
        return IS_THERE;
    return outcome->state == REGISTRATION_ACCEPTED ? SEATED : WAITS;
}

static enum result
add(int desk)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = people[desk] };
    struct register_outcome outcome;
    return judge(register_add(at, &request, &outcome, &err), &outcome);
}

static enum result
add_the_first(int desk)
{
    (void)desk;
    return add(0);
}

/* Every second person is invited and accepts; the others were withdrawn and revive. */
static enum result
act(int desk)
{
    struct register_outcome outcome;
    int64_t registration;

    if (!register_find(at, meeting, people[desk], &registration, &err))
        return FAILED;
    return judge(register_act(at, registration,
                              desk % 2 ? REGISTRATION_ACCEPT : REGISTRATION_REVIVE, NULL,
                              NULL, &outcome, &err),
                 &outcome);
}

/* The desk ends with the worst that befell it. */
static enum result
add_several(int desk)
{
    enum result worst = SEATED;

    for (int i = 0; i < PEOPLE; i++) {
        enum result result = add((desk + i) % DESKS);
        worst = result > worst ? result : worst;
    }
    return worst;
}

static _Noreturn void
sit_at_desk(int desk, const int gate[2], enum result (*run)(int desk))
{
    char nothing;

    at = office_return(NULL, OFFICE_NOW);
    close(gate[1]);
    (void)!read(gate[0], &nothing, 1); /* until it is opened for all */
    enum result result = run(desk);
    atelier_close(at);
    _exit((int)result);
}

/* All desks wait at a gate, then run; counts how they ended. */
static void
race(enum result (*run)(int desk), int counts[RESULT_END])
{
    pid_t desks[DESKS];
    int gate[2];

    atelier_close(at);
    at = NULL;
    ck_assert_int_eq(pipe(gate), 0);
    for (int i = 0; i < DESKS; i++) {
        desks[i] = fork();
        ck_assert_int_ge(desks[i], 0);
        if (desks[i] == 0)
            sit_at_desk(i, gate, run);
    }
    close(gate[0]);
    close(gate[1]);
    for (int i = 0; i < DESKS; i++) {
        int status = 0;
        ck_assert_int_eq(waitpid(desks[i], &status, 0), desks[i]);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) < RESULT_END);
        counts[WEXITSTATUS(status)]++;
    }
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
}

START_TEST(the_last_seat__goes_to_one)
{
    int counts[RESULT_END] = { 0 };

    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 1);
    race(add, counts);
    ck_assert_int_eq(counts[SEATED], 1);
    ck_assert_int_eq(counts[IS_FULL], DESKS - 1);
    ck_assert_int_eq(database_file_number(SQL_TAKEN), 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), 1);
}
END_TEST

START_TEST(one_person__from_all_desks__is_on_the_list_once)
{
    int counts[RESULT_END] = { 0 };

    meeting = office_add_meeting(at, group, "2027-03-16 09:30", DESKS);
    race(add_the_first, counts);
    ck_assert_int_eq(counts[SEATED], 1);
    ck_assert_int_eq(counts[IS_THERE], DESKS - 1);
    ck_assert_int_eq(database_file_number(SQL_ROWS), 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), 1);
}
END_TEST

START_TEST(accepting_and_reviving__run_through_the_same_enrolment)
{
    struct convene_outcome convened;
    struct register_outcome outcome;
    int64_t registration;
    int counts[RESULT_END] = { 0 };

    meeting = office_add_meeting(at, group, "2027-03-16 09:30", DESKS);
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    for (int i = 0; i < DESKS; i += 2) {
        ck_assert(register_find(at, meeting, people[i], &registration, &err));
        ck_assert(register_act(at, registration, REGISTRATION_DECLINE, NULL, NULL,
                               &outcome, &err));
    }
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    race(act, counts);
    ck_assert_int_eq(counts[SEATED], 1);
    ck_assert_int_eq(counts[IS_FULL], DESKS - 1);
    ck_assert_int_eq(database_file_number(SQL_TAKEN), 1);
    ck_assert_int_eq(database_file_number(SQL_ACTS), 1);
}
END_TEST

START_TEST(a_queue_at_every_desk__fills_the_room__and_no_more)
{
    int counts[RESULT_END] = { 0 };

    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 3);
    race(add_several, counts);
    ck_assert_int_eq(counts[FAILED], 0);
    ck_assert_int_eq(database_file_number(SQL_TAKEN), 3);
    ck_assert_int_eq(database_file_number(SQL_ROWS), 3);
    ck_assert_int_eq(database_file_number(SQL_ACTS), 3);
}
END_TEST

START_TEST(a_waiting_list__ranks_everybody_once)
{
    int counts[RESULT_END] = { 0 };

    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 1);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    race(add, counts);
    ck_assert_int_eq(counts[SEATED], 1);
    ck_assert_int_eq(counts[WAITS], DESKS - 1);
    office_expect(
        "SELECT rank FROM registration_view WHERE state = 'waiting' ORDER BY rank",
        "1\n2\n3\n4\n5\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_last_seat__goes_to_one);
    tcase_add_test(tests, one_person__from_all_desks__is_on_the_list_once);
    tcase_add_test(tests, accepting_and_reviving__run_through_the_same_enrolment);
    tcase_add_test(tests, a_queue_at_every_desk__fills_the_room__and_no_more);
    tcase_add_test(tests, a_waiting_list__ranks_everybody_once);
}

SUITE_MAIN("last_seat")
