/* SPDX-License-Identifier: GPL-3.0-or-later */
/* error_test.c - what went wrong, said to the person who can act on it */
#include "atelier/base/error.h"

#include <errno.h>
#include <string.h>

#include "atelier/base/text.h"
#include "support/suite.h"

START_TEST(setting_an_error__answers_false__and_keeps_kind_and_sentence)
{
    struct error err = { 0 };
    ck_assert(
        !error_set(&err, ERROR_RULE, "%d seats are taken.  Take another room.", 40));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.message, "40 seats are taken.  Take another room.");
    ck_assert_ptr_null(err.field);
}

START_TEST(error__names__the_input_it_came_from_until_the_next_one)
{
    struct error err = { 0 };
    ck_assert(
        !error_set_field(&err, ERROR_INPUT, "seats", "“%s” is not a number.", "many"));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "seats");
    ck_assert_str_eq(err.message, "“many” is not a number.");

    error_set(&err, ERROR_NOT_FOUND, "There is no such meeting.");
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_ptr_null(err.field);
    ck_assert_str_eq(err.message, "There is no such meeting.");
}

START_TEST(error__may_be_unwanted)
{
    ck_assert(!error_set(NULL, ERROR_INPUT, "Nobody reads %s.", "this"));
    ck_assert(!error_set_field(NULL, ERROR_INPUT, "day", "Nobody reads %s.", "this"));
    error_clear(NULL);
}

START_TEST(cleared_error__is__none)
{
    struct error err = { 0 };
    error_set_field(&err, ERROR_DATABASE, "file", "The file is damaged.");
    error_clear(&err);
    ck_assert_int_eq(err.kind, ERROR_NONE);
    ck_assert_ptr_null(err.field);
    ck_assert_str_eq(err.message, "");
}

START_TEST(message__takes__no_command_to_the_terminal)
{
    struct error err = { 0 };
    error_set(&err, ERROR_INPUT, "“%s” is not a day.",
              "\033[2J\a\177\302\233"
              "31m\xff");
    ck_assert_str_eq(err.message, "“?[2J???31m?” is not a day.");
}

START_TEST(long_message__is_cut__between_two_characters)
{
    char long_name[2000];
    struct error err = { 0 };
    for (size_t shift = 0; shift < 4; shift++) {
        size_t at = shift;
        memset(long_name, 'x', shift);
        while (at + 4 < sizeof(long_name)) {
            memcpy(long_name + at, "é", 2);
            at += 2;
        }
        long_name[at] = '\0';
        error_set(&err, ERROR_INPUT, "%s", long_name);
        size_t length = strlen(err.message);
        ck_assert_uint_lt(length, sizeof(err.message));
        ck_assert_uint_gt(length, sizeof(err.message) - 4);
        ck_assert(text_is_valid(err.message, length));
        ck_assert_str_eq(err.message + length - 3, "…");
    }
}

START_TEST(message__that_just_fits__is_whole)
{
    struct error err = { 0 };
    char text[sizeof(err.message) + 1];
    memset(text, 'x', sizeof(text));
    text[sizeof(err.message) - 1] = '\0';
    error_set(&err, ERROR_INPUT, "%s", text);
    ck_assert_str_eq(err.message, text);
}

START_TEST(message__may_quote__the_message_before_it)
{
    struct error err = { 0 };
    error_set(&err, ERROR_SYSTEM, "The disk is full.");
    error_set(&err, ERROR_DATABASE, "Nothing was saved: %s", err.message);
    ck_assert_str_eq(err.message, "Nothing was saved: The disk is full.");
}

START_TEST(exit_status__is__the_one_that_scripts_know)
{
    ck_assert_int_eq(error_exit_status(ERROR_NONE), 0);
    ck_assert_int_eq(error_exit_status(ERROR_RULE), 1);
    ck_assert_int_eq(error_exit_status(ERROR_INPUT), 2);
    ck_assert_int_eq(error_exit_status(ERROR_NOT_FOUND), 3);
    ck_assert_int_eq(error_exit_status(ERROR_DATABASE), 4);
    ck_assert_int_eq(error_exit_status(ERROR_SYSTEM), 5);
    ck_assert_int_eq(error_exit_status(ERROR_CONFLICT), 1);
    ck_assert_int_eq(error_exit_status(ERROR_QUESTION), 1);
    ck_assert_int_eq(error_exit_status(ERROR_EXISTS), 1);
    ck_assert_int_eq(error_exit_status(ERROR_CANCELLED), 1);
}

START_TEST(exit_status__of_every_kind__has_a_meaning)
{
    for (int kind = ERROR_NONE; kind <= ERROR_CANCELLED; kind++)
        ck_assert_ptr_nonnull(
            error_status_meaning(error_exit_status((enum error_kind)kind)));
    ck_assert_ptr_null(error_status_meaning(-1));
    ck_assert_ptr_null(error_status_meaning(ERROR_CONFLICT));
}

START_TEST(system__says__something_for_every_number)
{
    ck_assert_str_ne(error_system_text(ENOSPC), error_system_text(EACCES));
    ck_assert_uint_gt(strlen(error_system_text(999999)), 0);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, setting_an_error__answers_false__and_keeps_kind_and_sentence);
    tcase_add_test(tests, error__names__the_input_it_came_from_until_the_next_one);
    tcase_add_test(tests, error__may_be_unwanted);
    tcase_add_test(tests, cleared_error__is__none);
    tcase_add_test(tests, message__takes__no_command_to_the_terminal);
    tcase_add_test(tests, long_message__is_cut__between_two_characters);
    tcase_add_test(tests, message__that_just_fits__is_whole);
    tcase_add_test(tests, message__may_quote__the_message_before_it);
    tcase_add_test(tests, exit_status__is__the_one_that_scripts_know);
    tcase_add_test(tests, exit_status__of_every_kind__has_a_meaning);
    tcase_add_test(tests, system__says__something_for_every_number);
}

SUITE_MAIN("error")
