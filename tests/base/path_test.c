/* SPDX-License-Identifier: GPL-3.0-or-later */
/* path_test.c - the parts of a file's name */
#include "atelier/base/path.h"

#include "support/suite.h"

START_TEST(an_ending__stands_behind_the_last_dot_of_the_name)
{
    ck_assert_str_eq(path_ending("list.csv"), "csv");
    ck_assert_str_eq(path_ending("/srv/lists.d/march.2027.xlsx"), "xlsx");
    ck_assert_str_eq(path_ending("list."), "");
    ck_assert_str_eq(path_ending("list"), "");
    ck_assert_str_eq(path_ending("lists.csv/march"), "");
    ck_assert_str_eq(path_ending(""), "");
}
END_TEST

START_TEST(an_ending__is_the_same_in_capitals)
{
    ck_assert(path_ends_in("BADGES.PDF", "pdf"));
    ck_assert(path_ends_in("a.b.Pdf", "pdf"));
    ck_assert(!path_ends_in("pdf", "pdf"));
    ck_assert(!path_ends_in("badges.pdf2", "pdf"));
    ck_assert(!path_ends_in("badges.pdf/", "pdf"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, an_ending__stands_behind_the_last_dot_of_the_name);
    tcase_add_test(tests, an_ending__is_the_same_in_capitals);
}

SUITE_MAIN("path")
