/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child_test.c - a program that works beside us */
#include "atelier/base/child.h"

#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/suite.h"

static struct child_request
shell(const char *arguments[4], const char *script)
{
    arguments[0] = "/bin/sh";
    arguments[1] = "-c";
    arguments[2] = script;
    arguments[3] = NULL;
    return (struct child_request){ .arguments = arguments, .document = -1 };
}

START_TEST(child__reads_its_request__and_writes_its_document)
{
    enum { SIZE = 300000 }; /* more than a pipe holds */
    const char *arguments[4];
    struct child_request request = shell(arguments, "cat >&3; echo '7 7'");
    struct error err = { 0 };
    char *input = malloc(SIZE);
    char *copy = malloc(SIZE);
    int document = open("/tmp", O_TMPFILE | O_RDWR, 0600);

    ck_assert_int_ge(document, 0);
    memset(input, 'x', SIZE);
    input[SIZE - 1] = 'y';
    request.input = input;
    request.input_length = SIZE;
    request.document = document;
    ck_assert_msg(child_run(&request, NULL, NULL, &err), "%s", err.message);
    ck_assert_int_eq(pread(document, copy, SIZE, 0), SIZE);
    ck_assert_mem_eq(copy, input, SIZE);
    (void)close(document);
    free(input);
    free(copy);
}
END_TEST

START_TEST(child_that_is_not_ours__says_all_on_its_output__as_far_as_there_is_room)
{
    const char *arguments[4];
    struct child_request request = shell(
        arguments, "echo '! no note'; echo 7 7; head -c 600000 /dev/zero | tr '\\0' x;"
                   " echo Why >&2; exit $(wc -c)");
    struct buffer answer = { 0 };
    struct error err = { 0 };
    int64_t done = 0;
    int64_t total = 0;

    buffer_add(&answer, "before ");
    request.answer = &answer;
    struct child *child = child_start(&request, &err);
    ck_assert_ptr_nonnull(child);
    ck_assert_msg(child_wait(child, NULL, NULL, &err), "%s", err.message);
    child_progress(child, &done, &total);
    ck_assert_int_eq(done + total, 0);
    ck_assert_str_eq(child_notes(child), "");
    child_free(child);
    ck_assert_uint_eq(answer.length, CHILD_ANSWER_MOST);
    ck_assert_msg(strncmp(answer.text, "before ! no note\n7 7\nxx", 23) == 0, "%.40s",
                  answer.text);
    ck_assert_int_eq(answer.text[answer.length - 1], 'x');
    buffer_clear(&answer);
}
END_TEST

static bool
note(void *context, int64_t done, int64_t total)
{
    int64_t *most = context;

    if (done > most[0])
        most[0] = done;
    if (total > most[1])
        most[1] = total;
    return false;
}

START_TEST(child__says_how_far_it_is__and_rubbish_is_passed_over)
{
    const char *arguments[4];
    struct error err = { 0 };
    struct child_request request = shell(
        arguments, "echo '3 10'; echo '99 10'; echo 'x y'; echo '4 10 5'; echo '-1 2';"
                   " printf '%0100d\\n' 0; printf '5 10'");
    struct child *child = child_start(&request, &err);
    int64_t done, total;

    ck_assert_msg(child != NULL, "%s", err.message);
    while (child_step(child)) {
        struct pollfd polled[CHILD_DESCRIPTORS];
        (void)poll(polled, child_poll(child, polled), 10);
    }
    child_progress(child, &done, &total);
    ck_assert_int_eq(done, 3);
    ck_assert_int_eq(total, 10);
    ck_assert(child_succeeded(child, &err));
    child_free(child);
}
END_TEST

