/* SPDX-License-Identifier: GPL-3.0-or-later */
/* translation_test.c - French is complete, and its plurals are those of French */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "support/suite.h"

static const char *
rows(unsigned long count)
{
    return ngettext("%lld row", "%lld rows", count);
}

START_TEST(plural__of_nought_and_of_one__is_none_in_french)
{
    language_start("fr", "/nonexistent");
    if (strcmp(language_code(), "fr") != 0)
        ck_abort_msg("French is not found in %s", getenv("ATELIER_LOCALEDIR"));
    ck_assert_str_eq(rows(0), "%lld ligne");
    ck_assert_str_eq(rows(1), "%lld ligne");
    ck_assert_str_eq(rows(2), "%lld lignes");
}

START_TEST(word__is_translated__by_what_it_is_about)
{
    language_start("fr", "/nonexistent");
    ck_assert_str_eq(language_in_context("key", "Enter"), "Entrée");
    ck_assert_str_eq(language_in_context("nothing", "Enter"), "Enter");
}

START_TEST(every_message__has__its_french)
{
    char command[4096];
    (void)snprintf(command, sizeof(command),
                   "folder=$(mktemp -d) && cd '%s' && share/po/check.sh \"$folder\" >&2; "
                   "status=$?; rm -rf \"$folder\"; exit $status",
                   getenv("ATELIER_SRCDIR"));
    ck_assert_msg(system(command) == 0,
                  "messages lack their French: make check-po names them");
}

static void
add_tests(TCase *tests)
{
#ifndef ENABLE_NLS
    suite_skip("configured with --disable-nls");
#endif
    tcase_add_test(tests, plural__of_nought_and_of_one__is_none_in_french);
    tcase_add_test(tests, word__is_translated__by_what_it_is_about);
    tcase_add_test(tests, every_message__has__its_french);
}

SUITE_MAIN("translation")
