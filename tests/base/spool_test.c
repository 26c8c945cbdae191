/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool_test.c - bytes that are too many for memory */
#include "atelier/base/spool.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/suite.h"

static char folder[] = "/tmp/atelier-test-XXXXXX";

static void
begin(void)
{
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(setenv("TMPDIR", folder, 1), 0);
}

static void
end(void)
{
    ck_assert_int_eq(rmdir(folder), 0);
}

START_TEST(spool__gives_back_what_was_added__from_any_offset)
{
    struct error err = { 0 };
    struct spool *spool = spool_open(&err);
    char bytes[16];
    size_t got;

    ck_assert_msg(spool != NULL, "%s", err.message);
    ck_assert(spool_add(spool, "one", 3, &err));
    ck_assert(spool_read(spool, 1, bytes, sizeof bytes, &got, &err));
    ck_assert_uint_eq(got, 2);
    ck_assert(spool_add(spool, "two\0", 4, &err));
    ck_assert_uint_eq(spool_size(spool), 7);
    ck_assert(spool_read(spool, 2, bytes, 4, &got, &err));
    ck_assert_uint_eq(got, 4);
    ck_assert(memcmp(bytes, "etwo", 4) == 0);
    ck_assert(spool_read(spool, 7, bytes, 4, &got, &err));
    ck_assert_uint_eq(got, 0);
    spool_close(spool);
    spool_close(NULL);
}
END_TEST

/* A child adds behind what it was given, and its caller reads that. */
START_TEST(spool__is_shared_with_a_child__that_adds_to_it)
{
    struct error err = { 0 };
    struct spool *spool = spool_open(&err);
    char bytes[16];
    size_t got;

    ck_assert_msg(spool != NULL && spool_add(spool, "one", 3, &err), "%s", err.message);
    struct spool *other = spool_adopt(dup(spool_descriptor(spool)), &err);
    ck_assert_msg(other != NULL, "%s", err.message);
    ck_assert_uint_eq(spool_size(other), 3);
    ck_assert(spool_add(other, "two", 3, &err));
    spool_close(other);
    ck_assert_uint_eq(spool_size(spool), 3);
    ck_assert(spool_measure(spool, &err));
    ck_assert_uint_eq(spool_size(spool), 6);
    ck_assert(spool_read(spool, 0, bytes, sizeof bytes, &got, &err));
    ck_assert_uint_eq(got, 6);
    ck_assert_mem_eq(bytes, "onetwo", 6);
    spool_close(spool);
    ck_assert_ptr_null(spool_adopt(-1, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

/* A list of names and addresses is nobody else's business, even after a crash. */
START_TEST(spool__has_no_name_that_others_could_open)
{
    struct error err = { 0 };
    struct spool *spool = spool_open(&err);
    DIR *open_folder = opendir(folder);
    struct dirent *entry;

    ck_assert_ptr_nonnull(open_folder);
    while ((entry = readdir(open_folder)) != NULL)
        ck_assert_msg(entry->d_name[0] == '.', "%s lies there", entry->d_name);
    closedir(open_folder);
    spool_close(spool);
}
END_TEST

START_TEST(spool__without_its_folder__says_which_and_what_to_do)
{
    struct error err = { 0 };

    ck_assert_int_eq(setenv("TMPDIR", "/nowhere/at/all", 1), 0);
    ck_assert_ptr_null(spool_open(&err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "/nowhere/at/all"));
    ck_assert_ptr_nonnull(strstr(err.message, "TMPDIR"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, spool__gives_back_what_was_added__from_any_offset);
    tcase_add_test(tests, spool__is_shared_with_a_child__that_adds_to_it);
    tcase_add_test(tests, spool__has_no_name_that_others_could_open);
    tcase_add_test(tests, spool__without_its_folder__says_which_and_what_to_do);
}

SUITE_MAIN("spool")
