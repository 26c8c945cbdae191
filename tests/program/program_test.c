/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program_test.c - signals, sizes and kinds of terminals: it ends as it was, nothing lost
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/program.h"
#include "support/suite.h"

/* A new person, half typed. */
static void
type_person(struct term *term)
{
    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwölfer<Tab>Agn");
    term_expect(term, "Agn");
}

static void
expect_draft(void)
{
    struct term *term = program_start(NULL);

    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    term_expect(term, "Zwölfer");
    term_expect(term, "Agn");
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    program_leave(term);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM person WHERE family = 'Zwölfer'"), 1);
    ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
}

START_TEST(a_signal_in_a_form__restores_the_terminal__and_keeps_the_draft)
{
    static const int signals[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT };
    struct term *term = program_screens(NULL);

    type_person(term);
    term_signal(term, signals[_i]);
    program_ends(term, 0);
    expect_draft();
}
END_TEST

START_TEST(a_line_that_drops_in_a_form__keeps_the_draft)
{
    struct term *term = program_screens(NULL);

    type_person(term);
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    expect_draft();
}
END_TEST

START_TEST(ctrl_q_in_a_form__keeps_the_draft)
{
    struct term *term = program_screens(NULL);

    type_person(term);
    program_leave(term);
    expect_draft();
}
END_TEST

START_TEST(a_crash__restores_the_terminal__and_the_database_is_whole)
{
    /* The sanitizer would keep this signal to itself. */
    static const char *const env[] = { "ASAN_OPTIONS=handle_segv=0", NULL };
    struct term *term = program_screens(env);
    char *output;

    type_person(term);
    term_signal(term, SIGSEGV);
    program_ends(term, -SIGSEGV);
    output = program_output("check");
    free(output);
}
END_TEST

START_TEST(suspended__the_program_is_put_aside__and_comes_back)
{
    char script[512], database[512];
    const char *const env[] = { "ATELIER_NOW=2027-03-01T09:00:00Z", database, NULL };
    const char *const shell[] = { "/bin/sh", "-c", script, NULL };
    struct term *term;

    (void)snprintf(script, sizeof(script),
                   "set -m; '%s'; echo put aside; read go; fg >/dev/null",
                   getenv("ATELIER_BIN"));
    (void)snprintf(database, sizeof(database), "ATELIER_DATABASE=%s",
                   program_path("atelier.db"));
    term = term_start(shell, env, 24, 80);
    term_expect(term, "F10 menu");
    term_keys(term, "5");
    term_expect(term, "> Abadie      Irène");
    term_keys(term, "<Down><F10><Left>ss");
    term_expect(term, "> Suspend to the shell");
    term_keys(term, "<Enter>");
    term_expect(term, "put aside");
    ck_assert_ptr_null(term_unrestored(term));
    /* The window may have changed meanwhile. */
    term_resize(term, 30, 140);
    term_keys(term, "go<Enter>");
    term_expect(term, "F10 menu");
    term_expect(term, "> Abadie      Thaïs");
    term_expect(term, "Telephone"); /* there is room for one more column now */
    program_leave(term);
}
END_TEST

/* Brackets say then which section is chosen. */
static const char *const without_colours[] = { "NO_COLOR=1", NULL };

START_TEST(esc_on_the_first_screen__says_how_to_leave__and_does_not)
{
    static const char *const keys[] = { "<Esc>", "q" };
    struct term *term = program_screens(without_colours);

    for (size_t i = 0; i < 2; i++) {
        /* From another section Esc goes to the first one. */
        term_keys(term, "5");
        term_expect(term, "[5 ");
        term_keys(term, keys[i]);
        term_expect(term, "[1 ");
        term_keys(term, keys[i]);
        term_expect(term, "This is the first screen.  Ctrl-Q leaves Atelier.");
    }
    /* It is there and answers. */
    term_keys(term, "5");
    term_expect(term, "Abadie");
    program_leave(term);
}
END_TEST

/* --- sizes */

