/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress_line.h - how far a long command is, on standard error when that is a terminal
 */
#ifndef ATELIER_CLI_PROGRESS_LINE_H
#define ATELIER_CLI_PROGRESS_LINE_H

#include <stdbool.h>
#include <stdint.h>

struct progress_line {
    const char *what; /* translated: "Importing" */
    int shown;        /* per cent; -1 at the start */
};

/* For the app layer's callbacks: context is a struct progress_line.  Never stops. */
bool progress_line_step(void *context, int64_t done, int64_t total);

/* Leaves the line clean. */
void progress_line_end(struct progress_line *line);

#endif
