/* SPDX-License-Identifier: GPL-3.0-or-later */
/* two_people_test.c - two colleagues at one database, each in a terminal of their own */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/login.h"
#include "support/program.h"
#include "support/suite.h"

START_TEST(a_colleagues_change__appears_within_a_second__and_the_row_stays_selected)
{
    struct term *mine = program_screens(NULL), *theirs = program_screens(NULL);

    term_keys(mine, "5<Down><Down>");
    term_expect(mine, "> Achard      Édith");
    term_keys(theirs, "5");
    term_expect(theirs, "400 rows");
    term_keys(theirs, "n");
    term_expect(theirs, "must be filled in");
    term_keys(theirs, "Aalto<Tab>Aino<F2>");
    term_expect(theirs, "Added: ");
    ck_assert_msg(term_wait(mine, "401 rows", 1000), "not seen within a second:\n%s",
                  term_screen(mine));
    term_expect(mine, "> Achard      Édith");
    term_keys(mine, "<Home>");
    term_expect(mine, "> Aalto");
    program_leave(mine);
    program_leave(theirs);
}
END_TEST

START_TEST(a_row_that_a_colleague_removes__goes__and_the_bar_stays_near)
{
    struct term *mine = program_screens(NULL);
    char *output;

    output = program_output("person|add|--family|Aalto|--given|Aino");
    free(output);
    term_keys(mine, "5");
    term_expect(mine, "> Aalto");
    term_keys(mine, "<Down>");
    term_expect(mine, "> Abadie      Irène");
    output = program_output("undo");
    free(output);
    term_expect_gone(mine, "Aalto");
    term_expect(mine, "> Abadie      Irène");
    program_leave(mine);
}
END_TEST

/* Both change the first person; the colleague saves first. */
static struct term *
save_second(void)
{
    struct term *mine = program_screens(NULL), *theirs = program_screens(NULL);

    term_keys(mine, "5e");
    term_expect(mine, "must be filled in");
    term_keys(theirs, "5e");
    term_expect(theirs, "must be filled in");
    term_keys(theirs, "<Tab><Ctrl-U>Theodora<F2>");
    term_expect(theirs, "Saved: ");
    program_leave(theirs);
    term_keys(mine, "<Tab><Ctrl-U>Melusine<F2>");
    term_expect(mine, "Two versions");
    term_expect(mine, "yours: Melusine");
    term_expect(mine, "theirs: Theodora");
    return mine;
}

static int64_t
given_count(const char *given)
{
    char sql[128];

    (void)snprintf(sql, sizeof(sql), "SELECT count(*) FROM person WHERE given = '%s'",
                   given);
    return program_number(sql);
}

START_TEST(who_saves_second__sees_both_versions__and_may_save_their_own)
{
    struct term *mine = save_second();

    ck_assert_int_eq(given_count("Theodora"), 1);
    term_keys(mine, "<Down><Enter>");
    term_expect(mine, "Saved: ");
    program_leave(mine);
    ck_assert_int_eq(given_count("Melusine"), 1);
    ck_assert_int_eq(given_count("Theodora"), 0);
}
END_TEST

START_TEST(who_saves_second__may_keep_the_colleagues_version)
{
    struct term *mine = save_second();

    term_keys(mine, "<Down><Down><Enter>");
    term_expect(mine, "colleague's version stays");
    program_leave(mine);
    ck_assert_int_eq(given_count("Theodora"), 1);
    ck_assert_int_eq(given_count("Melusine"), 0);
}
END_TEST

START_TEST(who_saves_second__may_go_back__and_loses_nothing)
{
    struct term *mine = save_second();

    term_keys(mine, "<Esc>");
    term_expect_gone(mine, "Two versions");
    term_expect(mine, "Melusine");
    term_keys(mine, "<Esc>");
    term_expect(mine, "but kept");
    program_leave(mine);
    ck_assert_int_eq(given_count("Theodora"), 1);
}
END_TEST

START_TEST(what_two_people_change_in_two_fields__is_both_kept__and_said)
{
    struct term *mine = program_screens(NULL), *theirs = program_screens(NULL);

    term_keys(mine, "5e");
    term_expect(mine, "must be filled in");
    term_keys(theirs, "5e");
    term_expect(theirs, "must be filled in");
    term_keys(theirs, "<Tab><Ctrl-U>Theodora<F2>");
    term_expect(theirs, "Saved: ");
    program_leave(theirs);
    term_keys(mine, "<Ctrl-U>Zwetschge<F2>");
    term_expect(mine, "changed meanwhile: Given name; both");
    program_leave(mine);
    ck_assert_int_eq(program_number("SELECT count(*) FROM person"
                                    " WHERE given = 'Theodora' AND family = 'Zwetschge'"),
                     1);
}
END_TEST

/* --- who is taken out of the staff meanwhile */

