/* SPDX-License-Identifier: GPL-3.0-or-later */
/* twins_test.c - two desks add the same person or organisation: one is asked */
#include <check.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum { DESKS = 2, ROUNDS = 40 };

enum result { ADDED = 10, ASKED, FAILED, RESULT_END };

static struct atelier *at;
static struct error err;

static void
set_up(void)
{
    at = office_found();
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static enum result
judge(bool ok)
{
    if (ok)
        return ADDED;
    return err.kind == ERROR_QUESTION && err.question == QUESTION_DUPLICATE ? ASKED
                                                                            : FAILED;
}

/* No two rounds are alike. */
static char *
name_of(int round)
{
    char name[] = "Abcdefgh";

    name[0] = (char)('A' + round % 26);
    for (int i = 1; i < 8; i++)
        name[i] = (char)('a' + (round * (i + 3) + round / 25 * 11 + i * i) % 25);
    return memory_copy(name);
}

static enum result
add_organisation(int round)
{
    struct organisation *organisation = record_new(&organisation_entity);

    organisation->name = name_of(round);
    enum result result =
        judge(edit_add(at, &organisation_entity, organisation, NULL, &err));
    record_free(&organisation_entity, organisation);
    return result;
}

static enum result
add_person(int round)
{
    struct person *person = record_new(&person_entity);

    person->family = name_of(round);
    person->given = memory_copy("Anna");
    enum result result = judge(edit_add(at, &person_entity, person, NULL, &err));
    record_free(&person_entity, person);
    return result;
}

/* The same as the command and the short form do it, with a post. */
static enum result
add_with_post(int round)
{
    struct person *person = record_new(&person_entity);

    person->family = name_of(round);
    person->given = memory_copy("Anna");
    enum result result =
        judge(edit_add_person(at, person, "City of Ulm", 0, NULL, NULL, &err));
    record_free(&person_entity, person);
    return result;
}

static _Noreturn void
sit_at_desk(int gates[ROUNDS][2], const int answers[2], enum result (*run)(int round))
{
    char nothing;

    at = office_return(NULL, OFFICE_NOW);
    for (int round = 0; round < ROUNDS; round++) {
        close(gates[round][1]);
        (void)!read(gates[round][0], &nothing, 1); /* until it is opened for both */
        char result = (char)run(round);
        (void)!write(answers[1], &result, 1);
    }
    atelier_close(at);
    _exit(0);
}

/* Both desks wait at a gate a round, then add the same; counts how they ended. */
static void
race(enum result (*run)(int round), int counts[RESULT_END])
{
    pid_t desks[DESKS];
    int gates[ROUNDS][2];
    int answers[2];

    atelier_close(at);
    at = NULL;
    ck_assert_int_eq(pipe(answers), 0);
    for (int round = 0; round < ROUNDS; round++)
        ck_assert_int_eq(pipe(gates[round]), 0);
    for (int i = 0; i < DESKS; i++) {
        desks[i] = fork();
        ck_assert_int_ge(desks[i], 0);
        if (desks[i] == 0)
            sit_at_desk(gates, answers, run);
    }
    close(answers[1]);
    for (int round = 0; round < ROUNDS; round++) {
        close(gates[round][0]);
        close(gates[round][1]);
        for (int i = 0; i < DESKS; i++) {
            char result = FAILED;
            ck_assert_int_eq(read(answers[0], &result, 1), 1);
            ck_assert_int_ge(result, ADDED);
            ck_assert_int_lt(result, RESULT_END);
            counts[(int)result]++;
        }
    }
    close(answers[0]);
    for (int i = 0; i < DESKS; i++)
        ck_assert_int_eq(waitpid(desks[i], NULL, 0), desks[i]);
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
}

static const struct {
    enum result (*run)(int round);
    const char *count;
} twins[] = {
    { add_organisation, "SELECT count(*) FROM organisation" },
    { add_person, "SELECT count(*) FROM person" },
    { add_with_post, "SELECT count(*) FROM person" },
};

START_TEST(of_two_alike__one_is_added__and_the_other_asked_about)
{
    int counts[RESULT_END] = { 0 };

    race(twins[_i].run, counts);
    ck_assert_int_eq(counts[ADDED], ROUNDS);
    ck_assert_int_eq(counts[ASKED], ROUNDS);
    ck_assert_int_eq(database_file_number(twins[_i].count), ROUNDS);
}
END_TEST

START_TEST(a_yes__holds_for_those_who_were_shown)
{
    struct questions sheet = { 0 };
    struct person *person = record_new(&person_entity);

    office_add_person(at, "Costa", "Anna");
    person->family = memory_copy("Costa");
    person->given = memory_copy("Anna");
    ck_assert(!edit_add(at, &person_entity, person, &sheet, &err));
    ck_assert_uint_eq(sheet.entries[QUESTION_DUPLICATE].choice_count, 1);
    question_reply(&sheet, QUESTION_DUPLICATE, QUESTION_YES, NULL);
    /* A colleague is faster with another one. */
    office_add_person(at, "Costa", "Anna");
    ck_assert(!edit_add(at, &person_entity, person, &sheet, &err));
    ck_assert_uint_eq(sheet.entries[QUESTION_DUPLICATE].choice_count, 2);
    question_reply(&sheet, QUESTION_DUPLICATE, QUESTION_YES, NULL);
    ck_assert_msg(edit_add(at, &person_entity, person, &sheet, &err), "%s", err.message);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 3);
    questions_clear(&sheet);
    record_free(&person_entity, person);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, of_two_alike__one_is_added__and_the_other_asked_about, 0,
                        sizeof(twins) / sizeof(twins[0]));
    tcase_add_test(tests, a_yes__holds_for_those_who_were_shown);
}

SUITE_MAIN("twins")
