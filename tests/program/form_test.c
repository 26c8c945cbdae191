/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_test.c - a form lets nobody pass a field that is wrong, and saves when it is right
 */
#include <stdlib.h>

#include "support/program.h"
#include "support/suite.h"

#define SQL_SAVED                                                                        \
    "SELECT count(*) FROM person WHERE family = 'Zwölfer' AND email = 'zoe@example.org'"

/* A new person up to an e-mail that cannot be one; the caret is behind it. */
static struct term *
type_wrong_email(void)
{
    struct term *term = program_screens(NULL);

    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwölfer<Tab>Zoe<Tab><Tab><Tab>zoe");
    term_expect(term, "E-mail         zoe");
    return term;
}

static void
expect_refused(struct term *term)
{
    term_expect(term, "! “zoe” ");
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM person WHERE family = 'Zwölfer'"), 0);
}

/* Correct what is wrong from where the caret is now, and save. */
static void
correct(struct term *term)
{
    term_keys(term, "@example.org");
    term_expect(term, "zoe@example.org");
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    ck_assert_int_eq(program_number(SQL_SAVED), 1);
    program_leave(term);
}

START_TEST(a_wrong_field__is_not_left__by_a_key_that_goes_on)
{
    static const char *const keys[] = { "<Tab>", "<Down>", "<Enter>" };
    struct term *term = type_wrong_email();

    term_keys(term, keys[_i]);
    expect_refused(term);
    /* The second time neither, though nothing was typed between. */
    term_keys(term, keys[_i]);
    expect_refused(term);
    correct(term);
}
END_TEST

START_TEST(a_wrong_field__is_not_saved)
{
    static const char *const keys[] = { "<F2>", "<Ctrl-S>" };
    struct term *term = type_wrong_email();

    term_keys(term, keys[_i]);
    expect_refused(term);
    term_keys(term, keys[_i]);
    expect_refused(term);
    correct(term);
}
END_TEST

/* Back is open, as the mistake may be above; but it says so, and saving comes back. */
START_TEST(a_wrong_field__left_upwards__is_said_and_not_forgotten)
{
    static const char *const keys[] = { "<Up>", "<Shift-Tab>" };
    struct term *term = type_wrong_email();

    term_keys(term, keys[_i]);
    expect_refused(term);
    term_keys(term, "Mayor");
    term_expect(term, "Function       Mayor");
    term_keys(term, "<F2>");
    expect_refused(term);
    correct(term);
}
END_TEST

START_TEST(a_wrong_field__corrected__lets_pass)
{
    static const char *const keys[] = { "<Tab>", "<Down>", "<Enter>" };
    struct term *term = type_wrong_email();

    term_keys(term, keys[_i]);
    expect_refused(term);
    term_keys(term, "@example.org");
    term_keys(term, keys[_i]);
    term_expect_gone(term, "! “zoe");
    term_keys(term, "Dr");
    term_expect(term, "Civility       Dr");
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    ck_assert_int_eq(program_number(SQL_SAVED " AND civility = 'Dr'"), 1);
    program_leave(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, a_wrong_field__is_not_left__by_a_key_that_goes_on, 0, 3);
    tcase_add_loop_test(tests, a_wrong_field__is_not_saved, 0, 2);
    tcase_add_loop_test(tests, a_wrong_field__left_upwards__is_said_and_not_forgotten, 0,
                        2);
    tcase_add_loop_test(tests, a_wrong_field__corrected__lets_pass, 0, 3);
}

SUITE_MAIN("form")
