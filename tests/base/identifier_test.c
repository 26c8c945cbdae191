/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier_test.c - random identifiers */
#include "atelier/base/identifier.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/suite.h"

enum { MANY = 2000 };

START_TEST(identifier__has__the_form_of_a_random_uuid)
{
    for (int i = 0; i < MANY; i++) {
        char text[UUID_TEXT_SIZE + 1];
        memset(text, '#', sizeof(text));
        uuid_make(text);
        ck_assert_uint_eq(strlen(text), 36);
        ck_assert_int_eq(text[UUID_TEXT_SIZE], '#');
        for (int at = 0; at < 36; at++)
            if (at == 8 || at == 13 || at == 18 || at == 23)
                ck_assert_int_eq(text[at], '-');
            else
                ck_assert_ptr_nonnull(strchr("0123456789abcdef", text[at]));
        ck_assert_int_eq(text[14], '4');                 /* version */
        ck_assert_ptr_nonnull(strchr("89ab", text[19])); /* variant */
    }
}

static int
compare_texts(const void *a, const void *b)
{
    return strcmp(a, b);
}

START_TEST(identifier__is_never__made_twice)
{
    static char all[MANY][UUID_TEXT_SIZE];
    for (int i = 0; i < MANY; i++)
        uuid_make(all[i]);
    qsort(all, MANY, sizeof(all[0]), compare_texts);
    for (int i = 0; i + 1 < MANY; i++)
        ck_assert_str_ne(all[i], all[i + 1]);
}

/* Each digit that may vary does: nothing is left unset. */
START_TEST(identifier__varies__in_every_free_digit)
{
    char first[UUID_TEXT_SIZE];
    bool varies[UUID_TEXT_SIZE] = { false };
    uuid_make(first);
    for (int i = 0; i < MANY; i++) {
        char text[UUID_TEXT_SIZE];
        uuid_make(text);
        for (int at = 0; at < 36; at++)
            varies[at] = varies[at] || text[at] != first[at];
    }
    for (int at = 0; at < 36; at++)
        if (at != 8 && at != 13 && at != 14 && at != 18 && at != 23 && !varies[at])
            ck_abort_msg("digit %d is always %c", at, first[at]);
}

START_TEST(two_processes__of_one_parent__make_different_ones)
{
    char parent[UUID_TEXT_SIZE];
    char child[UUID_TEXT_SIZE] = "";
    int ends[2];
    uuid_make(parent); /* whatever state there is, is there before the fork */
    ck_assert_int_eq(pipe(ends), 0);
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        char text[UUID_TEXT_SIZE];
        uuid_make(text);
        _exit(write(ends[1], text, sizeof(text)) != sizeof(text));
    }
    int status;
    uuid_make(parent);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
    ck_assert_int_eq(read(ends[0], child, sizeof(child)), sizeof(child));
    close(ends[0]);
    close(ends[1]);
    ck_assert_uint_eq(strlen(child), 36);
    ck_assert_str_ne(child, parent);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, identifier__has__the_form_of_a_random_uuid);
    tcase_add_test(tests, identifier__is_never__made_twice);
    tcase_add_test(tests, identifier__varies__in_every_free_digit);
    tcase_add_test(tests, two_processes__of_one_parent__make_different_ones);
}

SUITE_MAIN("identifier")
