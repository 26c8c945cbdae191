/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress_line.c - how far a long command is, on standard error when that is a terminal
 */
#include "progress_line.h"

#include <stdio.h>
#include <unistd.h>

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

void
progress_line_end(struct progress_line *line)
{
    if (line->shown >= 0)
        (void)fprintf(stderr, "\r%*s\r", 70, "");
    line->shown = -1;
}