/* Who waits for a document does not wait for the next look of a clock after it. */
START_TEST(child__that_closed_its_pipes__tells_of_its_end)
{
    enum { LONG = 10000 }; /* milliseconds */
    const char *arguments[4];
    struct error err = { 0 };
    struct child_request request =
        shell(arguments, "exec <&- >&- 2>&-; sleep 0.1; exit 0");
    struct child *child = child_start(&request, &err);

    ck_assert_msg(child != NULL, "%s", err.message);
    while (child_step(child)) {
        struct pollfd polled[CHILD_DESCRIPTORS];
        const size_t count = child_poll(child, polled);
        ck_assert_uint_gt(count, 0);
        ck_assert_int_gt(poll(polled, count, LONG), 0);
    }
    ck_assert(child_succeeded(child, &err));
    child_free(child);
}
END_TEST

/* What it complains of is for a person: one tidy sentence, never a command to the
 * terminal, never a page. */
START_TEST(child__that_fails__says_why_in_one_safe_sentence)
{
    const char *arguments[4];
    struct error err = { 0 };
    struct child_request request =
        shell(arguments, "printf 'The sheet has \\033[2Jno room.\\n' >&2; yes | head -c "
                         "100000 >&2; exit 3");

    ck_assert(!child_run(&request, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "The sheet has"));
    ck_assert_ptr_null(strchr(err.message, '\033'));
    ck_assert_ptr_null(strchr(err.message, '\n'));
}
END_TEST

START_TEST(child__that_dies_without_a_word__is_told_so)
{
    const char *arguments[4];
    struct error err = { 0 };
    struct child_request request = shell(arguments, "kill -SEGV $$");

    ck_assert(!child_run(&request, NULL, NULL, &err));
    ck_assert_str_eq(err.message, "The work ended too early.  Try again.");
    request.if_silent = "The sheet stays blank.";
    ck_assert(!child_run(&request, NULL, NULL, &err));
    ck_assert_str_eq(err.message, "The sheet stays blank.");
    request = shell(arguments, "echo 'The ink is dry.' >&2; exit 1");
    request.if_silent = "The sheet stays blank.";
    ck_assert(!child_run(&request, NULL, NULL, &err));
    ck_assert_str_eq(err.message, "The ink is dry.");
}
END_TEST

START_TEST(child__that_is_missing__is_named)
{
    const char *arguments[] = { "/nowhere/atelier-print", NULL };
    struct child_request request = { .arguments = arguments, .document = -1 };
    struct error err = { 0 };

    ck_assert_ptr_null(child_start(&request, &err));
    ck_assert_str_eq(
        err.message,
        "/nowhere/atelier-print cannot be started: No such file or directory.");
}
END_TEST

/* Whichever pipe there is no room for; and what was open of it is closed. */
START_TEST(child__that_finds_no_descriptor_free__is_refused_with_the_reason)
{
    const char *arguments[4];
    struct child_request request = shell(arguments, "exit 0");
    const int lowest = dup(STDIN_FILENO);
    struct rlimit before;

    ck_assert_int_eq(close(lowest), 0);
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &before), 0);
    for (rlim_t spare = 0; spare <= 5; spare++) {
        const struct rlimit few = { (rlim_t)lowest + spare, before.rlim_max };
        struct error err = { 0 };

        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
        struct child *child = child_start(&request, &err);
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &before), 0);
        ck_assert_msg(child == NULL, "%d descriptors are enough", (int)spare);
        ck_assert_int_eq(err.kind, ERROR_SYSTEM);
        ck_assert_msg(strstr(err.message, "/bin/sh cannot be started: ") == err.message,
                      "%s", err.message);
        const int free_again = dup(STDIN_FILENO);
        ck_assert_int_eq(free_again, lowest);
        ck_assert_int_eq(close(free_again), 0);
    }
}
END_TEST

static bool
stop_at_once(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)done;
    (void)total;
    return true;
}

