/* SPDX-License-Identifier: GPL-3.0-or-later */
/* real_path_test.c - links are followed that whoever owns the folder could have laid */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/real_path.h"
#include "support/suite.h"

enum { SOMEBODY = 65534 };

static char folder[PATH_MAX];

static void
begin(void)
{
    char made[] = "/tmp/real-path-XXXXXX";

    ck_assert_ptr_nonnull(mkdtemp(made));
    ck_assert_ptr_nonnull(realpath(made, folder));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(mkdir("within", 0700), 0);
    FILE *file = fopen("within/file", "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_int_eq(symlink("within/file", "link"), 0);
    ck_assert_int_eq(symlink("within", "way"), 0);
    ck_assert_int_eq(symlink("../link", "within/back"), 0);
    ck_assert_int_eq(symlink("nowhere", "dangling"), 0);
    ck_assert_int_eq(symlink("loop", "loop"), 0);
}

static void
end(void)
{
    static const char *const names[] = { "within/back", "within/file", "within", "link",
                                         "way",         "dangling",    "loop" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ck_assert_int_eq(remove(names[i]), 0);
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}

START_TEST(path__without_links__is_as_the_system_says)
{
    static const char *const paths[] = {
        "within/file", "link", "way/file", "way/back", "./way/../way//back",
        "within/",     "/",    "/..",      ".",        ".."
    };
    struct error err = { 0 };
    char expected[PATH_MAX];
    char *real;

    ck_assert_ptr_nonnull(realpath(paths[_i], expected));
    ck_assert_msg(real_path_find(paths[_i], &real, &err), "%s", err.message);
    ck_assert_str_eq(real, expected);
    free(real);
}
END_TEST

START_TEST(path__that_leads_nowhere__stays_as_it_is)
{
    static const char *const paths[] = { "dangling",  "loop",  "nowhere",
                                         "link/file", "link/", "within/file/",
                                         "" };
    struct error err = { 0 };
    char *real;

    ck_assert_msg(real_path_find(paths[_i], &real, &err), "%s", err.message);
    ck_assert(_i == 6 || strcmp(real, paths[_i]) == 0);
    free(real);
}
END_TEST

/* Who may give files away is root alone. */
START_TEST(link_of_another__in_ones_folder__is_not_followed)
{
    static const char *const paths[] = { "link", "way/file", "way/back", "way/nowhere",
                                         "within/back" };
    struct error err = { 0 };
    char *real;

    if (geteuid() != 0)
        return;
    ck_assert_int_eq(lchown("link", SOMEBODY, (gid_t)-1), 0);
    ck_assert_int_eq(lchown("way", SOMEBODY, (gid_t)-1), 0);
    ck_assert(!real_path_find(paths[_i], &real, &err));
    ck_assert_ptr_null(real);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "65534"));
}
END_TEST

START_TEST(link_of_another__in_a_folder_of_theirs__is_followed)
{
    struct error err = { 0 };
    char *real;

    if (geteuid() != 0)
        return;
    ck_assert_int_eq(lchown("within/back", SOMEBODY, (gid_t)-1), 0);
    ck_assert_int_eq(chown("within", SOMEBODY, (gid_t)-1), 0);
    ck_assert_msg(real_path_find("within/back", &real, &err), "%s", err.message);
    ck_assert_ptr_nonnull(strstr(real, "/within/file"));
    free(real);
}
END_TEST

START_TEST(link_of_whoever_owns_the_file__is_followed_to_open_it)
{
    struct error err = { 0 };
    char *real;

    if (geteuid() != 0)
        return;
    ck_assert_int_eq(lchown("link", SOMEBODY, (gid_t)-1), 0);
    ck_assert_int_eq(lchown("within/back", SOMEBODY, (gid_t)-1), 0);
    ck_assert_int_eq(chown("within/file", SOMEBODY, (gid_t)-1), 0);
    ck_assert_msg(real_path_find_to_open("within/back", &real, &err), "%s", err.message);
    ck_assert_ptr_nonnull(strstr(real, "/within/file"));
    free(real);
    ck_assert(!real_path_find("within/back", &real, &err));
}
END_TEST

START_TEST(link_of_another__is_not_followed_to_open__what_is_not_theirs)
{
    static const char *const paths[] = { "link", "dangling", "within/back", "loop",
                                         "way/nowhere" };
    struct error err = { 0 };
    char *real;

    if (geteuid() != 0)
        return;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        ck_assert_int_eq(lchown(i == 4 ? "way" : paths[i], SOMEBODY, (gid_t)-1), 0);
    if (_i == 2) { /* the one link is of the file's owner, the other is not */
        ck_assert_int_eq(lchown("link", SOMEBODY - 1, (gid_t)-1), 0);
        ck_assert_int_eq(chown("within/file", SOMEBODY, (gid_t)-1), 0);
    }
    ck_assert(!real_path_find_to_open(paths[_i], &real, &err));
    ck_assert_ptr_null(real);
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, path__without_links__is_as_the_system_says, 0, 10);
    tcase_add_loop_test(tests, path__that_leads_nowhere__stays_as_it_is, 0, 7);
    tcase_add_loop_test(tests, link_of_another__in_ones_folder__is_not_followed, 0, 5);
    tcase_add_test(tests, link_of_another__in_a_folder_of_theirs__is_followed);
    tcase_add_test(tests, link_of_whoever_owns_the_file__is_followed_to_open_it);
    tcase_add_loop_test(
        tests, link_of_another__is_not_followed_to_open__what_is_not_theirs, 0, 5);
}

SUITE_MAIN("real_path")
