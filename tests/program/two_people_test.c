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

    term_keys(mine, "4<Down><Down>");
    term_expect(mine, "> Achard      Édith");
    term_keys(theirs, "4");
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
    term_keys(mine, "4");
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

    term_keys(mine, "4e");
    term_expect(mine, "must be filled in");
    term_keys(theirs, "4e");
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
    term_expect(mine, "is kept");
    program_leave(mine);
    ck_assert_int_eq(given_count("Theodora"), 1);
}
END_TEST

START_TEST(what_two_people_change_in_two_fields__is_both_kept__and_said)
{
    struct term *mine = program_screens(NULL), *theirs = program_screens(NULL);

    term_keys(mine, "4e");
    term_expect(mine, "must be filled in");
    term_keys(theirs, "4e");
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

    term_keys(mine, "4n");
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

/* --- drafts of others with the same login */

static void
wait_for_drafts(int64_t wanted)
{
    enum { TRIES_MOST = 100 };

    for (int i = 0; i < TRIES_MOST; i++) {
        if (program_number("SELECT count(*) FROM draft") == wanted)
            return;
        (void)usleep(50000);
    }
    ck_abort_msg("the draft is not kept");
}

START_TEST(what_is_typed_in_another_terminal__is_not_offered__until_that_one_ends)
{
    struct term *theirs = program_screens(NULL);

    term_keys(theirs, "4n");
    term_expect(theirs, "must be filled in");
    term_keys(theirs, "Quillfeather<Tab>Aurelio");
    term_expect(theirs, "Aurelio");
    wait_for_drafts(1);

    struct term *mine = program_screens(NULL);
    ck_assert_ptr_null(strstr(term_screen(mine), "still here"));
    term_keys(mine, "4n");
    term_expect(mine, "must be filled in");
    term_keys(mine, "Zwetschge<Tab>Ida<Esc>");
    term_expect(mine, "is kept");
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
    term_keys(*theirs, "4n");
    term_expect(*theirs, "must be filled in");
    term_keys(*theirs, "Quillfeather<Tab>Aurelio");
    term_expect(*theirs, "Aurelio");
    wait_for_drafts(1);
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
    term_expect(mine, "Quillfeather Max");
    term_keys(theirs, " Tom");
    term_expect(theirs, "Another window of yours has taken up");
    wait_for_drafts(2);
    term_hang_up(mine);
    ck_assert_int_eq(term_end(mine), 0);
    term_free(mine);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM draft WHERE fields LIKE '%feather Max%'"),
        1);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM draft WHERE fields LIKE '%Aurelio Tom%'"),
        1);
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

    term_keys(mine, "4e");
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
    term_keys(mine, "<Enter>");
    term_expect(mine, "Melusine");
    term_keys(mine, "<F2>");
    term_expect(mine, "yours: Melusine");
    ck_assert_ptr_null(strstr(term_screen(mine), "Telephone\n")); /* was not touched */
    term_keys(mine, "<Down><Enter>");
    term_expect(mine, "Saved: ");
    program_leave(mine);
    ck_assert_int_eq(given_count("Melusine"), 1);
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

    term_keys(mine, "4e");
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
    term_keys(mine, "<Enter>");
    term_expect(mine, "Melusine");
    term_keys(mine, "<F2>");
    term_expect(mine, "yours: Melusine");
    term_expect(mine, "theirs: Theodora");
    program_leave(mine);
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
    term_keys(mine, "4");
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
    term_keys(mine, "4");
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
    term_keys(mine, "4");
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

    term_keys(term, "3<Down><Down><Down><Enter>");
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

    term_keys(term, "4e");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab><Ctrl-U>Melusine<Esc>");
    term_expect(term, "is kept");
    term_keys(term, "<Down>e");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab><Ctrl-U>Theodora<Esc>");
    term_expect(term, "is kept");
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

    term_keys(term, "4n");
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
    term_expect(term, "left unsaved: Organisation · Qwx Towers");
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
        tests, a_colleagues_change__appears_within_a_second__and_the_row_stays_selected);
    tcase_add_test(tests, a_row_that_a_colleague_removes__goes__and_the_bar_stays_near);
    tcase_add_test(tests, who_saves_second__sees_both_versions__and_may_save_their_own);
    tcase_add_test(tests, who_saves_second__may_keep_the_colleagues_version);
    tcase_add_test(tests, who_saves_second__may_go_back__and_loses_nothing);
    tcase_add_test(tests, what_two_people_change_in_two_fields__is_both_kept__and_said);
    tcase_add_test(
        tests, who_is_removed_from_the_staff__is_shown_nothing_more__and_loses_nothing);
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
    tcase_add_test(tests, what_was_typed_for_a_removed_row__may_become_a_new_one);
    tcase_add_test(tests, a_removed_row__may_stay_removed);
    tcase_add_test(tests, a_draft_of_a_removed_row__is_offered_once);
    tcase_add_test(tests, a_page_that_a_colleague_removes__closes_and_says_so);
    tcase_add_test(tests,
                   an_act_before_one_that_a_colleague_built_on__is_undone_after_a_yes);
    tcase_add_test(tests, a_draft__has_the_name_that_was_typed_before_the_form);
    tcase_add_test(tests, a_draft__of_a_meeting_has_its_groups_zone);
    tcase_add_test(tests, drafts_of_two_rows__are_each_offered__where_they_belong);
    tcase_add_test(tests, a_form_in_a_form__is_offered__and_then_the_one_around_it);
}

SUITE_MAIN("two_people")
