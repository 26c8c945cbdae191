/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress_line.c - how far a long command is, on standard error when that is a terminal
 */
#include "atelier/cli/progress_line.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/work.h"

enum { COLUMNS = 70 };

static int64_t
clock_milliseconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
progress_line_begin(struct progress_line *line)
{
    if (line->shown >= 0 || !isatty(STDERR_FILENO))
        return;
    line->shown = 0;
    (void)fprintf(stderr, "\r%s ...", line->what);
    (void)fflush(stderr);
}

bool
progress_line_step(void *context, int64_t done, int64_t total)
{
    struct progress_line *line = context;
    int percent = total > 0 ? (int)(done * 100 / total) : 0;
    if (percent == line->shown || !isatty(STDERR_FILENO))
        return false;
    line->shown = percent;
    (void)fprintf(stderr, "\r%s %3d %%", line->what, percent);
    (void)fflush(stderr);
    return false;
}

bool
progress_line_tick(void *context)
{
    struct progress_line *line = context;
    const int64_t now = clock_milliseconds();

    if (line->started == 0)
        line->started = now;
    if (now - line->started >= WORK_QUIET_MILLISECONDS)
        progress_line_begin(line);
    return false;
}

void
progress_line_end(struct progress_line *line)
{
    if (line->shown >= 0)
        (void)fprintf(stderr, "\r%*s\r", COLUMNS, "");
    line->shown = -1;
}
