/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dropped_line_test.c - the line drops at every step of every form: the program goes,
 * what was typed is offered again, and nobody is kept waiting
 *
 * In short at a few steps of each; ATELIER_FIRE=full plays them all.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "support/program.h"
#include "support/suite.h"

static const struct {
    const char *way;    /* to the list */
    const char *listed; /* what is there */
    const char *open;   /* the form */
    const char *first;  /* to a field that takes a text */
    const char *typed;
    int fields;
} forms[] = {
    { "4", "Abadie", "n", "", "Zwx", 12 },             /* person */
    { "4", "Abadie", "e", "<Ctrl-U>", "Zwx", 10 },     /* person, changed */
    { "5", "Aarhus", "n", "", "Zwx", 5 },              /* organisation */
    { "2", "Taken", "n", "<Tab>", "Zwx", 16 },         /* meeting */
    { "2", "Taken", "e", "<Tab><Ctrl-U>", "Zwx", 16 }, /* meeting, changed */
    { "3", "Code", "n", "", "ZWX", 10 },               /* group */
    { "3<Enter>", "Role", "n", "<Tab><Tab><Tab><Tab><Tab>", "31/12/2031",
      6 },                                                          /* member */
    { "6", "Venue", "n", "<Tab>", "Zwx", 3 },                       /* room */
    { "6v", "Address", "n", "", "Zwx", 4 },                         /* venue */
    { "7s", "Login ", "n", "", "zwx", 3 },                          /* staff */
    { "7c", "Categories", "n", "", "Zwx", 2 },                      /* category */
    { "7", "Years to keep", "e", "<Tab><Tab><Ctrl-U>", "Zwx", 10 }, /* settings */
    { "4<Enter>", "Telephone", "n", "<Tab>", "Zwx", 5 },            /* post */
    { "2r", "Family", "e", "<Tab><Tab><Tab><Tab><Tab>", "Zwx", 6 }, /* registration */
};
enum { FORMS = sizeof(forms) / sizeof(forms[0]) };

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

/* Types, goes on by so many fields, begins something there, and is cut off. */
static void
drop(int form, int step)
{
    struct term *term = program_screens(NULL);

    term_keys(term, forms[form].way);
    term_expect(term, forms[form].listed);
    term_keys(term, forms[form].open);
    term_expect(term, "must be filled in");
    term_keys(term, forms[form].first);
    term_keys(term, forms[form].typed);
    term_expect(term, forms[form].typed);
    for (int i = 0; i < step; i++)
        term_keys(term, "<Tab>");
    if (step % 2 == 1)
        term_keys(term, "x");
    term_hang_up(term);
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
}

static void
expect_draft(int form)
{
    struct term *term = program_start(NULL);

    term_expect(term, "still here");
    term_keys(term, "<Enter>");
    term_expect(term, "must be filled in");
    term_expect(term, forms[form].typed);
    program_leave(term);
}

START_TEST(a_line_that_drops__at_any_step__keeps_what_was_typed)
{
    const char *fire = getenv("ATELIER_FIRE");
    int stride = fire && strcmp(fire, "full") == 0 ? 1 : 5;

    for (int step = _i % stride; step < forms[_i].fields; step += stride) {
        drop(_i, step);
        expect_no_lock();
        expect_draft(_i);
        program_sql("DELETE FROM draft");
    }
}
END_TEST

START_TEST(a_line_that_drops__before_anything_was_typed__leaves_nothing)
{
    for (size_t i = 0; i < FORMS; i += 3) {
        struct term *term = program_screens(NULL);

        term_keys(term, forms[i].way);
        term_expect(term, forms[i].listed);
        term_keys(term, forms[i].open);
        term_expect(term, "must be filled in");
        term_hang_up(term);
        ck_assert_int_eq(term_end(term), 0);
        term_free(term);
        expect_no_lock();
        ck_assert_int_eq(program_number("SELECT count(*) FROM draft"), 0);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, a_line_that_drops__at_any_step__keeps_what_was_typed, 0,
                        FORMS);
    tcase_add_test(tests, a_line_that_drops__before_anything_was_typed__leaves_nothing);
}

SUITE_MAIN("dropped_line")
