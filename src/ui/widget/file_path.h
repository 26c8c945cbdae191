/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_path.h - files as people name them: ~/list.csv */
#ifndef ATELIER_UI_WIDGET_FILE_PATH_H
#define ATELIER_UI_WIDGET_FILE_PATH_H

#include <stdbool.h>

#include "../ui.h"
#include "atelier/base/buffer.h"

/* The path typed, with ~ made the home folder; NULL when the person went back.  `start`
 * (may be NULL) is what was typed before.  The caller frees it. */
char *file_path_ask(struct ui *ui, const char *title, const char *text, const char *start,
                    bool required);

/* Adds a path with the home folder as ~. */
void file_path_add(struct buffer *buffer, const char *path);

#endif
