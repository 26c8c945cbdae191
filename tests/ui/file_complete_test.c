/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_complete_test.c - Tab in a question for a file */
#include "widget/file_complete.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/suite.h"

static char folder[32];

static void
set_up(void)
{
    (void)snprintf(folder, sizeof(folder), "/tmp/atelier-files-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(mkdir("empty", 0700), 0);
    ck_assert_int_eq(mkdir("lists", 0700), 0);
    ck_assert_int_eq(mkdir("lists/march", 0700), 0);
    ck_assert_int_eq(mkdir("lists/may", 0700), 0);
}

static void
tear_down(void)
{
    (void)rmdir("lists/may");
    (void)rmdir("lists/march");
    (void)rmdir("lists");
    (void)rmdir("empty");
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}

static void
expect(const char *typed, size_t count, const char *whole, const char *names)
{
    struct buffer found = { 0 }, others = { 0 };

    ck_assert_uint_eq(file_complete(NULL, typed, &found, &others), count);
    ck_assert_str_eq(buffer_text(&found), whole);
    ck_assert_str_eq(buffer_text(&others), names);
    buffer_clear(&found);
    buffer_clear(&others);
}

START_TEST(a_name__is_completed__as_far_as_all_agree)
{
    expect("l", 1, "lists/", "");
    expect("lists/", 2, "lists/ma", "");
    expect("lists/ma", 2, "lists/ma", "march  may");
    expect("lists/mar", 1, "lists/march/", "");
}
END_TEST

static void
expect_within(const struct own_folder *own, const char *typed, size_t count,
              const char *whole, const char *names)
{
    struct buffer found = { 0 }, others = { 0 };

    ck_assert_uint_eq(file_complete(own, typed, &found, &others), count);
    ck_assert_str_eq(buffer_text(&found), whole);
    ck_assert_str_eq(buffer_text(&others), names);
    buffer_clear(&found);
    buffer_clear(&others);
}

START_TEST(in_ones_own_folder__only_its_plain_files_are_named)
{
    struct own_folder *own = own_folder_open(folder, "anna", 0, NULL);

    ck_assert_ptr_nonnull(own);
    ck_assert_int_eq(system("cd anna && touch list.csv lost.csv .list && mkdir lists && "
                            "ln -s /etc/hostname link.csv && mkfifo lpipe.csv"),
                     0);
    expect_within(own, "", 2, "l", "");
    expect_within(own, "l", 2, "l", "list.csv  lost.csv");
    expect_within(own, "li", 1, "list.csv", "");
    static const char *const outside[] = { "../", "/e",     "~/", ".",
                                           ".l",  "lists/", "./", "li/" };
    for (size_t i = 0; i < sizeof(outside) / sizeof(outside[0]); i++)
        expect_within(own, outside[i], 0, outside[i], "");
    own_folder_close(own);
    ck_assert_int_eq(system("rm -rf anna"), 0);
}
END_TEST

START_TEST(where_nothing_fits__what_was_typed_stays)
{
    expect("z", 0, "z", "");
    expect("lists/z", 0, "lists/z", "");
    expect("empty/", 0, "empty/", "");
    expect("nowhere/", 0, "nowhere/", "");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_name__is_completed__as_far_as_all_agree);
    tcase_add_test(tests, in_ones_own_folder__only_its_plain_files_are_named);
    tcase_add_test(tests, where_nothing_fits__what_was_typed_stays);
}

SUITE_MAIN("file_complete")
