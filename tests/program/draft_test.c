/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_test.c - what was being typed is offered again: where it belongs, and to nobody
 * else */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/login.h"
#include "support/program.h"
#include "support/suite.h"

/* --- drafts of others with the same login */

static void
wait_for(const char *count, int64_t wanted)
{
    enum { TRIES_MOST = 100 };

    for (int i = 0; i < TRIES_MOST; i++) {
        if (program_number(count) == wanted)
            return;
        (void)usleep(50000);
    }
    ck_abort_msg("the draft is not kept");
}

static void
wait_for_drafts(int64_t wanted)
{
    wait_for("SELECT count(*) FROM draft", wanted);
}

START_TEST(what_is_typed_in_another_terminal__is_not_offered__until_that_one_ends)
{
    struct term *theirs = program_screens(NULL);

    term_keys(theirs, "5n");
    term_expect(theirs, "must be filled in");
    term_keys(theirs, "Quillfeather<Tab>Aurelio");
    term_expect(theirs, "Aurelio");
    wait_for_drafts(1);

    struct term *mine = program_screens(NULL);
    ck_assert_ptr_null(strstr(term_screen(mine), "still here"));
    term_keys(mine, "5n");
    term_expect(mine, "must be filled in");
    term_keys(mine, "Zwetschge<Tab>Ida<Esc>");
    term_expect(mine, "but kept");
    program_leave(mine);
    term_hang_up(theirs);
    ck_assert_int_eq(term_end(theirs), 0);
    term_free(theirs);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 2);

    mine = program_start(NULL);
    term_expect(mine, "still here");
    program_leave(mine);
}
END_TEST

/* A form that is being typed in a window, and in another one, five minutes later, what is
 * asked at the start. */
static struct term *
leave_open(struct term **theirs)
{
    static const char *const later[] = { "ATELIER_NOW=2027-03-01T09:05:00Z", NULL };

    *theirs = program_screens(NULL);
    term_keys(*theirs, "5n");
    term_expect(*theirs, "must be filled in");
    term_keys(*theirs, "Quillfeather<Tab>Aurelio");
    term_expect(*theirs, "Aurelio");
    /* Whole: what is kept once another has taken it up is told at once. */
    wait_for("SELECT count(*) FROM draft WHERE fields LIKE '%Aurelio%'", 1);
    struct term *mine = program_start(later);
    term_expect(mine, "Another session of yours is open");
    term_expect(mine, "no key for 5 min");
    term_expect(mine, "Quillfeather");
    return mine;
}

START_TEST(a_session_whose_line_may_have_dropped__is_ended__and_its_form_gone_on_with)
{
    struct term *theirs;
    struct term *mine = leave_open(&theirs);

    term_keys(mine, "2");
    program_ends(theirs, 1);
    term_expect(mine, "Given name     Aurelio");
    term_keys(mine, "<F2>");
    term_expect(mine, "Added: ");
    program_leave(mine);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

START_TEST(
    what_another_window_takes_up__is_not_written_by_the_old_one__which_loses_nothing)
{
    struct term *theirs;
    struct term *mine = leave_open(&theirs);

    term_keys(mine, "3");
    term_expect(mine, "Given name     Aurelio");
    term_keys(mine, " Max");
    term_expect(mine, "Given name     Aurelio Max");
    term_keys(theirs, "T"); /* one key: the next would clear what is said */
    term_expect(theirs, "Another window of yours has taken up");
    wait_for_drafts(2);
    term_hang_up(mine);
    ck_assert_int_eq(term_end(mine), 0);
    term_free(mine);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM draft WHERE fields LIKE '%Aurelio Max%'"),
        1);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM draft WHERE fields LIKE '%AurelioT%'"), 1);
    term_keys(theirs, "<Esc>");
    program_leave(theirs);
}
END_TEST

