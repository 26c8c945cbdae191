/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_editor_test.c - the text of an entry in the person's own editor, which a script
 * plays: it succeeds, fails, is killed, writes what is no text, or leaves all as it was
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/program.h"
#include "support/suite.h"

/* Called as EDITOR says, with what to play before the file. */
static const char script[] =
    "#!/bin/sh\n"
    "stat -c %a \"$2\" \"${2%/*}\" >\"$TMPDIR/modes\"\n"
    "case $1 in\n"
    "write) printf '? Who pays?\\n\\nThe *second* paragraph.\\033[2J\\n' >\"$2\" ;;\n"
    "same) ;;\n"
    "fail) printf 'Left by a failure\\n' >\"$2\"; exit 3 ;;\n"
    "kill) printf 'Left by a kill\\n' >\"$2\"; kill -9 $$ ;;\n"
    "bad) printf 'no text \\377\\n' >\"$2\" ;;\n"
    "stop) kill -STOP $$; printf 'After the stop\\n' >\"$2\" ;;\n"
    "wait) printf 'Mine\\n' >\"$2\"; echo editor here; read go ;;\n"
    "esac\n";

static void
write_script(void)
{
    FILE *file = fopen(program_path("ed.sh"), "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(script, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_int_eq(chmod(program_path("ed.sh"), 0700), 0);
    ck_assert_int_eq(mkdir(program_path("tmp"), 0700), 0);
}

static struct term *
start_with(const char *what)
{
    char editor[512], within[512];
    const char *const env[] = { editor, within, NULL };

    (void)snprintf(editor, sizeof(editor), "EDITOR=%s %s", program_path("ed.sh"), what);
    (void)snprintf(within, sizeof(within), "TMPDIR=%s", program_path("tmp"));
    return program_screens(env);
}

static void
go_to_report(struct term *term)
{
    term_keys(term, "2");
    term_expect(term, "rows");
    term_keys(term, "<Enter>");
    term_expect(term, "Quotas");
    term_keys(term, "<Tab><Tab><Tab>");
    term_expect(term, "y addresses");
}

/* The report of the first meeting, with the bar on its one entry. */
static struct term *
open_report(const char *what)
{
    write_script();
    struct term *term = start_with(what);

    go_to_report(term);
    term_keys(term, "n");
    term_expect(term, "deeper");
    term_keys(term, "First<Enter>");
    term_expect(term, "finding        First");
    term_keys(term, "<Esc>");
    term_expect(term, "n write");
    return term;
}

static int64_t
count_of(const char *text)
{
    char sql[256];

    (void)snprintf(sql, sizeof(sql),
                   "SELECT count(*) FROM report_entry WHERE text = '%s'", text);
    return program_number(sql);
}

/* Files that the editor was given. */
static bool
is_cleared(void)
{
    char command[512];

    (void)snprintf(command, sizeof(command), "! ls -d '%s'/atelier-* >/dev/null 2>&1",
                   program_path("tmp"));
    return system(command) == 0;
}

START_TEST(what_an_editor_writes__is_saved__with_its_kind_and_paragraphs)
{
    struct term *term = open_report("write");
    char command[512];

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "question       Who pays?");
    term_expect(term, "Saved");
    ck_assert_int_eq(program_number("SELECT count(*) FROM report_entry WHERE kind = 1"
                                    " AND text LIKE 'Who pays?' || char(10) || char(10)"
                                    " || 'The *second* paragraph.%'"),
                     1);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM report_entry WHERE instr(text, char(27))"),
        0);
    (void)snprintf(command, sizeof(command),
                   "test \"$(cat '%s/modes' | tr '\\n' ' ')\" = '600 700 '",
                   program_path("tmp"));
    ck_assert_int_eq(system(command), 0);
    ck_assert(is_cleared());
    term_keys(term, "u");
    term_expect(term, "finding        First");
    program_leave(term);
}
END_TEST

START_TEST(a_new_entry__is_one__whatever_its_lines)
{
    struct term *term = open_report("write");

    term_keys(term, "n");
    term_expect(term, "deeper");
    term_keys(term, "A begin<Ctrl-R>");
    term_expect(term, "question       Who pays?");
    term_expect(term, "2 entries");
    term_keys(term, "<Esc>");
    term_expect(term, "n write");
    program_leave(term);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

START_TEST(an_editor_that_changes_nothing__changes_nothing)
{
    struct term *term = open_report("same");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "Nothing changed.");
    term_expect(term, "n write");
    ck_assert(is_cleared());
    program_leave(term);
    ck_assert_int_eq(count_of("First"), 1);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}
END_TEST

static const struct failure {
    const char *how, *said, *left;
} failures[] = {
    { "fail", "ended with the status 3", "Left by a failure" },
    { "kill", "was ended by the signal 9", "Left by a kill" },
};

START_TEST(what_an_editor_left_that_failed__is_there_to_be_saved)
{
    const struct failure *failure = &failures[_i];
    struct term *term = open_report(failure->how);

    term_keys(term, "<Ctrl-R>");
    term_expect(term, failure->said);
    term_expect(term, failure->left);
    ck_assert_int_eq(count_of("First"), 1);
    ck_assert(is_cleared());
    term_keys(term, "<F2>");
    term_expect(term, "Saved");
    program_leave(term);
    ck_assert_int_eq(count_of(failure->left), 1);
}
END_TEST