/* Wherever the terminal's cursor is by then, and in whatever style. */
static const char *const elsewhere[] = { "\033[1;1H", "\033[24;1H",
                                         "\033[11;40H\033[31;7m" };

START_TEST(a_screen__is_whole__after_the_terminal_changed_its_size)
{
    struct term *term = program_screens(without_colours);
    term_keys(term, "5<Down>");
    term_expect(term, "> Abadie      Thaïs");
    term_settle(term);
    char *small = strdup(term_screen(term));
    term_resize(term, 40, 140);
    term_expect(term, "Telephone");
    term_settle(term);
    char *large = strdup(term_screen(term));

    term_disturb(term, elsewhere[_i]);
    term_resize(term, 24, 80);
    ck_assert_msg(term_wait_screen(term, small, 5000), "%s", term_screen(term));
    term_disturb(term, elsewhere[_i]);
    term_resize(term, 40, 140);
    ck_assert_msg(term_wait_screen(term, large, 5000), "%s", term_screen(term));
    free(small);
    free(large);
    program_leave(term);
}
END_TEST

START_TEST(a_screen__is_whole__when_it_is_asked_for_again)
{
    struct term *term = program_screens(without_colours);
    term_keys(term, "5<Down>");
    term_expect(term, "> Abadie      Thaïs");
    term_settle(term);
    char *whole = strdup(term_screen(term));

    term_disturb(term, elsewhere[_i]);
    term_disturb(term, "A message to all: lunch.\r\n");
    ck_assert_int_ne(strcmp(term_screen(term), whole), 0);
    term_keys(term, "<Ctrl-L>");
    ck_assert_msg(term_wait_screen(term, whole, 5000), "%s", term_screen(term));
    term_expect_look(term, "Irène", "Irène", "plain");
    free(whole);
    program_leave(term);
}
END_TEST

START_TEST(every_section__survives__a_window_of_20_by_5)
{
    static const char *const sections[] = { "[1 ", "[2 ", "[3 ", "[4 ",
                                            "[5 ", "[6 ", "[7 ", "[8 " };
    struct term *term = program_screens(without_colours);

    for (int i = 0; i < 8; i++) {
        char key[2] = { (char)('1' + i), '\0' };

        term_keys(term, key);
        term_expect(term, sections[i]);
        term_resize(term, 5, 20);
        term_expect(term, "Too small");
        term_keys(term, "<Down>x");
        term_resize(term, 1, 1);
        term_resize(term, 24, 80);
        term_expect(term, sections[i]);
        term_expect(term, "F10 menu");
    }
    program_leave(term);
}
END_TEST

/* Keys that open something from a section, and a text that is on it. */
static const struct {
    const char *keys, *shows;
} opened[] = {
    { "2<Enter>", "F10 menu" },
    { "4<Enter>", "F10 menu" },
    { "5<Enter>", "F10 menu" },
    { "6<Enter>", "F10 menu" },
    { "2n", "must be filled in" },
    { "5n", "must be filled in" },
    { "8e", "must be filled in" },
    { "1<F10>", "Plan a meeting" },
    { "5?", "Add a person" },
    { "5<Ctrl-P>", "Add" },
    { "5/ab", "Abadie" },
    { "5<Ctrl-F>abad", "Abadie" },
    { "5n<Tab><Tab>lyon", "Add “" },
};

START_TEST(what_is_open__survives__a_window_of_20_by_5)
{
    struct term *term = program_screens(NULL);
    char *before;

    term_keys(term, opened[_i].keys);
    term_expect(term, opened[_i].shows);
    term_settle(term);
    before = strdup(term_screen(term));
    term_resize(term, 5, 20);
    term_expect(term, "Too small");
    term_resize(term, 24, 80);
    if (!term_wait_screen(term, before, 5000))
        ck_abort_msg("%s: it was\n%s\nand is\n%s", opened[_i].keys, before,
                     term_screen(term));
    free(before);
    program_leave(term);
}
END_TEST

/* --- kinds of terminals */