START_TEST(a_draft_that_was_saved_elsewhere__does_not_come_back__when_the_old_line_drops)
{
    struct term *theirs;
    struct term *mine = leave_open(&theirs);

    term_keys(mine, "3");
    term_expect(mine, "Given name     Aurelio");
    term_keys(mine, "<F2>");
    term_expect(mine, "Added: ");
    program_leave(mine);
    term_hang_up(theirs);
    ck_assert_int_eq(term_end(theirs), 0);
    term_free(theirs);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

/* --- drafts of a row that a colleague changed meanwhile */

START_TEST(a_draft__takes_nothing_back__that_a_colleague_saved)
{
    struct term *mine = program_screens(NULL);
    int64_t id = program_number("SELECT id FROM person ORDER BY sort_key, id LIMIT 1");
    char command[128], *output;

    term_keys(mine, "5e");
    term_expect(mine, "must be filled in");
    term_keys(mine, "<Tab><Ctrl-U>Melusine");
    term_expect(mine, "Melusine");
    term_hang_up(mine);
    ck_assert_int_eq(term_end(mine), 0);
    term_free(mine);

    (void)snprintf(command, sizeof(command), "person|set|%lld|--phone|+33 1 99 00 99 00",
                   (long long)id);
    output = program_output(command);
    free(output);

    mine = program_start(NULL);
    term_expect(mine, "still here");
    term_keys(mine, "1"); /* Enter leaves it: the row is newer */
    term_expect(mine, "Melusine");
    term_keys(mine, "<F2>");
    term_expect(mine, "yours: Melusine");
    ck_assert_ptr_null(strstr(term_screen(mine), "Telephone\n")); /* was not touched */
    term_keys(mine, "<Down><Enter>");
    term_expect(mine, "Saved: ");
    program_leave(mine);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM person WHERE given = 'Melusine'"), 1);
    ck_assert_int_eq(program_number("SELECT count(*) FROM person"
                                    " WHERE given = 'Melusine' AND phone LIKE '%99%'"),
                     1);
}
END_TEST

START_TEST(a_draft__of_a_field_that_a_colleague_saved__shows_both_versions)
{
    struct term *mine = program_screens(NULL);
    int64_t id = program_number("SELECT id FROM person ORDER BY sort_key, id LIMIT 1");
    char command[128], *output;

    term_keys(mine, "5e");
    term_expect(mine, "must be filled in");
    term_keys(mine, "<Tab><Ctrl-U>Melusine");
    term_expect(mine, "Melusine");
    program_leave(mine);
    (void)snprintf(command, sizeof(command), "person|set|%lld|--given|Theodora",
                   (long long)id);
    output = program_output(command);
    free(output);

    mine = program_start(NULL);
    term_expect(mine, "still here");
    term_keys(mine, "1"); /* Enter leaves it: the row is newer */
    term_expect(mine, "Melusine");
    term_keys(mine, "<F2>");
    term_expect(mine, "yours: Melusine");
    term_expect(mine, "theirs: Theodora");
    program_leave(mine);
}
END_TEST

/* --- drafts of new rows */

static struct term *
go_on_after_a_dropped_line(struct term *term)
{
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    term = program_start(NULL);
    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    return term;
}

START_TEST(a_draft__has_the_name_that_was_typed_before_the_form)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "2<Enter>");
    term_expect(term, " taken");
    term_keys(term, "n");
    term_expect(term, "+ Add a new one");
    term_keys(term, "Zwoelfer");
    term_expect(term, "+ Add “Zwoelfer”");
    term_keys(term, "<Enter>");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab>Agnes");
    term_expect(term, "Agnes");
    term = go_on_after_a_dropped_line(term);
    term_expect(term, "Agnes");
    term_expect(term, "Zwoelfer");
    program_leave(term);
}
END_TEST

START_TEST(a_draft__of_a_meeting_has_its_groups_zone)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "4<Down><Down><Down><Enter>");
    term_expect(term, "FED Gestion des fonds");
    term_keys(term, "M");
    term_expect(term, "State");
    term_keys(term, "n");
    term_expect(term, "Europe/Brussels");
    term_keys(term, "Digues");
    term_expect(term, "Digues");
    term = go_on_after_a_dropped_line(term);
    term_expect(term, "Digues");
    term_expect(term, "FED Gestion des fonds");
    term_expect(term, "Europe/Brussels");
    program_leave(term);
}
END_TEST

/* --- drafts of several forms */

START_TEST(drafts_of_two_rows__are_each_offered__where_they_belong)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "5e");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab><Ctrl-U>Melusine<Esc>");
    term_expect(term, "but kept");
    term_keys(term, "<Down>e");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab><Ctrl-U>Theodora<Esc>");
    term_expect(term, "but kept");
    term_keys(term, "<Up>e");
    term_expect(term, "was not saved");
    term_expect(term, "│ Melusine");
    term_keys(term, "<Enter>");
    term_expect(term, "Melusine");
    term_keys(term, "<F2>");
    term_expect(term, "Saved: ");
    term_keys(term, "<Down>e");
    term_expect(term, "was not saved");
    term_keys(term, "<Enter>");
    term_expect(term, "Theodora");
    program_leave(term);
}
END_TEST

START_TEST(a_form_in_a_form__is_offered__and_then_the_one_around_it)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwölfer<Tab>Agnes<Tab>Qwx");
    term_expect(term, "+ Add “Qwx”");
    term_keys(term, "<Enter>");
    term_expect(term, "Category");
    term_keys(term, " Towers");
    term_expect(term, "Towers");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);

    term = program_start(NULL);
    term_expect(term, "left unsaved on");
    term_expect(term, "Towers.");
    term_keys(term, "<Enter>");
    term_expect(term, "Qwx Towers");
    term_keys(term, "<Esc>");
    program_leave(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(
        tests, what_is_typed_in_another_terminal__is_not_offered__until_that_one_ends);
    tcase_add_test(
        tests,
        a_session_whose_line_may_have_dropped__is_ended__and_its_form_gone_on_with);
    tcase_add_test(
        tests,
        what_another_window_takes_up__is_not_written_by_the_old_one__which_loses_nothing);
    tcase_add_test(
        tests,
        a_draft_that_was_saved_elsewhere__does_not_come_back__when_the_old_line_drops);
    tcase_add_test(tests, a_draft__takes_nothing_back__that_a_colleague_saved);
    tcase_add_test(tests,
                   a_draft__of_a_field_that_a_colleague_saved__shows_both_versions);
    tcase_add_test(tests, a_draft__has_the_name_that_was_typed_before_the_form);
    tcase_add_test(tests, a_draft__of_a_meeting_has_its_groups_zone);
    tcase_add_test(tests, drafts_of_two_rows__are_each_offered__where_they_belong);
    tcase_add_test(tests, a_form_in_a_form__is_offered__and_then_the_one_around_it);
}

SUITE_MAIN("draft")
