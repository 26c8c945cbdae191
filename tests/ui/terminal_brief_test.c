/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_brief_test.c - a brief description says the same as the system's, or less */
#include "terminal/terminal_brief.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/suite.h"
#include "terminal/terminal_type.h"

/* Last: it takes words such as “columns” for itself. */
#include <curses.h>
#include <term.h>

enum { TEXTS_MOST = 512 };

static const struct {
    const char *name;
    const char *charset; /* NULL: there is nothing to shorten */
    const char *down;
} kinds[] = {
    { "xterm-256color", "\033(B", "\033[B" },
    { "xterm", "\033(B", "\033[B" },
    { "tmux-256color", "\017", "\033[B" },
    { "screen-256color", "\017", "\033[B" },
    { "linux", "\017", "\033[B" },
    { "vt100", NULL, NULL }, /* it waits for an old line */
    { "no-such-terminal", NULL, NULL },
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static const char *const shortened[] = {
    "sgr", "rmul", "sgr0", "cud1", "smcup", "rmcup"
};

static bool
is_shortened(const char *name)
{
    for (size_t i = 0; i < sizeof(shortened) / sizeof(shortened[0]); i++)
        if (strcmp(shortened[i], name) == 0)
            return true;
    return false;
}

/* Keys that nobody has, and ways to move the cursor that are no shorter than others. */
static bool
is_left_out(const char *name)
{
    int key = 0;

    return (sscanf(name, "kf%d", &key) == 1 && key > 12) || strcmp(name, "home") == 0 ||
           strcmp(name, "hpa") == 0 || strcmp(name, "vpa") == 0;
}

static const char *
said(const char *name)
{
    const char *text = tigetstr(name);

    return text == NULL || text == (const char *)-1 ? "" : text;
}

struct description {
    int flags[64], numbers[64];
    char *texts[TEXTS_MOST];
    char *mouse, *paste;
    int default_colours;
};

static void
learn(const char *type, struct description *d)
{
    int found;

    use_extended_names(TRUE);
    ck_assert_int_eq(setupterm(type, STDERR_FILENO, &found), OK);
    for (size_t i = 0; boolnames[i] != NULL; i++)
        d->flags[i] = tigetflag(boolnames[i]) > 0;
    for (size_t i = 0; numnames[i] != NULL; i++)
        d->numbers[i] = tigetnum(numnames[i]);
    for (size_t i = 0; strnames[i] != NULL; i++)
        d->texts[i] = strdup(said(strnames[i]));
    d->mouse = strdup(said("XM"));
    d->paste = strdup(said("BE"));
    d->default_colours = tigetflag("AX") > 0;
    (void)del_curterm(cur_term);
}

static void
forget(struct description *d)
{
    for (size_t i = 0; strnames[i] != NULL; i++)
        free(d->texts[i]);
    free(d->mouse);
    free(d->paste);
}

static void
assert_same(const struct description *one, const struct description *other)
{
    for (size_t i = 0; boolnames[i] != NULL; i++)
        ck_assert_msg(one->flags[i] == other->flags[i], "%s", boolnames[i]);
    for (size_t i = 0; numnames[i] != NULL; i++)
        ck_assert_msg(one->numbers[i] == other->numbers[i], "%s", numnames[i]);
    for (size_t i = 0; strnames[i] != NULL; i++)
        if (is_left_out(strnames[i]))
            ck_assert_msg(other->texts[i][0] == '\0', "%s", strnames[i]);
        else if (!is_shortened(strnames[i]))
            ck_assert_msg(strcmp(one->texts[i], other->texts[i]) == 0, "%s", strnames[i]);
        else
            ck_assert_msg(strlen(other->texts[i]) <= strlen(one->texts[i]) ||
                              strcmp(strnames[i], "cud1") == 0,
                          "%s is longer", strnames[i]);
    ck_assert_str_eq(one->mouse, other->mouse);
    ck_assert_str_eq(one->paste, other->paste);
    ck_assert_int_eq(one->default_colours, other->default_colours);
}

START_TEST(a_brief_description__says_the_same__but_for_what_is_shorter)
{
    struct description whole, brief;
    char charset[TERMINAL_CHARSET_SIZE];
    char type[TERMINAL_TYPE_SIZE];
    struct error err = { 0 };

    ck_assert(terminal_type_find(kinds[_i].name, type, &err));
    char *text = terminal_brief(type, charset);
    if (kinds[_i].charset == NULL) {
        ck_assert_ptr_null(text);
        return;
    }
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(charset, kinds[_i].charset);
    learn(kinds[_i].name, &whole);
    ck_assert_int_eq(setenv("TERMINFO", text, 1), 0);
    learn(kinds[_i].name, &brief);
    int found;
    ck_assert_int_eq(setupterm(kinds[_i].name, STDERR_FILENO, &found), OK);
    ck_assert_str_eq(said("sgr0"), "\033[m");
    ck_assert_str_eq(said("sgr"), "");
    ck_assert_str_eq(said("cud1"), kinds[_i].down);
    ck_assert_ptr_null(strstr(said("smcup"), "22;0;0t"));
    (void)del_curterm(cur_term);
    ck_assert_int_eq(unsetenv("TERMINFO"), 0);
    assert_same(&whole, &brief);
    forget(&whole);
    forget(&brief);
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(
        tests, a_brief_description__says_the_same__but_for_what_is_shorter, 0, KINDS);
}

SUITE_MAIN("terminal_brief")
