/* SPDX-License-Identifier: GPL-3.0-or-later */
/* surroundings_test.c - a confined session takes little from whoever started it */
#include "atelier/base/surroundings.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "atelier/base/child.h"
#include "atelier/base/language.h"
#include "support/suite.h"

START_TEST(what_could_lead_elsewhere__is_gone)
{
    static const char *const gone[] = { "ATELIER_DATABASE",
                                        "ATELIER_LIBEXECDIR",
                                        "ATELIER_LOCALEDIR",
                                        "ATELIER_NOW",
                                        "ATELIER_ZONEINFO",
                                        "TZDIR",
                                        "TERMINFO",
                                        "TERMINFO_DIRS",
                                        "HOME",
                                        "LANGUAGE",
                                        "NLSPATH",
                                        "LOCPATH",
                                        "TMPDIR",
                                        "PATH",
                                        "EDITOR",
                                        "PAGER",
                                        "SHELL",
                                        "LD_PRELOAD_OF_OTHERS",
                                        "XDG_DATA_HOME",
                                        "TERMCAP" };

    for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
        ck_assert_int_eq(setenv(gone[i], "fr", 1), 0);
    ck_assert_int_eq(setenv("LC_MESSAGES", "../../tmp/x", 1), 0);
    ck_assert_int_eq(setenv("LC_CTYPE", "..", 1), 0);
    ck_assert_int_eq(setenv("LANG", "fr_FR.UTF-8", 1), 0);
    ck_assert_int_eq(setenv("LC_TIME", "fr_FR@euro", 1), 0);
    ck_assert_int_eq(setenv("TERM", "screen.xterm-256color", 1), 0);
    ck_assert_int_eq(setenv("COLORFGBG", "15;0", 1), 0);
    ck_assert_int_eq(setenv("SSH_CLIENT", "192.0.2.7 51234 22", 1), 0);
    ck_assert_int_eq(setenv("LC_NUMERIC", "de DE", 1), 0);
    surroundings_confine();
    ck_assert_str_eq(getenv("SSH_CLIENT"), "192.0.2.7 51234 22");
    ck_assert_ptr_null(getenv("LC_NUMERIC"));
    for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
        ck_assert_msg(!getenv(gone[i]), "%s", gone[i]);
    ck_assert_ptr_null(getenv("LC_MESSAGES"));
    ck_assert_ptr_null(getenv("LC_CTYPE")); /* LANG says enough */
    ck_assert_str_eq(getenv("LANG"), "fr_FR.UTF-8");
    ck_assert_str_eq(getenv("LC_TIME"), "fr_FR@euro");
    ck_assert_str_eq(getenv("TERM"), "screen.xterm-256color");
    ck_assert_str_eq(getenv("COLORFGBG"), "15;0");
}
END_TEST

START_TEST(a_terminal_whose_name_is_a_path__has_another_that_is_none)
{
    static const char is_long[] = "0123456789012345678901234567890123456789"
                                  "0123456789012345678901234";
    static const char *const names[] = { "/tmp/x", "../x", ".x", "a/b", "x\ny", is_long };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        ck_assert_int_eq(setenv("TERM", names[i], 1), 0);
        surroundings_confine();
        ck_assert_str_eq(getenv("TERM"), "?");
    }
}
END_TEST

/* What is sent, and the encoding that is spoken then. */
static const struct sent {
    const char *all, *ctype, *lang; /* NULL: not sent */
    bool utf8;
} sent[] = {
    { NULL, NULL, NULL, true },
    { "", "", "", true },
    { NULL, NULL, "C", true },
    { NULL, NULL, "POSIX", true },
    { NULL, NULL, "C.UTF-8", true },
    { "C", NULL, "fr_FR.UTF-8", true },
    { NULL, "C", "fr_FR.UTF-8", true },
    { NULL, "UTF-8", NULL, true }, /* macOS */
    { NULL, NULL, "fr_XX.UTF-8", true },
    { NULL, NULL, "fr_XX", true },
    { NULL, NULL, "/tmp/x", true },
    { NULL, NULL, "fr_XX.ISO-8859-15", false },
    { NULL, "fr_XX.ISO-8859-1", "fr_XX.UTF-8", false },
};

START_TEST(a_line_that_brings_no_locale__is_one_of_utf_8)
{
    const char *const values[] = { sent[_i].all, sent[_i].ctype, sent[_i].lang };
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(values[i] ? setenv(names[i], values[i], 1) : unsetenv(names[i]),
                         0);
    surroundings_confine();
    language_start(NULL, "/nonexistent");
    ck_assert(language_is_utf8() == sent[_i].utf8);
}
END_TEST

START_TEST(nothing_stops_it__nor_its_children__and_a_crash_tells_nothing)
{
    static const char *const arguments[] = {
        "/bin/sh", "-c", "kill -TSTP $$; test -z \"$SECRET\" && test -z \"$HOME\"", NULL
    };
    const struct child_request request = { .arguments = arguments, .document = -1 };
    struct error err = { 0 };
    struct rlimit core;

    ck_assert_int_eq(setenv("SECRET", "1", 1), 0);
    surroundings_confine();
    ck_assert_int_eq(raise(SIGTSTP), 0);
    ck_assert_int_eq(getrlimit(RLIMIT_CORE, &core), 0);
    ck_assert_uint_eq(core.rlim_max, 0);
    ck_assert_msg(child_run(&request, NULL, NULL, &err), "%s", err.message);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, what_could_lead_elsewhere__is_gone);
    tcase_add_test(tests, a_terminal_whose_name_is_a_path__has_another_that_is_none);
    tcase_add_loop_test(tests, a_line_that_brings_no_locale__is_one_of_utf_8, 0,
                        sizeof(sent) / sizeof(sent[0]));
    tcase_add_test(tests, nothing_stops_it__nor_its_children__and_a_crash_tells_nothing);
}

SUITE_MAIN("surroundings")
