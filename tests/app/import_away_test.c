/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_away_test.c - later answers win: a list puts nobody back in silence */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/app/register.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;Téléphone\n"

static struct atelier *at;
static struct atelier *colleague;
static int64_t meeting;
static int64_t paul;
static int64_t registration;
static struct error err;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    meeting = office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30",
                                 NUMBER_NONE);
    paul = office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
                      "paul@example.org", NULL);
    registration = office_register(at, meeting, paul);
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("list.csv", text), meeting);
}

static void
run(struct import *import)
{
    sheet_run(import);
    import_free(import);
}

static void
decline(void)
{
    struct register_outcome outcome;
    ck_assert_msg(register_act(colleague, registration, REGISTRATION_DECLINE, NULL, NULL,
                               &outcome, &err),
                  "%s", err.message);
}

static void
expect_reason(struct import *import, const char *words)
{
    const char *reason = sheet_row(import, 0)->reason;
    ck_assert_msg(reason && strstr(reason, words), "%s", reason);
}

static const char certain[] = HEADER "Durand;Paul;paul@example.org;0102030405\n";
static const char state[] = "SELECT state FROM registration ORDER BY id DESC LIMIT 1";
static const char phone[] = "SELECT phone FROM person";

static const enum registration_state noes[] = {
    REGISTRATION_DECLINED, REGISTRATION_EXCUSED,   REGISTRATION_REFUSED,
    REGISTRATION_LAPSED,   REGISTRATION_WITHDRAWN, REGISTRATION_SUBSTITUTED,
};
enum { NOES = sizeof noes / sizeof noes[0] };

START_TEST(no__of_any_kind__is_not_put_back_unseen)
{
    office_change_row_unseen(&registration_entity, registration, "state",
                             registration_states[noes[_i]].name);
    struct import *import = judged(certain);
    ck_assert(import_row_is_away(import, 0));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_DOUBTFUL);
    expect_reason(import, registration_states[noes[_i]].label);
    run(import);
    office_expect(phone, "-\n");
    import = judged(certain);
    ck_assert_msg(import_put_back(import, 0, &err), "%s", err.message);
    run(import);
    office_expect(state, "4\n");
}
END_TEST

START_TEST(yes__is_only_the_same)
{
    struct import *import = judged(HEADER "Durand;Paul;paul@example.org;\n");
    ck_assert(!import_row_is_away(import, 0));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_SAME);
    import_free(import);
}
END_TEST

START_TEST(who_is_left_away__still_gets_what_the_row_changes)
{
    decline();
    struct import *import = judged(certain);
    ck_assert_msg(import_leave_away(import, 0, &err), "%s", err.message);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    expect_reason(import, "not put back: withdrawn");
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    run(import);
    office_expect(phone, "0102030405\n");
    office_expect(state, "9\n");
}
END_TEST

START_TEST(decision__of_a_row_that_is_judged_the_same__holds_through_a_judgement)
{
    decline();
    struct import *import = judged(certain);
    ck_assert_msg(import_put_back(import, 0, &err), "%s", err.message);
    sheet_judge(import);
    ck_assert(import_row_is_put_back(import, 0));
    run(import);
    office_expect(state, "4\n");
}
END_TEST

/* The row was doubtful by its name alone, and is doubtful still: only its answer is new.
 */
START_TEST(who_was_settled_by_hand_and_says_no_meanwhile__is_a_conflict)
{
    struct import_outcome outcome;
    struct import *import = judged(HEADER "Durand;Paul;;\n");
    ck_assert_msg(import_settle(import, 0, paul, &err), "%s", err.message);
    decline();
    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert_msg(strstr(err.message, "line 2: withdrawn on"), "%s", err.message);
    office_expect(state, "9\n");
    sheet_judge(import);
    run(import);
    office_expect(state, "9\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, no__of_any_kind__is_not_put_back_unseen, 0, NOES);
    tcase_add_test(tests, yes__is_only_the_same);
    tcase_add_test(tests, who_is_left_away__still_gets_what_the_row_changes);
    tcase_add_test(tests,
                   decision__of_a_row_that_is_judged_the_same__holds_through_a_judgement);
    tcase_add_test(tests, who_was_settled_by_hand_and_says_no_meanwhile__is_a_conflict);
}

SUITE_MAIN("import_away")