/* Also one that does not listen. */
START_TEST(child__that_is_stopped__ends)
{
    const char *arguments[4];
    struct error err = { 0 };
    struct child_request request =
        shell(arguments, "trap '' TERM; while :; do sleep 1; done");

    ck_assert(!child_run(&request, stop_at_once, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
}
END_TEST

/* A step never waits: what the child has not said yet is not waited for. */
START_TEST(child__that_is_slow__leaves_its_caller_free)
{
    const char *arguments[4];
    struct error err = { 0 };
    int gate[2];
    struct child *child;
    struct child_request request;
    int64_t most[2] = { 0 };

    ck_assert_int_eq(pipe(gate), 0);
    request = shell(arguments, "cat <&3 > /dev/null; echo '1 1'");
    request.document = gate[0];
    child = child_start(&request, &err);
    ck_assert_msg(child != NULL, "%s", err.message);
    for (int i = 0; i < 1000; i++)
        ck_assert(child_step(child)); /* it cannot end before the gate is shut */
    child_progress(child, &most[0], &most[1]);
    ck_assert_int_eq(most[0], 0);
    (void)close(gate[1]);
    (void)close(gate[0]);
    while (child_step(child)) {
        struct pollfd polled[CHILD_DESCRIPTORS];
        (void)poll(polled, child_poll(child, polled), 10);
    }
    (void)note(most, 0, 0);
    child_progress(child, &most[0], &most[1]);
    ck_assert_int_eq(most[0], 1);
    child_free(child);
}
END_TEST

/* Neither our files nor the database are open in it. */
START_TEST(child__sees_no_other_descriptor)
{
    const char *arguments[4];
    struct error err = { 0 };
    int secret = open("/dev/null", O_RDONLY); /* inherited by who does not care */
    struct child_request request =
        shell(arguments, "for f in /proc/self/fd/*; do n=${f##*/}; [ \"$n\" -le 2 ] ||"
                         " [ ! -e \"/proc/$$/fd/$n\" ] || exit 1; done");

    ck_assert_int_ge(secret, 0);
    ck_assert_msg(child_run(&request, NULL, NULL, &err), "%s", err.message);
    (void)close(secret);
}
END_TEST

/* Whoever started it may be killed at any moment. */
START_TEST(child__ends_with_us__however_we_end)
{
    int tell[2];
    char word[16] = "";

    ck_assert_int_eq(pipe2(tell, O_CLOEXEC), 0);
    pid_t us = fork();
    if (us == 0) {
        const char *arguments[4];
        struct error err = { 0 };
        struct child_request request = shell(arguments, "echo run >&3; exec sleep 60");
        request.document = tell[1];
        (void)child_start(&request, &err);
        (void)close(tell[1]);
        pause();
        _exit(0);
    }
    (void)close(tell[1]);
    ck_assert_int_eq(read(tell[0], word, sizeof(word)), 4);
    ck_assert_int_eq(kill(us, SIGKILL), 0);
    ck_assert_int_eq(waitpid(us, NULL, 0), us);
    /* The child alone holds the other end now: this returns when it is gone. */
    ck_assert_int_eq(read(tell[0], word, sizeof(word)), 0);
    (void)close(tell[0]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, child__reads_its_request__and_writes_its_document);
    tcase_add_test(
        tests, child_that_is_not_ours__says_all_on_its_output__as_far_as_there_is_room);
    tcase_add_test(tests, child__says_how_far_it_is__and_rubbish_is_passed_over);
    tcase_add_test(tests, child__that_closed_its_pipes__tells_of_its_end);
    tcase_add_test(tests, child__that_fails__says_why_in_one_safe_sentence);
    tcase_add_test(tests, child__that_dies_without_a_word__is_told_so);
    tcase_add_test(tests, child__that_is_missing__is_named);
    tcase_add_test(tests,
                   child__that_finds_no_descriptor_free__is_refused_with_the_reason);
    tcase_add_test(tests, child__that_is_stopped__ends);
    tcase_add_test(tests, child__that_is_slow__leaves_its_caller_free);
    tcase_add_test(tests, child__sees_no_other_descriptor);
    tcase_add_test(tests, child__ends_with_us__however_we_end);
}

SUITE_MAIN("child")
