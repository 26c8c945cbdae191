/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_test.c - the terminal ends as it was, whatever happens */
#include "support/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/suite.h"
#include "terminal/terminal.h"

static const char *const gallery[] = { "tests/ui/gallery", NULL };

static struct term *
start(const char *const env[])
{
    struct term *term = term_start(gallery, env, 24, 80);

    term_expect(term, "F10 menu");
    return term;
}

static void
assert_restored(struct term *term, int status)
{
    int ended = term_end(term);
    const char *left = term_unrestored(term);

    ck_assert_int_eq(ended, status);
    ck_assert_msg(left == NULL, "the terminal still has %s", left);
    term_free(term);
}

START_TEST(the_terminal__is_restored__after_leaving)
{
    struct term *term = start(NULL);

    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

START_TEST(the_terminal__is_restored__after_a_signal)
{
    static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

    for (size_t i = 0; i < 3; i++) {
        struct term *term = start(NULL);

        term_signal(term, signals[i]);
        assert_restored(term, 0);
    }
}
END_TEST

START_TEST(the_terminal__is_restored__after_a_crash)
{
    static const int signals[] = { SIGSEGV, SIGBUS, SIGABRT };
    /* The sanitizer would keep these signals to itself. */
    static const char *const env[] = { "ASAN_OPTIONS=handle_segv=0:handle_sigbus=0",
                                       NULL };

    for (size_t i = 0; i < 3; i++) {
        struct term *term = start(env);

        term_signal(term, signals[i]);
        assert_restored(term, -signals[i]);
    }
}
END_TEST

static size_t
line_of(struct term *term, const char *text)
{
    const char *screen = term_screen(term);
    const char *found = strstr(screen, text);
    size_t line = found ? 1 : 0;

    for (; found && screen < found; screen++)
        line += *screen == '\n';
    return line;
}

/* Curses counts in 15 bits; and the frame fits what is used. */
START_TEST(a_terminal_of_any_size__is_used__as_far_as_it_makes_sense)
{
    static const char *const env[] = { "LINES=99999", "COLUMNS=99999", NULL };
    struct term *term = term_start(gallery, NULL, 24, 33000);

    term_expect(term, "F10 menu");
    ck_assert(!term_has_written(term, "\033[24;1001H", 10));
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);

    term = start(NULL);
    term_resize(term, 600, 70);
    term_settle(term);
    ck_assert_uint_eq(line_of(term, "u undo"), TERMINAL_ROWS_MOST);
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);

    term = term_start(gallery, env, 24, 80);
    term_expect(term, "u undo");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

/* A shell with job control: what has none cannot be stopped. */
static const char *const shell[] = {
    "/bin/sh", "-c",
    "set -m; sh -c 'echo $$ > \"$PID\"; exec tests/ui/gallery';"
    " echo put aside; read go; fg",
    NULL
};
static const char *const no_file[] = { "PID=/dev/null", NULL };

static void
come_back(struct term *term)
{
    term_expect(term, "put aside");
    ck_assert_ptr_null(term_unrestored(term));
    term_keys(term, "go<Enter>");
    term_expect(term, "F10 menu");
    term_expect(term, "> Maison des associations");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}

START_TEST(the_menu__suspends__and_fg_comes_back)
{
    struct term *term = term_start(shell, no_file, 24, 80);

    term_expect(term, "F10 menu");
    /* A key that undoes elsewhere stops nothing. */
    term_keys(term, "<Down><Ctrl-Z>");
    term_expect(term, "to undo");
    term_keys(term, "<F10><Left>ss");
    term_expect(term, "> Suspend to the shell");
    term_keys(term, "<Enter>");
    come_back(term);
}
END_TEST

START_TEST(a_stop_from_outside__gives_the_terminal_back_too)
{
    char path[] = "/tmp/atelier-terminal-XXXXXX", variable[64];
    const char *const env[] = { variable, NULL };
    int fd = mkstemp(path);
    long pid = 0;

    ck_assert_int_ge(fd, 0);
    (void)snprintf(variable, sizeof(variable), "PID=%s", path);
    struct term *term = term_start(shell, env, 24, 80);
    term_expect(term, "F10 menu");
    FILE *file = fdopen(fd, "r");
    ck_assert_int_eq(fscanf(file, "%ld", &pid), 1);
    term_keys(term, "<Down>");
    term_expect(term, "> Maison des associations");
    ck_assert_int_eq(kill((pid_t)pid, SIGTSTP), 0);
    come_back(term);
    (void)fclose(file);
    (void)unlink(path);
}
END_TEST

