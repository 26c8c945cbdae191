/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line.c - forkpty, counting what comes, and answering as terminals do */
#include "bench/line.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { QUIET = 40, SCREEN_QUIET = 150, SCREEN_MOST = 10000 };

static struct line *
fork_line(int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns };
    struct line *line = calloc(1, sizeof(*line));
    struct termios raw;

    if (line == NULL)
        bench_give_up("no memory");
    memset(&raw, 0, sizeof(raw));
    cfmakeraw(&raw);
    line->pid = forkpty(&line->fd, NULL, &raw, &size);
    if (line->pid < 0)
        bench_give_up("there is no pseudo-terminal");
    return line;
}

struct line *
line_open(const struct bench *bench, const char *database, int rows, int columns)
{
    struct line *line = fork_line(rows, columns);

    if (line->pid == 0) {
        (void)setenv("TERM", "xterm-256color", 1);
        (void)setenv("LC_ALL", "C.UTF-8", 1);
        (void)unsetenv("LANGUAGE");
        execl(bench->program, bench->program, "--database", database, (char *)NULL);
        _exit(127);
    }
    return line;
}

void
line_await(struct line *line, int quiet)
{
    struct pollfd input = { .fd = line->fd, .events = POLLIN };

    if (poll(&input, 1, SCREEN_MOST) <= 0)
        bench_give_up("there is no screen");
    line_rest(line, quiet);
}

struct line *
line_start(const struct bench *bench, const char *database, int rows, int columns)
{
    struct line *line = line_open(bench, database, rows, columns);

    line_await(line, SCREEN_QUIET);
    return line;
}

struct line *
line_start_bare(void (*run)(void *context), void *context)
{
    struct line *line = fork_line(24, 80);

    if (line->pid == 0) {
        run(context);
        _exit(0);
    }
    line_rest(line, SCREEN_QUIET);
    return line;
}

void
line_resize(const struct line *line, int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns };

    (void)ioctl(line->fd, TIOCSWINSZ, &size);
}

void
line_forget(struct line *line)
{
    line_rest(line, 0);
    line->bytes = 0;
    line->cleared = false;
    line->first_at = line->last_at = clock_now();
    line->processor = clock_of_process(line->pid);
}

double
line_processor(const struct line *line)
{
    return (clock_of_process(line->pid) - line->processor) * 1e3;
}

void
line_send(struct line *line, const char *bytes)
{
    if (write(line->fd, bytes, strlen(bytes)) < 0)
        bench_give_up("the line was closed");
}

void
line_take(struct line *line, const char *bytes, size_t length)
{
    static const char question[] = "\033[5n";

    if (line->bytes == 0)
        line->first_at = clock_now();
    line->bytes += length;
    line->last_at = clock_now();
    line->cleared = line->cleared || memmem(bytes, length, "\033[2J", 4) != NULL;
    for (size_t i = 0; i < length; i++) {
        line->asked = bytes[i] == question[line->asked] ? line->asked + 1
                      : bytes[i] == question[0]         ? 1
                                                        : 0;
        if (question[line->asked] == '\0') {
            line->asked = 0;
            line_send(line, "\033[0n");
        }
    }
}

void
line_rest(struct line *line, int quiet)
{
    struct pollfd input = { .fd = line->fd, .events = POLLIN };
    char bytes[65536];

    while (poll(&input, 1, quiet) > 0) {
        ssize_t length = read(line->fd, bytes, sizeof(bytes));
        if (length <= 0)
            return;
        line_take(line, bytes, (size_t)length);
    }
}

void
line_press(struct line *line, const char *key)
{
    line_forget(line);
    line_send(line, key);
    line_rest(line, QUIET);
}

void
line_end(struct line *line)
{
    if (line == NULL)
        return;
    (void)kill(line->pid, SIGKILL);
    (void)waitpid(line->pid, NULL, 0);
    (void)close(line->fd);
    free(line);
}
