/* SPDX-License-Identifier: GPL-3.0-or-later */
/* process_test.c - a mark is of a process that runs, and not of this one */
#include <signal.h>
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/process.h"
#include "support/suite.h"

/* The mark of a child that waits until `hold` is closed. */
static pid_t
start_child(char mark[64], int *hold)
{
    int marks[2], holds[2];

    ck_assert_int_eq(pipe(marks), 0);
    ck_assert_int_eq(pipe(holds), 0);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct buffer text = { 0 };
        char byte;

        (void)close(holds[1]);
        process_add_mark(&text);
        ssize_t count = write(marks[1], buffer_text(&text), text.length);
        count = read(holds[0], &byte, 1);
        _exit(count < 0);
    }
    const ssize_t length = read(marks[0], mark, 63);
    ck_assert_int_gt(length, 0);
    mark[length] = '\0';
    (void)close(marks[0]);
    (void)close(marks[1]);
    (void)close(holds[0]);
    *hold = holds[1];
    return child;
}

START_TEST(another_process__runs__until_it_ends)
{
    char mark[64];
    int hold;
    const pid_t child = start_child(mark, &hold);

    ck_assert(process_runs_elsewhere(mark));
    (void)close(hold);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    ck_assert(!process_runs_elsewhere(mark));
}
END_TEST

START_TEST(a_process_that_ended__does_not_run__though_nobody_asked_how)
{
    char mark[64];
    int hold;
    const pid_t child = start_child(mark, &hold);
    siginfo_t info;

    (void)close(hold);
    ck_assert_int_eq(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT), 0);
    ck_assert(!process_runs_elsewhere(mark));
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
}
END_TEST

START_TEST(a_number_that_was_given_again__is_another_process)
{
    char mark[64], other[80];
    int hold;
    const pid_t child = start_child(mark, &hold);

    (void)snprintf(other, sizeof(other), "%ld:1", (long)child);
    ck_assert(!process_runs_elsewhere(other));
    (void)close(hold);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
}
END_TEST

START_TEST(this_process__is_not_elsewhere__and_no_mark_is_nobody)
{
    struct buffer mark = { 0 };

    process_add_mark(&mark);
    ck_assert(!process_runs_elsewhere(buffer_text(&mark)));
    ck_assert(!process_runs_elsewhere(""));
    ck_assert(!process_runs_elsewhere("x"));
    buffer_clear(&mark);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, another_process__runs__until_it_ends);
    tcase_add_test(tests, a_process_that_ended__does_not_run__though_nobody_asked_how);
    tcase_add_test(tests, a_number_that_was_given_again__is_another_process);
    tcase_add_test(tests, this_process__is_not_elsewhere__and_no_mark_is_nobody);
}

SUITE_MAIN("process")