static const char *const kinds[] = {
    "TERM=vt100",         "TERM=linux",          "TERM=screen-256color",
    "TERM=tmux-256color", "TERM=xterm-256color", "NO_COLOR=1",
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

START_TEST(every_terminal__is_restored__in_utf_8_and_without)
{
    const char *const utf8[] = { kinds[_i], NULL };
    const char *const plain[] = { kinds[_i], "LC_ALL=C", NULL };
    struct term *term = program_screens(utf8);

    term_keys(term, "5<Down>");
    term_expect(term, "Thaïs");
    term_keys(term, "n<Esc>");
    term_expect(term, "Thaïs");
    program_leave(term);

    term = program_screens(plain);
    term_keys(term, "5");
    term_expect(term, "Irene");
    for (const char *text = term_screen(term); *text != '\0'; text++)
        ck_assert_int_lt((unsigned char)*text, 0x80);
    program_leave(term);
}
END_TEST

START_TEST(a_terminal_that_cannot__is_refused__by_its_name)
{
    static const char *const env[] = { "TERM=dumb", NULL };
    struct term *term = program_start(env);

    term_expect(term, "“dumb”");
    term_expect(term, "--plain");
    program_ends(term, 5);
}
END_TEST

START_TEST(a_terminal_that_nobody_knows__shows_the_screens)
{
    static const char *const names[] = { "TERM=nonsense-42", "TERM=" };
    const char *const env[] = { names[_i], NULL };
    struct term *term = program_screens(env);

    term_expect(term, "taken for vt100");
    term_keys(term, "5");
    term_expect(term, "Irène");
    program_leave(term);
}
END_TEST

START_TEST(what_is_no_terminal__is_refused__with_what_to_do)
{
    static const char *const turns[] = { "</dev/null", "| cat" };
    char script[1024];
    const char *const env[] = { "HOME=/nonexistent", NULL };
    const char *const shell[] = { "/bin/sh", "-c", script, NULL };
    struct term *term;

    (void)snprintf(script, sizeof(script),
                   "{ '%s' --database '%s'; echo status $? >&2; } %s",
                   getenv("ATELIER_BIN"), program_path("atelier.db"), turns[_i]);
    term = term_start(shell, env, 24, 80);
    term_expect(term, "The screens need a terminal");
    term_expect(term, "--help");
    term_expect(term, "status 5");
    program_ends(term, 0);
}
END_TEST

/* --- keys as lines bring them */

START_TEST(the_function_keys_of_putty__work)
{
    struct term *term = program_screens(NULL);

    term_send(term, "\033[11~", 5);
    term_expect(term, "more below");
    term_keys(term, "<Esc>");
    term_expect_gone(term, "more below");
    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwölfer");
    term_expect(term, "Zwölfer");
    term_send(term, "\033[12~", 5);
    term_expect(term, "Added: ");
    program_leave(term);
}
END_TEST

START_TEST(a_character_in_pieces__is_one_character)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    term_send(term, "Zw\xc3", 3);
    term_expect(term, "Zw");
    term_send(term, "\xb6lf\xe2", 4);
    term_expect(term, "Zwölf");
    term_send(term, "\x82", 1);
    term_send(term, "\xac.", 2);
    term_expect(term, "Zwölf€.");
    program_leave(term);
}
END_TEST

/* Lines as an office program copies them; the caller frees. */
static char *
pasted_lines(int count)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    ck_assert_ptr_nonnull(stream);
    (void)fputs("\033[200~", stream);
    for (int i = 0; i < count; i++)
        (void)fprintf(stream, "quit%03d@example.org\r\n", i);
    (void)fputs("\033[201~", stream);
    (void)fclose(stream);
    return text;
}

