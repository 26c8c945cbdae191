/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_test.c - who is in, as an administrator sees it, and the end of a session */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "support/program.h"
#include "support/suite.h"

static bool
who_says(const char *text)
{
    char *output = program_output("--json|who");
    const bool found = strstr(output, text);

    free(output);
    return found;
}

START_TEST(a_session__is_seen_while_its_process_lives__and_not_when_it_was_killed)
{
    static const char *const env[] = { "SSH_CLIENT=192.0.2.7 51234 22", NULL };

    ck_assert(!who_says("login"));
    struct term *term = program_screens(env);
    ck_assert(who_says("\"from\": \"192.0.2.7\""));
    ck_assert(who_says("\"since\": \"2027-03-01T09:00:00Z\""));
    ck_assert(who_says("\"screens\": true"));
    term_signal(term, SIGKILL);
    (void)term_end(term);
    term_free(term);
    ck_assert(!who_says("login"));
}
END_TEST

/* One of the newer kind is longer than most columns. */
START_TEST(the_table__shows_an_address_whole)
{
    static const char *const env[] = {
        "SSH_CLIENT=2001:db8:1234:5678:9abc:def0:1234:5678 51234 22", NULL
    };
    struct term *term = program_screens(env);
    char *output = program_output("who");

    ck_assert_msg(strstr(output, "  2001:db8:1234:5678:9abc:def0:1234:5678  "), "%s",
                  output);
    free(output);
    program_leave(term);
}
END_TEST

/* A line of the table, whose figures end in the same column. */
START_TEST(
    the_screen__shows_addresses_and_days_whole_where_there_is_room__else_says_what_is_cut)
{
    static const char *const old[] = {
        "SSH_CLIENT=2001:db8:1234:5678:9abc:def0:1234:5678 51234 22",
        "ATELIER_NOW=2027-02-25T05:00:00Z", NULL
    };
    static const char *const newer[] = { "SSH_CLIENT=192.0.2.7 51234 22",
                                         "ATELIER_NOW=2027-03-01T01:00:00Z", NULL };
    struct term *one = program_screens(old);
    struct term *other = program_screens(newer);
    struct term *mine = program_screens(NULL);

    term_keys(mine, "8W");
    term_expect(mine, "  2001:db8:1234:5678:9abc…  ");
    term_expect(mine, "What ends in … is cut");
    term_expect(mine, "  4 d 04 h   ");
    term_expect(mine, "       8 h   ");
    term_keys(mine, "<Esc>");
    term_expect_gone(mine, "Who is in");
    term_resize(mine, 40, 140);
    term_expect(mine, "Hours until a session ends"); /* which 24 rows do not reach */
    term_keys(mine, "W");
    term_expect(mine, "  2001:db8:1234:5678:9abc:def0:1234:5678  since ");
    term_expect(mine, "  4 d 04 h   ");
    term_expect(mine, "       8 h   ");
    term_expect_gone(mine, "is cut");
    term_keys(mine, "<Esc>");

    char *output = program_output("who");
    ck_assert_msg(strstr(output, "  4 d 04 h  2001:db8:1234"), "%s", output);
    ck_assert_msg(strstr(output, "       8 h  192.0.2.7"), "%s", output);
    free(output);
    program_leave(one);
    program_leave(other);
    program_leave(mine);
}
END_TEST

START_TEST(a_session_that_is_ended_from_elsewhere__says_so__and_keeps_what_was_typed)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwingli");
    free(program_output("who|--end|1"));
    program_ends(term, 1);
    ck_assert(!who_says("login"));

    term = program_start(NULL);
    term_expect(term, "left unsaved on");
    term_expect(term, "Zwingli");
    term_keys(term, "<Esc>");
    program_leave(term);
}
END_TEST

START_TEST(the_settings__show_who_is_in__and_end_a_session_after_a_yes)
{
    struct term *mine = program_screens(NULL);
    struct term *theirs = program_screens(NULL);

    term_keys(mine, "8W");
    term_expect(mine, "Who is in");
    term_expect(mine, "> 1 ");
    term_keys(mine, "2");
    term_expect(mine, "End the session 2 of");
    term_keys(mine, "<Down><Enter>"); /* the key that led here chooses nothing */
    program_ends(theirs, 1);
    term_expect(mine, "The session 2 has ended");
    program_leave(mine);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(
        tests, a_session__is_seen_while_its_process_lives__and_not_when_it_was_killed);
    tcase_add_test(tests, the_table__shows_an_address_whole);
    tcase_add_test(
        tests,
        the_screen__shows_addresses_and_days_whole_where_there_is_room__else_says_what_is_cut);
    tcase_add_test(
        tests, a_session_that_is_ended_from_elsewhere__says_so__and_keeps_what_was_typed);
    tcase_add_test(tests, the_settings__show_who_is_in__and_end_a_session_after_a_yes);
}

SUITE_MAIN("who")
