/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login_test.c - the logins that the system knows */
#include "atelier/base/login.h"

#include <stdlib.h>

#include "support/suite.h"

START_TEST(a_process__has_a_login)
{
    char *login = login_of_process();

    ck_assert_ptr_nonnull(login);
    ck_assert_str_ne(login, "");
    free(login);
}

START_TEST(a_login__of_nobody__is_not_known)
{
    ck_assert(login_is_known("root"));
    ck_assert(!login_is_known("no-such-login"));
    ck_assert(!login_is_known(""));
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_process__has_a_login);
    tcase_add_test(tests, a_login__of_nobody__is_not_known);
}

SUITE_MAIN("login")