START_TEST(two_hundred_pasted_lines__are_text__and_no_commands)
{
    struct term *term = program_screens(NULL);
    char *many = pasted_lines(200), *some = pasted_lines(100);

    term_keys(term, "5");
    term_expect(term, "400 rows");
    term_send(term, many, strlen(many)); /* on a list: refused, not obeyed */
    term_expect(term, "taken for no keys");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_send(term, some, strlen(some));
    term_expect(term, "quit099@example.org");
    term_keys(term, "<Tab>");
    term_send(term, many, strlen(many)); /* longer than a line may be: said */
    term_expect(term, "goes into a field");
    term_keys(term, "<Esc>");
    term_expect(term, "400 rows");
    ck_assert_int_eq(program_number("SELECT count(*) FROM person"), 400);
    program_leave(term);
    free(many);
    free(some);
}
END_TEST

START_TEST(a_list_of_names_pasted_into_the_picker__is_answered__and_the_first_is_sought)
{
    static const char names[] = "\033[200~\nAbadie\r\nZwölfer, Agnes\nMüller\033[201~";
    struct term *term = program_screens(NULL);

    term_keys(term, "<Enter>");
    term_expect(term, "Facts");
    term_keys(term, "n");
    term_expect(term, "+ Add a new one");
    term_send(term, names, strlen(names));
    term_expect(term, "One name at a time");
    term_expect(term, "+ Add “Abadie”");
    term_keys(term, "<Esc>");
    program_leave(term);
}
END_TEST

START_TEST(a_person_begun_while_registering__is_added_later__and_registered_there)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "<Enter>");
    term_expect(term, "Facts");
    term_keys(term, "n");
    term_expect(term, "+ Add a new one");
    term_keys(term, "Zwölfer");
    term_expect(term, "+ Add “Zwölfer”");
    term_keys(term, "<Enter>");
    term_expect(term, "must be filled in");
    term_keys(term, "<Tab>Agnes");
    term_expect(term, "Agnes");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);

    term = program_start(NULL);
    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    term_expect(term, "Agnes");
    term_keys(term, "<F2>");
    term_expect(term, "Zwölfer, Agnes: waiting");
    program_leave(term);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM registration WHERE family = 'Zwölfer'"), 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(
        tests, a_signal_in_a_form__restores_the_terminal__and_keeps_the_draft, 0, 4);
    tcase_add_test(tests, a_line_that_drops_in_a_form__keeps_the_draft);
    tcase_add_test(tests, ctrl_q_in_a_form__keeps_the_draft);
    tcase_add_test(tests, a_crash__restores_the_terminal__and_the_database_is_whole);
    tcase_add_test(tests, suspended__the_program_is_put_aside__and_comes_back);
    tcase_add_test(tests, esc_on_the_first_screen__says_how_to_leave__and_does_not);
    tcase_add_loop_test(tests, a_screen__is_whole__after_the_terminal_changed_its_size, 0,
                        3);
    tcase_add_loop_test(tests, a_screen__is_whole__when_it_is_asked_for_again, 0, 3);
    tcase_add_test(tests, every_section__survives__a_window_of_20_by_5);
    tcase_add_loop_test(tests, what_is_open__survives__a_window_of_20_by_5, 0,
                        (int)(sizeof(opened) / sizeof(opened[0])));
    tcase_add_loop_test(tests, every_terminal__is_restored__in_utf_8_and_without, 0,
                        KINDS);
    tcase_add_loop_test(tests, a_terminal_that_nobody_knows__shows_the_screens, 0, 2);
    tcase_add_test(tests, a_terminal_that_cannot__is_refused__by_its_name);
    tcase_add_loop_test(tests, what_is_no_terminal__is_refused__with_what_to_do, 0, 2);
    tcase_add_test(tests, the_function_keys_of_putty__work);
    tcase_add_test(tests, a_character_in_pieces__is_one_character);
    tcase_add_test(tests, two_hundred_pasted_lines__are_text__and_no_commands);
    tcase_add_test(
        tests,
        a_list_of_names_pasted_into_the_picker__is_answered__and_the_first_is_sought);
    tcase_add_test(
        tests, a_person_begun_while_registering__is_added_later__and_registered_there);
}

SUITE_MAIN("program")