START_TEST(what_an_editor_left_that_failed__outlives_a_dropped_line)
{
    struct term *term = open_report("kill");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "Left by a kill");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    term = program_start(NULL);
    term_expect(term, "Left by a kill");
    program_leave(term);
}
END_TEST

START_TEST(bytes_that_are_no_text__stay_in_the_file__which_is_named)
{
    struct term *term = open_report("bad");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "no text in UTF-8");
    term_expect(term, "n write");
    ck_assert(!is_cleared());
    program_leave(term);
    ck_assert_int_eq(count_of("First"), 1);
}
END_TEST

START_TEST(an_editor_that_is_stopped__goes_on)
{
    struct term *term = open_report("stop");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "After the stop");
    program_leave(term);
    ck_assert_int_eq(count_of("After the stop"), 1);
}
END_TEST

START_TEST(a_line_that_drops_in_the_editor__keeps_what_it_had_written)
{
    struct term *term = open_report("wait");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "editor here");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    ck_assert_int_eq(count_of("First"), 1);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM draft WHERE fields LIKE '%text=Mine%'"), 1);
    ck_assert(is_cleared());
}
END_TEST

START_TEST(ctrl_c_in_the_editor__ends_the_editor_alone)
{
    struct term *term = open_report("wait");

    term_keys(term, "<Ctrl-R>");
    term_expect(term, "editor here");
    term_keys(term, "<Ctrl-C>");
    term_expect(term, "was ended by the signal 2");
    term_expect(term, "Mine");
    term_keys(term, "<F2>");
    term_expect(term, "Saved");
    program_leave(term);
}
END_TEST

/* One is in the editor while the other saves. */
START_TEST(what_a_colleague_changed_meanwhile__is_shown_beside)
{
    struct term *mine = open_report("wait");
    struct term *theirs = start_with("same");

    go_to_report(theirs);
    term_expect(theirs, "First");
    term_keys(mine, "<Ctrl-R>");
    term_expect(mine, "editor here");
    term_keys(theirs, "e");
    term_expect(theirs, "split here");
    term_keys(theirs, " of theirs<F2>");
    term_expect(theirs, "Saved");
    term_keys(mine, "go<Enter>");
    term_expect(mine, "Two versions");
    term_expect(mine, "yours: Mine");
    term_expect(mine, "theirs: First of theirs");
    term_keys(mine, "<Esc>");
    term_expect_gone(mine, "Two versions");
    term_expect(mine, "Mine"); /* nothing is lost */
    term_keys(mine, "<F2>");
    term_expect(mine, "Two versions");
    term_keys(mine, "<Down><Enter>");
    term_expect(mine, "Saved");
    program_leave(mine);
    program_leave(theirs);
    ck_assert_int_eq(count_of("Mine"), 1);
}
END_TEST

START_TEST(a_text_of_a_form__is_written_there_too__and_saved_with_the_form)
{
    struct term *term = open_report("write");

    term_keys(term, "<Enter>");
    term_expect(term, "Text");
    term_keys(term, "<Ctrl-R>");
    term_expect(term, "Only a text of several lines");
    term_keys(term, "<Tab><Ctrl-R>");
    term_expect(term, "The *second* paragraph.");
    ck_assert_int_eq(count_of("First"), 1);
    term_keys(term, "<F2>");
    term_expect(term, "Saved");
    program_leave(term);
    ck_assert_int_eq(count_of("First"), 0);
}
END_TEST

START_TEST(an_editor_that_is_missing__is_named)
{
    write_script();
    const char *const env[] = { "VISUAL=/nowhere/ed -w", NULL };
    struct term *term = program_screens(env);

    go_to_report(term);
    term_keys(term, "<Ctrl-R>");
    term_expect_sentence(term, "“/nowhere/ed”, which VISUAL names");
    program_leave(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(tests, what_an_editor_writes__is_saved__with_its_kind_and_paragraphs);
    tcase_add_test(tests, a_new_entry__is_one__whatever_its_lines);
    tcase_add_test(tests, an_editor_that_changes_nothing__changes_nothing);
    tcase_add_loop_test(tests, what_an_editor_left_that_failed__is_there_to_be_saved, 0,
                        sizeof(failures) / sizeof(failures[0]));
    tcase_add_test(tests, what_an_editor_left_that_failed__outlives_a_dropped_line);
    tcase_add_test(tests, bytes_that_are_no_text__stay_in_the_file__which_is_named);
    tcase_add_test(tests, an_editor_that_is_stopped__goes_on);
    tcase_add_test(tests, a_line_that_drops_in_the_editor__keeps_what_it_had_written);
    tcase_add_test(tests, ctrl_c_in_the_editor__ends_the_editor_alone);
    tcase_add_test(tests, what_a_colleague_changed_meanwhile__is_shown_beside);
    tcase_add_test(tests,
                   a_text_of_a_form__is_written_there_too__and_saved_with_the_form);
    tcase_add_test(tests, an_editor_that_is_missing__is_named);
}

SUITE_MAIN("report_editor")
