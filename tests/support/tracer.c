/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tracer.c - stops a program after each instruction, or at each system call */
#include "support/tracer.h"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

enum { STEPS_MOST = 20000000 };

/* What a wait takes longer than. */
static const double waiting = 0.01;

static double
now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

bool
tracer_catch(pid_t pid)
{
    int status;

    return ptrace(PTRACE_SEIZE, pid, NULL, (void *)PTRACE_O_TRACESYSGOOD) == 0 &&
           ptrace(PTRACE_INTERRUPT, pid, NULL, NULL) == 0 &&
           waitpid(pid, &status, 0) == pid && WIFSTOPPED(status);
}

/* Lets the program go to its next stop; false when it waited before, or is gone. */
static bool
go_on(pid_t pid, enum __ptrace_request how)
{
    double begun = now();
    int status;

    return ptrace(how, pid, NULL, NULL) == 0 && waitpid(pid, &status, 0) == pid &&
           WIFSTOPPED(status) && now() - begun <= waiting;
}

long
tracer_instructions(pid_t pid)
{
    long steps = 0;

    while (steps < STEPS_MOST && (go_on(pid, PTRACE_SINGLESTEP) || steps < 2))
        steps++;
    return steps;
}

long
tracer_calls(pid_t pid)
{
    struct __ptrace_syscall_info call;
    long calls = 0;

    while (go_on(pid, PTRACE_SYSCALL) || calls == 0) {
        long size = ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof(call), &call);
        if (size <= 0)
            return -1;
        if (call.op == PTRACE_SYSCALL_INFO_ENTRY &&
            (calls > 0 || call.entry.nr == SYS_read))
            calls++;
    }
    return calls;
}

void
tracer_release(pid_t pid)
{
    (void)ptrace(PTRACE_DETACH, pid, NULL, NULL);
}