/* The test's own terminal begins a session: nobody could wake it up again. */
START_TEST(without_a_shell__nothing_offers_to_suspend)
{
    struct term *term = start(NULL);

    term_keys(term, "<F10><Left>pp");
    term_expect(term, "> Paint the screen again");
    term_expect_gone(term, "Suspend");
    term_keys(term, "<Esc>");
    term_expect_gone(term, "Paint the screen");
    term_keys(term, ":suspend");
    term_expect(term, "Nothing fits");
    term_keys(term, "<Esc><Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

/* Nothing is started: the sentence is on one line of 160 columns, or two of 80. */
static void
refuses(const char *variable, const char *text)
{
    const char *const env[] = { variable, NULL };
    struct term *term = term_start(gallery, env, 24, 160);

    ck_assert_int_eq(term_end(term), 5);
    const char *screen = term_screen(term);
    ck_assert_ptr_nonnull(strstr(screen, "TERM"));
    ck_assert_msg(strstr(screen, text), "%s", screen);
    ck_assert_ptr_null(term_unrestored(term));
    term_free(term);
}

START_TEST(a_terminal_that_cannot__is_refused__by_its_name_with_what_to_do)
{
    refuses("TERM=dumb", "dumb");
    refuses("TERM=dumb", "“meeting list”");
    refuses("TERM=dumb", "--plain");
}
END_TEST

START_TEST(a_terminal_whose_name_is_none__is_refused)
{
    refuses("TERM=/tmp/x", "is not the name");
    refuses("TERM=../x", "is not the name");
    refuses("TERM=a\033[31mb", "is not the name");
    refuses("TERM=x123456789012345678901234567890123456789012345678901234567890123456",
            "is not the name");
}
END_TEST

/* Names that no system knows, with those that every system does. */
static const struct unknown {
    const char *variable;
    const char *like; /* NULL: it is known */
    bool coloured;
} unknowns[] = {
    { "TERM=foot-9", "xterm-256color", true },
    { "TERM=foot-extra", "xterm-256color", true },
    { "TERM=xterm-kitty", "xterm-256color", true },
    { "TERM=xterm-ghostty", "xterm-256color", true },
    { "TERM=ghostty", "xterm-256color", true },
    { "TERM=alacritty-9", "xterm-256color", true },
    { "TERM=wezterm", "xterm-256color", true },
    { "TERM=putty-9", "xterm-256color", true },
    { "TERM=putty-9-256color", "xterm-256color", true },
    { "TERM=zorp-256color", "xterm-256color", true },
    { "TERM=tmux-9", "tmux-256color", true },
    { "TERM=screen.nobody", "screen-256color", true },
    { "TERM=linux-9", "linux", true },
    { "TERM=nonsense-42", "vt100", false },
    { "TERM=unknown", "vt100", false },
    { "TERM=", "vt100", false },
    { "TERM=tmux-256color", NULL, true },
    { "TERM=screen", NULL, true },
    { "TERM=linux", NULL, true },
    { "TERM=xterm-256color", NULL, true },
};

START_TEST(a_terminal_that_is_not_known__is_taken_for_one_like_it)
{
    const struct unknown *unknown = &unknowns[_i];
    const char *const env[] = { unknown->variable, "HOME=/nonexistent", NULL };
    struct term *term = start(env);
    char notice[120];

    (void)snprintf(notice, sizeof(notice), "taken for %s.", unknown->like);
    if (unknown->like)
        term_expect(term, notice);
    else
        ck_assert_ptr_null(strstr(term_screen(term), "taken for"));
    if (unknown->coloured)
        term_expect_look(term, "F10 menu", "F10", "bold");
    term_keys(term, "<Down><Down>");
    term_expect(term, "> Hôtel de ville");
    term_expect_look(term, "Hôtel de ville", "> H",
                     unknown->coloured ? "white on blue" : "reverse");
    term_expect_gone(term, "taken for");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

START_TEST(a_small_window__says_so__and_comes_back)
{
    struct term *term = start(NULL);

    term_resize(term, 5, 20);
    term_expect(term, "Too small");
    term_keys(term, "n");
    term_resize(term, 24, 80);
    term_expect(term, "F10 menu");
    term_expect(term, "40 rows");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

START_TEST(a_locale_without_utf_8__gets_ascii)
{
    const char *const env[] = { "LC_ALL=C", NULL };
    struct term *term = start(env);

    term_expect(term, "Sao Paulo");
    term_keys(term, "c");
    term_expect(term, "Please confirm");
    for (const char *text = term_screen(term); *text != '\0'; text++)
        ck_assert_int_lt((unsigned char)*text, 0x80);
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
}
END_TEST

START_TEST(every_terminal__shows__the_same_words)
{
    static const char *const names[] = { "TERM=vt100",         "TERM=linux",
                                         "TERM=xterm",         "TERM=screen",
                                         "TERM=tmux-256color", "TERM=rxvt",
                                         "NO_COLOR=1" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *const env[] = { names[i], NULL };
        struct term *term = start(env);

        term_keys(term, "<Down><Down>");
        term_expect(term, "> Hôtel de ville");
        term_expect(term, "1 Rooms");
        term_keys(term, "<Ctrl-Q>");
        assert_restored(term, 0);
    }
}
END_TEST

START_TEST(a_dropped_line__keeps__what_was_typed)
{
    char dir[] = "/tmp/atelier-terminal-XXXXXX", path[64], variable[80];
    const char *env[] = { variable, NULL };
    struct term *term;

    ck_assert_ptr_nonnull(mkdtemp(dir));
    (void)snprintf(path, sizeof(path), "%s/draft", dir);
    (void)snprintf(variable, sizeof(variable), "DRAFT=%s", path);
    term = start(env);
    term_keys(term, "n<Tab>Grand salon");
    term_expect(term, "Grand salon");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    ck_assert_int_eq(access(path, F_OK), 0);

    term = term_start(gallery, env, 24, 80);
    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    term_expect(term, "Grand salon");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
    (void)unlink(path);
    (void)rmdir(dir);
}
END_TEST

START_TEST(a_line_that_ends__ends_the_program__though_no_signal_says_so)
{
    int ends[2];
    char bytes[16];

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    (void)close(ends[1]);
    errno = EINTR; /* of a call before */
    ck_assert_uint_eq(terminal_read(bytes, sizeof(bytes)), 0);
    ck_assert_int_eq(terminal_wait(0), TERMINAL_HANGUP);
}
END_TEST

START_TEST(a_colleagues_change__appears__and_the_bar_stays)
{
    char dir[] = "/tmp/atelier-terminal-XXXXXX", path[64], variable[80];
    const char *env[] = { variable, NULL };
    struct term *term;
    FILE *file;

    ck_assert_ptr_nonnull(mkdtemp(dir));
    (void)snprintf(path, sizeof(path), "%s/changed", dir);
    (void)snprintf(variable, sizeof(variable), "CHANGED=%s", path);
    term = start(env);
    term_keys(term, "<Down><Down>");
    term_expect(term, "> Hôtel de ville                 Council chamber 3");
    file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    (void)fclose(file);
    term_expect(term, "39 rows");
    term_expect(term, "> Hôtel de ville                 Council chamber 3");
    term_keys(term, "<Ctrl-Q>");
    assert_restored(term, 0);
    (void)unlink(path);
    (void)rmdir(dir);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, the_terminal__is_restored__after_leaving);
    tcase_add_test(tests, the_terminal__is_restored__after_a_signal);
    tcase_add_test(tests, the_terminal__is_restored__after_a_crash);
    tcase_add_test(tests, a_terminal_of_any_size__is_used__as_far_as_it_makes_sense);
    tcase_add_test(tests, the_menu__suspends__and_fg_comes_back);
    tcase_add_test(tests, a_stop_from_outside__gives_the_terminal_back_too);
    tcase_add_test(tests, without_a_shell__nothing_offers_to_suspend);
    tcase_add_test(tests,
                   a_terminal_that_cannot__is_refused__by_its_name_with_what_to_do);
    tcase_add_test(tests, a_terminal_whose_name_is_none__is_refused);
    tcase_add_loop_test(tests, a_terminal_that_is_not_known__is_taken_for_one_like_it, 0,
                        sizeof(unknowns) / sizeof(unknowns[0]));
    tcase_add_test(tests, a_small_window__says_so__and_comes_back);
    tcase_add_test(tests, a_locale_without_utf_8__gets_ascii);
    tcase_add_test(tests, every_terminal__shows__the_same_words);
    tcase_add_test(tests, a_dropped_line__keeps__what_was_typed);
    tcase_add_test(tests, a_line_that_ends__ends_the_program__though_no_signal_says_so);
    tcase_add_test(tests, a_colleagues_change__appears__and_the_bar_stays);
}

SUITE_MAIN("terminal")
