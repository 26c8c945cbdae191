/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tracer.c - stops a program after each instruction, or at each system call */
#include "support/tracer.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

enum { STEPS_MOST = 20000000, STOPS_MOST = 10000 };

bool
tracer_catch(pid_t pid)
{
    int status;

    return ptrace(PTRACE_SEIZE, pid, NULL, (void *)PTRACE_O_TRACESYSGOOD) == 0 &&
           ptrace(PTRACE_INTERRUPT, pid, NULL, NULL) == 0 &&
           waitpid(pid, &status, 0) == pid && WIFSTOPPED(status);
}

static bool
go_on(pid_t pid, enum __ptrace_request how)
{
    int status;

    return ptrace(how, pid, NULL, NULL) == 0 && waitpid(pid, &status, 0) == pid &&
           WIFSTOPPED(status);
}

/* Lets it go into its next system call; the number, or -1. */
static long
next_call(pid_t pid)
{
    struct __ptrace_syscall_info call;

    for (int stops = 0; stops < STOPS_MOST; stops++) {
        if (!go_on(pid, PTRACE_SYSCALL) ||
            ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof(call), &call) <= 0)
            return -1;
        if (call.op == PTRACE_SYSCALL_INFO_ENTRY)
            return (long)call.entry.nr;
    }
    return -1;
}

static bool
go_to_read(pid_t pid)
{
    long number;

    do
        number = next_call(pid);
    while (number >= 0 && number != SYS_read);
    return number == SYS_read;
}

long
tracer_calls(pid_t pid)
{
    long number = SYS_read;
    long calls = 1;

    if (!go_to_read(pid))
        return -1;
    while (number >= 0 && number != SYS_ppoll && calls < STOPS_MOST) {
        number = next_call(pid);
        calls++;
    }
    return number == SYS_ppoll ? calls : -1;
}

#ifdef __x86_64__
/* Whether the next instruction is the call that waits. */
static bool
is_wait(pid_t pid)
{
    const uint16_t syscall_instruction = 0x050f;
    long at = ptrace(PTRACE_PEEKUSER, pid, (void *)offsetof(struct user, regs.rip), NULL);

    return (uint16_t)ptrace(PTRACE_PEEKTEXT, pid, (void *)at, NULL) ==
               syscall_instruction &&
           ptrace(PTRACE_PEEKUSER, pid, (void *)offsetof(struct user, regs.rax), NULL) ==
               SYS_ppoll;
}

long
tracer_instructions(pid_t pid)
{
    long steps = 0;

    if (!go_to_read(pid) || !go_on(pid, PTRACE_SYSCALL))
        return -1;
    while (steps < STEPS_MOST && !is_wait(pid)) {
        if (!go_on(pid, PTRACE_SINGLESTEP))
            return -1;
        steps++;
    }
    return steps;
}
#else
long
tracer_instructions(pid_t pid)
{
    (void)pid;
    return -1;
}
#endif

static bool
is_change(long number)
{
    static const long changes[] = {
        SYS_mkdirat,  SYS_unlinkat, SYS_linkat,    SYS_renameat2, SYS_fchmod,
        SYS_fchown,   SYS_fsync,    SYS_fdatasync, SYS_ftruncate,
#ifdef SYS_link /* not of newer machines */
        SYS_mkdir,    SYS_rmdir,    SYS_unlink,    SYS_link,      SYS_rename,
#endif
#ifdef SYS_renameat
        SYS_renameat,
#endif
    };

    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
        if (changes[i] == number)
            return true;
    return false;
}

bool
tracer_kill_at(pid_t pid, unsigned call)
{
    long number;

    do {
        number = next_call(pid);
        call -= is_change(number);
    } while (number >= 0 && call > 0);
    if (number < 0)
        return false;
    (void)kill(pid, SIGKILL);
    return waitpid(pid, NULL, 0) == pid;
}

void
tracer_release(pid_t pid)
{
    (void)ptrace(PTRACE_DETACH, pid, NULL, NULL);
}
