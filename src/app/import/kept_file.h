/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kept_file.h - where what was done with a file is kept for a login, until it is opened
 * again */
#ifndef ATELIER_APP_KEPT_FILE_H
#define ATELIER_APP_KEPT_FILE_H

#include "atelier/app/drafts.h"

/* One file, however it is named; the caller frees it. */
char *kept_file_path(const struct atelier *at, const char *path);

/* What was kept of that file, by its whole path, on that screen; id 0 when nothing was.
 * Two paths may share a number: what is kept names its path too, to be compared. */
bool kept_file_find(struct atelier *at, const char *screen, const char *path,
                    struct draft *kept, struct error *err);

/* The newest of what was kept on that screen, of whichever file; id 0 when nothing was.
 */
bool kept_file_find_last(struct atelier *at, const char *screen, struct draft *kept,
                         struct error *err);

/* Keeps the text in the place of what was kept before. */
bool kept_file_keep(struct atelier *at, const char *screen, const char *path,
                    const char *text, struct error *err);

#endif
