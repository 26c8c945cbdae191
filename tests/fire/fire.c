/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fire.c - what the tests under fire share: how long they last, and their figures */
#include "fire/fire.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

unsigned
fire_rounds(unsigned full, unsigned brief)
{
    const char *wanted = getenv("ATELIER_FIRE");

    return wanted != NULL && strcmp(wanted, "full") == 0 ? full : brief;
}

unsigned
fire_seed(void)
{
    const char *wanted = getenv("ATELIER_FIRE_SEED");
    const unsigned seed = wanted != NULL ? (unsigned)strtoul(wanted, NULL, 10)
                                         : (unsigned)time(NULL) ^ (unsigned)getpid();

    fire_figure("ATELIER_FIRE_SEED", "%u", seed);
    return seed;
}

void
fire_figure(const char *what, const char *format, ...)
{
    char value[700];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(value, sizeof(value), format, arguments);
    va_end(arguments);
    printf("# %-48s %s\n", what, value);
    (void)fflush(stdout);
}

void
fire_skip(const char *what, const char *why)
{
    printf("# %s: skipped, %s\n", what, why);
    (void)fflush(stdout);
}

double
fire_clock(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
fire_rest(double seconds)
{
    struct timespec time = { .tv_sec = (time_t)seconds };

    time.tv_nsec = (long)((seconds - (double)time.tv_sec) * 1e9);
    (void)nanosleep(&time, NULL);
}

void
fire_forbid_nameless_files(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_TMPFILE & ~O_DIRECTORY, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = { .len = sizeof(filter) / sizeof(filter[0]),
                                        .filter = filter };

    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(EXIT_FAILURE);
}