START_TEST(who_is_removed_from_the_staff__is_shown_nothing_more__and_loses_nothing)
{
    struct term *mine = program_screens(NULL);
    char *login = login_of_process();
    char sql[256];

    term_keys(mine, "5n");
    term_expect(mine, "must be filled in");
    term_keys(mine, "Quillfeather<Tab>Aurelio");
    term_expect(mine, "Aurelio");
    free(program_output("settings|set|--unknown-logins-read|no"));
    (void)snprintf(sql, sizeof(sql), "DELETE FROM staff WHERE login = '%s'", login);
    program_sql(sql);
    term_expect(mine, "is not staff here.");
    program_ends(mine, 1);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"
                                    " WHERE fields LIKE '%Quillfeather%Aurelio%'"),
                     1);
    free(login);
}
END_TEST

/* --- a row that a colleague removed meanwhile */

/* Aalto, added and removed by somebody else while a form of theirs is typed in. */
static struct term *
edit_what_is_removed(void)
{
    struct term *mine;

    free(program_output("person|add|--family|Aalto|--given|Aino"));
    mine = program_screens(NULL);
    term_keys(mine, "5");
    term_expect(mine, "> Aalto");
    term_keys(mine, "e");
    term_expect(mine, "must be filled in");
    term_keys(mine, "<Tab><Ctrl-U>Melusine");
    term_expect(mine, "Melusine");
    free(program_output("undo"));
    return mine;
}

START_TEST(what_was_typed_for_a_removed_row__may_become_a_new_one)
{
    struct term *mine = edit_what_is_removed();

    term_keys(mine, "<F2>");
    term_expect(mine, "A colleague removed this row");
    term_keys(mine, "<End><Enter>");
    term_expect(mine, "Added: Aalto");
    program_leave(mine);
    ck_assert_int_eq(given_count("Melusine"), 1);
}
END_TEST

START_TEST(a_removed_row__may_stay_removed)
{
    struct term *mine = edit_what_is_removed();

    term_keys(mine, "<F2>");
    term_expect(mine, "A colleague removed this row");
    term_keys(mine, "<Down><Enter>");
    term_expect(mine, "It stays removed.");
    program_leave(mine);
    ck_assert_int_eq(given_count("Melusine"), 0);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

START_TEST(a_draft_of_a_removed_row__is_offered_once)
{
    struct term *mine = edit_what_is_removed();

    term_hang_up(mine);
    ck_assert_int_eq(term_end(mine), 0);
    term_free(mine);
    mine = program_start(NULL);
    term_expect(mine, "still here");
    term_keys(mine, "<Enter>");
    term_expect(mine, "A colleague removed the row since");
    program_leave(mine);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

START_TEST(a_page_that_a_colleague_removes__closes_and_says_so)
{
    struct term *mine;

    free(program_output("person|add|--family|Aalto|--given|Aino"));
    mine = program_screens(NULL);
    term_keys(mine, "5");
    term_expect(mine, "> Aalto");
    term_keys(mine, "<Enter>");
    term_expect(mine, "Aalto, Aino");
    free(program_output("undo"));
    term_expect(mine, "A colleague removed what was open here.");
    term_expect(mine, "> Abadie      Irène");
    program_leave(mine);
}
END_TEST

/* --- undo behind a colleague's change */

START_TEST(an_act_before_one_that_a_colleague_built_on__is_undone_after_a_yes)
{
    struct term *mine;

    free(program_output("person|add|--family|Aalto|--given|Aino"));
    free(
        program_output("person|add|--family|Aaltonen|--given|Ea|--email|ea@example.org"));
    free(program_output("--as|b.tamba|person|set|ea@example.org|--note|calls back"));
    mine = program_screens(NULL);
    term_keys(mine, "5");
    term_expect(mine, "> Aalto");
    term_keys(mine, "u");
    term_expect(mine, "b.tamba has changed");
    term_expect(mine, "Undo what you did before it");
    term_keys(mine, "2");
    term_expect(mine, "Undone");
    program_leave(mine);
    ck_assert_int_eq(given_count("Aino"), 0);
    ck_assert_int_eq(given_count("Ea"), 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(
        tests, a_colleagues_change__appears_within_a_second__and_the_row_stays_selected);
    tcase_add_test(tests, a_row_that_a_colleague_removes__goes__and_the_bar_stays_near);
    tcase_add_test(tests, who_saves_second__sees_both_versions__and_may_save_their_own);
    tcase_add_test(tests, who_saves_second__may_keep_the_colleagues_version);
    tcase_add_test(tests, who_saves_second__may_go_back__and_loses_nothing);
    tcase_add_test(tests, what_two_people_change_in_two_fields__is_both_kept__and_said);
    tcase_add_test(
        tests, who_is_removed_from_the_staff__is_shown_nothing_more__and_loses_nothing);
    tcase_add_test(tests, what_was_typed_for_a_removed_row__may_become_a_new_one);
    tcase_add_test(tests, a_removed_row__may_stay_removed);
    tcase_add_test(tests, a_draft_of_a_removed_row__is_offered_once);
    tcase_add_test(tests, a_page_that_a_colleague_removes__closes_and_says_so);
    tcase_add_test(tests,
                   an_act_before_one_that_a_colleague_built_on__is_undone_after_a_yes);
}

SUITE_MAIN("two_people")
