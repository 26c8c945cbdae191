/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lend.c - gives the terminal to a program of the person's, and waits for its end */
#include "terminal/lend.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "terminal/terminal.h"

enum {
    LOOKED_AT_EVERY = 200, /* milliseconds: whether it was stopped */
    GRACE_STEP = 10,
    GRACE_STEPS = 30, /* between asking it to end and killing it */
    NOT_STARTED = 127 /* the status of one whose program cannot be run */
};

/* The terminal's keys and signals go to the processes of that group.  Whoever is behind
 * asks with SIGTTOU blocked, and is not stopped for it. */
static void
put_in_front(pid_t group)
{
    sigset_t stop, before;

    (void)sigemptyset(&stop);
    (void)sigaddset(&stop, SIGTTOU);
    (void)sigprocmask(SIG_BLOCK, &stop, &before);
    (void)tcsetpgrp(STDIN_FILENO, group);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}

/* In the child, between fork and exec: only what is safe there.  It outlives a crash of
 * ours: what is typed into it is the person's. */
static _Noreturn void
become(const char *const *words)
{
    sigset_t none;

    (void)setpgid(0, 0);
    put_in_front(getpid());
    for (int number = 1; number < NSIG; number++)
        (void)signal(number, SIG_DFL);
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(STDOUT_FILENO, STDERR_FILENO) < 0) /* ours is held back */
        _exit(NOT_STARTED);
    (void)close_range(STDERR_FILENO + 1, ~0U, 0);
    (void)execv(words[0], (char *const *)(void *)(uintptr_t)words);
    _exit(NOT_STARTED);
}

/* No signal reaches the child before it has let go of our handlers. */
static pid_t
start(const char *const *words)
{
    sigset_t all, before;

    (void)sigfillset(&all);
    (void)sigprocmask(SIG_SETMASK, &all, &before);
    const pid_t pid = fork();
    if (pid == 0)
        become(words);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return pid;
}

/* True once it has ended. */
static bool
look(pid_t pid, int *status)
{
    const pid_t seen = waitpid(pid, status, WNOHANG | WUNTRACED);

    if (seen != pid)
        return seen < 0;
    if (!WIFSTOPPED(*status))
        return true;
    put_in_front(pid);
    (void)kill(-pid, SIGCONT);
    return false;
}

/* Editors keep what they hold when they hear that the line dropped. */
static void
hang_up(pid_t pid, int *status)
{
    bool ended = false;

    (void)kill(-pid, SIGHUP);
    (void)kill(-pid, SIGCONT);
    for (int i = 0; !ended && i < GRACE_STEPS; i++) {
        const struct timespec pause = { .tv_nsec = GRACE_STEP * 1000000L };

        (void)nanosleep(&pause, NULL);
        ended = look(pid, status);
    }
    if (!ended) {
        (void)kill(-pid, SIGKILL);
        (void)waitpid(pid, status, 0);
    }
}

static enum lend_end
end_of(int status, int *number)
{
    if (WIFSIGNALED(status)) {
        *number = WTERMSIG(status);
        return LEND_KILLED;
    }
    *number = WEXITSTATUS(status);
    return *number == 0             ? LEND_SUCCEEDED
           : *number == NOT_STARTED ? LEND_NOT_STARTED
                                    : LEND_FAILED;
}

enum lend_end
terminal_lend(const char *const *words, int *number)
{
    const pid_t ours = getpgrp();
    bool hung_up = false;
    int status = 0;

    *number = 0;
    terminal_put_aside();
    const pid_t pid = start(words);
    if (pid > 0) {
        const int end = pidfd_open(pid, 0);

        (void)setpgid(pid, pid); /* whoever of both is first */
        while (!hung_up && !look(pid, &status))
            hung_up = !terminal_wait_aside(end, LOOKED_AT_EVERY);
        if (hung_up)
            hang_up(pid, &status);
        if (end >= 0)
            (void)close(end);
        put_in_front(ours);
    }
    terminal_come_back();
    return pid < 0 ? LEND_NOT_STARTED : hung_up ? LEND_HUNG_UP : end_of(status, number);
}
