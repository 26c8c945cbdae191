/* SPDX-License-Identifier: GPL-3.0-or-later */
/* process.h - a mark by which another process of this computer sees that this one runs
 */
#ifndef ATELIER_BASE_PROCESS_H
#define ATELIER_BASE_PROCESS_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* Adds the mark of this process: its number and when it started, as numbers are given
 * again. */
void process_add_mark(struct buffer *text);

/* Whether a process other than this one has that mark and runs. */
bool process_runs_elsewhere(const char *mark);

/* Tells the process of that mark that its line has dropped, where that may be done and it
 * runs this very program. */
void process_hang_up(const char *mark);

#endif
