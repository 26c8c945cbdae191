/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress.h - long work with a bar that Esc stops
 *
 *     struct progress progress;
 *     progress_start(&progress, ui, _("Reading the file"));
 *     import_run(..., progress_step, &progress, &err);
 *     progress_end(&progress);
 */
#ifndef ATELIER_UI_PROGRESS_H
#define ATELIER_UI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "ui.h"

struct progress {
    struct ui *ui;
    const char *title;
    int64_t started; /* milliseconds */
    int64_t shown;
    int64_t done;
    int64_t total;
    bool is_bytes; /* what is counted; set after progress_start() */
    bool visible;  /* only work of more than WORK_QUIET_MILLISECONDS shows itself */
    bool stopped;
};

void progress_start(struct progress *progress, struct ui *ui, const char *title);
/* Of the type that app's long functions call; true means stop. */
bool progress_step(void *progress, int64_t done, int64_t total);
void progress_end(struct progress *progress);

#endif
