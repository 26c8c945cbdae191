/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_fire.c - the line drops at every step of every form: the program goes at once,
 * what was typed is offered again, and nobody is kept waiting
 *
 * In short at a few steps of each.
 */
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "fire/fire.h"
#include "support/program.h"
#include "support/suite.h"

static const struct {
    const char *name;
    const char *way;    /* to the list */
    const char *listed; /* what is there */
    const char *open;   /* the form */
    int text;           /* the field that takes a text, from 0 */
    const char *typed;
} forms[] = {
    { "person", "5", "Abadie", "n", 0, "Zwx" },
    { "person, changed", "5", "Abadie", "e", 0, "Zwx" },
    { "person, short", "2<Enter>", "Family", "nZwo<Enter>", 1, "Zwx" },
    { "organisation", "6", "Aarhus", "n", 0, "Zwx" },
    { "organisation, changed", "6", "Aarhus", "e", 0, "Zwx" },
    { "organisation, short", "5", "Abadie", "n<Tab><Tab>Zwo<Enter>", 0, "Zwx" },
    { "meeting", "2", "Taken", "n", 1, "Zwx" },
    { "meeting, changed", "2", "Taken", "e<Shift-Tab><Shift-Tab>", 1, "Zwx" },
    { "group", "4", "Code", "n", 0, "ZWX" },
    { "group, changed", "4", "Code", "e", 1, "Zwx" },
    { "member", "4<Enter>", "Role", "n", 5, "31/12/2031" },
    { "member, changed", "4<Enter>", "Role", "e", 6, "31/12/2031" },
    { "room", "7", "Venue", "n", 1, "Zwx" },
    { "room, changed", "7", "Venue", "e", 1, "Zwx" },
    { "venue", "7V", "Address", "n", 0, "Zwx" },
    { "venue, changed", "7V", "Address", "e", 0, "Zwx" },
    { "staff", "8R", "Login ", "n", 0, "zwx" },
    { "staff, changed", "8R", "Login ", "e", 1, "Zwx" },
    { "category", "8C", "Categories", "n", 0, "Zwx" },
    { "category, changed", "8C", "Categories", "e", 0, "Zwx" },
    { "settings", "8", "Years to keep", "e", 2, "Zwx" },
    { "post", "5<Enter>", "Telephone", "n", 1, "Zwx" },
    { "post, changed", "5<Enter>P", "Function", "e", 2, "Zwx" },
    { "registration", "2<Enter>", "Family", "e", 5, "Zwx" },
};
enum {
    FORMS = sizeof(forms) / sizeof(forms[0]),
    STEPS_BETWEEN = 5,
    PATIENCE = 20,
    FIELDS_MOST = 40
};

/* The line drops; how long the program is there without one.  Only told: a busy machine
 * may keep it waiting. */
static double
hang_up(struct term *term)
{
    const double begun = fire_clock();

    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
    return fire_clock() - begun;
}

static void
expect_no_lock(void)
{
    int queue = open(program_path("atelier.db.queue"), O_RDWR | O_CLOEXEC);

    /* It is made by the first who writes. */
    if (queue >= 0) {
        ck_assert_int_eq(flock(queue, LOCK_EX | LOCK_NB), 0);
        (void)close(queue);
    }
    program_sql("BEGIN EXCLUSIVE; ROLLBACK");
}

static void
open_form(struct term *term, int form)
{
    term_keys(term, forms[form].way);
    term_expect(term, forms[form].listed);
    term_keys(term, forms[form].open);
    term_expect(term, "F2 save");
}

/* Presses a key that shows. */
static void
press(struct term *term, const char *key)
{
    char *before = strdup(term_screen(term));
    const double end = fire_clock() + PATIENCE;

    term_keys(term, key);
    while (strcmp(term_screen(term), before) == 0 && fire_clock() < end)
        (void)term_wait(term, "\001", 10);
    ck_assert_msg(strcmp(term_screen(term), before) != 0, "%s does nothing:\n%s", key,
                  before);
    free(before);
}

static int
count_fields(int form)
{
    struct term *term = program_screens(NULL);
    int count = 0;

    open_form(term, form);
    do {
        press(term, "<Tab>");
        count++;
    } while (strstr(term_screen(term), "This is the last field") == NULL);
    program_leave(term);
    return count;
}

/* Types, goes to that field, begins something there, and is cut off. */
static double
drop(int form, int field)
{
    struct term *term = program_screens(NULL);

    open_form(term, form);
    for (int i = 0; i < forms[form].text; i++)
        press(term, "<Tab>");
    term_keys(term, "<Ctrl-U>");
    term_keys(term, forms[form].typed);
    term_expect(term, forms[form].typed);
    for (int i = forms[form].text; i < field; i++)
        press(term, "<Tab>");
    for (int i = forms[form].text; i > field; i--)
        press(term, "<Shift-Tab>");
    if (field % 2 == 1)
        term_keys(term, "x");
    return hang_up(term);
}

static void
expect_draft(int form)
{
    struct term *term = program_start(NULL);

    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    term_expect(term, "F2 save");
    /* One goes on where one had stopped, which may be far below. */
    for (int i = 0; i < FIELDS_MOST && !strstr(term_screen(term), forms[form].typed); i++)
        press(term, "<Shift-Tab>");
    term_expect(term, forms[form].typed);
    program_leave(term);
}

START_TEST(a_line_that_drops__at_any_step__keeps_what_was_typed)
{
    const int stride = (int)fire_rounds(1, STEPS_BETWEEN);
    const int fields = count_fields(_i);
    double longest = 0;
    int drops = 0;

    for (int field = _i % stride % fields; field < fields; field += stride, drops++) {
        const double gone = drop(_i, field);
        longest = gone > longest ? gone : longest;
        expect_no_lock();
        expect_draft(_i);
        program_sql("DELETE FROM draft");
    }
    fire_figure(forms[_i].name, "%d of %d fields, gone after %.0f ms at the most", drops,
                fields, longest * 1000);
}
END_TEST

START_TEST(a_line_that_drops__before_anything_was_typed__leaves_nothing)
{
    const int stride = (int)fire_rounds(1, 3);

    for (int i = 0; i < FORMS; i += stride) {
        struct term *term = program_screens(NULL);

        open_form(term, i);
        (void)hang_up(term);
        expect_no_lock();
        ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, a_line_that_drops__at_any_step__keeps_what_was_typed, 0,
                        FORMS);
    tcase_add_test(tests, a_line_that_drops__before_anything_was_typed__leaves_nothing);
}

SUITE_MAIN("line")
