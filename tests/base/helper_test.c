/* SPDX-License-Identifier: GPL-3.0-or-later */
/* helper_test.c - where the programs are that work for us */
#include "atelier/base/helper.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

START_TEST(helper__stands_in_the_folder_that_is_named)
{
    ck_assert_int_eq(setenv("ATELIER_LIBEXECDIR", "/a/folder", 1), 0);
    char *path = helper_path("atelier-print");
    ck_assert_str_eq(path, "/a/folder/atelier-print");
    free(path);
}
END_TEST

START_TEST(helper__stands_where_it_was_installed__when_no_folder_is_named)
{
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(
            i ? unsetenv("ATELIER_LIBEXECDIR") : setenv("ATELIER_LIBEXECDIR", "", 1), 0);
        char *path = helper_path("atelier-print");
        ck_assert_msg(path[0] == '/' && strstr(path, "/atelier/atelier-print"), "%s",
                      path);
        free(path);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, helper__stands_in_the_folder_that_is_named);
    tcase_add_test(tests, helper__stands_where_it_was_installed__when_no_folder_is_named);
}

SUITE_MAIN("helper")
