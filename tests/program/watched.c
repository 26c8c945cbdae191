/* SPDX-License-Identifier: GPL-3.0-or-later */
/* watched.c - runs a program and writes down each file that it, or a child, asks for
 *
 *     watched LOG PROGRAM [ARGUMENT...]
 *
 * A line is "run PATH", "open PATH" (what was asked for, whether or not it was there),
 * "got PATH" (where an open led, behind all links) or "change PATH" (a name that was
 * made, moved or removed).  Status 77 when this is not allowed here.
 */
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_ALLOWED = 77, NUMBER_MOST = 32, PROCESSES_MOST = 64 };

/* Which argument names the file, and which the folder that it is looked up in. */
struct watched_call {
    long number;
    const char *verb;
    int path, folder; /* -1: the folder that the process works in */
    bool opens;
};

static const struct watched_call calls[] = {
#ifdef SYS_open
    { SYS_open, "open", 0, -1, true },        { SYS_creat, "open", 0, -1, true },
    { SYS_unlink, "change", 0, -1, false },   { SYS_mkdir, "change", 0, -1, false },
    { SYS_rmdir, "change", 0, -1, false },    { SYS_rename, "change", 1, -1, false },
    { SYS_symlink, "change", 1, -1, false },  { SYS_link, "change", 1, -1, false },
    { SYS_mknod, "change", 0, -1, false },    { SYS_chmod, "change", 0, -1, false },
#endif
    { SYS_openat, "open", 1, 0, true },       { SYS_openat2, "open", 1, 0, true },
    { SYS_unlinkat, "change", 1, 0, false },  { SYS_mkdirat, "change", 1, 0, false },
    { SYS_renameat2, "change", 3, 2, false }, { SYS_renameat, "change", 3, 2, false },
    { SYS_symlinkat, "change", 2, 1, false }, { SYS_linkat, "change", 3, 2, false },
    { SYS_truncate, "change", 0, -1, false }, { SYS_mknodat, "change", 1, 0, false },
    { SYS_execve, "run", 0, -1, false },      { SYS_execveat, "run", 1, 0, false },
};

struct process {
    pid_t pid;
    bool opens; /* in a call that opens */
};

static struct process processes[PROCESSES_MOST];
static FILE *written;

static struct process *
find(pid_t pid)
{
    for (size_t i = 0; i < PROCESSES_MOST; i++)
        if (processes[i].pid == pid)
            return &processes[i];
    for (size_t i = 0; i < PROCESSES_MOST; i++)
        if (processes[i].pid == 0) {
            processes[i] = (struct process){ .pid = pid };
            return &processes[i];
        }
    exit(EXIT_FAILURE);
}

/* Up to a page at a time, as the next one may not be there. */
static void
read_text(pid_t pid, uint64_t at, char text[PATH_MAX])
{
    size_t length = 0;

    while (length + 1 < PATH_MAX && !memchr(text, '\0', length)) {
        size_t part = 4096 - (at + length) % 4096;
        if (part > PATH_MAX - 1 - length)
            part = PATH_MAX - 1 - length;
        struct iovec here = { text + length, part };
        struct iovec there = { (void *)(uintptr_t)(at + length), part };
        ssize_t got = process_vm_readv(pid, &here, 1, &there, 1, 0);
        if (got <= 0)
            break;
        length += (size_t)got;
    }
    text[length] = '\0';
}

static bool
read_link(pid_t pid, const char *what, int number, char path[PATH_MAX])
{
    char link[64];

    if (number >= 0)
        (void)snprintf(link, sizeof(link), "/proc/%d/fd/%d", (int)pid, number);
    else
        (void)snprintf(link, sizeof(link), "/proc/%d/%s", (int)pid, what);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = '\0';
    return length >= 0;
}

static void
note(pid_t pid, const struct watched_call *call, const uint64_t arguments[6])
{
    char path[PATH_MAX], folder[PATH_MAX] = "";
    const int in = call->folder < 0 ? AT_FDCWD : (int)arguments[call->folder];

    read_text(pid, arguments[call->path], path);
    if (path[0] != '/') {
        (void)read_link(pid, "cwd", in == AT_FDCWD ? -1 : in, folder);
        (void)fprintf(written, "%s %s/%s\n", call->verb, folder, path);
    } else {
        (void)fprintf(written, "%s %s\n", call->verb, path);
    }
}

static void
take_call(pid_t pid)
{
    struct __ptrace_syscall_info info = { 0 };
    struct process *process = find(pid);

    if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof(info), &info) <= 0)
        return;
    if (info.op == PTRACE_SYSCALL_INFO_EXIT) {
        char path[PATH_MAX];
        if (process->opens && info.exit.rval >= 0 &&
            read_link(pid, NULL, (int)info.exit.rval, path))
            (void)fprintf(written, "got %s\n", path);
        process->opens = false;
        return;
    }
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY &&
            (long)info.entry.nr == calls[i].number) {
            uint64_t arguments[6];
            for (size_t a = 0; a < 6; a++)
                arguments[a] = info.entry.args[a];
            note(pid, &calls[i], arguments);
            process->opens = calls[i].opens;
        }
}

static int
watch(pid_t first)
{
    const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK |
                         PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC |
                         PTRACE_O_EXITKILL;
    int status, ended = EXIT_FAILURE;
    pid_t pid;

    if (waitpid(first, &status, 0) != first || !WIFSTOPPED(status) ||
        ptrace(PTRACE_SETOPTIONS, first, NULL, (void *)options) != 0 ||
        ptrace(PTRACE_SYSCALL, first, NULL, NULL) != 0)
        return NOT_ALLOWED;
    while ((pid = waitpid(-1, &status, __WALL)) > 0) {
        if (!WIFSTOPPED(status)) {
            *find(pid) = (struct process){ 0 };
            if (pid == first)
                ended = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            continue;
        }
        long signal = WSTOPSIG(status);
        if (signal == (SIGTRAP | 0x80)) {
            take_call(pid);
            signal = 0;
        } else if (signal == SIGTRAP || signal == SIGSTOP) {
            signal = 0; /* a program begins, or a child does */
        }
        (void)ptrace(PTRACE_SYSCALL, pid, NULL, (void *)signal);
    }
    return ended;
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return EXIT_FAILURE;
    written = fopen(argv[1], "ae");
    if (!written)
        return EXIT_FAILURE;
    for (int number = 1; number < NUMBER_MOST; number++)
        if (number != SIGCHLD && number != SIGKILL && number != SIGSTOP)
            (void)signal(number, SIG_IGN); /* they are for the program */
    const pid_t pid = fork();
    if (pid == 0) {
        for (int number = 1; number < NUMBER_MOST; number++)
            (void)signal(number, SIG_DFL);
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(NOT_ALLOWED);
        (void)raise(SIGSTOP);
        execv(argv[2], argv + 2);
        _exit(EXIT_FAILURE);
    }
    const int status = pid < 0 ? EXIT_FAILURE : watch(pid);
    return fclose(written) == 0 ? status : EXIT_FAILURE;
}
