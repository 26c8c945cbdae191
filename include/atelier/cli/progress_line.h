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
    int64_t started;  /* milliseconds; of work that tells no figures */
};

/* Says at once what is done: of work that always takes a while. */
void progress_line_begin(struct progress_line *line);

/* For work that does not know how far it is, such as atelier_set_stop(): says after
 * WORK_QUIET_MILLISECONDS what is done.  Never stops. */
bool progress_line_tick(void *context);

/* For the app layer's callbacks: context is a struct progress_line.  Never stops. */
bool progress_line_step(void *context, int64_t done, int64_t total);

/* Leaves the line clean. */
void progress_line_end(struct progress_line *line);

#endif
