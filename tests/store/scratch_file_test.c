/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch_file_test.c - whoever stops the program while a copy is begun leaves no folder
 */
#include <limits.h>

#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "maintenance/scratch_file.h"
#include "support/suite.h"

static void
text_of(pid_t child, uint64_t address, char text[PATH_MAX])
{
    const struct iovec here = { text, PATH_MAX - 1 };
    const struct iovec there = { (void *)(uintptr_t)address, PATH_MAX - 1 };
    const ssize_t length = process_vm_readv(child, &here, 1, &there, 1, 0);

    text[length > 0 ? length : 0] = '\0';
}

/* The folder that the call makes, which has begun; false: it is another call. */
static bool
makes_folder(pid_t child, char path[PATH_MAX])
{
    struct __ptrace_syscall_info call;

    if (ptrace(PTRACE_GET_SYSCALL_INFO, child, (void *)sizeof(call), &call) <= 0 ||
        call.op != PTRACE_SYSCALL_INFO_ENTRY)
        return false;
#ifdef SYS_mkdir
    if (call.entry.nr == SYS_mkdir) {
        text_of(child, call.entry.args[0], path);
        return true;
    }
#endif
    if (call.entry.nr != SYS_mkdirat)
        return false;
    text_of(child, call.entry.args[1], path);
    return true;
}

static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

START_TEST(program__that_is_stopped_as_the_folder_is_made__leaves_none)
{
    char path[PATH_MAX] = "";
    const pid_t child = fork();
    int status = 0;

    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct scratch_file scratch;
        (void)signal(ends[_i], SIG_DFL); /* check has a handler of its own */
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(77);
        (void)raise(SIGSTOP);
        _exit(scratch_file_init(&scratch, 1, NULL) ? 0 : 1);
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    if (WIFEXITED(status)) /* nobody may look on here */
        return;
    (void)ptrace(PTRACE_SETOPTIONS, child, NULL, (void *)PTRACE_O_TRACESYSGOOD);
    while (path[0] == '\0' && WIFSTOPPED(status) &&
           ptrace(PTRACE_SYSCALL, child, NULL, NULL) == 0 &&
           waitpid(child, &status, 0) == child)
        (void)makes_folder(child, path);
    ck_assert_ptr_nonnull(strstr(path, "/atelier-"));
    ck_assert_int_eq(kill(child, ends[_i]), 0);
    ck_assert_int_eq(ptrace(PTRACE_DETACH, child, NULL, NULL), 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), ends[_i]);
    struct stat left;
    ck_assert_int_ne(stat(path, &left), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests,
                        program__that_is_stopped_as_the_folder_is_made__leaves_none, 0,
                        sizeof ends / sizeof ends[0]);
}

SUITE_MAIN("scratch_file")
